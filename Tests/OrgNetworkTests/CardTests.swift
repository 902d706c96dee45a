import Evidence
import OrgNetwork
import Testing
import Workspace

@Suite struct `Cards of calls` {
    private static let now = MadeUpCalls.now

    private func text(_ made: MadeUpCalls, of person: Int, name: String? = "Mira") -> [String] {
        CallCard(of: MadeUpCalls.id(person), in: made.graph(), now: Self.now)
            .sentences(to: Addressee(name: name)).map(\.text)
    }

    @Test func `a card tells people, teams, incidents and what became of calls`() {
        var made = MadeUpCalls(people: 48)
        for (index, caller) in [8, 9, 16, 24, 32, 33, 40].enumerated() {
            made.call(caller, 0, index < 3 ? .incident : .question, index < 5 ? .resolved : .answered)
        }
        made.call(8, 0, .question, .none)
        made.call(8, 0, .question, .resolved)
        made.call(9, 0, .decision, .resolved)
        #expect(
            text(made, of: 0) == [
                "In 90 days 7 people from 5 other teams called Mira 10 times, 3 times during incidents.",
                "9 of 10 were answered; 7 settled, by thanks or by word that it works.",
                "One call asked for a decision.",
                "Several teams rely on Mira: team 1, team 2, team 3, team 4 and team 5.",
            ]
        )
        #expect(
            text(made, of: 0, name: nil).first
                == "In 90 days 7 people from 5 other teams called you 10 times, 3 times during incidents."
        )
    }

    @Test func `one call and no call are told plainly`() {
        var made = MadeUpCalls(people: 16)
        #expect(
            text(made, of: 0) == [
                "In 90 days nobody called Mira for anything by name in channels open to everyone. This says nothing about the work."
            ]
        )
        made.call(8, 0, .question, .none)
        #expect(
            text(made, of: 0) == [
                "In 90 days 1 person from 1 other team called Mira.", "It was not answered in the same talk.",
            ]
        )
    }

    @Test func `to be named is not to be called`() {
        var made = MadeUpCalls(people: 48)
        for caller in 8..<30 { made.call(caller, 0, .mention) }
        let card = CallCard(of: MadeUpCalls.id(0), in: made.graph(), now: Self.now)
        #expect(card.calls.isEmpty && !card.isCalledWidely)
        #expect(card.months.map(\.total).reduce(0, +) == 22)
        #expect(LoadCue.find(in: made.graph(), now: Self.now).isEmpty)
        #expect(TopicCalls.topics(in: made.graph(), optedIn: [], now: Self.now).isEmpty)
    }

    @Test func `every count can be opened`() {
        let made = MadeUpCalls.random(seed: 7, calls: 600)
        let graph = made.graph()
        for person in graph.people {
            let card = CallCard(of: person, in: graph, now: Self.now)
            let sentences = card.sentences(to: .you)
            guard !card.calls.isEmpty else { continue }
            #expect(sentences.first?.messages.count == Set(card.calls.map(\.message)).count)
            #expect(sentences.allSatisfy { Set($0.messages).isSubset(of: card.calls.map(\.message)) })
        }
    }

    @Test func `calls that are older than 90 days are on the chart and not in the sentences`() {
        var made = MadeUpCalls(people: 16)
        made.call(8, 0, .incident, daysAgo: 91)
        let card = CallCard(of: MadeUpCalls.id(0), in: made.graph(), now: Self.now)
        #expect(card.calls.isEmpty)
        #expect(card.months.count == 12 && card.months.map(\.total).reduce(0, +) == 1)
    }

    @Test func `no sentence compares, scores or judges anybody`() {
        let banned = [
            "score", "rank", "rating", "best", "worst", "more than", "less than", "top", "average", "burnout",
            "stressed",
            "at risk", "attitude", "slow", "fast",
        ]
        for seed in 0..<40 {
            let graph = MadeUpCalls.random(seed: UInt64(seed), calls: 500).graph()
            let cards = graph.people.map { CallCard(of: $0, in: graph, now: Self.now) }
            let cues = LoadCue.find(in: graph, now: Self.now)
            let texts =
                cards.flatMap { $0.sentences(to: .you) + $0.sentences(to: Addressee(name: "Mira")) }
                + cues.flatMap { cue in
                    [Addressee.you, Addressee(name: "Mira")].map { cue.sentence(to: $0) { _ in "help" } }
                }
            for text in texts {
                for word in banned { #expect(!text.text.lowercased().contains(word), "\(text.text)") }
            }
        }
    }
}

@Suite struct `Sharing the load` {
    private func made(calls: Int, elsewhere: Int = 0, teams: Int = 4) -> MadeUpCalls {
        var made = MadeUpCalls(people: 48)
        for index in 0..<calls { made.call(8 * (1 + index % teams), 0, in: "C9") }
        for index in 0..<elsewhere { made.call(8 * (1 + index % teams), 1, in: "C9") }
        return made
    }

    private func cues(_ made: MadeUpCalls) -> [LoadCue] { LoadCue.find(in: made.graph(), now: MadeUpCalls.now) }

