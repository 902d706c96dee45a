import Answers

extension Description {
    /// Everything that an operation may answer, by status.
    static func responses(_ operation: Operation, _ book: inout SchemaBook) throws -> JSON {
        var responses: [String: JSON] = [:]
        let limits: JSON = [
            "RateLimit": ["$ref": "#/components/headers/RateLimit"],
            "RateLimit-Policy": ["$ref": "#/components/headers/RateLimit-Policy"],
        ]
        switch operation.form {
        case .document(let type):
            responses["\(operation.status)"] = [
                "description": .text(operation.isWrite ? "It was done." : "It is there."),
                "headers": limits,
                "content": ["application/json": ["schema": try book.schema(of: type)]],
            ]
        case .rows(let type):
            var headers = limits.object ?? [:]
            headers["Link"] = ["$ref": "#/components/headers/Link"]
            responses["200"] = [
                "description": "A page of the table, or as CSV the whole.",
                "headers": .object(headers),
                "content": [
                    "application/json": ["schema": list(of: try book.schema(of: type))],
                    "text/csv": ["schema": ["type": "string"]],
                ],
            ]
        }
        for status in statuses(operation) {
            responses["\(status)"] = ["$ref": .text("#/components/responses/Problem\(status)")]
        }
        if !operation.isWrite { responses["304"] = ["description": "It is what you have, by its ETag."] }
        return .object(responses)
    }

    /// A page of a table.
    static func list(of row: JSON) -> JSON {
        [
            "type": "object",
            "properties": ["items": ["type": "array", "items": row], "next": ["type": "string"]],
            "required": ["items"],
            "additionalProperties": false,
        ]
    }

    /// What may be said against an operation.
    static func statuses(_ operation: Operation) -> [Int] {
        var found: Set<Int> = [400, 401, 404, 406, 413, 429, 500, 503]
        if operation.isWrite { found.formUnion([403, 409, 422]) }
        if operation.refusal == .notAllowed { found.insert(403) }
        if operation.body != nil { found.insert(415) }
        return found.union(operation.faults).sorted()
    }

    static func problems(_ schema: JSON) -> [String: JSON] {
        var problems: [String: JSON] = [:]
        for sort in Problem.Sort.allCases where sort != .method && sort != .host && sort != .scope {
            var problem: [String: JSON] = [
                "description": .text(sort.title), "content": ["application/problem+json": ["schema": schema]],
            ]
            if sort == .rate { problem["headers"] = ["Retry-After": ["$ref": "#/components/headers/Retry-After"]] }
            problems["Problem\(sort.status)"] = .object(problem)
        }
        return problems
    }

    static let headers: [String: JSON] = [
        "RateLimit": [
            "description": "How many requests may follow at once, and in how many seconds all may again.",
            "schema": ["type": "string"],
        ],
        "RateLimit-Policy": [
            "description": "How many requests may come in how many seconds.", "schema": ["type": "string"],
        ],
        "Retry-After": ["description": "Seconds to wait.", "schema": ["type": "integer"]],
        "Link": ["description": "Where the next page is, with rel=\"next\".", "schema": ["type": "string"]],
    ]
}
