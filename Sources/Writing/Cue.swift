public import Evidence
public import Growth
import Signals
public import Workspace

/// One thing worth doing this week, with the evidence that suggests it and the day by which it helps.
///
/// Source: `docs/methods.md`, "Cues". About conditions and acts, never about worth; a cue is gone after its day.
public struct Cue: Sendable, Hashable {
    /// What sort of thing.
    public let kind: Kind
    /// Whom it concerns.
    public let person: PersonID
    /// What to do.
    public let title: String
    /// Why, in one sentence.
    public let why: Sentence
    /// The last day on which it helps.
    public let due: CivilDate
    /// What raised it: an entry, an episode, a state; the same cue is not raised twice.
    public let cause: String

    /// The same for the same thing about the same person, whenever it is composed.
    public var key: String { "\(kind.rawValue) \(person.text) \(cause)" }

    /// A cue that was on a week before.
    public struct Kept: Sendable, Hashable {
        /// Its key.
        public let key: String
        /// When it was first there, microseconds since 1970 UTC.
        public let opened: Int64
        /// True once somebody said what came of it.
        public let isClosed: Bool

        /// Joins its parts.
        public init(key: String, opened: Int64, isClosed: Bool) {
            self.key = key
            self.opened = opened
            self.isClosed = isClosed
        }
    }

    /// What somebody says about a cue.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// It was done.
        case done
        /// It was of no use.
        case notUseful = "not-useful"
    }

    /// What sort of thing; the order is the order in which they are shown.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Somebody cannot go on.
        case unblock
        /// The evidence says the next level's work: look at it together.
        case lookAtLevel
        /// Somebody has not heard anything for eight weeks.
        case breakSilence
        /// Somebody else saw something that the manager did not.
        case passThanksOn
        /// Little can be seen: ask those who were there.
        case ask
    }
}

/// Finds what is worth doing this week.
public struct CueComposer: Sendable {
    /// Now, microseconds since 1970 UTC.
    public var now: Int64

    /// The most cues that a week holds.
    public static let limit = 5
    /// How sure the reader must have been of praise that is passed on.
    static let sure = 0.75
    /// How many days a cue stays on a week.
    public static let lifetime = 7
    /// After so many days a lasting state may be raised again.
    static let season: Int64 = 91 * 86_400_000_000
    /// How long somebody can hear nothing before it is said, in days.
    static let silence = 56

    /// Knows the day.
    public init(now: Int64) { self.now = now }

    /// What is known about one person who reports to the reader.
    public struct Report: Sendable {
        /// The person.
        public let person: Person
        /// Evidence that counts.
        public let entries: [LedgerEntry]
        /// All that both sides can open: what is not settled yet cannot carry a cue, but it can make one untrue.
        public let open: [LedgerEntry]
        /// The clock against the next level; nil where no level is known.
        public let reading: ClockReading?

        /// Joins what is known.
        public init(person: Person, entries: [LedgerEntry], open: [LedgerEntry], reading: ClockReading?) {
            self.person = person
            self.entries = entries
            self.open = open
            self.reading = reading
        }
    }

