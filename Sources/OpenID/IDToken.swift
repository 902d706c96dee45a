import Crypto
import CryptoExtras
import Foundation

/// A token that a provider signed about somebody.
///
/// Source: RFC 7515 (compact form) and OpenID Connect Core 1.0, section 3.1.3.7.
struct IDToken {
    /// The name of the key that signed it.
    let key: String
    private let signed: [UInt8]
    private let signature: [UInt8]
    private let claims: [UInt8]

    private static let what = "the provider's token"
    private static let longest = 32 * 1024

    /// Takes a token apart; nothing in it is believed yet.
    ///
    /// Errors: `OpenIDError.malformed`, `.method` for anything but RS256, `none` included.
    init(_ text: String) throws(OpenIDError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 3, let header = Base64URL.bytes(parts[0]),
            let claims = Base64URL.bytes(parts[1]), let signature = Base64URL.bytes(parts[2])
        else { throw .malformed(what: Self.what, field: "three parts") }
        guard let head = try? JSONDecoder().decode(Header.self, from: Data(header)) else {
            throw .malformed(what: Self.what, field: "header")
        }
        guard head.alg == "RS256" else { throw .method(head.alg) }
        // A critical extension that is not understood must fell the token (RFC 7515, 4.1.11); none is understood here.
        guard head.crit == nil else { throw .method("extensions of its own") }
        guard let key = head.kid else { throw .malformed(what: Self.what, field: "kid") }
        self.key = key
        self.claims = claims
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// What it says, once the signature fits.
    ///
    /// Errors: `OpenIDError.unknownKey`, `.signature`, `.malformed`.
    func claims(by keys: SigningKeys) throws(OpenIDError) -> Claims {
        guard let key = keys[key] else { throw .unknownKey(self.key) }
        let fits = key.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature),
            for: SHA256.hash(data: signed),
            padding: .insecurePKCS1v1_5
        )
        guard fits else { throw .signature }
        do { return try JSONDecoder().decode(Claims.self, from: Data(claims)) } catch {
            throw .malformed(what: Self.what, field: "claims")
        }
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }
}
