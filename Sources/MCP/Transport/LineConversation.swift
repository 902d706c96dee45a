/// A conversation over lines, as standard input and output carry it: one message, or one list of them, a line.
///
/// Source: Model Context Protocol, "Transports", stdio.
public struct LineConversation: Sendable {
    private let server: ToolServer
    /// What was agreed on; nil before the greeting.
    private var revision: Revision?

    /// The most messages of one list.
    static let longestBatch = 20

    /// Begins before the greeting.
    public init(server: ToolServer) { self.server = server }

    /// The line to send back, with its end; nil where nothing is to be sent.
    public mutating func answer(to line: LineCutter.Line) async -> [UInt8]? {
        guard case .whole(let bytes) = line else {
            return Self.line(MessageFault.invalid("The line is longer than is read.").answer(to: nil))
        }
        let value: JSONValue
        do {
            value = try JSONReader.value(of: bytes)
        } catch {
            return Self.line(MessageFault.unreadable("The line is not JSON that is read here.").answer(to: nil))
        }
        if case .list(let items) = value { return await answer(toAll: items).map(Self.line) }
        return await answer(to: Message(value)).map(Self.line)
    }

    private mutating func answer(toAll items: [JSONValue]) async -> JSONValue? {
        guard revision?.hasBatches == true else {
            return MessageFault.invalid("One message a line: the agreed revision has no lists of them.").answer(to: nil)
        }
        guard (1...Self.longestBatch).contains(items.count) else {
            return MessageFault.invalid("A list holds 1 to \(Self.longestBatch) messages.").answer(to: nil)
        }
        var answers: [JSONValue] = []
        for item in items {
            let message = Message(item)
            // A greeting in a list would change the rules for its neighbours.
            if case .request(let id, "initialize", _) = message {
                answers.append(MessageFault.invalid("“initialize” comes alone.").answer(to: id))
            } else if let answer = await answer(to: message) {
                answers.append(answer)
            }
        }
        return answers.isEmpty ? nil : .list(answers)
    }

    private mutating func answer(to message: Message) async -> JSONValue? {
        guard case .request(let id, let method, let parameters) = message else {
            return await server.answer(to: message, in: revision ?? .newest)
        }
        switch (method, revision) {
        case ("initialize", .some):
            return MessageFault.invalid("“initialize” was said before.").answer(to: id)
        case ("initialize", nil):
            let answer = await server.answer(to: message, in: .newest)
            if answer?["result"] != nil, let asked = parameters?["protocolVersion"]?.text {
                revision = .agreed(asked: asked)
            }
            return answer
        case ("tools/list", nil), ("tools/call", nil):
            return MessageFault.invalid("“initialize” comes first.").answer(to: id)
        default: return await server.answer(to: message, in: revision ?? .newest)
        }
    }

    private static func line(_ value: JSONValue) -> [UInt8] { value.bytes() + [UInt8(ascii: "\n")] }
}

/// Cuts what comes in into lines, and never holds more of one than is read.
public struct LineCutter: Sendable {
    /// One line.
    public enum Line: Sendable, Hashable {
        /// Its bytes, without its end.
        case whole([UInt8])
        /// It was longer than is read, and its bytes are gone.
        case tooLong
    }

    private let longest: Int
    private var held: [UInt8] = []
    private var isTooLong = false

    /// The most bytes of a line.
    public static let usual = 64 * 1024

    /// Begins with an empty line.
    public init(longest: Int = usual) { self.longest = longest }

    /// The lines that end in some bytes, in order; empty ones are left out.
    public mutating func lines(in bytes: some Sequence<UInt8>) -> [Line] {
        var lines: [Line] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if let line = take() { lines.append(line) }
            } else if !isTooLong {
                if held.count < longest { held.append(byte) } else { isTooLong = true }
            }
        }
        return lines
    }

    /// What is left when nothing more comes; nil where nothing is.
    public mutating func end() -> Line? { take() }

    private mutating func take() -> Line? {
        defer {
            held = []
            isTooLong = false
        }
        if isTooLong { return .tooLong }
        if held.last == UInt8(ascii: "\r") { held.removeLast() }
        return held.isEmpty ? nil : .whole(held)
    }
}
