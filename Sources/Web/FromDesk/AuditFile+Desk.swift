import Audits
import Desk
import Workspace

private import struct Foundation.Data
private import class Foundation.JSONEncoder

extension AuditFile {
    /// A table of an audit, or the whole audit as JSON.
    ///
    /// Errors: `PageRefusal.notFound` for an audit or a table that is not there, and for a whole audit as CSV.
    static func fill(
        _ name: String,
        table: String?,
        form: Form,
        from desk: Desk,
        viewer: PersonID
    ) async throws -> AuditFile {
        let reader = Access.Viewer.person(viewer)
        guard try await desk.opens(.audits, for: reader) else { throw PageRefusal.notAllowed }
        guard let audit = Audit(rawValue: name) else { throw PageRefusal.notFound }
        return try AuditFile(try await desk.audit(audit, for: reader), table: table, form: form)
    }

    init(_ report: AuditReport, table: String?, form: Form) throws {
        let name = report.audit.rawValue
        guard let table else {
            guard form == .json else { throw PageRefusal.notFound }
            self.init(text: try Self.json(report), name: "\(name)-\(report.day).json", form: .json)
            return
        }
        guard let found = report.tables.first(where: { $0.id == table }) else { throw PageRefusal.notFound }
        self.init(
            text: form == .csv ? found.csv : try Self.json(found),
            name: "\(name)-\(table)-\(report.day).\(form.rawValue)",
            form: form
        )
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
