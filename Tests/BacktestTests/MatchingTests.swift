import Backtest
import Evidence
import Testing
import Workspace

@Suite struct MatchingTests {
    static let people = [
        Person(id: "U1", name: "Ana Bell", account: "U1"), Person(id: "U2", name: "ben", account: "U2"),
        Person(id: "p3", name: "Cy Dorn", email: "cy@home.example", account: "U3"),
        Person(id: "U4", name: "Sam Ode", account: "U4"), Person(id: "U5", name: "Sam Ode", account: "U5"),
    ]
    static let accounts = [
        Account(id: "U1", name: "Ana Bell", handle: "ana"), Account(id: "U2", name: "ben", handle: "Ben"),
        Account(id: "U3", name: "cy", handle: "cydorn"), Account(id: "U9", name: "stranger", handle: "stranger"),
    ]
    static let index = PersonIndex(people: people, accounts: accounts)

    static func row(_ line: Int, _ names: [KnownRow.Name], day: String? = "2020-03-01") -> KnownRow {
        KnownRow(file: "moves.csv", line: line, names: names, day: day.flatMap { CivilDate($0) })
    }

    @Test(arguments: [
        ([KnownRow.Name(.account, "u1")], "U1"), ([.init(.handle, "@BEN")], "U2"),
        ([.init(.email, "CY@home.example")], "p3"),
        ([.init(.login, "cydorn")], "p3"), ([.init(.name, "ana  bell")], "U1"), ([.init(.handle, "U2")], "U2"),
        ([.init(.name, "Nobody"), .init(.login, "ana")], "U1"),
    ])
    func `a person is found by any name that is clear`(names: [KnownRow.Name], id: String) {
        let matching = RowMatching([Self.row(2, names)], in: Self.index)
        #expect(matching.moves.map(\.person.text) == [id])
        #expect(matching.unmatched.isEmpty && matching.ambiguous.isEmpty)
    }

    @Test func `who is nobody's or several people's is told, and without a name`() {
        let matching = RowMatching(
            [
                Self.row(2, [.init(.name, "Sam Ode")]),
                Self.row(3, [.init(.handle, "stranger"), .init(.name, "Real Name")]),
                Self.row(4, [.init(.name, "Real Name"), .init(.email, "r@home.example")]),
            ],
            in: Self.index
        )
        #expect(matching.moves.isEmpty)
        #expect(matching.ambiguous == ["moves.csv:2"])
        #expect(matching.unmatched == ["moves.csv:3 stranger", "moves.csv:4"])
    }

    @Test func `names of one row belong together in all rows`() {
        let rows = [
            Self.row(2, [.init(.login, "abell-dev"), .init(.name, "A. B.")]),
            Self.row(2, [.init(.account, "U1"), .init(.login, "abell-dev")], day: nil),
        ]
        #expect(RowMatching(rows, in: Self.index).moves.map(\.person.text) == ["U1"])
    }

    @Test func `who stood there already, left, or was looked at is kept apart`() {
        var standing = Self.row(2, [.init(.account, "U1")])
        standing.change = .already
        var later = Self.row(3, [.init(.account, "U2")], day: "2021-01-01")
        later.change = .already
        var left = Self.row(4, [.init(.account, "p3")])
        left.change = .left
        var candidate = Self.row(5, [.init(.account, "U4")], day: nil)
        candidate.cutoff = CivilDate("2020-01-01")
        candidate.moved = false
        let moved = Self.row(6, [.init(.account, "U2")])
        let matching = RowMatching([standing, later, left, candidate, moved], in: Self.index)
        #expect(matching.standing == ["U1"])
        #expect(matching.moves.map(\.person.text) == ["U2"])
        #expect(matching.departures == 1)
        #expect(matching.named.map(\.person.text) == ["U4"])
    }

    @Test(arguments: [
        (-10, KnownOutcomes.Outcome.leftOut(.already)), (0, .leftOut(.already)), (1, .leftOut(.frozen)),
        (90, .leftOut(.frozen)), (91, .candidate(moved: true)), (270, .candidate(moved: true)),
        (271, .candidate(moved: false)),
    ])
    func `freeze and horizon count from the cutoff`(wait: Int, expected: KnownOutcomes.Outcome) {
        let cutoff = CivilDate(days: 18_000)
        let outcomes = KnownOutcomes(moves: [KnownMove(person: "a", day: CivilDate(days: 18_000 + wait))])
        let plan = BacktestPlan(cutoffs: [cutoff])
        #expect(outcomes.outcome(of: "a", at: cutoff, said: nil, plan: plan) == expected)
        #expect(outcomes.outcome(of: "b", at: cutoff, said: nil, plan: plan) == .candidate(moved: false))
        #expect(outcomes.outcome(of: "b", at: cutoff, said: true, plan: plan) == .candidate(moved: true))
    }

    @Test func `where not every move has a day, everybody is read the freeze earlier`() {
        let cutoff = CivilDate(days: 18_000)
        let named = NamedCandidate(person: "a", cutoff: cutoff, moved: true)
        let dated = KnownOutcomes(moves: [KnownMove(person: "a", day: CivilDate(days: 18_100))], named: [named])
        let plan = BacktestPlan(cutoffs: [cutoff])
        let end = CivilDate(days: 18_001).microseconds - 1
        #expect(dated.horizon(of: cutoff, plan: plan) == end)
        #expect(KnownOutcomes(moves: [], named: [named]).horizon(of: cutoff, plan: plan) == end - 90 * 86_400_000_000)
    }

    @Test(arguments: [
        ("#maintainers", "maintainers", true), ("maintainers", "fabric-maintainers", false),
        ("*-maintainers", "fabric-maintainers", true), ("*", "", true), ("sec?et*", "Secret-council", true),
        ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false), ("", "x", false), ("C77", "whatever", true),
    ])
    func `masks are names with stars`(pattern: String, name: String, fits: Bool) {
        let channel = Channel(id: "C77", name: name)
        #expect(ChannelMask([pattern]).covers(channel) == fits)
        #expect(ChannelMask([pattern]).unused(among: [channel]) == (fits ? [] : [pattern]))
    }
}
