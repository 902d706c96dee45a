import Testing

@testable import Signals

/// Whatever comes in: no crash, the same answer twice, numbers within their bounds.
@Suite struct `Odd texts` {
    let reader: StaticReader
    let filter: PrivateMatters

    init() throws {
        reader = try StaticReader()
        filter = try PrivateMatters.embedded.get()
    }

    private func check(_ text: String, _ comment: Comment) {
        let passages = [
            Passage(who: "Ann", text: text, before: [("Bo", "patch is up"), ("Cy", text)]),
            Passage(who: text, text: "thanks, that fixed it", root: ("Bo", text), before: [(text, text)]),
        ]
        let signals = reader.readNow(passages)
        #expect(signals == reader.readNow(passages), comment)
        for signal in signals.joined() {
            #expect((0...1).contains(signal.confidence) && (1...5).contains(signal.stage), comment)
        }
        #expect(filter.score(text).isFinite, comment)
    }

    @Test func `empty and very long texts are read`() {
        for text in ["", " ", "\n\n\n", "thanks ", "@", "a.", "@Bo ", "漢字。", "é", "👍", "thanks!? ... "] {
            check(text, "\(text.debugDescription)")
            check(
                String(repeating: text, count: 40_000 / max(1, text.count)),
                "40,000 characters of \(text.debugDescription)"
            )
        }
    }

    @Test func `every Unicode plane is read`() {
        var dice = Dice(state: 12)
        for plane in 0...16 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<600 {
                let value = UInt32(plane) << 16 | UInt32.random(in: 0...0xFFFF, using: &dice)
                if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
                if Bool.random(using: &dice) { scalars.append(contentsOf: " thanks ".unicodeScalars) }
            }
            check(String(scalars), "plane \(plane)")
        }
    }

    @Test(arguments: [
        "شكرا جزيلا يا @Bo على المساعدة", "תודה רבה על התיקון", "\u{202E}thanks for the fix\u{202C} @Bo",
        "t\u{336}h\u{336}a\u{336}n\u{336}k\u{336}s\u{336}", "Ţ̴̛̜h̶̰͑a̷̳͝n̶͈̈́k̷͖̈s̴̩̒ ̷̘̏B̷͇̌o̶̟͘", "ありがとうございます、助かりました", "спасибо, всё работает",
        "고마워요", "谢谢你的帮助 @Bo", "Danke für den Fix!", "merci beaucoup, ça marche", "dzięki, działa", "धन्यवाद", "ขอบคุณ",
        "```\nlet thanks = \"thanks\"\nfatalError()\n```", "`thanks`", "```", "````thanks", "> thanks for the fix\nok",
        "> ",
        "\u{0}thanks\u{0}", "thanks\u{200D}\u{200D}", "\u{FEFF}thanks", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
        "a\r\nb\r\n",
        "\u{FFFD}\u{FFFD} thanks", "@\u{301}Bo thanks", "@@@@Bo", "<@U123> <!channel>", "https://", "https://x.y/pull/",
    ])
    func `other scripts, marks on marks, code and quotes are read`(text: String) {
        check(text, "\(text.debugDescription)")
    }

    @Test func `text cut inside a character is read`() {
        let bytes = Array("thanks für den Fix 👍 漢字 é".utf8)
        for end in 0...bytes.count { check(String(decoding: bytes[..<end], as: UTF8.self), "\(end) bytes") }
        for start in 0..<bytes.count { check(String(decoding: bytes[start...], as: UTF8.self), "from \(start)") }
    }

    @Test func `mentions may point anywhere`() {
        for span in [0..<0, 5..<5, 0..<1, 3..<9_000, 8_999..<9_000] {
            let target = Utterance(
                who: "Ann",
                text: "thanks Bo, é",
                mentions: [.init(who: "Bo", span: span), .init(who: "Bo", span: 1..<4)]
            )
            let passage = Passage(target: target, before: [Utterance(who: "Bo", text: "done", speakers: ["Ann"])])
            #expect(reader.readNow([passage]) == reader.readNow([passage]))
        }
    }

    @Test func `a passage gives the same signals whether it came live or from an export`() {
        let text = "thanks @Bo Li, that fixed the importer"
        let fromExport = Passage(
            who: "Ann",
            text: "thanks @Bo_Li, that fixed the importer",
            root: ("Ann", "the importer fails"),
            before: [("Bo Li", "try the new mapping")],
            reactions: ["tada": 2]
        )
        // Live: accounts with the places of mentions, as the events of a chat give them.
        let live = Passage(
            target: Utterance(who: "Ann", text: text, mentions: [.init(who: "Bo Li", span: 7..<13)]),
            root: Utterance(who: "Ann", text: "the importer fails"),
            before: [Utterance(who: "Bo Li", text: "try the new mapping")],
            reactions: ["tada": 2]
        )
        let signals = reader.readNow([live, fromExport])
        #expect(!signals[0].isEmpty)
        #expect(signals[0].map(\.label) == signals[1].map(\.label))
        #expect(signals[0].map(\.reason) == signals[1].map(\.reason))
        for (one, other) in zip(signals[0], signals[1]) { #expect(abs(one.confidence - other.confidence) < 1e-9) }
    }
}
