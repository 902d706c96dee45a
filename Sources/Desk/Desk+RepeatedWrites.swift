public import Records

extension Desk {
    /// How long a write's answer is kept, in microseconds: a day.
    private static let keptFor: Int64 = 24 * 3600 * 1_000_000
    /// After how long a write that nobody finished counts as never begun, in microseconds.
    private static let givenUpAfter: Int64 = 5 * 60 * 1_000_000

    /// Claims a key for a write with a token, or tells what became of the write that has it.
    public func beginWrite(_ key: String, with token: ProgramToken, request: [UInt8]) async throws -> RepeatedWrite {
        let now = clock()
        return try await records.beginWrite(
            key,
            of: token.id,
            request: request,
            oldest: now - Self.keptFor,
            stale: now - Self.givenUpAfter,
            now: now
        )
    }

    /// Keeps what a write was answered; without a status it was not done, and its key is free again.
    public func endWrite(_ key: String, with token: ProgramToken, status: Int?, body: String) async throws {
        try await records.endWrite(key, of: token.id, status: status, body: body)
    }
}
