public import Workspace

/// Tokens of people's own programs, and tables to take along.
public struct ProgramPages: Sendable {
    /// A person's tokens, the newest first.
    public var tokens: @Sendable (_ viewer: PersonID) async throws -> [TokenCard]
    /// Makes a token; its secret, or what to mend.
    public var make: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> TokenMade
    /// Takes a token back; nothing happens where the person has none of this key.
    public var takeBack: @Sendable (_ viewer: PersonID, _ token: String) async throws -> Void
    /// A table as a file: where it is below the API's version, and `csv` or `json`; nil where there is none for the viewer.
    public var table:
        @Sendable (_ viewer: PersonID, _ address: String, _ form: String) async throws -> (
            type: String, bytes: [UInt8]
        )?

    /// There are no such pages unless told.
    public init() {
        tokens = { _ in throw PageRefusal.notFound }
        make = { _, _ in throw PageRefusal.notFound }
        takeBack = { _, _ in throw PageRefusal.notFound }
        table = { _, _, _ in nil }
    }
}

/// What became of a wish for a token.
public enum TokenMade: Sendable {
    /// It is made; its secret.
    case secret(String)
    /// It is not; what to mend.
    case complaint(Words)
}
