import Learning
import Signals
import Testing
import Workspace

@Suite struct `Whatever people correct` {
    static let words = [
        "thanks", "build", "fixed", "deploy", "the", "we", "keep", "drop", "login", "team", "great", "slow", "again",
    ]

    /// A made-up workspace: corrections, and passages to read.
    static func world(_ seed: UInt64) -> (corrections: [Correction], passages: [Passage]) {
        var generator = Seeded(seed)
        func text() -> String {
            (0..<Int.random(in: 1...7, using: &generator)).map { _ in
                words[Int.random(in: 0..<words.count, using: &generator)]
            }.joined(separator: " ")
        }
        let verdicts: [Correction.Verdict] = [
            .confirmed, .removed, .added(.author), .added(.speaker(0)), .subjectChanged(from: .speaker(0), to: .author),
        ]
        let corrections = (0..<60).map { _ in
            Taught.correction(
                text(),
                verdicts[Int.random(in: 0..<verdicts.count, using: &generator)],
                kind: SignalKind.allCases[Int.random(in: 0..<3, using: &generator)],
                by: PersonID("p\(Int.random(in: 0..<4, using: &generator))"),
                number: Int.random(in: 0..<25, using: &generator),
                moment: Int64.random(in: 0..<4, using: &generator)
            )
        }
        return (corrections, (0..<40).map { _ in Taught.passage(text()) })
    }

    static func read(_ corrections: [Correction], _ passages: [Passage]) -> [[Signal]] {
        let examples = Taught.examples(corrections)
        let seen = [
            Taught.signal(.recognition, .participant("Omar"), 0.8), Taught.signal(.feedback, .participant("Omar"), 0.4),
        ]
        return passages.map { examples.taught(seen, in: $0) }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the order in which they come does not matter`(_ seed: UInt64) {
        let (corrections, passages) = Self.world(seed)
        var generator = Seeded(seed &+ 99)
        #expect(Self.read(corrections, passages) == Self.read(corrections.shuffled(using: &generator), passages))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `taking one back is as if it had never been`(_ seed: UInt64) {
        let (corrections, passages) = Self.world(seed)
        let extra = Taught.correction("we keep the login team", .removed, by: "p9", number: 999)
        let with = Taught.examples(corrections + [extra]).corrections
        #expect(with.contains(extra))
        #expect(Self.read(with.filter { $0.id != extra.id }, passages) == Self.read(corrections, passages))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the index finds what a look at everything finds`(_ seed: UInt64) {
        let (corrections, passages) = Self.world(seed)
        let examples = Taught.examples(corrections)
        for passage in passages {
            let print = PhrasePrint(passage, salt: Taught.salt)
            let near = examples.corrections.contains { print.likeness(to: $0.phrase) >= 0.5 }
            #expect(examples.isNear(passage) == near)
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `signals stay within their bounds, none twice`(_ seed: UInt64) {
        let (corrections, passages) = Self.world(seed)
        for signals in Self.read(corrections, passages) {
            #expect(signals.allSatisfy { (0...1).contains($0.confidence) })
            for signal in signals {
                #expect(signals.filter { $0.kind == signal.kind && $0.subject == signal.subject }.count == 1)
            }
        }
    }

    @Test func `saying it again replaces what was said`() {
        let first = Taught.correction(LessonText.removed, .removed, moment: 1)
        let second = Taught.correction(LessonText.removed, .confirmed, moment: 2)
        #expect(first.id == second.id)
        #expect(Taught.examples([second, first]).corrections == [second])
    }
}

@Suite struct `Phrases as hashes` {
    @Test func `a print holds no more than 64 numbers and none of the words`() {
        let long = (0..<400).map { "word\($0)" }.joined(separator: " ")
        let print = PhrasePrint(Taught.passage(long), salt: Taught.salt)
        #expect(print.features.count == 64)
        #expect(print.features == print.features.sorted())
        #expect(!"\(print)".contains("word7"))
    }

    @Test func `the same words give the same print on every machine`() {
        // SipHash-2-4 of 16 bytes is fixed by its paper; a change here makes all that was learned useless.
        let print = PhrasePrint(Taught.passage("thanks for the fix"), salt: Taught.salt)
        #expect(print.words == 4)
        #expect(print.features == PhrasePrint(Taught.passage("Thanks, for the FIX."), salt: Taught.salt).features)
    }

    @Test(arguments: [
        "", "\u{0}", "💥💥", "שלום עולם", "z̸̢͝a", "```", "`", "a://", "http://", "> > >", "@", "'''",
        String(repeating: "x", count: 40_000),
        "\u{FFFD}\u{10FFFF}",
    ])
    func `any text has a print, and is most like itself`(_ text: String) {
        let print = PhrasePrint(Taught.passage(text), salt: Taught.salt)
        #expect(print.features.isEmpty || print.likeness(to: print) == 1)
    }

    @Test func `mentions that point beyond the text are no harm`() {
        let odd = Utterance(
            who: "a",
            text: "hi you there",
            mentions: [
                .init(who: "b", span: 900..<910), .init(who: "c", span: 3..<900), .init(who: "d", span: 5..<5),
            ]
        )
        #expect(PhrasePrint(Passage(target: odd), salt: Taught.salt).words == 1)
    }

    @Test(arguments: ["author", "mention:0", "speaker:12", "root", "group", "unknown"])
    func `a part in the talk is stored and read again`(_ text: String) {
        #expect(SubjectRole(text: text)?.text == text)
    }

    @Test(arguments: ["", "mention", "mention:", "mention:-1", "mention:01", "speaker:x", "Author", "root:1", "a:b:c"])
    func `other words are no part in a talk`(_ text: String) { #expect(SubjectRole(text: text) == nil) }

    @Test func `a salt comes back from its bytes`() {
        let salt = Taught.salt(5)
        #expect(PhraseSalt(salt.bytes) == salt)
        #expect(PhraseSalt([1, 2, 3]) == nil)
        #expect("\(salt)" == "(a salt)")
    }
}
