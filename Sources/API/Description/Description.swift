import Answers

/// The OpenAPI document, made of the declarations that also make the routes.
///
/// Source: OpenAPI Specification 3.1.1.
struct Description: Sendable {
    /// Schemas of everything that is answered.
    let book: SchemaBook
    /// The document.
    let document: JSON
    /// The document as it is sent.
    let bytes: [UInt8]

    init(of operations: [Operation], limits: RateLimits) throws {
        var book = SchemaBook()
        let problem = try book.schema(of: ProblemAnswer.self)
        var paths: [String: JSON] = [:]
        for operation in operations {
            var item = paths[operation.path]?.object ?? [:]
            item[operation.method.rawValue.lowercased()] = try Self.item(operation, &book)
            paths[operation.path] = .object(item)
        }
        document = [
            "openapi": "3.1.1",
            "info": [
                "title": "Crosstie", "version": "1",
                "description": .text(Self.words(limits)),
            ],
            "servers": [["url": .text(ProgramInterface.base)]],
            "security": [["token": []]],
            "tags": .array(
                Group.allCases.map { ["name": .text($0.rawValue), "description": .text($0.words)] }
            ),
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer", "bearerFormat": "ct_ and 64 hexadecimal digits"]
                ],
                "schemas": .object(book.schemas),
                "responses": .object(Self.problems(problem)),
                "headers": .object(Self.headers),
            ],
        ]
        self.book = book
        bytes = try document.bytes()
    }

    private static func words(_ limits: RateLimits) -> String {
        "A person's token asks with that person's rights and never more. What is not theirs to see is answered as what is "
            + "not there. A write may carry an `Idempotency-Key`, which is kept for 24 hours. A token may send "
            + "\(limits.burst) requests at once and \(limits.perMinute) a minute."
    }

    private static func item(_ operation: Operation, _ book: inout SchemaBook) throws -> JSON {
        var item: [String: JSON] = [
            "operationId": .text(operation.name),
            "tags": [.text(operation.group.rawValue)],
            "summary": .text(operation.title),
            "description": .text("Who may call it: \(operation.callers)"),
            "responses": try responses(operation, &book),
        ]
        let parameters = parameters(operation)
        if !parameters.isEmpty { item["parameters"] = .array(parameters) }
        if let body = operation.body {
            item["requestBody"] = ["required": true, "content": ["application/json": ["schema": body]]]
        }
        return .object(item)
    }

    private static func parameters(_ operation: Operation) -> [JSON] {
        let path: [JSON] = operation.names.map {
            [
                "name": .text($0), "in": "path", "required": true,
                "schema": ["type": "string", "minLength": 1, "maxLength": 400],
            ]
        }
        let query: [JSON] = operation.query.map {
            [
                "name": .text($0.name), "in": "query", "required": .bool($0.isRequired),
                "description": .text($0.words), "schema": $0.schema,
            ]
        }
        guard operation.isWrite else { return path + query }
        return path + query + [
            [
                "name": "Idempotency-Key", "in": "header", "required": false,
                "description": "The same key with the same request gives the same answer for 24 hours.",
                "schema": ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"],
            ]
        ]
    }
}
