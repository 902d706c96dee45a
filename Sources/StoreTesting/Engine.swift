public import Store

/// The engines that tests run on, each opened empty.
public enum Engine: String, Sendable, CaseIterable, CustomStringConvertible {
    /// SQLite in memory.
    case sqlite
    /// PostgreSQL, in a cluster that is made for this run and gone after it.
    case postgres

    /// The engines that this machine has.
    public static var available: [Engine] { PostgresCluster.isInstalled ? [.sqlite, .postgres] : [.sqlite] }

    /// The name, as test output shows it.
    public var description: String { rawValue }

    /// An empty database that is gone after the test.
    public func open() throws -> any Database {
        switch self {
        case .sqlite: try openDatabase(.memory, create: true)
        case .postgres: try openDatabase(try PostgresCluster.freshAddress(), create: true)
        }
    }
}
