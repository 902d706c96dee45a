/// Answers the protocol's messages for one person's tools; knows neither transport nor person.
///
/// Source: Model Context Protocol, "Lifecycle", "Tools", "Ping".
public struct ToolServer: Sendable {
    /// What the server says of itself.
    public struct Card: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its name for people.
        public let title: String
        /// The program's version.
        public let version: String
        /// How its tools are to be used, for whoever chooses the calls.
        public let instructions: String

        /// Joins what is said.
        public init(name: String, title: String, version: String, instructions: String) {
            self.name = name
            self.title = title
            self.version = version
            self.instructions = instructions
        }
    }

    private let card: Card
    private let tools: any Tools
    private let onFault: @Sendable (_ tool: String, _ fault: any Error) -> Void

    /// Joins card and tools; `onFault` hears of faults of the program, so that their kind can be logged.
    public init(
        card: Card,
        tools: any Tools,
        onFault: @escaping @Sendable (_ tool: String, _ fault: any Error) -> Void = { _, _ in }
    ) {
        self.card = card
        self.tools = tools
        self.onFault = onFault
    }

    /// The answer to a message; nil where none is wanted.
    func answer(to message: Message, in revision: Revision) async -> JSONValue? {
        switch message {
        case .notice, .answer: return nil
        case .broken(let id):
            return MessageFault.invalid("This is not a message of JSON-RPC 2.0 as the protocol has them.").answer(
                to: id
            )
        case .request(let id, let method, let parameters):
            do throws(MessageFault) {
                let result = try await result(of: method, parameters, in: revision)
                return ["jsonrpc": "2.0", "id": id.json, "result": result]
            } catch {
                return error.answer(to: id)
            }
        }
    }

    private func result(
        of method: String,
        _ parameters: JSONValue?,
        in revision: Revision
    ) async throws(MessageFault) -> JSONValue {
        if let parameters, parameters.object == nil { throw .parameters("“params” is an object.") }
        switch method {
        case "initialize": return try greeting(parameters)
        // Nothing is logged to the caller, whatever level it would like.
        case "ping", "logging/setLevel": return [:]
        case "tools/list":
            guard parameters?["cursor"] == nil else { throw .parameters("All tools stand on the first page.") }
            return ["tools": .list(tools.tools.map { $0.listing(revision) })]
        case "tools/call": return try await call(parameters, in: revision)
        default: throw .unknown(method: method)
        }
    }

    private func greeting(_ parameters: JSONValue?) throws(MessageFault) -> JSONValue {
        guard let asked = parameters?["protocolVersion"]?.text else {
            throw .parameters("“protocolVersion” is missing.")
        }
        let revision = Revision.agreed(asked: asked)
        var info: [String: JSONValue] = ["name": .text(card.name), "version": .text(card.version)]
        if revision.hasStructure { info["title"] = .text(card.title) }
        return [
            "protocolVersion": .text(revision.rawValue), "capabilities": ["tools": ["listChanged": false]],
            "serverInfo": .object(info), "instructions": .text(card.instructions),
        ]
    }

    private func call(_ parameters: JSONValue?, in revision: Revision) async throws(MessageFault) -> JSONValue {
        guard let name = parameters?["name"]?.text else { throw .parameters("“name” is missing.") }
        guard let tool = tools.tools.first(where: { $0.name == name }) else {
            throw .parameters("There is no tool “\(name.prefix(80))” here.")
        }
        let arguments = try tool.arguments(parameters?["arguments"])
        do {
            return try await tools.call(name, arguments).result(revision)
        } catch let refusal as ToolRefusal {
            return refusal.result
        } catch {
            onFault(name, error)
            throw .inside
        }
    }
}
