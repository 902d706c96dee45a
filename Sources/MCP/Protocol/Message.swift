/// What names a request, as its sender chose: text or a whole number.
enum MessageID: Hashable, Sendable {
    case text(String)
    case number(String)

    /// Nil for anything else, nothing among them.
    init?(_ value: JSONValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .number(let digits) where value.whole != nil: self = .number(digits)
        default: return nil
        }
    }

    var json: JSONValue {
        switch self {
        case .text(let text): .text(text)
        case .number(let digits): .number(digits)
        }
    }
}

/// One message of JSON-RPC as it came.
///
/// Source: JSON-RPC 2.0; the protocol allows no request without an id and no parameters but named ones.
enum Message: Hashable, Sendable {
    /// Somebody wants an answer.
    case request(MessageID, method: String, parameters: JSONValue?)
    /// Somebody says something and wants none.
    case notice(method: String)
    /// An answer to a question that was never asked here.
    case answer
    /// Not a message; its id where that can be told.
    case broken(MessageID?)

    init(_ value: JSONValue) {
        guard let fields = value.object else {
            self = .broken(nil)
            return
        }
        let id = fields["id"].flatMap(MessageID.init)
        guard fields["jsonrpc"] == "2.0", fields["id"] == nil || id != nil else {
            self = .broken(id)
            return
        }
        guard let named = fields["method"] else {
            self = id != nil && (fields["result"] == nil) != (fields["error"] == nil) ? .answer : .broken(id)
            return
        }
        guard let method = named.text, fields["result"] == nil, fields["error"] == nil else {
            self = .broken(id)
            return
        }
        self = id.map { .request($0, method: method, parameters: fields["params"]) } ?? .notice(method: method)
    }
}

/// An error as JSON-RPC tells it.
struct MessageFault: Error, Hashable, Sendable {
    let code: Int
    let words: String

    static func unreadable(_ words: String) -> MessageFault { MessageFault(code: -32_700, words: words) }
    static func invalid(_ words: String) -> MessageFault { MessageFault(code: -32_600, words: words) }
    static func unknown(method: String) -> MessageFault {
        MessageFault(code: -32_601, words: "There is no method “\(method.prefix(80))” here.")
    }
    static func parameters(_ words: String) -> MessageFault { MessageFault(code: -32_602, words: words) }
    static let inside = MessageFault(
        code: -32_603,
        words: "Something went wrong here. This is a fault of the program, not yours. Nothing was changed."
    )

    /// The answer that carries it.
    func answer(to id: MessageID?) -> JSONValue {
        ["jsonrpc": "2.0", "id": id?.json ?? .null, "error": ["code": .whole(code), "message": .text(words)]]
    }
}
