/// Where the database is.
///
/// Shape: `sqlite:PATH`, `sqlite::memory:`, `postgres://USER:PASSWORD@HOST/NAME?sslmode=verify-full`.
public enum DatabaseAddress: Sendable, Hashable, CustomStringConvertible {
    /// A file.
    case file(String)
    /// A database that is gone when it is closed.
    case memory
    /// A PostgreSQL server's database.
    case postgres(PostgresAddress)

    /// Reads an address; nil when its form is not known.
    public init?(_ text: String) {
        if let address = PostgresAddress(text) {
            self = .postgres(address)
            return
        }
        guard text.hasPrefix("sqlite:") else { return nil }
        let path = String(text.dropFirst("sqlite:".count))
        guard !path.isEmpty else { return nil }
        self = path == ":memory:" ? .memory : .file(path)
    }

    /// The address as it may be shown: a password is not in it.
    public var description: String {
        switch self {
        case .file(let path): "sqlite:\(path)"
        case .memory: "sqlite::memory:"
        case .postgres(let address): address.description
        }
    }

    /// A text that was meant as an address, as it may be shown: what may be a password is taken out.
    public static func shown(_ text: String) -> String { PostgresAddress.withoutPassword(text) }
}
