private import COpenSSL

/// 256 random bits that only their bearer knows.
public struct Secret: Sendable, Hashable {
    /// 64 hexadecimal digits, lower case.
    public let text: String

    /// Takes what a visitor sent; nil for anything but 64 hexadecimal digits.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.text = String(text)
    }

    /// Makes a new one.
    ///
    /// Errors: `WebError.noRandomness` when the system gives no random bytes.
    public static func random() throws(WebError) -> Secret {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard RAND_bytes(&bytes, Int32(bytes.count)) == 1, let secret = Secret(bytes.hexadecimal) else {
            throw .noRandomness
        }
        return secret
    }

    /// What a store may know of it.
    public var hash: SecretHash { SecretHash(text: sha256(Array(text.utf8)).hexadecimal) }
}

/// The SHA-256 of a secret: enough to recognise it, not enough to use it.
public struct SecretHash: Sendable, Hashable {
    /// 64 hexadecimal digits, lower case.
    public let text: String

    /// Wraps what a store kept.
    public init(text: String) { self.text = text }
}

/// SHA-256 by libcrypto.
func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256(bytes, bytes.count, &digest)
    return digest
}

extension [UInt8] {
    /// Two digits a byte.
    var hexadecimal: String {
        let digits = Array<Character>("0123456789abcdef")
        var text = ""
        text.reserveCapacity(count * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}
