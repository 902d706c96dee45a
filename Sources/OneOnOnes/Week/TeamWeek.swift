public import Evidence
import Signals
public import Workspace
public import Writing

/// A team's week in place of a status round: who shipped, decided, unblocked, is stuck, helped; each line in somebody's words.
///
/// Source: `docs/methods.md`, "The team week". Nobody is listed for having said nothing, and nobody is counted.
public struct TeamWeek: Sendable, Hashable {
    /// The first day.
    public let from: CivilDate
    /// The last day.
    public let to: CivilDate
    /// Parts with something in them, in their order.
    public let parts: [Part]

    /// One part.
    public struct Part: Sendable, Hashable {
        /// What it gathers.
        public let sort: Sort
        /// Its lines, by name and time.
        public let lines: [Line]
    }

    /// What a part gathers.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// Something is finished.
        case shipped
        /// A question is settled.
        case decided
        /// Somebody else can go on.
        case unblocked
        /// Somebody cannot go on.
        case stuck
        /// Somebody understands more, or something keeps running.
        case helped

        /// Its heading.
        public var heading: String {
            switch self {
            case .shipped: "Shipped"
            case .decided: "Decided"
            case .unblocked: "Unblocked"
            case .stuck: "Stuck"
            case .helped: "Helped and kept running"
            }
        }
    }

    /// One thing of one person.
    public struct Line: Sendable, Hashable {
        /// Whose.
        public let person: PersonID
        /// The person's name.
        public let name: String
        /// What happened, with its evidence.
        public let sentence: Sentence
        /// The episode that it tells.
        public let episode: EpisodeID
    }

    /// What stands once, at the end.
    public static let silence =
        "Whoever is not named here was not seen in the channels read. That says nothing about their work."

    /// The same week with the lines about one person alone; parts without any are left out.
    public func only(_ person: PersonID) -> TeamWeek {
        TeamWeek(
            from: from,
            to: to,
            parts: parts.compactMap { part in
                let own = part.lines.filter { $0.person == person }
                return own.isEmpty ? nil : Part(sort: part.sort, lines: own)
            }
        )
    }

    /// The lines about one person, as that person sees them.
    public func lines(about person: PersonID) -> [(sort: Sort, line: Line)] {
        parts.flatMap { part in part.lines.filter { $0.person == person }.map { (part.sort, $0) } }
    }
}

/// Composes a team's week.
public struct TeamWeekComposer: Sendable {
    /// The first day.
    public let from: CivilDate
    /// The last day.
    public let to: CivilDate
    /// For whom it is written.
    public let reader: PrepReader
    /// Names of people, so that a name is known as one.
    public let names: Set<String>

    /// The most lines of one person in one part.
    static let perPart = 2
    /// How many episodes are tried for a part.
    static let tried = 12
    /// The most words of a quote.
    static let quoteWords = 18

    /// From one day to another, both included.
    public init(from: CivilDate, to: CivilDate, reader: PrepReader = .manager, names: Set<String> = []) {
        self.from = from
        self.to = to
        self.reader = reader
        self.names = names
    }

    /// One member with evidence that the member and the manager can open.
    public struct Member: Sendable {
        /// Who.
        public let person: Person
        /// What can be opened.
        public let entries: [LedgerEntry]

        /// Joins person and evidence.
        public init(person: Person, entries: [LedgerEntry]) {
            self.person = person
            self.entries = entries
        }
    }

    /// The week.
    public func compose(_ members: [Member]) -> TeamWeek {
        let weeks = members.map { member in
            Member(
                person: member.person,
                entries: member.entries.filter {
                    $0.state.isOpen && $0.confidence >= Happening.clearEnough && $0.moment >= from.microseconds
                        && $0.moment < to.microseconds + 86_400_000_000
                }
            )
        }
        let stuck = Dictionary(
            weeks.flatMap { member in
                member.entries.filter(Self.isStuck).compactMap { entry in Self.place(entry).map { ($0, entry) } }
            },
            uniquingKeysWith: { first, _ in first }
        )
        var lines: [TeamWeek.Sort: [TeamWeek.Line]] = [:]
        for member in weeks.sorted(by: { ($0.person.name, $0.person.id) < ($1.person.name, $1.person.id) }) {
            for (sort, found) in linesOf(member, stuck: stuck) { lines[sort, default: []] += found }
        }
        return TeamWeek(
            from: from,
            to: to,
            parts: TeamWeek.Sort.allCases.compactMap { sort in
                lines[sort].map { TeamWeek.Part(sort: sort, lines: $0) }
            }
        )
    }

