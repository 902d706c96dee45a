public import Workspace

/// Pages of calibration rooms, for those who may open them.
public struct RoomPages: Sendable {
    /// Every room.
    public var list: @Sendable (_ viewer: PersonID) async throws -> RoomListPage
    /// One room with its questions.
    public var room: @Sendable (_ viewer: PersonID, _ name: String) async throws -> RoomPage
    /// Says what became of a question.
    public var answer:
        @Sendable (_ viewer: PersonID, _ name: String, _ fields: FormFields) async throws -> FormOutcome<RoomPage>

    /// Joins the closures; without them there is no such page.
    public init(
        list: @escaping @Sendable (_ viewer: PersonID) async throws -> RoomListPage = { _ in
            throw PageRefusal.notFound
        },
        room: @escaping @Sendable (_ viewer: PersonID, _ name: String) async throws -> RoomPage = { _, _ in
            throw PageRefusal.notFound
        },
        answer:
            @escaping @Sendable (_ viewer: PersonID, _ name: String, _ fields: FormFields) async throws -> FormOutcome<
                RoomPage
            > = { _, _, _ in throw PageRefusal.notFound }
    ) {
        self.list = list
        self.room = room
        self.answer = answer
    }
}
