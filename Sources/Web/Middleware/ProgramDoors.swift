import Answers
import Hummingbird

/// Hands requests of programs to the doors that take them; sessions, cookies and pages have no part in these.
struct ProgramDoors: RouterMiddleware {
    typealias Context = PageContext

    let doors: [ProgramDoor]
    let site: SiteAddress

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let target = request.head.path ?? "/"
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts.first ?? "/")
        guard let door = doors.first(where: { $0.takes(path) }) else { return try await next(request, context) }
        guard let authority = request.head.authority, site.authorities.contains(authority.lowercased()) else {
            return Self.otherHost
        }
        let reply = await door.answer(
            ProgramRequest(
                method: request.method.rawValue,
                path: path,
                query: parts.count == 2 ? String(parts[1]) : "",
                headers: request.headers.map { (name: $0.name.rawName, value: $0.value) },
                body: try await Self.body(of: request, upTo: door.limit)
            )
        )
        let response = Self.response(reply)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// The body; nil where more comes than is taken.
    private static func body(of request: Request, upTo limit: Int) async throws -> [UInt8]? {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { return nil }
        var body: [UInt8] = []
        for try await part in request.body {
            guard body.count + part.readableBytes <= limit else { return nil }
            body.append(contentsOf: part.readableBytesView)
        }
        return body
    }

    private static func response(_ reply: ProgramReply) -> Response {
        var headers = HTTPFields()
        for (name, value) in reply.headers {
            guard let name = HTTPFields.Element.Name(name) else { continue }
            headers.append(HTTPFields.Element(name: name, value: value))
        }
        return Response(
            status: .init(code: reply.status),
            headers: headers,
            body: reply.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: reply.body))
        )
    }

    /// Another site's name that was pointed here (DNS rebinding) gets nothing.
    private static var otherHost: Response {
        let words = """
            {"detail":"The server was reached under a name that it does not know.","status":421,\
            "title":"This is not the address of this site","type":"urn:crosstie:problem:host"}
            """
        return response(
            ProgramReply(
                status: 421,
                headers: [(name: "Content-Type", value: "application/problem+json")],
                body: Array(words.utf8)
            )
        )
    }
}
