private import CXML

/// Addresses in feeds and pages.
///
/// Source: RFC 3986 by way of libxml2; what is not allowed in an address is written in percent, as browsers do.
public enum WebLink {
    /// An address as a whole one; nil for what is none, and for schemes that a reader has no use for.
    public static func resolve(_ address: String, against base: String?) -> String? {
        let text = address.trimmed.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
        let clean = String(String.UnicodeScalarView(text))
        guard !clean.isEmpty, clean.utf8.count <= 4_096 else { return nil }
        if let scheme = scheme(of: clean) {
            return forbidden.contains(scheme) ? nil : clean
        }
        guard let base, !base.isEmpty else { return clean }
        let whole = build(clean, base) ?? build(escaped(clean), escaped(base))
        guard let whole else { return clean }
        return scheme(of: whole).map { forbidden.contains($0) } == true ? nil : whole
    }

    /// The part before `:` in lower case, where there is one.
    public static func scheme(of address: String) -> String? {
        guard let colon = address.firstIndex(of: ":") else { return nil }
        let name = address[..<colon]
        guard let first = name.utf8.first, (first | 0x20) &- 97 < 26,
            name.utf8.allSatisfy({ ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == 43 || $0 == 45 || $0 == 46 })
        else { return nil }
        return name.lowercased()
    }

    /// True for `http` and `https`.
    public static func isWeb(_ address: String) -> Bool { ["http", "https"].contains(scheme(of: address)) }

    /// The host in lower case, without user, port and `www.`.
    public static func host(of address: String) -> String? {
        guard isWeb(address), let slashes = address.firstRange(of: "//") else { return nil }
        let rest = address[slashes.upperBound...].prefix { !"/?#\\".contains($0) }
        var host = rest.split(separator: "@").last.map(String.init) ?? ""
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            host = String(host[...end])
        } else if let colon = host.firstIndex(of: ":") {
            host = String(host[..<colon])
        }
        host = host.lowercased().replacingPrefix("www.", by: "")
        return host.isEmpty ? nil : host
    }

    private static let forbidden: Set<String> = ["javascript", "data", "vbscript", "file", "about", "blob"]

    private static func build(_ address: String, _ base: String) -> String? {
        guard let built = xmlBuildURI(address, base) else { return nil }
        defer { cxml_free(built) }
        return String(cString: built)
    }

    private static func escaped(_ address: String) -> String {
        var answer = ""
        for byte in address.utf8 {
            let plain = byte > 32 && byte < 127 && !"\"<>\\^`{|}".utf8.contains(byte)
            if plain {
                answer.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                answer += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return answer
    }
}
