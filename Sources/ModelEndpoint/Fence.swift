/// A line that encloses data; random, so that no text can hold it and so close it.
public struct Fence: Sendable, Hashable {
    /// The line.
    public let line: String

    /// Draws lines until one is not part of the text.
    public init(around text: String, using generator: inout some RandomNumberGenerator) {
        var line: String
        repeat {
            line = "=====" + Self.digits(&generator) + Self.digits(&generator) + "====="
        } while text.contains(line)
        self.line = line
    }

    /// The text between two such lines.
    public func enclose(_ text: String) -> String { line + "\n" + text + "\n" + line }

    private static func digits(_ generator: inout some RandomNumberGenerator) -> String {
        let digits = String(generator.next() as UInt64, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
