import Answers

extension Operation {
    /// Something to read, whole.
    static func reads<Document: Codable & Sendable>(
        _ name: String,
        _ path: String,
        _ group: Group,
        _ title: String,
        callers: String,
        query: [Parameter] = [],
        refusal: Refusal = .notFound,
        run: @escaping @Sendable (Call) async throws -> Document
    ) -> Operation {
        Operation(
            name: name,
            method: .get,
            path: path,
            group: group,
            title: title,
            callers: callers,
            query: query,
            body: nil,
            form: .document(Document.self),
            status: 200,
            faults: [],
            refusal: refusal,
            run: { .document(try await run($0)) }
        )
    }

    /// A table to read, a page at a time; `key` orders it, and no two rows may have the same.
    static func lists<Item: Sendable, Document: Codable & Sendable>(
        _ name: String,
        _ path: String,
        _ group: Group,
        _ title: String,
        callers: String,
        query: [Parameter] = [],
        refusal: Refusal = .notFound,
        key: @escaping @Sendable (Item) -> String,
        row: @escaping @Sendable (Item) -> Document,
        run: @escaping @Sendable (Call) async throws -> [Item]
    ) -> Operation {
        Operation(
            name: name,
            method: .get,
            path: path,
            group: group,
            title: title,
            callers: callers,
            query: query + Paging.parameters,
            body: nil,
            form: .rows(Document.self),
            status: 200,
            faults: [],
            refusal: refusal,
            run: { call in
                .rows(try await run(call).map { Outcome.Row(key: key($0), document: row($0)) })
            }
        )
    }

    /// Something to do.
    static func does<Document: Codable & Sendable>(
        _ name: String,
        _ path: String,
        _ group: Group,
        _ title: String,
        callers: String,
        body: JSON? = nil,
        status: Int = 200,
        faults: Set<Int> = [409],
        run: @escaping @Sendable (Call) async throws -> Document
    ) -> Operation {
        Operation(
            name: name,
            method: .post,
            path: path,
            group: group,
            title: title,
            callers: callers,
            query: [],
            body: body,
            form: .document(Document.self),
            status: status,
            faults: faults,
            refusal: .notFound,
            run: { .document(try await run($0)) }
        )
    }
}

/// Schemas of bodies.
enum Body {
    /// An object with these fields and no others.
    static func fields(_ fields: [String: JSON], required: [String]) -> JSON {
        [
            "type": "object", "properties": .object(fields), "required": .array(required.map { .text($0) }),
            "additionalProperties": false,
        ]
    }

    /// Words that somebody writes.
    static func words(_ most: Int, _ about: String) -> JSON {
        ["type": "string", "minLength": 1, "maxLength": .integer(most), "description": .text(about)]
    }

    /// A day of the calendar.
    static let day: JSON = ["type": "string", "format": "date"]

    /// One of some words.
    static func choice(_ words: [String]) -> JSON { ["type": "string", "enum": .array(words.map { .text($0) })] }

    /// The key of something.
    static let key: JSON = ["type": "string", "minLength": 1, "maxLength": 400]
}
