/// The steps that bring a database to the shape that this version knows; forward only.
public struct Migrations: Sendable {
    /// The steps in the order in which they are taken.
    public let steps: [Step]

    /// Joins the steps of all modules that keep tables.
    public init(_ steps: [Step]) { self.steps = steps }

    /// One step; never edited after it has landed.
    public struct Step: Sendable {
        /// Date and purpose, unique: `2026-11-21 people`.
        public let name: String
        /// Statements in the common dialect.
        public let script: String

        /// Names a script.
        public init(_ name: String, _ script: String) {
            self.name = name
            self.script = script
        }
    }

    /// Takes the steps that are missing, all in one transaction; of several processes one takes them and the others wait.
    ///
    /// Errors: `StoreError.newer` when the database holds a step that is not known here; nothing is changed then.
    public func run(on database: any Database) async throws {
        let known = steps
        if try await database.read({ try Self.missing(known, on: $0) })?.isEmpty == true { return }
        try await database.write { connection in
            try connection.script(
                "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, position BIGINT NOT NULL)"
            )
            for (position, step) in try Self.missing(known, on: connection) ?? [] {
                try connection.script(step.script)
                try connection.run("INSERT INTO migration (name, position) VALUES (\(step.name), \(position))")
            }
        }
    }

    /// The steps that are still to take; nil when the database was never migrated.
    private static func missing(
        _ known: [Step],
        on connection: any Connection
    ) throws(StoreError) -> [(Int, Step)]? {
        guard try Catalogue.holds(table: "migration", on: connection) else { return nil }
        let taken = Set(
            try connection.rows("SELECT name FROM migration").map { (row) throws(StoreError) in try row.text("name") }
        )
        if let stranger = taken.subtracting(known.map(\.name)).min() {
            throw StoreError(.newer, "step “\(stranger)” is not known to this version")
        }
        return known.enumerated().filter { !taken.contains($0.element.name) }.map { ($0.offset, $0.element) }
    }
}
