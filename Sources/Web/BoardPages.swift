public import Workspace

/// Pages of boards, for those who convene or sit on one, and of what a board said of the reader.
public struct BoardPages: Sendable {
    /// Every board that concerns the viewer.
    public var list: @Sendable (_ viewer: PersonID) async throws -> BoardListPage = { _ in throw PageRefusal.notFound }
    /// Convenes one.
    public var convene:
        @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<BoardListPage> =
            { _, _ in throw PageRefusal.notFound }
    /// One board.
    public var board: @Sendable (_ viewer: PersonID, _ board: String) async throws -> BoardPage = { _, _ in
        throw PageRefusal.notFound
    }
    /// Locks its record.
    public var lock:
        @Sendable (_ viewer: PersonID, _ board: String, _ fields: FormFields) async throws -> FormOutcome<BoardPage> = {
            _,
            _,
            _ in throw PageRefusal.notFound
        }
    /// One case.
    public var file: @Sendable (_ viewer: PersonID, _ board: String, _ person: PersonID) async throws -> BoardCasePage =
        { _, _, _ in throw PageRefusal.notFound }
    /// Votes, notes, or writes an outcome down.
    public var say:
        @Sendable (_ viewer: PersonID, _ board: String, _ person: PersonID, _ fields: FormFields) async throws ->
            FormOutcome<BoardCasePage> = { _, _, _, _ in throw PageRefusal.notFound }

    /// A site without boards; each closure can be set.
    public init() {}
}
