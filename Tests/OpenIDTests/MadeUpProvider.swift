import Crypto
import CryptoExtras
import Foundation
import OpenID

/// A provider in memory that signs whatever it is told to.
actor MadeUpProvider: OpenIDTransport {
    static let issuer = "https://login.example"
    private var keys: [(name: String, key: _RSA.Signing.PrivateKey)]
    var reply: String?
    var document: [String: String] = [
        "issuer": issuer, "authorization_endpoint": "\(issuer)/authorize", "token_endpoint": "\(issuer)/token",
        "jwks_uri": "\(issuer)/keys",
    ]
    private(set) var forms: [[String: String]] = []
    private(set) var keyRequests = 0

    /// Made once, since making one takes a tenth of a second.
    private static let first = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    init() throws { keys = [("first", try Self.first.get())] }

    func rotate(to name: String) throws { keys = [(name, try _RSA.Signing.PrivateKey(keySize: .bits2048))] }
    func say(_ field: String, _ value: String?) { document[field] = value }
    func answer(_ text: String) { reply = text }

    func get(_ address: String) throws -> [UInt8] {
        switch address {
        case "\(Self.issuer)/.well-known/openid-configuration": return Array(try JSONEncoder().encode(document))
        case "\(Self.issuer)/keys":
            keyRequests += 1
            let set = try keys.map { name, key in
                let parts = try key.publicKey.getKeyPrimitives()
                return [
                    "kty": "RSA", "use": "sig", "alg": "RS256", "kid": name, "n": Self.url(parts.modulus),
                    "e": Self.url(parts.publicExponent),
                ]
            }
            return Array(try JSONEncoder().encode(["keys": set]))
        default: throw OpenIDError.unreachable(address: address, status: 404)
        }
    }

    func post(_ form: String, to address: String) throws -> [UInt8] {
        var fields: [String: String] = [:]
        for pair in form.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            fields[String(parts[0])] = String(parts[1]).removingPercentEncoding
        }
        forms.append(fields)
        return Array((reply ?? #"{"error":"invalid_grant"}"#).utf8)
    }

    /// A token of these claims, signed by the present key; `header` replaces the usual one.
    func token(_ claims: [String: Any], header: [String: Any] = [:]) throws -> String {
        var head: [String: Any] = ["alg": "RS256", "typ": "JWT", "kid": keys[0].name]
        for (name, value) in header { head[name] = value }
        let parts = try [head, claims].map { Self.url(try JSONSerialization.data(withJSONObject: $0)) }
        let signed = parts.joined(separator: ".")
        let signature = try keys[0].key
            .signature(for: SHA256.hash(data: Array(signed.utf8)), padding: .insecurePKCS1v1_5)
        return "\(signed).\(Self.url(signature.rawRepresentation))"
    }

    static func url(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
