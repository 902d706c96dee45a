public import Workspace

/// Finds who called whom, from messages without their words.
///
/// The answer follows from the marks alone: it does not depend on their order, on earlier runs or on the clock.
/// Source: `docs/methods.md`, "Asks".
public struct AskFinder: Sendable {
    /// Whose account is whose; messages by other accounts, programs among them, ask nothing.
    public let people: [AccountID: PersonID]
    /// Channels in which whoever asks, asks about an incident.
    public let incidentChannels: Set<ChannelID>
    /// Only asks from this moment on, microseconds since 1970 UTC; what came before is context.
    public let since: Int64

    /// How long an answer in a thread is waited for: 14 days, in microseconds.
    public static let patience: Int64 = 14 * 86_400_000_000
    /// How long an answer is waited for outside threads, where anybody may speak about anything: a day, in microseconds.
    public static let patienceInChannel: Int64 = 86_400_000_000
    /// How long a pause ends a talk outside threads: 45 minutes, in microseconds.
    public static let pause: Int64 = 45 * 60_000_000
    /// How long after its first message a thread is about an incident under way: a day, in microseconds.
    static let incidentLength: Int64 = 86_400_000_000

    /// Knows whose account is whose.
    public init(people: [AccountID: PersonID], incidentChannels: Set<ChannelID> = [], since: Int64 = .min) {
        self.people = people
        self.incidentChannels = incidentChannels
        self.since = since
    }

    /// Everybody of the people file who has an account; channels by name.
    public init(people: some Sequence<Person>, channels: some Sequence<Channel>, since: Int64 = .min) {
        let owned = people.compactMap { person in person.account.map { ($0, person.id) } }
        self.init(
            people: Dictionary(owned, uniquingKeysWith: { min($0, $1) }),
            incidentChannels: Set(channels.filter { Self.isForIncidents($0.name) }.map(\.id)),
            since: since
        )
    }

    /// True for names such as `incidents`, `inc-2026-05`, `outage-eu`.
    public static func isForIncidents(_ name: String) -> Bool {
        let parts = name.lowercased().split { !$0.isLetter }
        return parts.contains { ["incident", "incidents", "outage", "outages", "inc", "sev", "warroom"].contains($0) }
    }

    /// What was found.
    public struct Found: Sendable, Hashable {
        /// Who called whom, oldest first; calls to somebody who was in the talk already are not `summoned`.
        public var asks: [Ask] = []
        /// Messages that want something, oldest first: those that begin a talk, and those that call somebody by name.
        public var questions: [OpenQuestion] = []
        /// How often people are named in each conversation, for whatever reason.
        public var named: [ChannelID: Int] = [:]

        /// Nothing yet.
        public init() {}

        /// Adds what was found in another conversation.
        public mutating func add(_ other: Found) {
            asks += other.asks
            questions += other.questions
            named.merge(other.named, uniquingKeysWith: +)
        }

        /// Puts everything in order of time.
        public mutating func sort() {
            asks.sort { ($0.moment, $0.message, $0.helper) < ($1.moment, $1.message, $1.helper) }
            questions.sort { ($0.moment, $0.message) < ($1.moment, $1.message) }
        }
    }

    /// Asks in the talk of one or several conversations, in whatever order the marks come.
    public func find(in marks: some Sequence<TalkMark>) -> Found {
        var found = Found()
        for (channel, marks) in Dictionary(grouping: marks, by: \.id.channel) {
            let talk = ChannelTalk(marks, people: people, isForIncidents: incidentChannels.contains(channel))
            found.add(find(in: talk))
        }
        found.sort()
        return found
    }

    private func find(in talk: ChannelTalk) -> Found {
        var found = Found()
        var open: [Pending: Int] = [:]
        for index in talk.marks.indices {
            let mark = talk.marks[index]
            guard mark.sort == .words, mark.moment >= since, let asker = talk.who[index] else { continue }
            let kind = talk.kind(of: index)
            let named = helpers(named: mark.named, by: asker)
            if !named.isEmpty { found.named[mark.id.channel, default: 0] += named.count }
            if kind != .mention, !named.isEmpty || !mark.isReply {
                let reply = talk.reply(to: index)
                found.questions.append(
                    OpenQuestion(
                        message: mark.id,
                        asker: asker,
                        kind: kind,
                        marks: mark.marks,
                        named: named,
                        repliedAt: reply.map { talk.marks[$0].moment },
                        repliedBy: reply.flatMap { talk.who[$0] }
                    )
                )
            }
            guard kind != .mention || !mark.marks.praises else { continue }
            for helper in named {
                let key = Pending(talk: mark.thread, asker: asker, helper: helper)
                if let earlier = open[key], talk.isReminder(index, of: found.asks[earlier]) {
                    // Asked again before there was an answer: still one ask, as heavy as the heavier of the two.
                    found.asks[earlier].kind = Ask.Kind.heavier(found.asks[earlier].kind, kind)
                    continue
                }
                open[key] = found.asks.count
                found.asks.append(ask(index, kind, of: helper, by: asker, in: talk))
            }
        }
        return found
    }

    private func ask(
        _ index: Int,
        _ kind: Ask.Kind,
        of helper: PersonID,
        by asker: PersonID,
        in talk: ChannelTalk
    ) -> Ask {
        let answer = talk.answer(to: index, by: helper)
        let reply = talk.reply(to: index)
        let isSettled = answer.map { talk.isSettled(after: $0, by: helper, for: asker) } ?? false
        return Ask(
            message: talk.marks[index].id,
            thread: talk.marks[index].isReply ? talk.marks[index].thread : nil,
            asker: asker,
            helper: helper,
            kind: kind,
            outcome: answer == nil ? .none : isSettled ? .resolved : .answered,
            summoned: !talk.hasSpoken(helper, before: index),
            answeredAt: answer.map { talk.marks[$0].moment },
            repliedAt: reply.map { talk.marks[$0].moment }
        )
    }

    private func helpers(named: [AccountID], by asker: PersonID) -> [PersonID] {
        var helpers: [PersonID] = []
        for account in named {
            guard let helper = people[account], helper != asker, !helpers.contains(helper) else { continue }
            helpers.append(helper)
        }
        return helpers
    }

    private struct Pending: Hashable {
        /// The thread; nil outside threads.
        let talk: MessageTime?
        let asker: PersonID
        let helper: PersonID
    }
}

extension Ask.Kind {
    /// The one that comes first in `allCases`.
    static func heavier(_ left: Self, _ right: Self) -> Self { allCases.first { $0 == left || $0 == right } ?? left }
}
