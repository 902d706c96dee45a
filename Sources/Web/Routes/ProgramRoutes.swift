import Hummingbird
import Workspace

/// Tokens of people's own programs, and tables to take along.
struct ProgramRoutes: Sendable {
    let forms: FormRoutes

    func add(to router: Router<PageContext>) {
        let (source, pages) = (forms.source, forms.pages)
        router.get("/settings/tokens") { _, context in
            try await Self.page(context, source, pages)
        }
        router.refuse([.put, .patch, .delete, .options], at: "/settings/tokens", allowed: "GET, HEAD, POST")
        router.group().add(middleware: SameOrigin(site: forms.site)).post("/settings/tokens") { request, context in
            let viewer = try context.signedIn()
            _ = try await source.visitor(viewer)
            let fields = try await FormRoutes.fields(of: request, context)
            switch fields["step"] {
            case "revoke":
                try await source.programs.takeBack(viewer, fields["token"])
                return Response(status: .seeOther, headers: [.location: "/settings/tokens"])
            case "make":
                switch try await source.programs.make(viewer, fields) {
                case .secret(let secret): return try await Self.page(context, source, pages, secret: secret)
                case .complaint(let words):
                    return try await Self.page(context, source, pages, complaint: words, sent: fields)
                }
            default: throw RequestRefusal.notAForm
            }
        }
        router.page("/export/:name") { _, context in
            let viewer = try context.signedIn()
            return try await Self.table(try context.segment("name"), of: viewer, for: viewer, source)
        }
        router.page("/export/:name/:part") { _, context in
            let viewer = try context.signedIn()
            return try await Self.table(
                try context.segment("part"),
                named: try context.segment("name"),
                of: viewer,
                for: viewer,
                source
            )
        }
        router.page("/people/:id/export/:name") { _, context in
            let viewer = try context.signedIn()
            let person = PersonID(try context.segment("id"))
            return try await Self.table(try context.segment("name"), of: person, for: viewer, source)
        }
    }

    private static func page(
        _ context: PageContext,
        _ source: PageSource,
        _ pages: PageResponses,
        secret: String? = nil,
        complaint: Words? = nil,
        sent: FormFields = FormFields()
    ) async throws -> Response {
        let viewer = try context.signedIn()
        let visitor = try await source.visitor(viewer)
        let page = TokensPage(
            complaint: complaint,
            secret: secret,
            tokens: try await source.programs.tokens(viewer),
            name: complaint == nil ? "" : sent["name"],
            days: complaint == nil ? "90" : sent["days"],
            tables: TableLink.all(opensAudits: visitor.opensAudits)
        )
        return try pages.response(
            page,
            status: complaint == nil ? .ok : .unprocessableContent,
            viewer: visitor,
            at: .elsewhere,
            in: context.language
        )
    }

    /// `moves.csv` is a table as the API gives it to the same person; of a part, such as one board, `NAME.csv` below the table's name.
    private static func table(
        _ file: String,
        named: String? = nil,
        of person: PersonID,
        for viewer: PersonID,
        _ source: PageSource
    ) async throws -> Response {
        _ = try await source.visitor(viewer)
        let parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let address = TableLink.addresses[named ?? parts[0]],
            address.contains("{part}") == (named != nil)
        else { throw PageRefusal.notFound }
        let place = address.replacing("{person}", with: Link.segment(person.text))
            .replacing("{part}", with: Link.segment(parts[0]))
        guard let table = try await source.programs.table(viewer, place, parts[1]) else { throw PageRefusal.notFound }
        var response = Response(
            status: .ok,
            headers: [.contentType: table.type],
            body: .init(byteBuffer: ByteBuffer(bytes: table.bytes))
        )
        response.headers.set("Content-Disposition", "attachment; filename=\"\(parts[0]).\(parts[1])\"")
        return response
    }
}
