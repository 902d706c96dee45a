/// Where people reach the site: scheme and host, and a port where it is not the scheme's own.
public struct SiteAddress: Sendable, Hashable {
    /// Such as `https://crosstie.example` or `http://127.0.0.1:8080`.
    public let text: String
    /// True for `https`.
    public let secure: Bool
    /// Host and port as a request names them.
    let authority: String

    /// Reads `http://HOST[:PORT]` or `https://HOST[:PORT]`; nil for anything else, also with a path.
    public init?(_ text: String) {
        let lower = text.lowercased()
        let rest: Substring
        if lower.hasPrefix("https://") {
            (secure, rest) = (true, lower.dropFirst(8))
        } else if lower.hasPrefix("http://") {
            (secure, rest) = (false, lower.dropFirst(7))
        } else {
            return nil
        }
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-:[]")
        guard !rest.isEmpty, rest.allSatisfy({ allowed.contains($0) }) else { return nil }
        authority = String(rest)
        self.text = lower
    }

    /// The site of a server on this machine.
    static func local(port: Int) -> SiteAddress? { SiteAddress("http://127.0.0.1:\(port)") }

    /// The names under which a request may ask for this site.
    ///
    /// A page of another site whose name points to 127.0.0.1 (DNS rebinding) brings its own name and is refused.
    var authorities: Set<String> {
        let loopback = ["127.0.0.1", "localhost", "[::1]"]
        guard let host = loopback.first(where: { authority == $0 || authority.hasPrefix("\($0):") }) else {
            return [authority]
        }
        let port = authority.dropFirst(host.count)
        return Set(loopback.map { $0 + port })
    }
}