    @Test func `what several teams call one person alone for is told`() {
        let cues = cues(made(calls: 8))
        #expect(cues.map(\.topic) == [.channel("C9"), .team("team 0")])
        #expect(cues.allSatisfy { $0.person == MadeUpCalls.id(0) && $0.calls.count == 8 })
    }

    @Test(arguments: [(7, 0, 4), (8, 6, 4), (12, 8, 4), (8, 0, 2), (40, 0, 1)])
    func `too few calls, a shared load or too few teams are not`(calls: Int, elsewhere: Int, teams: Int) {
        #expect(cues(made(calls: calls, elsewhere: elsewhere, teams: teams)).isEmpty)
    }

    @Test func `a team of one has nobody to share with, its channel is told all the same`() {
        var made = made(calls: 8)
        made.people = made.people.filter { $0.value != "team 0" || $0.key == MadeUpCalls.id(0) }
        #expect(cues(made).map(\.topic) == [.channel("C9")])
    }

    @Test func `the words go to the person as an offer and to the manager as a question`() throws {
        let cue = try #require(cues(made(calls: 9, elsewhere: 1)).last)
        let own = cue.sentence(to: .you) { _ in "help" }.text
        #expect(
            own
                == "Of 10 calls to team 0 by other teams in 90 days, 9 went to you, from team 1, team 2, team 3 and team 4. "
                + "If you would like to share the load, name who could learn it next."
        )
        let told = cue.sentence(to: Addressee(name: "Mira")) { _ in "help" }
        #expect(told.text.hasSuffix("Share the load: ask Mira who could be the second name, and make room for it."))
        #expect(told.messages.count == 9)
    }
}

@Suite struct `Topics and those who may be named` {
    @Test func `a channel is told from five callers on, and names only who chose to be`() {
        var made = MadeUpCalls(people: 48)
        for caller in 8..<13 { made.call(caller, 0, in: "C5") }
        for caller in 8..<13 { made.call(caller, 1, in: "C5") }
        for caller in 8..<12 { made.call(caller, 0, in: "C4") }
        let graph = made.graph()
        let topics = TopicCalls.topics(in: graph, optedIn: [], now: MadeUpCalls.now)
        #expect(topics.map(\.channel) == ["C5"] && topics.map(\.callers) == [5] && topics.map(\.calls) == [10])
        #expect(topics.allSatisfy { $0.toAsk.isEmpty })
        let named = TopicCalls.topics(
            in: graph,
            optedIn: [MadeUpCalls.id(1), MadeUpCalls.id(30)],
            now: MadeUpCalls.now
        )
        #expect(named.map(\.toAsk) == [[MadeUpCalls.id(1)]])
    }
}

@Suite struct `Waiting for an answer` {
    private static let monday = CivilDate(year: 2026, month: 9, day: 7).map(\.microseconds) ?? 0
    private static let hour: Int64 = 3_600_000_000

    private static let waits: [(from: Int, to: Int, hours: Double)] = [
        (9, 11, 2), (7, 9, 1), (16, 33, 2), (112, 177, 2), (18, 19, 0), (11, 9, 0),
    ]

    @Test(arguments: waits)
    func `nights and weekends count nothing`(from: Int, to: Int, hours: Double) {
        let working = WorkingHours(habits: [])
        #expect(working.start == 8)
        let moment = { (hour: Int) -> Int64 in Self.monday + Int64(hour) * Self.hour }
        #expect(working.hours(from: moment(from), to: moment(to)) == hours)
    }

    @Test func `the hours are the person's own, wherever they live`() {
        let evenings = (0..<40).map { (index: Int) -> Int64 in
            let hour = index / 4 * 24 + 18 + index % 8
            return Self.monday + Int64(hour) * Self.hour
        }
        let working = WorkingHours(habits: evenings)
        #expect((17...18).contains(working.start))
    }

    @Test func `times are held against the person's own time before, with enough of both`() {
        var made = MadeUpCalls(people: 16)
        for index in 0..<5 { made.call(8, 0, .question, .answered, daysAgo: Double(index + 1) * 3) }
        let few = ResponseTime.times(of: MadeUpCalls.id(0), in: made.graph(), now: MadeUpCalls.now)
        #expect(few.isEmpty)
        for index in 0..<5 { made.call(8, 0, .question, .answered, daysAgo: 100 + Double(index) * 5) }
        let times = ResponseTime.times(of: MadeUpCalls.id(0), in: made.graph(), now: MadeUpCalls.now)
        #expect(times.map(\.kind) == [.question] && times.map(\.calls) == [5])
    }
}

@Suite struct `Bridges` {
    @Test func `two teams that both call somebody and never each other are told`() {
        var made = MadeUpCalls(people: 32)
        for _ in 0..<3 {
            made.call(8, 0)
            made.call(16, 0)
            made.call(24, 0)
        }
        made.call(9, 17)
        made.call(17, 9)
        let bridges = Bridge.bridges(of: MadeUpCalls.id(0), in: made.graph(), now: MadeUpCalls.now)
        #expect(bridges.map(\.teams) == [["team 1", "team 3"], ["team 2", "team 3"]])
        #expect(bridges.first?.sentence(to: .you).text == "team 1 and team 3 both call you and hardly call each other.")
    }
}
