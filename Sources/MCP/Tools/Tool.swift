/// Something that can be asked for; every tool here only reads.
public struct Tool: Sendable, Hashable {
    /// Its name, as calls write it.
    public let name: String
    /// Its name for people.
    public let title: String
    /// What it gives and when to ask for it.
    public let purpose: String
    /// What can be said to it.
    public let parameters: [Parameter]
    /// JSON Schema of its answer; nil where that is not told.
    public let output: JSONValue?

    /// Joins all that is told of a tool.
    public init(name: String, title: String, purpose: String, parameters: [Parameter] = [], output: JSONValue? = nil) {
        self.name = name
        self.title = title
        self.purpose = purpose
        self.parameters = parameters
        self.output = output
    }

    /// As a list of tools tells it in a revision.
    func listing(_ revision: Revision) -> JSONValue {
        var input: [String: JSONValue] = [
            "type": "object",
            "properties": .object(Dictionary(parameters.map { ($0.name, $0.schema) }) { first, _ in first }),
            "additionalProperties": false,
        ]
        let needed = parameters.filter(\.isNeeded).map { JSONValue.text($0.name) }
        if !needed.isEmpty { input["required"] = .list(needed) }
        var listing: [String: JSONValue] = [
            "name": .text(name), "description": .text(purpose), "inputSchema": .object(input),
        ]
        if revision.hasAnnotations {
            listing["annotations"] = [
                "title": .text(title), "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true,
                "openWorldHint": false,
            ]
        }
        if revision.hasStructure {
            listing["title"] = .text(title)
            if let output { listing["outputSchema"] = output }
        }
        return .object(listing)
    }

    /// What somebody said to the tool, once it fits.
    func arguments(_ value: JSONValue?) throws(MessageFault) -> ToolArguments {
        guard let fields = (value ?? .object([:])).object else {
            throw .parameters("“arguments” is an object.")
        }
        for name in fields.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
            throw .parameters("The tool “\(self.name)” takes no “\(name.prefix(80))”.")
        }
        for parameter in parameters {
            guard let value = fields[parameter.name] else {
                if parameter.isNeeded { throw .parameters("The tool “\(name)” needs “\(parameter.name)”.") }
                continue
            }
            if let fault = parameter.fault(in: value) { throw .parameters(fault) }
        }
        return ToolArguments(fields: fields)
    }
}

/// What somebody said to a tool; everything in it fits the tool's parameters.
public struct ToolArguments: Sendable, Hashable {
    private let fields: [String: JSONValue]

    init(fields: [String: JSONValue]) { self.fields = fields }

    /// Words, a choice or a day; nil where nothing was said.
    public func text(_ name: String) -> String? { fields[name]?.text }

    /// A whole number; nil where nothing was said.
    public func whole(_ name: String) -> Int? { fields[name]?.whole }
}
