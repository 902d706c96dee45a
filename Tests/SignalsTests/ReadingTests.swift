import Testing

@testable import Signals

@Suite struct ReadingTests {
    let reader: StaticReader

    init() throws { reader = try StaticReader() }

    @Test func `invented messages are read well enough`() throws {
        let lines = try Vectors.invented()
        var right = 0
        var wrong = 0
        var missed = 0
        var praiseRight = 0
        var praiseWrong = 0
        var praiseMissed = 0
        for (line, signals) in zip(lines, reader.readNow(lines.map(\.passage))) {
            let truth = Set(line.truth.map(\.kind))
            let found = Set(signals.map(\.kind.rawValue))
            right += truth.intersection(found).count
            wrong += found.subtracting(truth).count
            missed += truth.subtracting(found).count
            praiseRight += truth.contains("recognition") && found.contains("recognition") ? 1 : 0
            praiseWrong += !truth.contains("recognition") && found.contains("recognition") ? 1 : 0
            praiseMissed += truth.contains("recognition") && !found.contains("recognition") ? 1 : 0
        }
        let micro = Double(2 * right) / Double(2 * right + wrong + missed)
        let praise = Double(2 * praiseRight) / Double(2 * praiseRight + praiseWrong + praiseMissed)
        #expect(micro >= 0.7, "micro F1 \(micro)")
        #expect(praise >= 0.8, "recognition F1 \(praise)")
    }

    @Test func `whoever is thanked in an invented message is found`() throws {
        var right = 0
        var all = 0
        let lines = try Vectors.invented()
        for (line, signals) in zip(lines, reader.readNow(lines.map(\.passage))) {
            let truth = Set(line.truth.filter { $0.kind == "recognition" || $0.kind == "feedback" })
            for kind in Set(truth.map(\.kind)) {
                let found = Set(signals.map(\.label).filter { $0.kind == kind })
                guard !found.isEmpty else { continue }
                all += 1
                right += found == truth.filter { $0.kind == kind } ? 1 : 0
            }
        }
        #expect(all >= 12)
        #expect(Double(right) >= 0.9 * Double(all), "\(right) of \(all)")
    }

    @Test func `a batch reads as its messages one by one`() throws {
        let passages = try Vectors.invented().map(\.passage) + Vectors.parity().map(\.row.passage)
        let together = reader.readNow(passages)
        #expect(together == passages.map { reader.readNow([$0]).first ?? [] })
        #expect(together == Array(reader.readNow(passages.reversed()).reversed()))
    }

    @Test func `many tasks at once read the same`() async throws {
        let passages = try Vectors.invented().map(\.passage)
        let alone = reader.readNow(passages)
        let reader = reader
        await withTaskGroup(of: [[Signal]].self) { group in
            for _ in 0..<8 { group.addTask { reader.readNow(passages) } }
            for await result in group { #expect(result == alone) }
        }
    }

    @Test func `no text, speaker or mention makes the reader fail`() {
        var dice = Dice(state: 4)
        let alphabet = Array("ab @:`>.!?\n_-+1<é’👍漢:http://x \u{0}\u{FFFD}")
        for _ in 0..<400 {
            let length = Int.random(in: 0...80, using: &dice)
            func text() -> String { String((0..<length).compactMap { _ in alphabet.randomElement(using: &dice) }) }
            let passage = Passage(
                target: Utterance(
                    who: text(),
                    text: text(),
                    mentions: [.init(who: text(), span: 3..<90), .init(who: "", span: nil)]
                ),
                root: Bool.random(using: &dice) ? Utterance(who: "", text: text(), speakers: []) : nil,
                before: (0..<Int.random(in: 0...6, using: &dice)).map { _ in
                    Utterance(who: text(), text: text(), speakers: [text()])
                },
                reactions: ["tada": Int.random(in: -3...9, using: &dice), "": 0]
            )
            for signal in reader.readNow([passage]).joined() {
                #expect((0...1).contains(signal.confidence))
                #expect((1...5).contains(signal.stage))
                #expect(zip(signal.competencies, signal.competencies.dropFirst()).allSatisfy { $0.share >= $1.share })
            }
        }
    }

    @Test func `bytes that are no text are cut without fail`() {
        var dice = Dice(state: 9)
        var tokenizer = Tokenizer(limit: 300)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
                UInt8.random(in: .min ... .max, using: &dice)
            }
            bytes.withUnsafeBufferPointer { tokenizer.cut($0, names: [], spans: []) }
            #expect(tokenizer.counts.tokens <= Tokenizer.mostTokens)
        }
    }

    @Test func `a huge text is read up to its limit`() {
        let huge = String(repeating: "thanks a lot for the help ", count: 50_000)
        let cut = String(huge.prefix(Workbench.targetBytes))
        func kinds(_ text: String) -> [SignalKind] {
            reader.readNow([Passage(who: "a", text: text, before: [("b", "done")])]).joined().map(\.kind)
        }
        #expect(kinds(huge) == kinds(cut))
    }

    @Test(arguments: ["", " ", "\n\n", "\u{200B}", "*", "()"])
    func `nothing to read carries nothing`(text: String) {
        #expect(reader.readNow([Passage(who: "a", text: text)]) == [[]])
    }

    @Test func `the stamp names the reader and its weights`() {
        #expect(reader.stamp.name == "static")
        #expect(!reader.stamp.version.isEmpty)
    }

    @Test func `a kind allows only its own sorts of work`() {
        let launch = [1.0, 0, 0, 0, 0, 0]
        #expect(WorkClass(of: .coaching, shares: launch) == .enablement)
        #expect(WorkClass(of: .upkeep, shares: launch) == .upkeep)
        #expect(WorkClass(of: .delivery, shares: launch) == .launch)
        #expect(WorkClass(of: .delivery, shares: [0, 1, 0, 0, 0, 0]) == .upkeep)
        #expect(WorkClass(of: .recognition, shares: [0, 0, 0, 0, 0, 1]) == .craft)
    }
}
