import CryptoExtras
import Foundation

/// The RSA keys that a provider signs with, by their names.
///
/// Source: RFC 7517 and RFC 7518, section 6.3. Keys of other kinds, of other use or shorter than 2048 bits are passed over.
struct SigningKeys: Sendable {
    private let keys: [String: _RSA.Signing.PublicKey]

    static let none = SigningKeys(keys: [:])

    private init(keys: [String: _RSA.Signing.PublicKey]) { self.keys = keys }

    /// Reads a key set.
    ///
    /// Errors: `OpenIDError.malformed`.
    init(_ bytes: [UInt8]) throws(OpenIDError) {
        guard let set = try? JSONDecoder().decode(Set.self, from: Data(bytes)) else {
            throw .malformed(what: "the provider's key set", field: "keys")
        }
        var keys: [String: _RSA.Signing.PublicKey] = [:]
        for key in set.keys where key.kty == "RSA" && (key.use ?? "sig") == "sig" && (key.alg ?? "RS256") == "RS256" {
            guard let name = key.kid, let modulus = Base64URL.bytes(key.n ?? ""),
                let exponent = Base64URL.bytes(key.e ?? ""),
                let made = try? _RSA.Signing.PublicKey(n: modulus, e: exponent), made.keySizeInBits >= 2048
            else { continue }
            keys[name] = made
        }
        self.keys = keys
    }

    /// The key of a name; nil where there is none.
    subscript(_ name: String) -> _RSA.Signing.PublicKey? { keys[name] }

    private struct Set: Decodable {
        let keys: [Key]
    }

    private struct Key: Decodable {
        let kty: String?
        let use: String?
        let alg: String?
        let kid: String?
        let n: String?
        let e: String?
    }
}

/// The letters of RFC 4648, section 5, without padding.
enum Base64URL {
    /// The bytes of a text; nil for letters that do not belong, padding included.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy({ isLetter($0) }), text.utf8.count % 4 != 1 else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: padded).map { Array($0) }
    }

    /// The text of bytes.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 95: true
        default: false
        }
    }
}
