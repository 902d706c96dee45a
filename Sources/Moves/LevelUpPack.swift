public import Evidence
public import Growth
public import Ladder
import Signals
public import Workspace

/// What a decider gets to see of a level-up: settled evidence since the last move, by competency, and the clock's gates.
public struct LevelUpPack: Sendable, Hashable {
    /// Whose.
    public let person: PersonID
    /// The level that it is about.
    public let level: Int
    /// From which day on evidence counts: the last move, or the first day at the level; nil where neither is known.
    public let since: CivilDate?
    /// The clock's state; nil at the top of the ladder.
    public let state: LevelState?
    /// The state in words.
    public let headline: String
    /// Gates of the clock that are met.
    public let met: [ClockReading.Gate]
    /// Gates of the clock that are not met yet.
    public let unmet: [ClockReading.Gate]
    /// Each competency that the level asks for, in the ladder's order.
    public let sections: [Section]
    /// Settled evidence that speaks to none of them.
    public let others: [LedgerEntry]
    /// The ladder, id, version and content.
    public let ladder: String

    /// One competency.
    public struct Section: Sendable, Hashable, Identifiable {
        /// The competency's id.
        public let id: String
        /// Its name.
        public let name: String
        /// The stage that the present level asks for; nil where the present track does not.
        public let present: Int?
        /// The stage that the level asks for.
        public let asked: Int
        /// The ladder's words for the stage.
        public let statement: String
        /// How far the evidence leans, in words.
        public let leaning: String
        /// Settled evidence, oldest first.
        public let entries: [LedgerEntry]

        /// True where the level asks for more than the present one.
        public var rises: Bool { present.map { asked > $0 } ?? true }
    }

    /// Puts a pack together.
    ///
    /// - Parameters:
    ///   - person: whose it is.
    ///   - reading: the clock against the level.
    ///   - entries: the person's ledger; what does not count, or came before the last move, is left out.
    ///   - ladder: the ladder in force.
    ///   - since: the day of the last move, or the first day at the level.
    public init(
        _ person: Person,
        reading: ClockReading,
        entries: [LedgerEntry],
        ladder: CareerLadder,
        since: CivilDate?
    ) {
        let level = reading.level ?? reading.presentLevel
        let counting = entries.filter { entry in
            entry.subject == person.id && entry.state.counts && entry.kind != .blocked
                && since.map { CivilDate(microseconds: entry.moment) >= $0 } ?? true
        }.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        let asked = Set(reading.competencies.map(\.id))
        var bySection: [String: [LedgerEntry]] = [:]
        var others: [LedgerEntry] = []
        for entry in counting {
            if let competency = entry.competencies.first(where: { asked.contains($0.competency) })?.competency {
                bySection[competency, default: []].append(entry)
            } else {
                others.append(entry)
            }
        }
        self.person = person.id
        self.level = level
        self.since = since
        self.state = reading.state
        self.headline = reading.headline.text
        self.met = reading.gates.filter(\.isMet)
        self.unmet = reading.gates.filter { !$0.isMet }
        self.others = others
        self.ladder = ladder.stamp
        sections = reading.competencies.map { competency in
            Section(
                id: competency.id,
                name: competency.name,
                present: competency.present,
                asked: competency.target,
                statement: ladder.statement(competency.id, stage: competency.target, family: person.family) ?? "",
                leaning: competency.words,
                entries: bySection[competency.id] ?? []
            )
        }
    }

    /// How many pieces of evidence it holds.
    public var count: Int { sections.reduce(others.count) { $0 + $1.entries.count } }

    /// What is written down when it is shown: state, ladder, and a hash of the items.
    public var seen: String {
        let items = (sections.flatMap(\.entries) + others).map(\.id.text).sorted()
        return
            "state \(state?.rawValue ?? "none") · ladder \(ladder) · \(items.count) items \(StableHash.hexadecimal(items))"
    }

    /// The rule that a decider means: a gate or a competency by its id, or own words.
    ///
    /// Errors: `MoveError.unknownRule`.
    public func rule(_ text: String) throws(MoveError) -> UnmetRule {
        if let gate = (unmet + met).first(where: { $0.kind.rawValue == text }) { return .gate(gate.words) }
        if let section = sections.first(where: { $0.id == text }) {
            return .stage(name: section.name, stage: section.asked, statement: section.statement)
        }
        guard text.split(whereSeparator: \.isWhitespace).count >= 3 else {
            throw .unknownRule(text, known: unmet.map(\.kind.rawValue) + sections.map(\.id))
        }
        return .own(text)
    }
}
