/// Where a WebSocket is opened: `wss://…`, or `ws://…` on this machine alone.
struct WebSocketAddress: Sendable, Hashable {
    let isSecure: Bool
    let host: String
    let port: Int
    /// Path and query.
    let target: String

    /// Errors: `SlackFault.notSecure` for plain connections that leave this machine, `.badAddress` for anything else.
    init(_ text: String) throws(SlackFault) {
        let rest: Substring
        if text.hasPrefix("wss://") {
            (isSecure, rest) = (true, text.dropFirst(6))
        } else if text.hasPrefix("ws://") {
            (isSecure, rest) = (false, text.dropFirst(5))
        } else {
            throw .badAddress
        }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<end]
        let path = String(rest[end...])
        target = path.hasPrefix("/") ? path : "/" + path
        (host, port) = try Self.split(authority, standard: isSecure ? 443 : 80)
        guard isSecure || Loopback.contains(host) else { throw .notSecure(host: host) }
    }

    private static func split(_ authority: Substring, standard: Int) throws(SlackFault) -> (String, Int) {
        guard !authority.isEmpty, !authority.contains("@") else { throw .badAddress }
        let host: Substring
        let rest: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw .badAddress }
            (host, rest) = (
                authority[authority.index(after: authority.startIndex)..<end], authority[end...].dropFirst()
            )
        } else {
            let end = authority.firstIndex(of: ":") ?? authority.endIndex
            (host, rest) = (authority[..<end], authority[end...])
        }
        guard !host.isEmpty else { throw .badAddress }
        guard rest.hasPrefix(":") else { return (String(host), standard) }
        guard let port = Int(rest.dropFirst()), (1...65_535).contains(port) else { throw .badAddress }
        return (String(host), port)
    }

    /// Host and port as a request names them.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }
}

/// Names of this machine itself; only there may a connection be plain.
enum Loopback {
    static func contains(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
