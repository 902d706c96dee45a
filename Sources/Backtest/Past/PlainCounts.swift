public import Evidence
import Signals
public import Workspace

/// What anybody could count without a clock.
public enum PlainCount: String, Sendable, Hashable, CaseIterable, Codable {
    /// Messages written.
    case messages
    /// Days with a message.
    case days
    /// Channels with a message.
    case channels
    /// Times named by somebody else.
    case mentions
    /// People who named the person.
    case mentioners
    /// Thanks and praise received.
    case thanks
    /// People who gave thanks or praise.
    case thankers
    /// People who spoke next after the person in the same talk.
    case repliers
}

/// Plain counts of everybody over a stretch of time.
public struct PlainCounts: Sendable, Hashable {
    private var tallies: [PersonID: Tally] = [:]

    private struct Tally: Sendable, Hashable {
        var messages = 0.0
        var mentions = 0.0
        var thanks = 0.0
        var days: Set<Int> = []
        var channels: Set<ChannelID> = []
        var mentioners: Set<PersonID> = []
        var thankers: Set<PersonID> = []
        var repliers: Set<PersonID> = []
    }

    /// Counts over messages and praise.
    ///
    /// - Parameters:
    ///   - marks: messages without their words, by channel and time
    ///   - praise: recognition in the ledger: to whom, by whom, when
    ///   - people: whose account is whose
    ///   - range: moments, microseconds since 1970 UTC
    public init(
        _ marks: some Sequence<TalkMark>,
        praise: [Praise],
        people: [AccountID: PersonID],
        range: ClosedRange<Int64>
    ) {
        var last: (channel: ChannelID, thread: MessageTime?, who: PersonID, at: Int64)?
        for mark in marks where mark.sort == .words && range.contains(mark.moment) {
            guard let author = mark.author.flatMap({ people[$0] }) else { continue }
            tallies[author, default: Tally()].messages += 1
            tallies[author]?.days.insert(CivilDate(microseconds: mark.moment).days)
            tallies[author]?.channels.insert(mark.id.channel)
            for named in mark.named {
                guard let person = people[named], person != author else { continue }
                tallies[person, default: Tally()].mentions += 1
                tallies[person]?.mentioners.insert(author)
            }
            let thread = mark.isReply ? mark.thread : nil
            if let before = last, before.channel == mark.id.channel, before.thread == thread, before.who != author,
                mark.moment - before.at <= AskFinder.pause
            {
                tallies[before.who, default: Tally()].repliers.insert(author)
            }
            last = (mark.id.channel, thread, author, mark.moment)
        }
        for one in praise where range.contains(one.moment) {
            tallies[one.to, default: Tally()].thanks += 1
            tallies[one.to]?.thankers.insert(one.by)
        }
    }

    /// Somebody thanked or praised somebody.
    public struct Praise: Sendable, Hashable {
        let to: PersonID
        let by: PersonID
        let moment: Int64

        /// Recognition by somebody else who is known; nil for every other entry.
        public init?(_ entry: LedgerEntry) {
            guard entry.kind == .recognition, let by = entry.voice.person, by != entry.subject else { return nil }
            to = entry.subject
            self.by = by
            moment = entry.moment
        }
    }

    /// One count of a person.
    public func value(_ count: PlainCount, of person: PersonID) -> Double {
        guard let tally = tallies[person] else { return 0 }
        return switch count {
        case .messages: tally.messages
        case .days: Double(tally.days.count)
        case .channels: Double(tally.channels.count)
        case .mentions: tally.mentions
        case .mentioners: Double(tally.mentioners.count)
        case .thanks: tally.thanks
        case .thankers: Double(tally.thankers.count)
        case .repliers: Double(tally.repliers.count)
        }
    }

    /// Everybody who wrote at least so many messages, by id.
    public func writers(of minimum: Int) -> [PersonID] {
        tallies.filter { $0.value.messages >= Double(max(1, minimum)) }.keys.sorted()
    }
}
