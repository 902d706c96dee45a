import Crypto

/// The secrets that Slack signs its requests with; several while one is being replaced.
///
/// Source: Slack documentation, "Verifying requests from Slack": HMAC-SHA256 over `v0:time:body`.
public struct SigningSecrets: Sendable, CustomStringConvertible {
    private let keys: [SymmetricKey]

    /// Units: seconds that a request's time may differ from ours, before or after.
    public static let window: Int64 = 300

    /// Wraps secrets; nil where none is left after blanks went.
    public init?(_ secrets: [String]) {
        keys = secrets.map(\.trimmed).filter { !$0.isEmpty }.map { SymmetricKey(data: Array($0.utf8)) }
        if keys.isEmpty { return nil }
    }

    /// Nothing of the secrets.
    public var description: String { "\(keys.count) signing secrets" }

    /// Whether a request came from Slack.
    public enum Verdict: Sendable, Hashable {
        /// It did.
        case genuine
        /// A header is missing, comes twice with other values, or has another form.
        case malformed
        /// Signed too long ago, or in the future.
        case outsideWindow
        /// Signed by somebody else, or something was changed.
        case forged
    }

    /// Checks a request before anything of it is parsed.
    ///
    /// Shape: `times` and `signatures` are all values of the two headers; `body` is the bytes as they came; `now` is in
    /// seconds since 1970 UTC.
    public func verify(times: [String], signatures: [String], body: [UInt8], now: Int64) -> Verdict {
        guard let time = Self.single(times), let signature = Self.single(signatures) else { return .malformed }
        guard (1...12).contains(time.utf8.count),
            time.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let moment = Int64(time)
        else { return .malformed }
        guard let code = Self.code(of: signature) else { return .malformed }
        guard abs(now - moment) <= Self.window else { return .outsideWindow }
        var isGenuine = false
        // Every key is tried, and each compare takes the same time, so that the time taken tells nothing.
        for key in keys {
            var hmac = HMAC<SHA256>(key: key)
            hmac.update(data: Array("v0:\(time):".utf8))
            hmac.update(data: body)
            if hmac.finalize().isEqual(to: code) { isGenuine = true }
        }
        return isGenuine ? .genuine : .forged
    }

    /// The signature of a body, as Slack writes it; for tests and for senders that stand for Slack.
    public func signature(of body: [UInt8], at seconds: Int64) -> String {
        guard let key = keys.first else { return "" }
        var hmac = HMAC<SHA256>(key: key)
        hmac.update(data: Array("v0:\(seconds):".utf8))
        hmac.update(data: body)
        return "v0="
            + hmac.finalize().map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    private static func single(_ values: [String]) -> String? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The 32 bytes behind `v0=` and 64 lower-case digits.
    private static func code(of signature: String) -> [UInt8]? {
        let bytes = Array(signature.utf8)
        guard bytes.count == 67, bytes.starts(with: "v0=".utf8) else { return nil }
        var code: [UInt8] = []
        for place in stride(from: 3, to: 67, by: 2) {
            guard let high = digit(bytes[place]), let low = digit(bytes[place + 1]) else { return nil }
            code.append(high << 4 | low)
        }
        return code
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension HashedAuthenticationCode {
    /// Compares every byte, whatever the first ones say.
    fileprivate func isEqual(to other: [UInt8]) -> Bool {
        guard byteCount == other.count else { return false }
        var difference: UInt8 = 0
        for (own, given) in zip(self, other) { difference |= own ^ given }
        return difference == 0
    }
}
