/// The protocol's one address on the web: a message is posted, its answer comes back as JSON.
///
/// Shape: no session is kept, since every request brings its bearer's token; nothing is ever sent unasked, so there is no stream
/// to open and no session to end.
/// Source: Model Context Protocol, "Transports", Streamable HTTP.
public struct ToolDoor: Sendable {
    /// Who stands behind a token.
    public enum Admission: Sendable {
        /// Somebody, with what they may ask for.
        case open(ToolServer)
        /// Nobody: the token is unknown, ended or taken back.
        case unknown
        /// Somebody who asked too often; after how many seconds to come back.
        case later(seconds: Int)
    }

    private let origins: Set<String>
    private let admit: @Sendable (_ token: String) async throws -> Admission

    /// The most bytes of a message.
    public static let longest = 64 * 1024

    /// Joins the origins whose pages may ask, in lower case, and what knows tokens.
    ///
    /// Errors: what `admit` throws is answered as a fault of the program, without its words.
    public init(
        origins: Set<String>,
        admit: @escaping @Sendable (_ token: String) async throws -> Admission
    ) {
        self.origins = origins
        self.admit = admit
    }

    /// The answer to a request.
    public func answer(to request: ToolRequest) async -> ToolReply {
        // A page of another site, open in the browser of whoever the server listens to, brings an origin of its own.
        guard request.values(of: "Origin").allSatisfy({ origins.contains($0.lowercased()) }) else {
            return .refusal(403, .invalid("This origin may not ask here."))
        }
        guard request.method == "POST" else { return .wrongMethod }
        guard let token = Self.token(in: request.values(of: "Authorization")) else { return .unauthorized }
        switch await admission(of: token) {
        case .unknown: return .unauthorized
        case .later(let seconds):
            return .refusal(
                429,
                .invalid("Too many requests. Try again in \(seconds) s."),
                ("Retry-After", "\(seconds)")
            )
        case nil: return .refusal(500, .inside)
        case .open(let server): return await answer(to: request, from: server)
        }
    }

    private func admission(of token: String) async -> Admission? { try? await admit(token) }

    private func answer(to request: ToolRequest, from server: ToolServer) async -> ToolReply {
        guard let type = request.only("Content-Type"), Self.media(type) == "application/json" else {
            return .refusal(415, .invalid("Content-Type is application/json."))
        }
        guard let form = ReplyForm(accepting: request.values(of: "Accept")) else {
            return .refusal(406, .invalid("Accept names application/json and text/event-stream."))
        }
        guard let body = request.body, body.count <= Self.longest else {
            return .refusal(413, .invalid("The message is longer than is read."))
        }
        let value: JSONValue
        do {
            value = try JSONReader.value(of: body)
        } catch {
            return .refusal(400, .unreadable("The body is not JSON that is read here."))
        }
        return await answer(to: value, stated: request.values(of: "MCP-Protocol-Version"), form: form, from: server)
    }

    private func answer(
        to value: JSONValue,
        stated: [String],
        form: ReplyForm,
        from server: ToolServer
    ) async -> ToolReply {
        let message = Message(value)
        if case .request(_, "initialize", _) = message {
            return .reply(await server.answer(to: message, in: .newest), form)
        }
        // Whoever says nothing speaks the revision before the header was there.
        guard stated.count <= 1, let revision = stated.first.map(Revision.init(rawValue:)) ?? .march2025 else {
            let known = Revision.allCases.map(\.rawValue).joined(separator: ", ")
            let fault = MessageFault.invalid("MCP-Protocol-Version is one of: \(known).")
            if case .request(let id, _, _) = message { return .refusal(400, fault, id: id) }
            return .refusal(400, fault)
        }
        if case .list(let items) = value {
            return await answer(toAll: items, in: revision, form: form, from: server)
        }
        if case .broken = message {
            guard let answer = await server.answer(to: message, in: revision) else { return .accepted }
            return ToolReply(status: 400, type: "application/json", body: answer.bytes())
        }
        return .reply(await server.answer(to: message, in: revision), form)
    }

    private func answer(
        toAll items: [JSONValue],
        in revision: Revision,
        form: ReplyForm,
        from server: ToolServer
    ) async -> ToolReply {
        guard revision.hasBatches else {
            return .refusal(400, .invalid("One message at a time: this revision has no lists of them."))
        }
        guard (1...LineConversation.longestBatch).contains(items.count) else {
            return .refusal(400, .invalid("A list holds 1 to \(LineConversation.longestBatch) messages."))
        }
        var answers: [JSONValue] = []
        for item in items {
            let message = Message(item)
            if case .request(let id, "initialize", _) = message {
                answers.append(MessageFault.invalid("“initialize” comes alone.").answer(to: id))
            } else if let answer = await server.answer(to: message, in: revision) {
                answers.append(answer)
            }
        }
        return .reply(answers.isEmpty ? nil : .list(answers), form)
    }

    /// The token of the one header that carries it; nil for anything else.
    private static func token(in values: [String]) -> String? {
        guard values.count == 1, let parts = values.first?.split(separator: " "), parts.count == 2,
            parts[0].lowercased() == "bearer", parts[1].utf8.count <= 200
        else { return nil }
        return String(parts[1])
    }

    private static func media(_ type: String) -> String {
        String(type.prefix { $0 != ";" }).lowercased().filter { $0 != " " && $0 != "\t" }
    }
}
