public import Store

/// The engines that tests run on, each opened empty.
public enum Engine: String, Sendable, CaseIterable, CustomStringConvertible {
    /// SQLite in memory.
    case sqlite

    /// The engines that this machine has.
    public static var available: [Engine] { [.sqlite] }

    /// The name, as test output shows it.
    public var description: String { rawValue }

    /// An empty database that is gone after the test.
    public func open() throws -> any Database {
        switch self {
        case .sqlite: try openDatabase(.memory, create: true)
        }
    }
}
