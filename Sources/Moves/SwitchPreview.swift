public import Evidence
public import Ladder
import Signals
public import Workspace

/// What a change of track would mean for one person, side by side, before anybody decides anything.
public struct SwitchPreview: Sendable, Hashable {
    /// Whose.
    public let person: PersonID
    /// The person's level; it stays.
    public let level: Int
    /// The present track and what it calls the level.
    public let from: Side
    /// The other track and what it calls the level; nil where it has no such level.
    public let to: Side?
    /// The track that was asked for.
    public let track: Track
    /// Why it is not possible now; nil when it is.
    public let obstacle: MoveError?
    /// What happens to pay, in words.
    public let pay: String
    /// What happens to decision rights, budget and say in hiring, in words; nil where the ladder says nothing of them.
    public let authority: String?
    /// What evidence counts afterwards, by competency of the track that was asked for.
    public let competencies: [Line]
    /// Competencies of the present track that wait; their evidence counts whole again after a return.
    public let waiting: [Line]
    /// What happens to the clock.
    public let clock: String
    /// What settling means.
    public let settling: String
    /// The right to return, with its last day.
    public let rightToReturn: String
    /// The last day of settling, and of the right to return, were it to begin today.
    public let settlingUntil: CivilDate, returnUntil: CivilDate

    /// One track's view of the level.
    public struct Side: Sendable, Hashable {
        /// The track's name.
        public let track: String
        /// The title.
        public let title: String
        /// The work in one sentence.
        public let summary: String
    }

    /// One competency.
    public struct Line: Sendable, Hashable, Identifiable {
        /// The competency's id.
        public let id: String
        /// Its name.
        public let name: String
        /// The stage that the level asks for.
        public let stage: Int?
        /// How much of the evidence counts, 0 to 1.
        public let weight: Double
        /// The competency whose evidence it is, by name; nil where nothing carries over.
        public let source: String?
        /// How many pieces of settled evidence that is.
        public let evidence: Int
        /// In words.
        public let words: String
    }

    /// Looks ahead.
    ///
    /// Shape: `zone` is the person's pay zone, nil where it is not known; `entries` are the person's ledger.
    /// Errors: `MoveError.noLevel`, `.sameTrack`.
    public init(
        _ person: Person,
        to track: Track,
        ladder: CareerLadder,
        zone: String?,
        entries: [LedgerEntry],
        today: CivilDate
    ) throws(MoveError) {
        guard let level = person.level else { throw .noLevel(person: person.name) }
        guard person.track != track else { throw .sameTrack(track) }
        let present: LadderTrack = person.track == .ic ? .ic : .management
        let target = present.other
        let counts = Self.counts(of: entries, about: person.id)
        let moveDay = today
        let settlingEnd = CivilDate(days: moveDay.days + ladder.rules.settlingDays - 1)
        let returnEnd = moveDay.adding(months: ladder.rules.returnMonths)
        self.person = person.id
        self.level = level
        self.track = track
        from =
            Self.side(present, level, ladder) ?? Side(track: person.track.words, title: person.title ?? "", summary: "")
        to = Self.side(target, level, ladder)
        obstacle =
            to == nil ? .noCounterpart(level: level, track: track, levels: ladder.levels(on: target)) : nil
        pay = PayParity(level: level, zone: zone, ladder: ladder).switchWords
        authority = ladder.level(level)?.authority.map {
            "The same on both tracks. Decides: \($0.decides) Budget: \($0.budget) Hiring: \($0.hiring)"
        }
        competencies = ladder.competencies(for: target, family: person.family).map { competency in
            Self.line(competency, level: level, target: target, ladder: ladder, counts: counts)
        }
        waiting = ladder.competencies(for: present, family: person.family).filter { $0.track != .shared }.map {
            Line(
                id: $0.id,
                name: $0.name,
                stage: ladder.required($0.id, track: present, level: level),
                weight: 0,
                source: nil,
                evidence: counts[$0.id] ?? 0,
                words: "waits; its evidence counts whole again after a return"
            )
        }
        clock = Self.clockWords(person)
        settling =
            "Until \(settlingEnd), \(ladder.rules.settlingDays) days, windows that speak against are left out of the count, colleagues are asked every six weeks, and every reading says that the person is settling."
        rightToReturn =
            "Until \(returnEnd), \(ladder.rules.returnMonths) months, the person can return to the present track on their own word, at the level and pay of that day."
        settlingUntil = settlingEnd
        returnUntil = returnEnd
    }

    /// Everything that it says, line by line.
    public var sentences: [String] {
        [obstacle?.words, pay, authority, clock, settling, rightToReturn].compactMap(\.self)
            + (competencies + waiting).map { "\($0.name): \($0.words)" }
    }

    private static func side(_ track: LadderTrack, _ level: Int, _ ladder: CareerLadder) -> Side? {
        ladder.role(track, level: level).map {
            Side(track: ladder.tracks[track]?.name ?? track.rawValue, title: $0.title, summary: $0.summary)
        }
    }

    private static func counts(of entries: [LedgerEntry], about person: PersonID) -> [String: Int] {
        let counting = entries.filter { $0.subject == person && $0.state.counts }
        return Dictionary(
            counting.compactMap { $0.competencies.first?.competency }.map { ($0, 1) },
            uniquingKeysWith: +
        )
    }

    private static func line(
        _ competency: Competency,
        level: Int,
        target: LadderTrack,
        ladder: CareerLadder,
        counts: [String: Int]
    ) -> Line {
        let best = ladder.competencies.map { ($0, ladder.carryOver(from: $0.id, to: competency.id)) }
            .max { $0.1 < $1.1 }
        let weight = best?.1 ?? 0
        let source = weight > 0 ? best?.0 : nil
        let evidence = source.flatMap { counts[$0.id] } ?? 0
        let pieces = evidence == 1 ? "one piece" : "\(evidence) pieces"
        let words =
            if weight >= 1 {
                "carries over whole: \(pieces) of settled evidence"
            } else if let source {
                "counts with \(Int((weight * 100).rounded())) % from \(source.name): \(pieces) of settled evidence"
            } else {
                "starts fresh; nothing is expected of it while settling"
            }
        return Line(
            id: competency.id,
            name: competency.name,
            stage: ladder.required(competency.id, track: target, level: level),
            weight: weight,
            source: source?.name,
            evidence: evidence,
            words: words
        )
    }

    private static func clockWords(_ person: Person) -> String {
        let since = person.levelSince.map { " The level is held since \($0), and that day stays." } ?? ""
        return
            "The level-up clock keeps running; it looks at the next level of the new track.\(since) Evidence from before the change counts with the weights below."
    }
}
