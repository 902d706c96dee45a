import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import OpenID

/// The way to a sign-in provider: five seconds to connect, ten for an answer, a megabyte at most, no redirects.
struct ProviderTransport: OpenIDTransport {
    private static let largest = 1 << 20
    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        configuration.timeout.read = .seconds(10)
        return configuration
    }

    func get(_ address: String) async throws -> [UInt8] {
        try await answer(to: HTTPClientRequest(url: address), allowing: [200])
    }

    func post(_ form: String, to address: String) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: form))
        return try await answer(to: request, allowing: [200, 400])
    }

    /// A client for each question: sign-ins are rare, and nobody has to remember to give its connections back.
    private func answer(to request: HTTPClientRequest, allowing statuses: Set<UInt>) async throws -> [UInt8] {
        try await HTTPClient.withHTTPClient(configuration: Self.configuration) { client in
            try await Self.answer(to: request, allowing: statuses, over: client)
        }
    }

    private static func answer(
        to request: HTTPClientRequest,
        allowing statuses: Set<UInt>,
        over client: HTTPClient
    ) async throws -> [UInt8] {
        var request = request
        request.headers.add(name: "accept", value: "application/json")
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: .seconds(15))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw OpenIDError.unreachable(address: request.url, status: nil)
        }
        guard statuses.contains(response.status.code) else {
            throw OpenIDError.unreachable(address: request.url, status: Int(response.status.code))
        }
        do {
            return Array(buffer: try await response.body.collect(upTo: largest))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw OpenIDError.unreachable(address: request.url, status: nil)
        }
    }
}
