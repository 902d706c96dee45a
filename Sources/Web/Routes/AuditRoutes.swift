import Hummingbird
import Workspace

/// Audits: pages for people, tables for programs.
struct AuditRoutes: Sendable {
    let source: PageSource
    let pages: PageResponses

    func add(to router: Router<PageContext>) {
        router.page("/audits", list)
        router.page("/audits/:name", report)
        router.page("/trials") { _, context in
            let viewer = try context.signedIn()
            let visitor = try await source.visitor(viewer)
            return try pages.response(
                try await source.audits.trials(viewer),
                viewer: visitor,
                at: .trials,
                in: context.language
            )
        }
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) async throws -> Response {
        let viewer = try context.signedIn()
        let visitor = try await source.visitor(viewer)
        return try pages.response(await source.audits.list(viewer), viewer: visitor, at: .audits, in: context.language)
    }

    /// `pay-gap` is a page, `pay-gap.csv` and `pay-gap.json` are files.
    @Sendable private func report(_ request: Request, _ context: PageContext) async throws -> Response {
        let viewer = try context.signedIn()
        let name = try context.segment("name")
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, let form = AuditFile.Form(rawValue: parts[1]) {
            let table = request.uri.queryParameters["table"].map(String.init)
            return Self.response(try await source.audits.file(viewer, parts[0], table, form))
        }
        let visitor = try await source.visitor(viewer)
        return try pages.response(
            await source.audits.report(viewer, name),
            viewer: visitor,
            at: .audits,
            in: context.language
        )
    }

    private static func response(_ file: AuditFile) -> Response {
        let type =
            switch file.form {
            case .csv: "text/csv; charset=utf-8; header=present"
            case .json: "application/json"
            }
        // A file's name is made of an audit's and a table's; anything else in it is left out.
        let name = String(
            file.name.unicodeScalars.filter {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-.".unicodeScalars.contains($0))
            }.map(Character.init)
        )
        var response = Response(
            status: .ok,
            headers: [.contentType: type],
            body: .init(byteBuffer: ByteBuffer(string: file.text))
        )
        response.headers.set("Content-Disposition", "attachment; filename=\"\(name)\"")
        return response
    }
}
