public import Evidence
import Growth
import Ladder
public import Reviews
public import Workspace
public import Writing

/// A review draft with what it cites.
public struct DraftView: Sendable {
    /// Who.
    public let person: Person
    /// The draft.
    public let draft: ReviewDraft
    /// Evidence that it may cite.
    public let sources: [EntryID: LedgerEntry]
}

extension Desk {
    /// A review draft over a period; the last half year unless told.
    ///
    /// Errors: `DeskError.badPeriod`.
    public func draft(
        _ id: PersonID,
        from: CivilDate?,
        to: CivilDate?,
        for viewer: Access.Viewer
    ) async throws -> DraftView {
        let picture = try await open(.draft, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let (first, last) = try Self.period(from, to, now: picture.now)
        let entries = try await picture.entries(about: id)
        let composer = try await composer(
            for: person,
            from: first,
            to: last,
            entries: entries,
            picture,
            names: picture.company.names.names(in: entries)
        )
        return DraftView(
            person: person,
            draft: composer.compose(entries),
            sources: entries.asSources
        )
    }

    /// What a draft about a person is composed with; choices and perspective are the caller's.
    ///
    /// Shape: `names` are those that can stand in the texts; everybody's where somebody may write what no evidence says.
    func composer(
        for person: Person,
        from: CivilDate,
        to: CivilDate,
        entries: [LedgerEntry],
        _ picture: CompanyPicture,
        names: Set<String>? = nil
    ) async throws -> DraftComposer {
        let reading = try await picture.reading(of: person, entries: entries)
        let (edge, _) = growth(of: person, reading: reading)
        let competencies = ladder.competencies(for: person.track == .ic ? .ic : .management, family: person.family)
        return DraftComposer(
            person: person,
            from: from,
            to: to,
            competencies: competencies.map { ($0.id, $0.name) },
            edges: [edge].compactMap(\.self),
            levelWords: reading?.headline.text
                ?? "The people file names no level, so there is no level to read against.",
            names: names ?? Set(picture.people.values.map(\.name))
        )
    }

    /// A period in days; the last half year unless told.
    ///
    /// Errors: `DeskError.badPeriod`.
    static func period(
        _ from: CivilDate?,
        _ to: CivilDate?,
        now: Int64
    ) throws(DeskError) -> (from: CivilDate, to: CivilDate) {
        let last = to ?? CivilDate(microseconds: now)
        let first = from ?? CivilDate(days: last.days - 182)
        guard first <= last else { throw .badPeriod }
        return (first, last)
    }
}

extension DraftView {
    /// The draft as a document to hand on.
    public var document: Document {
        let numbers = Dictionary(uniqueKeysWithValues: draft.cited.enumerated().map { ($0.element, $0.offset + 1) })
        func block(_ title: String, _ sentences: [Sentence], form: Document.Block.Form = .list) -> Document.Block? {
            guard !sentences.isEmpty else { return nil }
            let lines = sentences.map { Document.Line($0.text, cites: $0.sources.compactMap { numbers[$0] }) }
            return Document.Block(title, form: form, lines: lines)
        }
        let sections = draft.sections.map { section in
            block(section.competency, section.sentences)
                ?? Document.Block(
                    section.competency,
                    form: .paragraph,
                    lines: [Document.Line(section.request?.words ?? "Not enough evidence.")]
                )
        }
        return Document(
            title: "Review draft, \(draft.person)",
            facts: [
                Document.Fact(
                    "Period",
                    "\(DateWords.dayAndYear(draft.from)) to \(DateWords.dayAndYear(draft.to))"
                )
            ],
            lead: "A start, not a verdict. Every sentence that claims something names its sources.",
            blocks: [block("Summary", draft.summary, form: .paragraph), block("What came of it", draft.impact)]
                .compactMap(\.self) + sections
                + [
                    block("Growth", draft.edges), block("Level reading", draft.level, form: .paragraph),
                    block("To talk about", draft.questions),
                ].compactMap(\.self),
            notes: draft.cited.enumerated().map { Document.Note($0.offset + 1, sources[$0.element]) }
        )
    }
}
