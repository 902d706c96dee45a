import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// The way to one model: no redirects, no proxy, no compressed answers, certificates checked.
final class ModelConnection: Sendable {
    private let client: HTTPClient
    private let url: String
    private let key: EndpointKey?
    private let deadline: Duration
    private let answerLimit: Int

    /// What came back.
    struct Response: Sendable {
        let status: Int
        /// Seconds after which the server wants to be asked again.
        let retryAfter: Int?
        let body: [UInt8]
    }

    init(_ settings: WireSettings) throws(EndpointError) {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let path = settings.certificates {
            guard let trusted = try? NIOSSLCertificate.fromPEMFile(path), !trusted.isEmpty else {
                throw .certificates(path: path)
            }
            tls.trustRoots = .certificates(trusted)
        }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .milliseconds(Int64(min(settings.deadline / .milliseconds(1), 10_000)))
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.atOnce
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        url = settings.address.completions
        key = settings.key
        deadline = settings.deadline
        answerLimit = settings.answerLimit
    }

    // The client closes its connections and then goes; nobody has to wait for it.
    deinit { client.shutdown { _ in } }

    /// Sends a question once.
    ///
    /// Errors: `WireFault`; `CancellationError` when the task was cancelled.
    func send(_ body: [UInt8]) async throws -> Response {
        try await withThrowingTaskGroup(of: Response?.self) { group in
            group.addTask { try await self.exchange(body) }
            group.addTask { [deadline] in
                try await Task.sleep(for: deadline)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let response = first else {
                throw WireFault.timedOut
            }
            return response
        }
    }

    private func exchange(_ body: [UInt8]) async throws -> Response {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "crosstie")
        if let key { request.headers.add(name: "Authorization", value: "Bearer \(key.secret)") }
        request.body = .bytes(body)
        do {
            let response = try await client.execute(request, deadline: .distantFuture)
            let status = Int(response.status.code)
            let retryAfter = response.headers.first(name: "Retry-After").flatMap { Int($0) }
            // What a refusal says is nobody's business; only its status counts.
            guard status == 200 else { return Response(status: status, retryAfter: retryAfter, body: []) }
            let answer = try await response.body.collect(upTo: answerLimit)
            try Task.checkCancellation()
            return Response(status: status, retryAfter: nil, body: Array(answer.readableBytesView))
        } catch let failure {
            throw Self.failure(failure)
        }
    }

    private static func failure(_ error: any Error) -> any Error {
        if Task.isCancelled || error is CancellationError { return CancellationError() }
        if error is NIOTooManyBytesError { return WireFault.tooLong }
        if let error = error as? HTTPClientError,
            [.deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout].contains(error)
        {
            return WireFault.timedOut
        }
        return WireFault.noConnection
    }
}
