import Answers

/// Why a program does not get what it asked for.
///
/// Source: RFC 9457.
struct Problem: Error, Sendable, Hashable {
    /// What is wrong with one part of a request.
    struct Part: Codable, Sendable, Hashable {
        /// Where in the body, as RFC 6901 writes it.
        var pointer: String?
        /// Which parameter or header.
        var parameter: String?
        let detail: String
    }

    enum Sort: String, Sendable, Hashable, CaseIterable {
        case malformed, noToken = "no-token", scope, notAllowed = "not-allowed", notFound = "not-found"
        case method, notAcceptable = "not-acceptable", conflict, tooLarge = "too-large", mediaType = "media-type"
        case fields, rate, fault, sealed, host

        var status: Int {
            switch self {
            case .malformed: 400
            case .noToken: 401
            case .scope, .notAllowed: 403
            case .notFound: 404
            case .method: 405
            case .notAcceptable: 406
            case .conflict: 409
            case .tooLarge: 413
            case .mediaType: 415
            case .host: 421
            case .fields: 422
            case .rate: 429
            case .fault: 500
            case .sealed: 503
            }
        }

        var title: String {
            switch self {
            case .malformed: "The request cannot be read"
            case .noToken: "A token is needed"
            case .scope: "The token may only read"
            case .notAllowed: "This is not open to you"
            case .notFound: "There is no such thing"
            case .method: "This address does not know the method"
            case .notAcceptable: "There is no such form of it"
            case .conflict: "It cannot be done now"
            case .tooLarge: "Too much was sent"
            case .mediaType: "Send JSON"
            case .host: "This is not the address of this site"
            case .fields: "Some fields need mending"
            case .rate: "Too many requests"
            case .fault: "Something went wrong here"
            case .sealed: "This is sealed"
            }
        }
    }

    let sort: Sort
    let detail: String
    var parts: [Part] = []
    /// Methods that the address knows, for a wrong one.
    var allow: String?

    init(_ sort: Sort, _ detail: String, parts: [Part] = [], allow: String? = nil) {
        self.sort = sort
        self.detail = detail
        self.parts = parts
        self.allow = allow
    }

    /// A field of the body that cannot be taken.
    static func field(_ name: String, _ words: String) -> Problem {
        Problem(.fields, words, parts: [Part(pointer: "/\(name)", detail: words)])
    }

    static let gone = Problem(.notFound, "Nothing is there that you may open. The address may be mistyped.")

    var reply: ProgramReply {
        let document = ProblemAnswer(
            type: "urn:crosstie:problem:\(sort.rawValue)",
            title: sort.title,
            status: sort.status,
            detail: detail,
            errors: parts.isEmpty ? nil : parts
        )
        var headers = [("Content-Type", "application/problem+json")]
        if let allow { headers.append(("Allow", allow)) }
        if sort == .noToken { headers.append(("WWW-Authenticate", "Bearer realm=\"crosstie\"")) }
        if sort == .scope {
            headers.append(
                ("WWW-Authenticate", "Bearer realm=\"crosstie\", error=\"insufficient_scope\", scope=\"write\"")
            )
        }
        return ProgramReply(
            status: sort.status,
            headers: headers.map { (name: $0.0, value: $0.1) },
            body: (try? JSON.bytes(of: document)) ?? []
        )
    }
}

/// A problem as it is written.
struct ProblemAnswer: Codable, Sendable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let errors: [Problem.Part]?
}
