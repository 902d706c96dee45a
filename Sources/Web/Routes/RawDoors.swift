import Hummingbird

/// An address that a program calls, not a person: the bytes of the body go to `answer` as they came.
///
/// Whoever stands behind it decides whether to believe the caller; sessions and forms have no part in it.
public struct RawDoor: Sendable {
    /// The path, beginning with a slash.
    public let path: String
    /// The most bytes of a body; more is refused before it is read.
    public let limit: Int
    /// What goes back.
    public let answer: @Sendable (RawKnock) async -> RawReply

    /// Joins a path with what answers there.
    public init(path: String, limit: Int, answer: @escaping @Sendable (RawKnock) async -> RawReply) {
        self.path = path
        self.limit = limit
        self.answer = answer
    }
}

/// What came to a door.
public struct RawKnock: Sendable {
    /// The body as it came.
    public let body: [UInt8]
    private let headers: HTTPFields

    init(body: [UInt8], headers: HTTPFields) {
        self.body = body
        self.headers = headers
    }

    /// All values of a header, whatever the case of its name.
    public func values(of name: String) -> [String] { HTTPFields.Element.Name(name).map { headers[values: $0] } ?? [] }
}

/// What goes back from a door.
public struct RawReply: Sendable, Hashable {
    /// HTTP status.
    public let status: Int
    /// Type of the body; nil for an empty one.
    public let type: String?
    /// The body.
    public let body: [UInt8]

    /// Joins status and body.
    public init(status: Int, type: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.type = type
        self.body = body
    }
}

/// The doors among the routes.
struct RawRoutes: Sendable {
    let doors: [RawDoor]

    func add(to router: Router<PageContext>) {
        for door in doors {
            let path = RouterPath(door.path)
            router.post(path) { request, _ in Self.response(try await Self.reply(of: door, to: request)) }
            router.refuse([.get, .put, .patch, .delete, .options], at: path, allowed: "POST")
        }
    }

    private static func reply(of door: RawDoor, to request: Request) async throws -> RawReply {
        let stated = request.headers[values: .contentLength]
        guard stated.isEmpty || request.headers[.transferEncoding] == nil else { return RawReply(status: 400) }
        if let length = stated.first {
            guard let count = Int(length), count >= 0 else { return RawReply(status: 400) }
            guard count <= door.limit else { return RawReply(status: 413) }
        }
        var body: [UInt8] = []
        for try await part in request.body {
            guard body.count + part.readableBytes <= door.limit else { return RawReply(status: 413) }
            body.append(contentsOf: part.readableBytesView)
        }
        return await door.answer(RawKnock(body: body, headers: request.headers))
    }

    private static func response(_ reply: RawReply) -> Response {
        var headers = HTTPFields()
        if let type = reply.type { headers[.contentType] = type }
        return Response(
            status: .init(code: reply.status),
            headers: headers,
            body: reply.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: reply.body))
        )
    }
}