    /// At most five cues, one a person, no kind more than twice; what was closed or is older than a week is gone for good.
    ///
    /// Shape: a cue that is on the week already stays there before new ones come. `key` is how the keeper of cues names one.
    public func compose(
        _ reports: [Report],
        for manager: PersonID,
        kept: [Cue.Kept] = [],
        key: (Cue) -> String = \.key
    ) -> [Cue] {
        let known = Dictionary(kept.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let all = reports.flatMap { cues(for: $0, manager: manager) }.filter { cue in
            known[key(cue)].map { !$0.isClosed && now < $0.opened + Int64(Self.lifetime) * 86_400_000_000 } ?? true
        }
        let order = Dictionary(uniqueKeysWithValues: Cue.Kind.allCases.enumerated().map { ($1, $0) })
        func place(_ cue: Cue) -> (Int, Int, PersonID) {
            (known[key(cue)] == nil ? 1 : 0, order[cue.kind] ?? 0, cue.person)
        }
        var chosen: [Cue] = []
        for cue in all.sorted(by: { place($0) < place($1) }) where chosen.count < Self.limit {
            let ofKind = chosen.filter { $0.kind == cue.kind }.count
            if ofKind < 2, !chosen.contains(where: { $0.person == cue.person }) { chosen.append(cue) }
        }
        return chosen.sorted { (order[$0.kind] ?? 0, $0.person) < (order[$1.kind] ?? 0, $1.person) }
    }

    private func cues(for report: Report, manager: PersonID) -> [Cue] {
        [
            unblock(report), lookAtLevel(report), breakSilence(report), passThanksOn(report, manager),
            ask(report, manager),
        ]
        .compactMap(\.self)
    }

    private func cue(_ kind: Cue.Kind, _ report: Report, _ title: String, _ why: Sentence, cause: String) -> Cue {
        Cue(kind: kind, person: report.person.id, title: title, why: why, due: friday, cause: cause)
    }

    /// The quarter of a year, counted from 1970: a lasting state is raised once in each.
    private var quarter: Int64 { now / Self.season }

    /// The Friday of this week, or the next one from Friday on.
    private var friday: CivilDate {
        let today = CivilDate(microseconds: now)
        let ahead = today.weekday < 5 ? 5 - today.weekday : 12 - today.weekday
        return CivilDate(days: today.days + ahead)
    }

    private func isRecent(_ entry: LedgerEntry, days: Int) -> Bool {
        entry.moment > now - Int64(days) * 86_400_000_000 && entry.moment <= now
    }

    private func unblock(_ report: Report) -> Cue? {
        let blocked = report.entries.filter {
            $0.kind == .blocked && $0.voice.person == report.person.id && isRecent($0, days: 14)
        }
        guard let entry = blocked.max(by: { $0.moment < $1.moment }), let words = Excerpt.of(entry.quote, words: 20)
        else {
            return nil
        }
        let why = Sentence(
            "On \(DateWords.day(of: entry.moment)) in #\(entry.channelName), \(report.person.name) said what stands in the way: “\(words)”.",
            sources: [entry.id],
            role: .claim
        )
        return cue(.unblock, report, "Clear the way for \(report.person.name)", why, cause: entry.id.text)
    }

    private func lookAtLevel(_ report: Report) -> Cue? {
        guard let reading = report.reading, let level = reading.level else { return nil }
        guard reading.state == .sustainedAtNext || reading.state == .operatingAtNext else { return nil }
        let why = Sentence(reading.headline.text, sources: Array(reading.headline.entries.suffix(6)), role: .note)
        return cue(
            .lookAtLevel,
            report,
            "Look at level \(level) together with \(report.person.name)",
            why,
            cause: "\(level) \(quarter)"
        )
    }

    private func breakSilence(_ report: Report) -> Cue? {
        func isHeard(_ entry: LedgerEntry) -> Bool {
            entry.voice.person != report.person.id && (entry.kind == .recognition || entry.kind == .feedback)
        }
        let heard = report.entries.filter(isHeard)
        guard !report.open.contains(where: { isHeard($0) && isRecent($0, days: Self.silence) }) else { return nil }
        guard heard.count >= 3, let last = heard.max(by: { $0.moment < $1.moment }),
            !isRecent(last, days: Self.silence)
        else { return nil }
        let why = Sentence(
            "The last word that \(report.person.name) was seen to get about the work is of \(DateWords.day(of: last.moment)), from \(last.voice.name) in #\(last.channelName).",
            sources: [last.id],
            role: .claim
        )
        return cue(.breakSilence, report, "Tell \(report.person.name) what you saw lately", why, cause: last.id.text)
    }

    private func passThanksOn(_ report: Report, _ manager: PersonID) -> Cue? {
        let recent = Happening.all(of: report.entries.filter { isRecent($0, days: 14) })
        let unseen = recent.filter { happening in
            happening.heard.contains { isWorthPassingOn($0) && $0.voice.team != report.person.team }
                && !happening.entries.contains { $0.voice.person == manager }
        }
        guard let best = unseen.max(by: { $0.substance < $1.substance }),
            let why = Telling(subject: report.person.name, quoteWords: 20).sentence(best)
        else { return nil }
        return cue(.passThanksOn, report, "Pass thanks on to \(report.person.name)", why, cause: best.id.text)
    }

    /// Clear praise of something: mere thanks says nothing that could be passed on, and an unsure reading may be of somebody else.
    private func isWorthPassingOn(_ entry: LedgerEntry) -> Bool {
        entry.kind == .recognition && entry.confidence >= Self.sure
            && entry.quote.split { !$0.isLetter && !$0.isNumber }.count >= 8
    }

    private func ask(_ report: Report, _ manager: PersonID) -> Cue? {
        guard let reading = report.reading, reading.requestDue, reading.state == .notEnoughEvidence else { return nil }
        // Whoever reads the cue knows what they saw themselves.
        let others = reading.whomToAsk.filter { $0.person != manager }
        guard !others.isEmpty else { return nil }
        let names = Telling.list(Array(others.prefix(3).map(\.name)))
        let why = Sentence(
            "Little can be seen of this work, which says nothing about it. \(names) may have been there.",
            role: .note
        )
        return cue(.ask, report, "Ask who saw \(report.person.name)'s work", why, cause: String(quarter))
    }
}
