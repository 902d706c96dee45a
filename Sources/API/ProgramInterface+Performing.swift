import Answers
import Desk
import Records
import Workspace

extension ProgramInterface {
    /// Checks a request from the outside in, does what it asks, and writes what was found.
    func perform(
        _ operation: Operation,
        _ path: [String: String],
        _ request: ProgramRequest,
        _ token: ProgramToken
    ) async throws -> ProgramReply {
        let form = try Accepted.form(of: request.header("Accept"), isTable: operation.isTable)
        if operation.isWrite, !token.scopes.contains(.write) {
            throw Problem(.scope, "The token may read alone. Make one that may also write.")
        }
        guard let bytes = request.body else {
            throw Problem(.tooLarge, "At most \(Self.longestBody) bytes are taken.")
        }
        let query = try Query.values(of: request.query, for: operation.query)
        let body = try operation.body.map { try self.body(bytes, request, $0) }
        let call = Call(
            desk: desk,
            viewer: token.person,
            token: token,
            path: path,
            query: query,
            body: body ?? .null
        )
        guard operation.isWrite else {
            let outcome = try await operation.run(call)
            return EntityTag.reply(
                of: try written(outcome, as: form, operation, query, at: request),
                type: form.type,
                to: request,
                next: next(outcome, as: form, query, at: request)
            )
        }
        guard let key = request.header("Idempotency-Key") else { return try await done(operation, call) }
        return try await once(key, operation, call, request, bytes)
    }

    private func body(_ bytes: [UInt8], _ request: ProgramRequest, _ schema: JSON) throws -> JSON {
        let type = (request.header("Content-Type") ?? "").prefix { $0 != ";" }
        guard type.lowercased().filter({ $0 != " " }) == "application/json" else {
            throw Problem(.mediaType, "The body has to be JSON, with `Content-Type: application/json`.")
        }
        guard let value = JSON(bytes) else { throw Problem(.malformed, "The body is no JSON.") }
        let faults = SchemaCheck(description.book.schemas).faults(of: value, against: schema)
        guard faults.isEmpty else {
            throw Problem(
                .fields,
                faults.count == 1 ? "One field needs mending." : "\(faults.count) fields need mending.",
                parts: faults.map { Problem.Part(pointer: $0.pointer, detail: $0.words) }
            )
        }
        return value
    }

    private func done(_ operation: Operation, _ call: Call) async throws -> ProgramReply {
        guard case .document(let document) = try await operation.run(call) else { throw Problem.gone }
        return Self.reply(operation.status, try JSON.bytes(of: document))
    }

    private static func reply(_ status: Int, _ bytes: [UInt8]) -> ProgramReply {
        ProgramReply(
            status: status,
            headers: [(name: "Content-Type", value: status < 400 ? "application/json" : "application/problem+json")],
            body: bytes
        )
    }

    /// Does it once for a key: who sends the same again gets the answer that was given.
    ///
    /// Source: draft-ietf-httpapi-idempotency-key-header.
    private func once(
        _ key: String,
        _ operation: Operation,
        _ call: Call,
        _ request: ProgramRequest,
        _ bytes: [UInt8]
    ) async throws -> ProgramReply {
        guard let token = call.token, (1...200).contains(key.utf8.count),
            key.utf8.allSatisfy({ (33...126).contains($0) })
        else {
            throw Problem(
                .malformed,
                "The key of a write has 1 to 200 printable letters without spaces.",
                parts: [
                    Problem.Part(parameter: "Idempotency-Key", detail: "1 to 200 printable letters without spaces.")
                ]
            )
        }
        let asked = Array("\(operation.name) \(request.path)\n".utf8) + bytes
        switch try await desk.beginWrite(key, with: token, request: asked) {
        case .answered(let status, let body):
            var reply = Self.reply(status, Array(body.utf8))
            reply.headers.append((name: "Idempotent-Replayed", value: "true"))
            return reply
        case .atWork: throw Problem(.conflict, "The same request is still at work. Ask again in a moment.")
        case .other:
            throw Problem(
                .fields,
                "Something else was sent under this key within 24 hours. Use another key.",
                parts: [Problem.Part(parameter: "Idempotency-Key", detail: "It was used for another request.")]
            )
        case .new: break
        }
        let reply: ProgramReply
        do {
            reply = try await done(operation, call)
        } catch {
            guard let problem = Problem(error, refusal: operation.refusal), problem.sort.status < 500 else {
                try await desk.endWrite(key, with: token, status: nil, body: "")
                throw error
            }
            reply = problem.reply
        }
        let body = String(decoding: reply.body, as: UTF8.self)
        try await desk.endWrite(key, with: token, status: reply.status, body: body)
        return reply
    }
}
