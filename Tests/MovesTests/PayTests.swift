import Ladder
import Moves
import Testing
import Workspace

@Suite struct `Pay in a statement` {
    private let range = """
            ranges:
              - {track: ic, zone: north, currency: EUR, lower: 80000, middle: 100000, upper: 120000}
              - {track: management, zone: north, currency: EUR, lower: 80000, middle: 101000, upper: 121000}

        """

    @Test func `compa-ratio and penetration look at pay as for full time`() throws {
        let band = try #require(try ladder().level(5)?.ranges.first)
        let position = try #require(BandPosition(Pay(base: 4_500_000, currency: "EUR", share: 0.5), in: band))
        #expect(position.compaRatio == 0.9)
        #expect(position.penetration == 0.25)
        #expect(position.words == "in the first third of the range")
        #expect(BandPosition(Pay(base: 4_500_000, currency: "USD"), in: band) == nil)
        #expect(BandPosition(Pay(base: 4_500_000), in: band)?.words.hasPrefix("below the range") == true)
        #expect(BandPosition(Pay(base: 14_500_000), in: band)?.words == "above the range")
    }

    @Test func `parity is said per level and zone`() throws {
        let ladder = try ladder()
        guard case .holds(let difference) = PayParity(level: 5, zone: "north", ladder: ladder).verdict else {
            Issue.record("the ranges agree within two percent")
            return
        }
        #expect(abs(difference - 0.01) < 1e-12)
        #expect(PayParity(level: 5, zone: nil, ladder: ladder).zone == "north")
        #expect(PayParity(level: 5, zone: "south", ladder: ladder).verdict == .noRanges)
        #expect(PayParity(level: 6, zone: "north", ladder: ladder).verdict == .noRanges)
    }

    private func ladder() throws -> CareerLadder { try Invented.ladder(ranges: range) }

    @Test func `averages leave out groups under five, and whatever would give one away`() {
        func told(_ sizes: [(String?, Int)]) -> [String] {
            let members = sizes.flatMap { group, count in (0..<count).map { (group: group, pay: Double(100 + $0)) } }
            return CategoryAverages(members).rows.map(\.group)
        }
        #expect(told([("women", 5), ("men", 7)]) == ["everybody", "women", "men"])
        #expect(told([("women", 4), ("men", 7)]) == ["men"], "everybody less the men would be four women")
        #expect(told([("women", 4), ("men", 4)]) == ["everybody"])
        #expect(told([("women", 5), ("men", 5), (nil, 1)]) == ["women", "men"])
        #expect(told([("women", 2), ("men", 2)]) == [])
        #expect(told([(nil, 5)]) == ["everybody"])
    }

    @Test func `from any pair of averages nobody under five can be told`() {
        var random = SeededRandom(11)
        for _ in 0..<500 {
            let members = (0..<Int(random.next() % 30)).map { _ in
                (group: ["women", "men", "another", nil][Int(random.next() % 4)], pay: Double(random.next() % 1000))
            }
            let averages = CategoryAverages(members)
            let parts = averages.rows.filter { $0.group != "everybody" }
            for row in averages.rows { #expect(row.count >= 5) }
            if let all = averages.rows.first(where: { $0.group == "everybody" }) {
                // Every difference of the whole and some of its told parts is nobody, or five and more.
                for mask in 0..<(1 << parts.count) {
                    let rest =
                        all.count - parts.indices.filter { mask >> $0 & 1 == 1 }.reduce(0) { $0 + parts[$1].count }
                    #expect(rest == 0 || rest >= 5)
                }
            }
        }
    }
}

@Suite struct `Answers in groups` {
    private func tally(_ sizes: [String: Int]) -> [String: [Choice: Int]] { sizes.mapValues { [.yes: $0] } }

    @Test func `groups under five stay untold, and are never the only ones`() {
        let groups = ChoiceGroups(tally(["a": 20, "b": 9, "c": 3]))
        #expect(groups.rows.map(\.group) == ["a"])
        #expect(groups.hidden == ["b", "c"])
        #expect(ChoiceGroups(tally(["a": 20, "b": 5])).hidden == [])
        #expect(ChoiceGroups(tally(["a": 20, "b": 1, "c": 1])).rows.isEmpty)
        #expect(ChoiceGroups(tally(["a": 4])).rows.isEmpty)
    }

    @Test func `in any tally, those who stay untold are nobody, or five and more in two groups`() {
        var random = SeededRandom(5)
        for _ in 0..<1000 {
            let sizes = (0..<Int(random.next() % 8)).map { ("g\($0)", Int(random.next() % 14)) }
            let groups = ChoiceGroups(tally(Dictionary(uniqueKeysWithValues: sizes)))
            let total = sizes.reduce(0) { $0 + $1.1 }
            let told = groups.rows.reduce(0) { $0 + $1.answers }
            #expect(groups.rows.allSatisfy { $0.answers >= 5 })
            #expect(total == told || total - told >= 5 || groups.rows.isEmpty)
            #expect(groups.hidden.count != 1 || groups.rows.isEmpty)
        }
    }

    @Test func `a unanimous group looks like one that nearly is`() {
        let all = ChoiceGroups(["a": [.no: 10]]).rows.first?.shares
        let most = ChoiceGroups(["a": [.no: 8, .yes: 1, .notSure: 1]]).rows.first?.shares
        #expect(all == most && all?[.no] == .most && all?[.yes] == .few)
    }
}

@Suite struct `The report over changes of track` {
    private func move(_ number: Int, level: Int = 5, state: MoveState = .granted) -> Move {
        Move(
            id: MoveID("p", number: number),
            person: "p",
            kind: .trackSwitch,
            from: Standing(.ic, 5),
            to: Standing(.management, level),
            state: state,
            begun: Int64(number),
            day: Invented.today,
            ladder: "l"
        )
    }

    @Test func `shows that nobody was paid less, and finds it when somebody was`() {
        let same = (before: Pay(base: 100, currency: "EUR"), after: Pay(base: 50, currency: "EUR", share: 0.5))
        let less = (before: Pay(base: 10_000, currency: "EUR"), after: Pay(base: 9_900, currency: "EUR"))
        let good = SwitchReport([move(1), move(2), move(3, state: .refused)], pay: ["p.1": same])
        #expect(good.switches == 2 && good.payKnown == 1 && good.payUntouched == 1 && good.isWithoutLoss)
        #expect(good.words.contains("Nobody was paid less"))
        let bad = SwitchReport([move(1)], pay: ["p.1": less])
        #expect(bad.lowerPay == ["p.1"] && !bad.isWithoutLoss)
        #expect(!SwitchReport([move(1, level: 4)], pay: [:]).isWithoutLoss)
        #expect(MoveWording.found(in: good.words + bad.words).isEmpty)
    }
}
