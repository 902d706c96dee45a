/// An address on the web that this program may fetch something from; nothing inside the operator's own network.
///
/// Shape: `init` looks at the text, `check` at what the name leads to; whoever fetches connects to what `check` gave back and
/// checks every redirect anew, so that a name cannot lead elsewhere between look and connection.
/// Source: `docs/methods.md`, "Fetching from the web"; OWASP, Server-Side Request Forgery Prevention.
public struct OutgoingAddress: Sendable, Hashable {
    /// `http` or `https`.
    public let scheme: String
    /// The name or address of the machine, lower-cased; IPv6 without brackets.
    public let host: String
    /// The port.
    public let port: Int
    /// Path and query, beginning with `/`.
    public let path: String

    /// The most bytes of an address.
    public static let longest = 4_096
    /// How often somebody may be sent on.
    public static let redirects = 5

    /// Reads an address; a fragment is dropped.
    public init(_ text: String) throws(AddressFault) {
        guard text.utf8.count <= Self.longest,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" })
        else { throw .notAnAddress }
        guard let mark = text.firstRange(of: "://") else { throw .notAnAddress }
        let scheme = text[..<mark.lowerBound].lowercased()
        // A calendar's own scheme is the web's.
        let known = scheme == "webcal" || scheme == "webcals" ? "https" : scheme
        guard known == "http" || known == "https" else { throw .scheme }
        let rest = text[mark.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw .credentials }
        let (host, port) = try Self.parts(of: authority)
        self.scheme = known
        self.host = host
        self.port = port ?? (known == "https" ? 443 : 80)
        let path = rest.dropFirst(authority.count)
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// The whole address.
    public var text: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(name)\(isUsual ? "" : ":\(port)")\(path)"
    }

    /// Those of a name's addresses that may be connected to.
    ///
    /// Shape: one that may not be is enough to refuse all of them; `allowsOwnNetwork` is the operator's choice.
    public func check(
        _ found: [NumericAddress],
        allowsOwnNetwork: Bool = false
    ) throws(AddressFault) -> [NumericAddress] {
        guard !found.isEmpty else { throw .nothingFound(host: host) }
        guard allowsOwnNetwork || found.allSatisfy(\.isPublic) else { throw .ownNetwork(host: host) }
        return found
    }

    /// Where an answer sends on to; never from https to http.
    public func redirected(to location: String) throws(AddressFault) -> OutgoingAddress {
        let next: OutgoingAddress
        if location.contains("://") {
            next = try OutgoingAddress(location)
        } else if location.hasPrefix("//") {
            next = try OutgoingAddress("\(scheme):\(location)")
        } else if location.hasPrefix("/") {
            next = try OutgoingAddress(origin + location)
        } else {
            let folder = path.prefix { $0 != "?" }
            let end = folder.lastIndex(of: "/").map { folder.index(after: $0) } ?? folder.startIndex
            next = try OutgoingAddress(origin + folder[..<end] + location)
        }
        guard scheme == "http" || next.scheme == "https" else { throw .scheme }
        return next
    }

    private var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(name):\(port)"
    }

    private static func parts(of authority: Substring) throws(AddressFault) -> (host: String, port: Int?) {
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]"),
                let address = NumericAddress(authority[authority.index(after: authority.startIndex)..<end])
            else { throw .strangeHost }
            return (address.description, try port(authority[authority.index(after: end)...]))
        }
        let host = authority.prefix { $0 != ":" }
        let port = try port(authority.dropFirst(host.count))
        let name = host.lowercased().hasSuffix(".") ? String(host.lowercased().dropLast()) : host.lowercased()
        guard !name.isEmpty else { throw .notAnAddress }
        guard name.utf8.count <= 253, name.utf8.allSatisfy(isNameByte), !name.hasPrefix("."), !name.contains("..")
        else { throw .strangeHost }
        // Other forms of numbers (octal, hexadecimal, fewer parts) name machines without looking like it.
        let last = name.split(separator: ".").last ?? ""
        let looksNumeric = last.utf8.allSatisfy { (48...57).contains($0) } || last.hasPrefix("0x")
        if looksNumeric, NumericAddress(name) == nil { throw .strangeHost }
        return (name, port)
    }

    private static func port(_ text: Substring) throws(AddressFault) -> Int? {
        if text.isEmpty || text == ":" { return nil }
        guard text.first == ":", text.count <= 6, text.dropFirst().utf8.allSatisfy({ (48...57).contains($0) }),
            let port = Int(text.dropFirst()), (1...65_535).contains(port)
        else { throw .notAnAddress }
        return port
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_")
    }
}

/// Why nothing is fetched from an address.
public enum AddressFault: Error, Sendable, Hashable {
    /// It is no web address.
    case notAnAddress
    /// Neither http nor https, or from https to http.
    case scheme
    /// It holds a name and a password.
    case credentials
    /// The machine is named in a form that hides what it is.
    case strangeHost
    /// The name leads nowhere.
    case nothingFound(host: String)
    /// The name leads to this machine or into the operator's own network.
    case ownNetwork(host: String)
}
