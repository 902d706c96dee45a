import Answers
import Desk
public import Workspace

extension ProgramInterface {
    /// What was found, in the form that was asked for.
    func written(
        _ outcome: Outcome,
        as form: Accepted,
        _ operation: Operation,
        _ query: [String: JSON],
        at request: ProgramRequest
    ) throws -> [UInt8] {
        switch outcome {
        case .document(let document): return try JSON.bytes(of: document)
        case .rows(let rows):
            if form == .csv { return try csv(rows, operation) }
            let (page, next) = Self.page(rows, query)
            var fields: [String: JSON] = ["items": .array(try page.map { try JSON.of($0.document) })]
            if let next { fields["next"] = .text(next) }
            return try JSON.object(fields).bytes()
        }
    }

    /// The address of the page after; nil where there is none, or none is asked for.
    func next(_ outcome: Outcome, as form: Accepted, _ query: [String: JSON], at request: ProgramRequest) -> String? {
        guard form == .json, case .rows(let rows) = outcome, let next = Self.page(rows, query).next else { return nil }
        let limit = query["limit"]?.integer.map { "limit=\($0)&" } ?? ""
        return "<\(request.path)?\(limit)after=\(next)>; rel=\"next\""
    }

    private static func page(_ rows: [Outcome.Row], _ query: [String: JSON]) -> (rows: [Outcome.Row], next: String?) {
        Paging.page(of: rows, after: query["after"]?.text, limit: query["limit"]?.integer ?? Paging.usual)
    }

    private func csv(_ rows: [Outcome.Row], _ operation: Operation) throws -> [UInt8] {
        guard case .rows(let type) = operation.form else { return [] }
        let sorted = rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return Table.csv(
            try sorted.map { try JSON.of($0.document) },
            columns: description.book.fields[SchemaBook.name(of: type)] ?? []
        )
    }

    /// A table of the API as a file for somebody who is signed in; nil where there is no such table or file.
    ///
    /// Shape: `path` is below the version, such as `people` or `people/p1/entries`; `form` is `csv` or `json`.
    /// Errors: what the desk says against it.
    public func table(at path: String, as form: String, for viewer: PersonID) async throws -> TableFile? {
        guard let form = [Accepted.csv, .json].first(where: { $0.rawValue == form }),
            let (operation, names) = try? Self.operation(for: "\(Self.base)/\(path)", method: "GET"), operation.isTable
        else { return nil }
        let call = Call(desk: desk, viewer: viewer, token: nil, path: names, query: [:], body: .null)
        do {
            guard case .rows(let rows) = try await operation.run(call) else { return nil }
            let bytes =
                form == .csv
                ? try csv(rows, operation)
                : try JSON.array(
                    rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { try JSON.of($0.document) }
                ).bytes()
            return TableFile(
                name: "\(operation.path.split(separator: "/").last ?? "table").\(form.rawValue)",
                type: form.type,
                bytes: bytes
            )
        } catch {
            guard let problem = Problem(error, refusal: operation.refusal), problem.sort.status < 500 else {
                throw error
            }
            return nil
        }
    }
}

/// A table as a file.
public struct TableFile: Sendable, Hashable {
    /// Its name, such as `people.csv`.
    public let name: String
    /// The type of its bytes.
    public let type: String
    /// Its bytes.
    public let bytes: [UInt8]
}
