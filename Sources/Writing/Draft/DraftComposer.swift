public import Evidence
import Signals
public import Workspace

/// Composes a review draft, or a self review, from evidence that counts.
///
/// Source: `docs/methods.md`, "Review draft". Pure: the same evidence and choices give the same text.
public struct DraftComposer: Sendable {
    /// Whom it is about.
    public var person: Person
    /// The first day of the period.
    public var from: CivilDate
    /// The last day of the period.
    public var to: CivilDate
    /// Competencies of the person's track in the ladder's order: id and name.
    public var competencies: [(id: String, name: String)]
    /// Growth edges, at most two are used.
    public var edges: [GrowthEdge]
    /// The clock's reading in words.
    public var levelWords: String
    /// Who speaks: others about the person, or the person.
    public var perspective: Perspective
    /// What was decided about the draft.
    public var choices: DraftChoices
    /// Names of everybody in the workspace, so that names are known as such.
    public var names: Set<String>
    /// What became of decisions, by the evidence that tells them, such as `stands` or `was amended on 3 May`.
    public var outcomes: [EntryID: String]

    /// The most words of a quote that is cut; whole sentences may have more.
    static let quoteWords = 20
    /// The most words of whole sentences that are quoted together.
    static let passageWords = 44
    /// The most words that a draft has.
    static let mostWords = 600

    /// Joins what is known before the evidence.
    public init(
        person: Person,
        from: CivilDate,
        to: CivilDate,
        competencies: [(id: String, name: String)],
        edges: [GrowthEdge],
        levelWords: String,
        perspective: Perspective = .others,
        choices: DraftChoices = DraftChoices(),
        names: Set<String> = [],
        outcomes: [EntryID: String] = [:]
    ) {
        self.person = person
        self.from = from
        self.to = to
        self.competencies = competencies
        self.edges = edges
        self.levelWords = levelWords
        self.perspective = perspective
        self.choices = choices
        self.names = names
        self.outcomes = outcomes
    }

    /// The draft; a composed claim that fails the check is left out, words by hand stay and show what is wrong with them.
    ///
    /// Shape: `entries` are all of the person's, also those that do not count any more, so that broken lines can say why.
    public func compose(_ entries: [LedgerEntry]) -> ReviewDraft {
        DraftWork(composer: self, entries: entries).draft()
    }

    /// The sentences of a kept draft against the evidence as it is now: nothing is composed, nothing goes away.
    public func recheck(
        _ lines: [DraftChoices.Edit],
        origin: DraftLine.Origin,
        against entries: [LedgerEntry]
    )
        -> [DraftLine]
    {
        DraftCheck(composer: self, entries: entries).lines(lines.map { ($0, origin) })
    }

    /// True for evidence that this draft may use.
    public func counts(_ entry: LedgerEntry) -> Bool {
        let day = CivilDate(microseconds: entry.moment)
        return entry.state.counts && Happening.isClear(entry) && day >= from && day <= to
            && entry.kind != .blocked
    }
}
