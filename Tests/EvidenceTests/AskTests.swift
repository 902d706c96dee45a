import Evidence
import Testing
import Workspace

/// Talk without words, for tests: people go by letters, their accounts by `U` and the letter; minutes since the start.
struct MarkedTalk {
    var marks: [TalkMark] = []
    var channel: ChannelID = "C1"
    static let people: [AccountID: PersonID] = Dictionary(
        uniqueKeysWithValues: ["ana", "ben", "cem", "dua", "eve", "fay"].map { (AccountID("U" + $0), PersonID($0)) }
    )

    static func time(_ minute: Int64) -> MessageTime {
        MessageTime(microseconds: 1_767_600_000_000_000 + minute * 60_000_000)
    }

    mutating func say(
        _ minute: Int64,
        _ who: String,
        _ does: TalkMarks = [],
        naming named: [String] = [],
        thread: Int64? = nil,
        sort: Message.Sort = .words
    ) {
        marks.append(
            TalkMark(
                id: MessageID(channel: channel, time: Self.time(minute)),
                author: AccountID("U" + who),
                sort: sort,
                thread: thread.map(Self.time),
                marks: does,
                named: named.map { AccountID("U" + $0) }
            )
        )
    }

    func found(incidents: Set<ChannelID> = [], since: Int64 = .min) -> AskFinder.Found {
        AskFinder(people: Self.people, incidentChannels: incidents, since: since).find(in: marks)
    }
}

