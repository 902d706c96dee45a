import Dispatch
import Workspace

@testable import Feeds
@testable import Forms
@testable import Intake
@testable import Ladder
@testable import MCP
@testable import OpenID
@testable import Slack

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Every parser that meets bytes of outsiders; each must return, whatever it is given.
enum Parser: String, CaseIterable {
    case zip, json, slackText, wire, events, forms, csv, moves, ratings, ladder, ladderImport, feed, page, outline,
        packed
    case calendar, token, keys, rpc, addresses

    func read(_ bytes: [UInt8]) {
        switch self {
        case .zip: Self.open(bytes, suffix: ".zip")
        case .json:
            if let value = WireValue.read(bytes) { _ = WireValue.read(value.bytes) }
        case .slackText:
            let text = String(decoding: bytes, as: UTF8.self)
            _ = SlackText.plain(text)
            _ = SlackText.withoutSecrets(text)
        case .wire: Self.learn(bytes)
        case .events: Self.deliver(bytes)
        case .forms:
            _ = FormBody.fields(of: bytes)
            if let text = String(validating: bytes, as: UTF8.self) {
                let fields = FormFields(body: text)
                _ = (fields["day"], fields.all("text"), fields.day("day"))
            }
        case .csv: _ = try? PeopleFile.read(bytes, file: "people.csv")
        case .moves: _ = try? MovesFile.read(bytes, file: "moves.csv")
        case .ratings: _ = try? RatingsFile.read(bytes, file: "ratings.csv", competencies: ["craft", "scope"])
        case .ladder: _ = try? LadderDocument.read(yaml: String(decoding: bytes, as: UTF8.self), file: "ladder.yml")
        case .ladderImport:
            for name in ["ladder.yml", "matrix.csv", "craft.md", "ladder.json"] {
                _ = try? LadderImport.read([ImportFile(path: name, bytes: bytes)])
            }
        case .feed: _ = try? Feed(reading: bytes, from: "https://example.com/feed", contentType: nil)
        case .page:
            _ = FeedDiscovery(page: bytes, from: "https://example.com/")
            _ = PageText.plain(String(decoding: bytes, as: UTF8.self))
        case .outline: _ = try? Outline(reading: bytes)
        case .packed:
            var limits = FeedLimits()
            limits.bytes = 1 << 20
            for packing in ["gzip", "deflate"] { _ = try? Unpacking.bytes(bytes, packing: packing, limits: limits) }
        case .calendar:
            let year: Int64 = 365 * 86_400_000_000
            _ = try? CalendarFile(zone: "Europe/Berlin")
                .read(bytes, name: "a.ics", from: 55 * year, to: 57 * year)
        case .token: _ = try? IDToken(String(decoding: bytes, as: UTF8.self))
        case .keys: _ = try? SigningKeys(bytes)
        case .rpc: Self.converse(bytes)
        case .addresses:
            let text = String(decoding: bytes, as: UTF8.self)
            var limits = AskingLimits()
            limits.proxies = [NumericAddress("127.0.0.1")].compactMap(\.self).reduce(into: []) { $0.insert($1) }
            _ = Asker(peer: NumericAddress("127.0.0.1"), forwarded: [text], limits: limits, isSecure: true)
            _ = try? OutgoingAddress(text)
            _ = try? OutgoingAddress("https://example.com/a").redirected(to: text)
        }
    }

    /// An archive is opened from the disk, as it is in life; in memory, so that the disk does not wear.
    private static func open(_ bytes: [UInt8], suffix: String) {
        let path = "/dev/shm/crosstie-fuzz-\(getpid())\(suffix)"
        let file = fopen(path, "wb")
        guard let file else { return }
        _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
        defer { unlink(path) }
        guard let export = try? SlackExport.open(path) else { return }
        for conversation in export.conversations {
            for day in conversation.days { _ = try? export.day(day, of: conversation) }
        }
    }

    private static func learn(_ bytes: [UInt8]) {
        guard let value = WireValue.read(bytes) else { return }
        var reading = WireReading()
        reading.learn(users: value["users"].isNothing ? value : value["users"])
        reading.learn(channels: value["channels"].isNothing ? value : value["channels"])
        _ = reading.messages(value["messages"].isNothing ? value : value["messages"], of: "C1")
    }

    private static func deliver(_ bytes: [UInt8]) {
        guard let value = WireValue.read(bytes) else { return }
        _ = (Delivery(event: value), Delivery(command: value), Delivery(interaction: value))
        if let envelope = SocketEnvelope(value) { _ = Delivery(envelope) }
    }

    private static func converse(_ bytes: [UInt8]) {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            var conversation = LineConversation(server: EchoTools.server)
            for line in bytes.split(separator: 10).prefix(8) { _ = await conversation.answer(to: .whole(Array(line))) }
            done.signal()
        }
        done.wait()
    }
}

/// One tool with a parameter of each sort.
private struct EchoTools: Tools {
    let tools = [
        Tool(
            name: "echo",
            title: "Echo",
            purpose: "Says what it was asked.",
            parameters: [
                Parameter("words", .words(longest: 12), needed: true, "What to say."),
                Parameter("times", .whole(1...3), "How often."), Parameter("voice", .choice(["low", "high"]), "How."),
                Parameter("day", .day, "Of which day."),
            ]
        )
    ]

    func call(_ tool: String, _ arguments: ToolArguments) async throws -> ToolAnswer {
        ToolAnswer("Said.", ["said": .text(arguments.text("words") ?? "")])
    }

    static let server = ToolServer(
        card: ToolServer.Card(name: "crosstie", title: "Crosstie", version: "1", instructions: "Only reads."),
        tools: EchoTools()
    )
}

private let chosen = getenv("FUZZ_PARSER").flatMap { Parser(rawValue: String(cString: $0)) }

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let chosen else {
        let known = Parser.allCases.map(\.rawValue).joined(separator: " ")
        _ = write(2, "FUZZ_PARSER names no parser; known: \(known)\n", 37 + known.utf8.count)
        exit(64)
    }
    chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
