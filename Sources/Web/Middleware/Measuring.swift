import CoreMetrics
import Hummingbird

/// Counts requests and how long their answers took, by route; an address with a person in it never becomes a label.
struct Measuring: RouterMiddleware {
    typealias Context = PageContext

    /// Others share one label: a label for each word that somebody sends would be one too many.
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        do {
            let response = try await next(request, context)
            Self.note(request, context, status: response.status.code, since: start)
            return response
        } catch {
            Self.note(request, context, status: (error as? any HTTPResponseError)?.status.code ?? 500, since: start)
            throw error
        }
    }

    private static func note(
        _ request: Request,
        _ context: PageContext,
        status: Int,
        since start: ContinuousClock.Instant
    ) {
        let taken = (ContinuousClock.now - start).components
        let method = request.method.rawValue
        let route = [
            ("method", methods.contains(method) ? method : "other"), ("route", context.endpointPath ?? "none"),
        ]
        Counter(label: "crosstie_requests", dimensions: route + [("status", "\(status)")]).increment()
        Timer(label: "crosstie_request_duration", dimensions: route)
            .recordNanoseconds(taken.seconds * 1_000_000_000 + taken.attoseconds / 1_000_000_000)
    }
}