@Suite struct `Asks in talk` {
    @Test func `somebody who is named in a thread in which they had not spoken is summoned`() throws {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, thread: 0)
        talk.say(1, "ben", thread: 0)
        talk.say(2, "ana", .question, naming: ["cem", "ben"], thread: 0)
        let asks = talk.found().asks
        #expect(asks.map(\.helper) == ["ben", "cem"])
        #expect(asks.map(\.summoned) == [false, true])
    }

    @Test func `an answer that nobody asked for is no ask`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, thread: 0)
        talk.say(1, "ben", thread: 0)
        talk.say(2, "ana", .thanks, naming: ["ben"], thread: 0)
        #expect(talk.found().asks.isEmpty)
        #expect(talk.found().questions.map(\.repliedBy) == ["ben"])
    }

    @Test func `thanks and praise call nobody, a question beside them does`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .recognition, naming: ["ben"])
        talk.say(600, "ana", [.thanks, .request], naming: ["ben"])
        #expect(talk.found().asks.isEmpty)
        talk.say(1200, "ana", [.thanks, .question], naming: ["ben"])
        #expect(talk.found().asks.count == 1)
    }

    private static let kinds: [(TalkMarks, Ask.Kind)] = [
        (.question, .question), (.request, .question), (.asksReview, .unblock), (.stuck, .unblock),
        ([.question, .asksDecision], .decision), ([.incident, .question], .incident), ([], .mention),
        (.incident, .mention),
    ]

    @Test(arguments: kinds)
    func `the kind follows from what the message does`(does: TalkMarks, kind: Ask.Kind) {
        var talk = MarkedTalk()
        talk.say(0, "ana", does, naming: ["ben"])
        #expect(talk.found().asks.map(\.kind) == [kind])
    }

    @Test func `whoever is asked in the thread of an incident is asked about the incident, for a day`() {
        var talk = MarkedTalk()
        talk.say(0, "bot", .incident, thread: 0, sort: .bot)
        talk.say(5, "ana", .question, naming: ["ben"], thread: 0)
        talk.say(1500, "ana", .question, naming: ["cem"], thread: 0)
        #expect(talk.found().asks.map(\.kind) == [.incident, .question])
    }

    @Test func `in a channel for incidents a talk that begins with a question is about one`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ben"])
        #expect(talk.found(incidents: ["C1"]).asks.map(\.kind) == [.incident])
        #expect(AskFinder.isForIncidents("incidents") && AskFinder.isForIncidents("inc-2026-05"))
        #expect(!AskFinder.isForIncidents("incoming") && !AskFinder.isForIncidents("several"))
    }

    @Test func `an ask is resolved when somebody else closes it after the answer`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ben"], thread: 0)
        #expect(talk.found().asks.map(\.outcome) == [.none])
        talk.say(9, "ben", .settled, thread: 0)
        #expect(talk.found().asks.map(\.outcome) == [.answered], "the helper does not close the own answer")
        talk.say(12, "ana", .thanks, thread: 0)
        #expect(talk.found().asks.map(\.outcome) == [.resolved])
        #expect(talk.found().asks.first?.answeredAt == MarkedTalk.time(9).microseconds)
    }

    @Test func `thanks before the helper came are not for the helper`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ben"], thread: 0)
        talk.say(3, "cem", thread: 0)
        talk.say(5, "ana", .thanks, thread: 0)
        talk.say(9, "ben", thread: 0)
        let ask = talk.found().asks.first
        #expect(ask?.outcome == .answered)
        #expect(ask?.repliedAt == MarkedTalk.time(3).microseconds)
    }

    @Test func `outside threads a talk ends with a long pause`() {
        var talk = MarkedTalk()
        talk.say(0, "ben")
        talk.say(20, "ana", .question, naming: ["ben"])
        talk.say(200, "cem", .question, naming: ["ben"])
        talk.say(210, "ben")
        let asks = talk.found().asks
        #expect(asks.map(\.summoned) == [false, true])
        #expect(asks.map(\.outcome) == [.answered, .answered])
    }

    @Test func `asking again before there was an answer is one ask, as heavy as the heavier`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ben"], thread: 0)
        talk.say(60, "ana", .stuck, naming: ["ben"], thread: 0)
        #expect(talk.found().asks.map(\.kind) == [.unblock])
        talk.say(70, "ben", thread: 0)
        talk.say(90, "ana", .question, naming: ["ben"], thread: 0)
        #expect(talk.found().asks.map(\.summoned) == [true, false])
    }

    @Test func `nobody asks themselves, programs ask nobody and are asked nothing`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ana", "bot"])
        talk.say(1, "bot", .question, naming: ["ben"], sort: .bot)
        talk.say(2, "stranger", .question, naming: ["ben"])
        #expect(talk.found().asks.isEmpty)
    }

    @Test func `one person with two accounts has one voice`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ben"], thread: 0)
        talk.say(1, "ben2", thread: 0)
        var people = MarkedTalk.people
        people["Uben2"] = "ben"
        let asks = AskFinder(people: people).find(in: talk.marks).asks
        #expect(asks.map(\.outcome) == [.answered])
    }

    @Test func `what came before the first moment is context, not an ask`() {
        var talk = MarkedTalk()
        talk.say(0, "ana", .question, naming: ["ben"], thread: 0)
        talk.say(1, "cem", thread: 0)
        talk.say(90, "dua", .question, naming: ["cem"], thread: 0)
        let asks = talk.found(since: MarkedTalk.time(60).microseconds).asks
        #expect(asks.map(\.helper) == ["cem"] && asks.map(\.summoned) == [false])
    }

    @Test(arguments: 0..<200)
    func `the order in which marks come changes nothing`(seed: Int) {
        var random = SeededOrder(seed: UInt64(seed))
        var talk = MarkedTalk()
        let names = ["ana", "ben", "cem", "dua", "eve", "fay"]
        let does: [TalkMarks] = [[], .question, .thanks, .settled, .asksReview, [.incident, .question], .request]
        for channel in ["C1", "C2"] {
            talk.channel = ChannelID(channel)
            for minute in 0..<Int64(40) {
                let thread: Int64? = random.next(3) == 0 ? nil : Int64(random.next(Int(minute) / 5 + 1)) * 5
                let named = random.next(2) == 0 ? [names[random.next(6)]] : []
                talk.say(
                    minute * 7,
                    names[random.next(6)],
                    does[random.next(7)],
                    naming: named,
                    thread: thread.map { $0 * 7 }
                )
            }
        }
        let found = talk.found()
        #expect(!found.asks.isEmpty)
        #expect(found.asks.allSatisfy { $0.asker != $0.helper })
        #expect(found.asks.allSatisfy { ($0.outcome == .none) == ($0.answeredAt == nil) })
        for _ in 0..<4 {
            random.shuffle(&talk.marks)
            #expect(talk.found() == found)
        }
    }
}

/// Numbers that only look random: SplitMix64.
struct SeededOrder {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }

    mutating func shuffle<Element>(_ list: inout [Element]) {
        guard list.count > 1 else { return }
        for last in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(last, next(last + 1)) }
    }
}
