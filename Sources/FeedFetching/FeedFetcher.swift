private import AsyncHTTPClient
private import NIOCore
private import NIOHTTP1
private import Workspace

/// Fetches feeds from the web, politely and with care.
///
/// Every hop is looked up first; a name that leads into this machine's own network is refused, and the connection goes to the very
/// address that was looked at. Unchanged feeds are not sent again; redirects that last are remembered by who asks.
/// Source: `docs/methods.md`, "Fetching from the web"; RFC 9110, RFC 9111.
public struct FeedFetcher: Sendable {
    private let resolver: any HostResolving
    private let allowsOwnNetwork: Bool
    private let limits: Limits
    private let agent: String

    /// How much and how long.
    public struct Limits: Sendable, Hashable {
        /// Bytes of a document, as it comes.
        public var bytes = 12_000_000
        /// Seconds for a whole fetch.
        public var seconds = 30
        /// The usual limits.
        public init() {}
    }

    /// A fetcher.
    ///
    /// - Parameters:
    ///   - resolver: who looks names up
    ///   - allowsOwnNetwork: the operator's choice to fetch from inside the own network
    ///   - limits: how much and how long
    ///   - agent: what sites are told of who asks
    public init(
        resolver: any HostResolving = SystemResolver(),
        allowsOwnNetwork: Bool = false,
        limits: Limits = Limits(),
        agent: String = "Crosstie (feed reader)"
    ) {
        self.resolver = resolver
        self.allowsOwnNetwork = allowsOwnNetwork
        self.limits = limits
        self.agent = agent
    }

    /// Fetches one feed; never throws, since one bad feed must not stop the others.
    public func fetch(_ request: FeedRequest) async -> FeedOutcome {
        do { return try await follow(request) } catch let problem as FetchProblem { return .failed(problem) } catch {
            return .failed(.unreachable("\(error)"))
        }
    }

    private func follow(_ request: FeedRequest) async throws -> FeedOutcome {
        var address: OutgoingAddress
        do { address = try OutgoingAddress(request.address) } catch { throw FetchProblem.refused(error.words) }
        var lasting = true
        var moved = false
        for _ in 0...OutgoingAddress.redirects {
            switch try await hop(address, request) {
            case .done(let outcome):
                guard case .document(var document) = outcome else { return outcome }
                document.address = address.text
                document.movedTo = moved && lasting ? address.text : nil
                return .document(document)
            case .on(let location, let lasts):
                do { address = try address.redirected(to: location) } catch { throw FetchProblem.refused(error.words) }
                lasting = lasting && lasts
                moved = true
            }
        }
        throw FetchProblem.redirects(OutgoingAddress.redirects)
    }

    private enum Hop {
        case done(FeedOutcome)
        case on(to: String, lasts: Bool)
    }

    private func hop(_ address: OutgoingAddress, _ request: FeedRequest) async throws -> Hop {
        let found = (try? await resolver.addresses(of: address.host, port: address.port)) ?? []
        let allowed: [NumericAddress]
        do { allowed = try address.check(found, allowsOwnNetwork: allowsOwnNetwork) } catch {
            throw FetchProblem.refused(error.words)
        }
        let client = HTTPClient(
            eventLoopGroup: HTTPClient.defaultEventLoopGroup,
            configuration: configuration(address, allowed)
        )
        do {
            let hop = try await ask(client, address, request)
            try? await client.shutdown()
            return hop
        } catch {
            try? await client.shutdown()
            throw problem(error)
        }
    }

    private func configuration(_ address: OutgoingAddress, _ allowed: [NumericAddress]) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(10)
        configuration.timeout.read = .seconds(15)
        // Whoever reads the document unpacks it, within the bounds of reading.
        configuration.decompression = .disabled
        // The connection goes to the address that was looked at, not to what the name means a moment later.
        let preferred = allowed.first { $0.bytes.count == 4 } ?? allowed[0]
        configuration.dnsOverride = [address.host: preferred.description]
        return configuration
    }

    private func ask(_ client: HTTPClient, _ address: OutgoingAddress, _ request: FeedRequest) async throws -> Hop {
        var message = HTTPClientRequest(url: address.text)
        message.headers.add(name: "User-Agent", value: agent)
        message.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        message.headers.add(
            name: "Accept",
            value:
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
        )
        if let tag = request.entityTag, Self.isSafe(tag) { message.headers.add(name: "If-None-Match", value: tag) }
        if let date = request.lastModified, Self.isSafe(date) {
            message.headers.add(name: "If-Modified-Since", value: date)
        }
        let response = try await client.execute(message, timeout: .seconds(Int64(limits.seconds)))
        return try await read(response)
    }

    private func read(_ response: HTTPClientResponse) async throws -> Hop {
        let headers = response.headers
        let wait = CacheWords.seconds(headers.first(name: "Cache-Control"))
        switch response.status.code {
        case 200..<300:
            if let length = headers.first(name: "Content-Length").flatMap({ Int($0) }), length > limits.bytes {
                throw FetchProblem.tooLarge(limit: limits.bytes)
            }
            let body: ByteBuffer
            do { body = try await response.body.collect(upTo: limits.bytes) } catch is NIOTooManyBytesError {
                throw FetchProblem.tooLarge(limit: limits.bytes)
            }
            return .done(
                .document(
                    FeedDocument(
                        bytes: Array(body.readableBytesView),
                        contentType: headers.first(name: "Content-Type"),
                        packing: headers.first(name: "Content-Encoding"),
                        entityTag: headers.first(name: "ETag"),
                        lastModified: headers.first(name: "Last-Modified"),
                        address: "",
                        movedTo: nil,
                        wait: wait
                    )
                )
            )
        case 304: return .done(.unchanged(wait: wait))
        case 301, 308, 302, 303, 307:
            guard let location = headers.first(name: "Location") else {
                throw FetchProblem.status(Int(response.status.code))
            }
            return .on(to: location, lasts: response.status.code == 301 || response.status.code == 308)
        case 410: return .done(.gone)
        case 429, 503:
            return .done(.later(wait: headers.first(name: "Retry-After").flatMap { Int($0) }.map { max(0, $0) }))
        default: throw FetchProblem.status(Int(response.status.code))
        }
    }

    private func problem(_ error: any Error) -> FetchProblem {
        if let known = error as? FetchProblem { return known }
        if let known = error as? HTTPClientError {
            if [.deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout].contains(known) {
                return .timedOut(seconds: limits.seconds)
            }
        }
        return .unreachable("\(error)")
    }

    /// Headers come from sites; what holds line ends goes back to none.
    private static func isSafe(_ value: String) -> Bool {
        value.utf8.count < 1_000 && value.utf8.allSatisfy { $0 >= 32 && $0 < 127 }
    }
}

/// What `Cache-Control` says.
enum CacheWords {
    /// Seconds for which an answer stays fresh; nil when it does not say.
    static func seconds(_ header: String?) -> Int? {
        for part in (header ?? "").lowercased().split(separator: ",") {
            let pair = part.split(separator: "=").map { $0.filter { $0 != " " } }
            if pair.count == 2, pair[0] == "max-age", let seconds = Int(pair[1]), seconds >= 0 {
                return min(seconds, FetchSchedule.longest)
            }
        }
        return nil
    }
}
