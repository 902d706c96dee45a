import Evidence
import Statistics
import Testing
import Workspace

@testable import OrgNetwork

@Suite struct `What holds for every network` {
    @Test(arguments: 0..<60)
    func `shares of a walk are positive and sum to one`(seed: Int) {
        let graph = MadeUpCalls.random(seed: UInt64(seed)).graph()
        for starts in [nil, graph.teamStarts] {
            let shares = graph.pageRank(starts: starts)
            #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
            #expect(shares.allSatisfy { $0 > 0 })
        }
    }

    @Test(arguments: 0..<60)
    func `the order of calls changes nothing, not even the last digit`(seed: Int) {
        var made = MadeUpCalls.random(seed: UInt64(seed))
        let graph = made.graph()
        var random = SeededRandom(UInt64(seed) + 1000)
        for _ in 0..<3 {
            made.asks.shuffle(using: &random)
            let other = made.graph()
            #expect(other.edges == graph.edges)
            #expect(other.pull == graph.pull)
            #expect(LoadCue.find(in: other, now: MadeUpCalls.now) == LoadCue.find(in: graph, now: MadeUpCalls.now))
            for person in graph.people.prefix(6) {
                #expect(
                    CallCard(of: person, in: other, now: MadeUpCalls.now)
                        == CallCard(of: person, in: graph, now: MadeUpCalls.now)
                )
            }
        }
    }

    @Test(arguments: 0..<40)
    func `whoever talks much, calls much or answers unasked moves nobody's own pull up`(seed: Int) throws {
        var made = MadeUpCalls.random(seed: UInt64(seed))
        let before = made.graph()
        let talker = MadeUpCalls.id(0)
        let place = try #require(before.place(of: talker))
        for helper in 1..<24 {
            made.call(0, helper, .mention, .none)
            // Volunteered answers of the talker are no calls to them.
            made.call(helper, 0, .question, .answered, summoned: false)
        }
        let after = made.graph()
        #expect(after.effectiveTeams[place] == before.effectiveTeams[place])
        #expect(after.incidentPull[place] == before.incidentPull[place])
        #expect(after.callers[place] == before.callers[place])
        let rise = after.pageRank(starts: after.teamStarts)[place] / before.pageRank(starts: before.teamStarts)[place]
        #expect(rise < 1.3, "only what flows back of their own votes")
    }

    @Test func `an asker has one vote, however often they call`() throws {
        var made = MadeUpCalls(people: 24)
        made.call(0, 8)
        made.call(9, 16)
        let few = made.graph().pageRank()
        for _ in 0..<500 { made.call(0, 8, .incident, .resolved) }
        let many = made.graph().pageRank()
        #expect(few[8] == many[8])
    }

    @Test func `calling oneself and being called by nobody count nothing`() {
        var made = MadeUpCalls(people: 16)
        for _ in 0..<9 { made.call(3, 3, .incident, .resolved) }
        let graph = made.graph()
        #expect(graph.edges.isEmpty && graph.calls.isEmpty)
        #expect(graph.pull.allSatisfy { $0 == graph.pull[0] })
    }

    @Test func `two people who call each other up all day weigh half`() {
        var made = MadeUpCalls(people: 16)
        for _ in 0..<5 {
            made.call(0, 8)
            made.call(8, 0)
        }
        let honest = made.graph(rules: .weightsOnly)
        #expect(made.graph().edges == honest.edges)
        made.call(0, 8)
        made.call(8, 0)
        let (halved, whole) = (made.graph(), made.graph(rules: .weightsOnly))
        for (left, right) in zip(halved.edges, whole.edges) { #expect(left.weight == right.weight / 2) }
    }

    @Test func `a channel that holds nearly all names tells nobody's calls`() {
        var made = MadeUpCalls(people: 16)
        made.call(0, 8, in: "C1")
        made.call(1, 9, in: "C2")
        let named: [ChannelID: Int] = ["C1": 70, "C2": 10, "C3": 10, "C4": 5, "C5": 5]
        #expect(made.graph(named: named).calls.map(\.channel) == ["C2"])
        #expect(made.graph(named: ["C1": 70, "C2": 10]).calls.count == 2, "two channels are too few to compare")
    }

    @Test func `a newer call weighs more than an older one, half after 120 days`() {
        var made = MadeUpCalls(people: 16)
        made.call(0, 8, .question, .resolved, daysAgo: 0)
        made.call(1, 9, .question, .resolved, daysAgo: 120)
        let graph = made.graph()
        let (new, old) = (graph.edges[0].weight, graph.edges[1].weight)
        #expect(abs(new - 0.693147) < 1e-5 && abs(old - 0.405465) < 1e-5)
    }
}
