/// Where a PostgreSQL database is: libpq's own URL, with some settings of ours among its parameters.
///
/// Shape: `postgres://USER:PASSWORD@HOST:PORT/NAME?PARAMETERS`. Ours are `pool` (connections of this process, 2 to 500),
/// `prepared` (`off` behind a pooler that changes servers between transactions), `schema` (where the tables lie),
/// `timeout` (seconds for one statement); all others, as `sslmode`, `sslrootcert`, `host`, go to libpq as they are.
public struct PostgresAddress: Sendable, Hashable, CustomStringConvertible {
    /// What libpq is given.
    let url: String
    /// How many connections this process holds at most.
    public let pool: Int
    /// Whether statements are kept prepared in the server.
    public let isPrepared: Bool
    /// Where the tables lie; nil for the server's default.
    public let schema: String?
    /// How long one statement may take, in seconds.
    public let timeout: Int

    /// Reads an address; nil when it is none.
    public init?(_ text: String) {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else { return nil }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var (pool, isPrepared, schema, timeout) = (8, true, String?.none, 60)
        var others: [Substring] = []
        for parameter in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = pair.count > 1 ? String(pair[1]) : ""
            switch pair[0] {
            case "pool":
                guard let number = Int(value), 2...500 ~= number else { return nil }
                pool = number
            case "prepared":
                guard ["on", "off"].contains(value) else { return nil }
                isPrepared = value == "on"
            case "schema":
                guard Self.isName(value) else { return nil }
                schema = value
            case "timeout":
                guard let number = Int(value), 1...86_400 ~= number else { return nil }
                timeout = number
            default: others.append(parameter)
            }
        }
        self.init(
            url: String(parts[0]) + (others.isEmpty ? "" : "?" + others.joined(separator: "&")),
            pool: pool,
            isPrepared: isPrepared,
            schema: schema,
            timeout: timeout
        )
    }

    private init(url: String, pool: Int, isPrepared: Bool, schema: String?, timeout: Int) {
        self.url = url
        self.pool = pool
        self.isPrepared = isPrepared
        self.schema = schema
        self.timeout = timeout
    }

    /// The same server with the tables in another schema; nil when that is no plain name.
    public func with(schema: String) -> PostgresAddress? {
        guard Self.isName(schema) else { return nil }
        return PostgresAddress(url: url, pool: pool, isPrepared: isPrepared, schema: schema, timeout: timeout)
    }

    /// The address without the password.
    public var description: String {
        Self.withoutPassword(url) + (schema.map { (url.contains("?") ? "&" : "?") + "schema=" + $0 } ?? "")
    }

    /// Letters, digits and underscores, so that it may stand in a statement as it is.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count < 60 else { return false }
        let isLower = { (byte: UInt8) in (97...122).contains(byte) || byte == 95 }
        return isLower(first) && text.utf8.allSatisfy { isLower($0) || (48...57).contains($0) }
    }

    /// Takes the password out of what stands before the host and out of the parameters.
    static func withoutPassword(_ text: String) -> String {
        var text = text
        if let slashes = text.firstRange(of: "://") {
            let end = text[slashes.upperBound...].firstIndex { "/?".contains($0) } ?? text.endIndex
            let authority = text[slashes.upperBound..<end]
            if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
                text.replaceSubrange(colon..<at, with: ":***")
            }
        }
        guard let mark = text.firstIndex(of: "?") else { return text }
        let parameters = text[text.index(after: mark)...].split(separator: "&").map { parameter in
            let name = parameter.prefix { $0 != "=" }
            return name == "password" || name == "sslpassword" ? name + "=***" : parameter
        }
        return text[...mark] + parameters.joined(separator: "&")
    }

    /// What may not appear in words about trouble with this address.
    var secrets: [String] {
        var secrets: [String] = []
        if let slashes = url.firstRange(of: "://") {
            let end = url[slashes.upperBound...].firstIndex { "/?".contains($0) } ?? url.endIndex
            let authority = url[slashes.upperBound..<end]
            if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
                secrets.append(String(authority[authority.index(after: colon)..<at]))
            }
        }
        for parameter in url.split(separator: "?").dropFirst().joined().split(separator: "&") {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            if pair.count == 2, pair[0] == "password" || pair[0] == "sslpassword" { secrets.append(String(pair[1])) }
        }
        return secrets.filter { !$0.isEmpty }
    }
}
