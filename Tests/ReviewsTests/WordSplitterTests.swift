import Evidence
import Reviews
import Testing
import Workspace

@Suite struct `Words that can be taken back` {
    private let splitter = WordSplitter([
        ("a", "Your plan for the queue held up, thank you!"), ("b", "Great work"), ("c", "It’s what we needed today"),
    ])

    @Test func `what was said is bound to who said it, the rest is not`() {
        let parts = splitter.parts(of: "On 3 May, Ana said: “Your plan for the queue held up”, and I agree.")
        #expect(parts.map(\.isQuoted) == [false, true, false])
        #expect(parts[1] == WordPart("Your plan for the queue held up", entry: "a", isQuoted: true))
        #expect(parts[0].entry == nil)
    }

    @Test(
        arguments: [
            ("I think the plan for the queue was right.", "plan for the queue"),
            ("PLAN,  for – the QUEUE!", "PLAN,  for – the QUEUE"),
            ("It's what we needed, she said.", "It's what we needed"),
        ]
    ) func `words are found without quotation marks, in other letters and with other marks`(
        _ text: String,
        _ said: String
    ) {
        #expect(splitter.parts(of: text).filter(\.isQuoted).map(\.text) == [said])
    }

    @Test func `two words are somebody’s only between quotation marks`() {
        #expect(splitter.parts(of: "That was great work by all.").allSatisfy { !$0.isQuoted })
        let marked = splitter.parts(of: "Bo wrote “great work” that day.")
        #expect(marked.filter(\.isQuoted).map(\.text) == ["great work"])
    }

    @Test func `parts always join to the text, and no run of three said words is left outside of them`() {
        var seed: UInt64 = 7
        func next(_ below: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(below))
        }
        let quote = "one two three four five six seven"
        let words = quote.split(separator: " ").map(String.init) + ["red", "blue", "“", "”", ",", "…", "Ana’s"]
        for _ in 0..<400 {
            let text = (0..<(4 + next(14))).map { _ in words[next(words.count)] }.joined(separator: " ")
            let parts = WordSplitter([("q", quote)]).parts(of: text, owner: nil)
            #expect(WordPart.joined(parts) == text)
            for part in parts where part.entry == nil {
                let left = WordSplitter([("q", quote)]).parts(of: part.text ?? "")
                #expect(left.allSatisfy { !$0.isQuoted || ($0.text ?? "").split(separator: " ").count < 3 }, "\(text)")
            }
        }
    }

    @Test func `a gap is written once, and stands apart from the words before it`() {
        let parts = [WordPart("Bo said: “"), WordPart(nil, entry: "a"), WordPart(nil, entry: "b"), WordPart("” then.")]
        #expect(WordPart.joined(parts) == "Bo said: “[…]” then.")
        #expect(WordPart.joined([WordPart("he said"), WordPart(nil)]) == "he said […]")
    }
}
