import ArgumentParser
import Desk
import Dispatch
import Foundation
import Logging
import MCP
import MCPDesk
import Workspace

struct MCPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Let an assistant on this machine read what one person may read, over standard input and output.",
        discussion: """
            Speaks the Model Context Protocol (2025-06-18, 2025-03-26, 2024-11-05): one JSON message a line. Every tool only reads. \
            With --person it has that person's rights; without, those of the personal token in the environment variable \
            CROSSTIE_TOKEN. A running `crosstie serve` answers the same at /mcp, with a personal token.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Whose rights: id, e-mail address or unique name.")
    var person: String?

    func run() async throws {
        var logger = Logger(label: "crosstie") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let desk = try await globals.desk()
        let source = AssistantSource(
            desk: desk,
            room: try await ReadingRoom(beside: globals),
            logger: logger
        )
        var conversation = LineConversation(server: source.server(try await tools(source)))
        var cutter = LineCutter()
        while let bytes = try await Self.nextBytes() {
            for line in cutter.lines(in: bytes) { try await Self.answer(line, &conversation) }
        }
        if let line = cutter.end() { try await Self.answer(line, &conversation) }
    }

    private func tools(_ source: AssistantSource) async throws -> any Tools {
        if let person { return try source.tools(of: try await source.desk.find(person).id) }
        guard let secret = ProcessInfo.processInfo.environment["CROSSTIE_TOKEN"] else {
            throw Failure(.usage, "whose rights? Name a --person, or set CROSSTIE_TOKEN to a personal token.")
        }
        guard let token = try await source.desk.token(bearing: secret), token.scopes.contains(.read) else {
            throw Failure(
                .permission,
                "the token in CROSSTIE_TOKEN is not known, has ended or may not read. Make a new one."
            )
        }
        return TokenTools(source: source, secret: secret, inner: try source.tools(of: token.person))
    }

    private static func answer(_ line: LineCutter.Line, _ conversation: inout LineConversation) async throws {
        guard let answer = await conversation.answer(to: line) else { return }
        try FileHandle.standardOutput.write(contentsOf: Data(answer))
    }

    /// Waits for input on a thread of its own, so that the rest of the program can go on; nil at its end.
    private static func nextBytes() async throws -> Data? {
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Data?, any Error>) in
            DispatchQueue.global().async {
                do {
                    // What is there already, not a full buffer: the other side waits for its answer.
                    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
                    var count = read(STDIN_FILENO, &bytes, bytes.count)
                    while count < 0, errno == EINTR { count = read(STDIN_FILENO, &bytes, bytes.count) }
                    guard count >= 0 else { throw Failure(.disk, "standard input cannot be read.") }
                    waiting.resume(returning: count == 0 ? nil : Data(bytes.prefix(count)))
                } catch {
                    waiting.resume(throwing: error)
                }
            }
        }
    }
}

/// A token's tools; the token is looked at before every call, so that taking it back ends them at once.
private struct TokenTools: Tools {
    let source: AssistantSource
    let secret: String
    let inner: DeskTools

    var tools: [Tool] { inner.tools }

    func call(_ tool: String, _ arguments: ToolArguments) async throws -> ToolAnswer {
        guard let token = try await source.desk.token(bearing: secret), token.scopes.contains(.read),
            token.person == inner.person
        else { throw ToolRefusal("The personal token has ended or was taken back. Its owner can make a new one.") }
        return try await inner.call(tool, arguments)
    }
}
