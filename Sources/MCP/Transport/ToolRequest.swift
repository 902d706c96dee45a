/// What came to the door.
public struct ToolRequest: Sendable {
    /// Such as `POST`, in upper case.
    public let method: String
    /// The body as it came; nil where it was longer than is read.
    public let body: [UInt8]?
    private let headers: @Sendable (_ name: String) -> [String]

    /// Joins method, body and what gives the values of a header, whatever the case of its name.
    public init(method: String, body: [UInt8]?, headers: @escaping @Sendable (_ name: String) -> [String]) {
        self.method = method
        self.body = body
        self.headers = headers
    }

    func values(of name: String) -> [String] { headers(name) }

    /// The value of a header that comes once; nil where it does not.
    func only(_ name: String) -> String? {
        let values = headers(name)
        return values.count == 1 ? values.first : nil
    }
}

/// How an answer is written.
enum ReplyForm: Hashable, Sendable {
    case json
    /// For whoever takes no JSON alone: one event.
    case events

    /// What somebody takes; nil where it is neither.
    init?(accepting values: [String]) {
        let names = values.flatMap { $0.split(separator: ",") }.compactMap(Self.name)
        if names.isEmpty && values.isEmpty { self = .json; return }
        if names.contains(where: { ["application/json", "application/*", "*/*"].contains($0) }) {
            self = .json
        } else if names.contains(where: { ["text/event-stream", "text/*"].contains($0) }) {
            self = .events
        } else {
            return nil
        }
    }

    /// The name of one entry; nil where it is wanted least of all, by a weight of nothing.
    private static func name(of entry: Substring) -> String? {
        let parts = entry.split(separator: ";").map { String($0).lowercased().filter { $0 != " " && $0 != "\t" } }
        let isRefused = parts.dropFirst().contains { part in
            part.hasPrefix("q=") && Double(part.dropFirst(2)) == 0
        }
        return isRefused ? nil : parts.first
    }
}

/// What goes back from the door.
public struct ToolReply: Sendable, Hashable {
    /// HTTP status.
    public let status: Int
    /// Type of the body; nil for an empty one.
    public let type: String?
    /// The body.
    public let body: [UInt8]
    /// Headers beside the type, by name.
    public let headers: [String: String]

    init(status: Int, type: String? = nil, body: [UInt8] = [], headers: [String: String] = [:]) {
        self.status = status
        self.type = type
        self.body = body
        self.headers = headers
    }

    /// Taken, and nothing to say.
    static let accepted = ToolReply(status: 202)

    /// There is no stream to open and no session to end.
    static let wrongMethod = refusal(405, .invalid("Messages are posted here."), ("Allow", "POST"))

    /// Nobody stands behind the request.
    ///
    /// Source: RFC 6750, section 3.
    static let unauthorized = refusal(
        401,
        .invalid("A personal token is needed: Authorization: Bearer TOKEN."),
        ("WWW-Authenticate", "Bearer realm=\"crosstie\"")
    )

    static func refusal(
        _ status: Int,
        _ fault: MessageFault,
        _ header: (name: String, value: String)? = nil,
        id: MessageID? = nil
    ) -> ToolReply {
        ToolReply(
            status: status,
            type: "application/json",
            body: fault.answer(to: id).bytes(),
            headers: header.map { [$0.name: $0.value] } ?? [:]
        )
    }

    static func reply(_ answer: JSONValue?, _ form: ReplyForm) -> ToolReply {
        guard let answer else { return .accepted }
        switch form {
        case .json: return ToolReply(status: 200, type: "application/json", body: answer.bytes())
        case .events:
            return ToolReply(
                status: 200,
                type: "text/event-stream",
                body: Array("event: message\ndata: ".utf8) + answer.bytes() + Array("\n\n".utf8)
            )
        }
    }
}
