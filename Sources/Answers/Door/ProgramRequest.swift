/// A request that a program sent, as the doors that programs use see it; whoever listens turns HTTP into it.
public struct ProgramRequest: Sendable {
    /// Such as `GET`, in upper case.
    public let method: String
    /// The path as it was sent, percent-encoded, beginning with a slash.
    public let path: String
    /// What stands behind the question mark, as it was sent; empty where nothing does.
    public let query: String
    /// The body; nil where more was sent than the door takes.
    public let body: [UInt8]?
    private let headers: [(name: String, value: String)]

    /// Joins its parts.
    public init(
        method: String,
        path: String,
        query: String = "",
        headers: [(name: String, value: String)] = [],
        body: [UInt8]? = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first value of a header, whatever the case of its name; nil where there is none.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// The token of `Authorization: Bearer`; nil where there is none.
    ///
    /// Source: RFC 6750, 2.1.
    public var bearer: String? {
        guard let value = header("Authorization") else { return nil }
        let parts = value.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}

/// What goes back to a program.
public struct ProgramReply: Sendable {
    /// HTTP status.
    public var status: Int
    /// Headers in order; `Content-Type` among them where there is a body.
    public var headers: [(name: String, value: String)]
    /// The body.
    public var body: [UInt8]

    /// Joins its parts.
    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }
}

/// A part of the site that programs use: every request whose path begins so goes to `answer`, with any method.
///
/// Whoever stands behind it decides whether to believe the caller; sessions, cookies and forms have no part in it.
public struct ProgramDoor: Sendable {
    /// How its paths begin, such as `/api`; the path itself and everything below it.
    public let path: String
    /// The most bytes of a body; where more come the request has none.
    public let limit: Int
    /// What goes back.
    public let answer: @Sendable (ProgramRequest) async -> ProgramReply

    /// Joins its parts.
    public init(path: String, limit: Int, answer: @escaping @Sendable (ProgramRequest) async -> ProgramReply) {
        self.path = path
        self.limit = limit
        self.answer = answer
    }

    /// True when a path is this door's.
    public func takes(_ path: String) -> Bool { path == self.path || path.hasPrefix("\(self.path)/") }
}
