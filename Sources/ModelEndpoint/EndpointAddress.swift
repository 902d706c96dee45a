private import Foundation

/// Where a model listens: exactly what an operator set, and nothing that can be reached by way of it.
///
/// Shape: `http(s)://HOST[:PORT]/PATH`, the path up to and without `/chat/completions`.
public struct EndpointAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address as it was set, without what follows the path.
    public let text: String
    /// The host's name or number.
    public let host: String

    /// Reads an address.
    ///
    /// Errors: `EndpointError` when it is no address, holds a user's name or a key, or goes unencrypted to a far host.
    public init(_ text: String) throws(EndpointError) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let parts = URLComponents(string: trimmed), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty,
            parts.port.map({ (1...65535).contains($0) }) ?? true,
            trimmed.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { throw .notAnAddress }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
            throw .addressHoldsMore(host: host)
        }
        guard scheme == "https" || Self.isNear(host.lowercased()) else { throw .unencrypted(host: host) }
        var base = trimmed[...]
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix(Self.call) { base.removeLast(Self.call.count) }
        self.text = String(base)
        self.host = host
    }

    /// True for this machine, private networks, and names that only a private network resolves.
    public var isNear: Bool { Self.isNear(host.lowercased()) }

    /// The address itself.
    public var description: String { text }

    /// Where questions are sent.
    var completions: String { text + Self.call }

    private static let call = "/chat/completions"

    /// True for this machine, private networks, and names that only a private network resolves.
    private static func isNear(_ host: String) -> Bool {
        let bare = host.trimmingCharacters(in: ["[", "]"])
        if bare.contains(":") {
            return bare == "::1" || bare.hasPrefix("fc") || bare.hasPrefix("fd")
        }
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy(\.isDigit) ? Int(part) : nil }
        if numbers.count == 4, parts.count == 4 {
            return numbers[0] == 127 || numbers[0] == 10 || numbers[0] == 192 && numbers[1] == 168
                || numbers[0] == 172 && (16...31).contains(numbers[1])
        }
        // `2130706433` and `0x7f.1` are numbers of hosts, too; nobody writes them in good faith.
        guard numbers.isEmpty, !bare.hasPrefix("0x") else { return false }
        return parts.count == 1 || ["localhost", "local", "internal"].contains(parts.last ?? "")
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 48 < 10 }
}
