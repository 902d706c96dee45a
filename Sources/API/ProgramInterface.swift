public import Answers
public import Desk
public import Logging
import Workspace

/// The API of a workspace: JSON for programs that bear a person's token, with that person's rights and never more.
///
/// Shape: every operation is declared once, in `Operations`; routes, checks and the OpenAPI document are made of that.
public struct ProgramInterface: Sendable {
    /// How its paths begin.
    public static let root = "/api"
    /// How the paths of this version begin.
    static let base = "/api/v1"
    /// The most bytes of a body: a form with a few pages of words.
    static let longestBody = 64 * 1024

    let desk: Desk
    let description: Description
    private let rates: RateBuckets
    private let now: @Sendable () -> Int64
    private let logger: Logger

    /// Joins a desk with limits and a clock.
    ///
    /// Units: the clock gives microseconds since 1970 UTC. Errors: `SchemaFault` when a document's type cannot tell its
    /// schema, which a test finds before anybody else does.
    public init(
        desk: Desk,
        limits: RateLimits = RateLimits(),
        logger: Logger,
        now: @escaping @Sendable () -> Int64
    ) throws {
        self.desk = desk
        self.now = now
        self.logger = logger
        rates = RateBuckets(limits)
        description = try Description(of: Operations.all, limits: limits)
    }

    /// The door at which it is asked.
    public var door: ProgramDoor {
        ProgramDoor(path: Self.root, limit: Self.longestBody) { await answer($0) }
    }

    /// Answers a request; never throws, and never tells what went wrong inside.
    public func answer(_ request: ProgramRequest) async -> ProgramReply {
        var reply: ProgramReply
        do {
            reply = try await route(request)
        } catch let problem as Problem {
            reply = problem.reply
        } catch {
            reply = fault(error, in: "routing")
        }
        if reply.header("Cache-Control") == nil {
            reply.headers.append((name: "Cache-Control", value: "no-store"))
        }
        reply.headers.append((name: "Vary", value: "Accept, Authorization"))
        return reply
    }

    private func route(_ request: ProgramRequest) async throws -> ProgramReply {
        let method = request.method == "HEAD" ? "GET" : request.method
        if request.path == "\(Self.base)/openapi.json" {
            guard method == "GET" else {
                throw Problem(.method, "The description can only be read.", allow: "GET, HEAD")
            }
            return EntityTag.reply(of: description.bytes, type: "application/json", to: request)
        }
        let (operation, path) = try Self.operation(for: request.path, method: method)
        guard let secret = request.bearer, let token = try await desk.token(bearing: secret) else {
            throw Problem(
                .noToken,
                "Send a token as `Authorization: Bearer ct_…`. It is missing, or it has expired or was taken back; a new one "
                    + "can be made on the settings page."
            )
        }
        let standing = await rates.take(token.id, at: now())
        var reply: ProgramReply
        if standing.isAllowed {
            do {
                reply = try await perform(operation, path, request, token)
            } catch {
                reply = Problem(error, refusal: operation.refusal)?.reply ?? fault(error, in: operation.name)
            }
        } else {
            reply =
                Problem(.rate, "Wait \(standing.wait) seconds. The limits stand in the header RateLimit-Policy.").reply
            reply.headers.append((name: "Retry-After", value: "\(max(1, standing.wait))"))
        }
        reply.headers.append((name: "RateLimit-Policy", value: Self.policy(rates.limits)))
        reply.headers.append((name: "RateLimit", value: "\"token\";r=\(standing.remaining);t=\(standing.reset)"))
        return reply
    }

    /// The operation behind an address, and what the names in its path stand for.
    ///
    /// Errors: `Problem` for an address or a method that is not known.
    static func operation(for path: String, method: String) throws(Problem) -> (Operation, [String: String]) {
        let unknown = Problem(.notFound, "There is no such address. \(base)/openapi.json lists those that there are.")
        guard path.hasPrefix(base + "/") else { throw unknown }
        let parts = path.dropFirst(base.utf8.count + 1).split(separator: "/", omittingEmptySubsequences: false)
        let found = Operations.all.compactMap { operation in
            matching(operation, parts).map { (operation, $0) }
        }
        guard !found.isEmpty else { throw unknown }
        guard let match = found.first(where: { $0.0.method.rawValue == method }) else {
            let methods = Set(found.map(\.0.method)).sorted { $0.rawValue < $1.rawValue }
                .map { $0 == .get ? "GET, HEAD" : $0.rawValue }.joined(separator: ", ")
            throw Problem(.method, "This address knows \(methods).", allow: methods)
        }
        return match
    }

    private static func matching(_ operation: Operation, _ parts: [Substring]) -> [String: String]? {
        let pattern = operation.path.split(separator: "/")
        guard pattern.count == parts.count else { return nil }
        var values: [String: String] = [:]
        for (piece, part) in zip(pattern, parts) {
            if piece.hasPrefix("{") {
                guard let text = PercentText.decoded(part), !text.isEmpty else { return nil }
                values[String(piece.dropFirst().dropLast())] = text
            } else if piece != part {
                return nil
            }
        }
        return values
    }

    /// A fault of the program: its type says where to look; its text may hold words of people and is left out.
    private func fault(_ error: any Error, in place: String) -> ProgramReply {
        logger.error("request failed", metadata: ["operation": "\(place)", "fault": "\(type(of: error))"])
        return Problem(
            .fault,
            "This is a fault of the program, not yours. Please try again; if it stays, tell whoever runs Crosstie the time."
        ).reply
    }

    private static func policy(_ limits: RateLimits) -> String {
        "\"token\";q=\(limits.burst);w=\(max(1, limits.burst * 60 / limits.perMinute))"
    }
}
