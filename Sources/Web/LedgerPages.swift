public import Evidence
public import Workspace

/// Pages of what is kept about a person, piece by piece.
public struct LedgerPages: Sendable {
    /// Everything that was said, a page at a time; `at` names an episode that has to be on it.
    public var record:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ page: Int?, _ at: EpisodeID?) async throws -> RecordPage
    /// One piece of evidence.
    public var entry: @Sendable (_ viewer: PersonID, _ person: PersonID, _ entry: EntryID) async throws -> EntryPage
    /// Agrees, objects, adds context, hides, or answers an objection.
    public var act:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ entry: EntryID, _ fields: FormFields) async throws ->
            FormOutcome<EntryPage>

    /// Objections that nobody has answered.
    public var objections: @Sendable (_ viewer: PersonID) async throws -> ObjectionsPage = { _ in
        throw PageRefusal.notFound
    }

    /// Joins the closures; without them there is no such page.
    public init(
        record:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ page: Int?, _ at: EpisodeID?) async throws ->
            RecordPage = { _, _, _, _ in throw PageRefusal.notFound },
        entry:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ entry: EntryID) async throws -> EntryPage = {
                _,
                _,
                _ in throw PageRefusal.notFound
            },
        act:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ entry: EntryID, _ fields: FormFields)
            async throws -> FormOutcome<EntryPage> = { _, _, _, _ in throw PageRefusal.notFound }
    ) {
        self.record = record
        self.entry = entry
        self.act = act
    }
}
