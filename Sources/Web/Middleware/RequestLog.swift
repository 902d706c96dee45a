import Hummingbird
import Logging

/// One line a request: method, route, status, duration; no address, no id, no name.
struct RequestLog: RouterMiddleware {
    typealias Context = PageContext

    func handle(
        _ request: Request,
        context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let taken = (ContinuousClock.now - start).components
        let milliseconds = taken.seconds * 1000 + taken.attoseconds / 1_000_000_000_000_000
        context.logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue),
                "route": .string(context.endpointPath ?? "none"),
                "status": .stringConvertible(response.status.code),
                "milliseconds": .stringConvertible(milliseconds),
            ]
        )
        return response
    }
}
