private import Foundation

/// What a model's server wants to see before it answers; never printed, never logged.
public struct EndpointKey: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    let secret: String

    /// Wraps a key.
    ///
    /// Errors: `EndpointError.badKey` when it is empty, longer than 4,096 bytes, or holds anything but visible ASCII.
    public init(_ secret: String) throws(EndpointError) {
        let trimmed = secret.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...4096).contains(trimmed.utf8.count), trimmed.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw .badKey
        }
        self.secret = trimmed
    }

    /// Reads a key from a file that holds nothing else.
    ///
    /// Errors: `EndpointError.keyFile` when it cannot be read; `.badKey` as above.
    public init(file path: String) throws(EndpointError) {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: 8192), let text = String(data: data, encoding: .utf8)
        else { throw .keyFile(path) }
        try self.init(text)
    }

    /// Says that there is a key, and nothing of it.
    public var description: String { "(a key)" }
    /// Says that there is a key, and nothing of it.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