    private func linesOf(_ member: Member, stuck: [MessageID: LedgerEntry]) -> [TeamWeek.Sort: [TeamWeek.Line]] {
        var desk = TellingDesk(
            member.person.name,
            open: member.entries,
            names: names,
            reader: reader,
            quoteWords: Self.quoteWords,
            whole: WholeQuote(subject: member.person.name, names: names)
        )
        let worth = EpisodeWorth(manager: nil, told: [], subject: member.person.name)
        var sorted: [TeamWeek.Sort: [Happening]] = [:]
        for episode in Happening.all(of: member.entries) {
            if let sort = sort(of: episode, stuck: stuck) { sorted[sort, default: []].append(episode) }
        }
        var lines: [TeamWeek.Sort: [TeamWeek.Line]] = [:]
        for (sort, episodes) in sorted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            // What says most comes in; where somebody is stuck, what was said last.
            let ranked = sort == .stuck ? episodes : ranked(episodes, worth)
            var told: [(episode: Happening, sentence: Sentence)] = []
            for episode in ranked.prefix(Self.tried) where told.count < Self.perPart {
                guard let sentence = desk.sentence(part(of: episode)) else { continue }
                told.append((episode, sentence))
            }
            lines[sort] = told.sorted { ($0.episode.last, $0.episode.id) > ($1.episode.last, $1.episode.id) }.map {
                TeamWeek.Line(
                    person: member.person.id,
                    name: member.person.name,
                    sentence: $0.sentence,
                    episode: $0.episode.id
                )
            }
        }
        return lines.filter { !$0.value.isEmpty }
    }

    private func ranked(_ episodes: [Happening], _ worth: EpisodeWorth) -> [Happening] {
        episodes.map { (episode: $0, worth: worth.worth($0)) }.sorted {
            ($0.worth, $0.episode.last, $0.episode.id) > ($1.worth, $1.episode.last, $1.episode.id)
        }.map(\.episode)
    }

    /// Where an episode belongs; nil for what is none of these.
    private func sort(of episode: Happening, stuck: [MessageID: LedgerEntry]) -> TeamWeek.Sort? {
        let kinds = Set(episode.own.map(\.kind))
        let last = episode.own.last { $0.kind != .recognition && $0.kind != .feedback }
        if let last, Self.isStuck(last), !episode.heard.contains(where: { $0.moment > last.moment }) { return .stuck }
        let isWayOut = episode.entries.contains { entry in
            guard !Self.isStuck(entry), let place = Self.place(entry), let blocker = stuck[place] else { return false }
            return blocker.subject != entry.subject && blocker.moment < entry.moment
        }
        if isWayOut { return .unblocked }
        if kinds.contains(.delivery) || episode.workClass == .launch { return .shipped }
        if kinds.contains(.decision) || episode.workClass == .decision { return .decided }
        if !kinds.isDisjoint(with: [.coaching, .upkeep]) || episode.workClass == .enablement
            || episode.workClass == .upkeep
        {
            return .helped
        }
        return nil
    }

    /// Of an episode in which the person is stuck, the words that say so.
    private func part(of episode: Happening) -> Happening {
        let last = episode.own.last { $0.kind != .recognition && $0.kind != .feedback }
        guard let last, Self.isStuck(last), let alone = Happening([last]) else { return episode }
        return alone
    }

    private static func isStuck(_ entry: LedgerEntry) -> Bool {
        entry.kind == .blocked && entry.voice.person == entry.subject
    }

    /// The thread in which something was said; outside threads, none.
    private static func place(_ entry: LedgerEntry) -> MessageID? {
        let thread = entry.thread ?? (isStuck(entry) ? entry.message.time : nil)
        return thread.map { MessageID(channel: entry.message.channel, time: $0) }
    }
}
