import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Workspace

/// Fetches a file from the web for people who gave its address, and reaches nothing in the operator's own network by it.
///
/// Each name is looked up here, every address it leads to is checked, and the connection is made to one of those very
/// addresses; a redirect begins anew. Bytes and time have limits.
struct WebFetch: Sendable {
    /// True where the operator lets addresses lead into the own network.
    var allowsOwnNetwork = false
    /// The most bytes.
    var limit = 16 * 1_048_576
    /// How long all of it may take.
    var patience: Duration = .seconds(30)

    /// The bytes behind an address.
    ///
    /// Errors: `FetchError`.
    func bytes(from text: String) async throws -> [UInt8] {
        var address = try parsed { () throws(AddressFault) in try OutgoingAddress(text) }
        let end = ContinuousClock.now + patience
        for _ in 0...OutgoingAddress.redirects {
            switch try await answer(of: address, until: end) {
            case .bytes(let bytes): return bytes
            case .elsewhere(let location):
                let here = address
                address = try parsed { () throws(AddressFault) in try here.redirected(to: location) }
            }
        }
        throw FetchError.tooManyRedirects(host: address.host, limit: OutgoingAddress.redirects)
    }

    private enum Answer {
        case bytes([UInt8])
        case elsewhere(String)
    }

    private func answer(of address: OutgoingAddress, until end: ContinuousClock.Instant) async throws -> Answer {
        let found = await HostLookup.addresses(of: address.host)
        let allowed = try parsed { () throws(AddressFault) in
            try address.check(found, allowsOwnNetwork: allowsOwnNetwork)
        }
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(5)
        configuration.timeout.read = .seconds(10)
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        // Between look and connection the name cannot lead elsewhere: it is not looked up again.
        if NumericAddress(address.host) == nil, let first = allowed.first {
            configuration.dnsOverride = [address.host: first.description]
        }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let answer = try await read(address, with: client, until: end)
            try await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw Self.words(of: error, host: address.host, limit: limit)
        }
    }

    private func read(
        _ address: OutgoingAddress,
        with client: HTTPClient,
        until end: ContinuousClock.Instant
    ) async throws -> Answer {
        let left = max(.milliseconds(1), end - ContinuousClock.now)
        var request = HTTPClientRequest(url: address.text)
        request.headers = ["user-agent": "crosstie", "accept-encoding": "identity"]
        let response = try await client.execute(request, timeout: .nanoseconds(Int64(left / .nanoseconds(1))))
        // The code stands first in the status's own words.
        let code = Int(String(describing: response.status).prefix(3)) ?? 0
        if (300..<400).contains(code) {
            for (name, value) in response.headers where name.lowercased() == "location" { return .elsewhere(value) }
        }
        guard code == 200 else { throw FetchError.status(host: address.host, code: code) }
        var bytes: [UInt8] = []
        for try await part in response.body {
            guard bytes.count + part.readableBytes <= limit else {
                throw FetchError.tooLarge(host: address.host, limit: limit)
            }
            guard ContinuousClock.now < end else { throw FetchError.tooSlow(host: address.host) }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return .bytes(bytes)
    }

    private func parsed<Value>(_ work: () throws(AddressFault) -> Value) throws(FetchError) -> Value {
        do throws(AddressFault) {
            return try work()
        } catch {
            throw .address(error)
        }
    }

    private static func words(of error: any Error, host: String, limit: Int) -> any Error {
        switch error {
        case let error as FetchError: error
        case let error as HTTPClientError
        where [.deadlineExceeded, .connectTimeout, .readTimeout].contains(error):
            FetchError.tooSlow(host: host)
        case is CancellationError: error
        default: FetchError.unreachable(host: host, reason: String(describing: type(of: error)))
        }
    }
}
