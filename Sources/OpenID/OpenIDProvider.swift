import Foundation

/// What a provider says of itself at `/.well-known/openid-configuration`.
///
/// Source: OpenID Connect Discovery 1.0, sections 3 and 4.
struct OpenIDProvider: Sendable, Hashable {
    let authorization: String
    let token: String
    let keys: String

    /// Reads the document.
    ///
    /// Errors: `OpenIDError.malformed`, `.otherIssuer` (section 4.3: the issuer has to be equal), `.plainAddress`.
    init(_ bytes: [UInt8], issuer: String) throws(OpenIDError) {
        let what = "the provider's description"
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else {
            throw .malformed(what: what, field: "JSON")
        }
        guard document.issuer == issuer else {
            throw .otherIssuer(expected: issuer, given: document.issuer ?? "nothing")
        }
        authorization = try Self.address(document.authorization_endpoint, "authorization_endpoint", of: issuer)
        token = try Self.address(document.token_endpoint, "token_endpoint", of: issuer)
        keys = try Self.address(document.jwks_uri, "jwks_uri", of: issuer)
    }

    /// Where an issuer describes itself.
    static func address(of issuer: String) -> String {
        "\(issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer)/.well-known/openid-configuration"
    }

    /// An address that the description names; on this machine only where the issuer is there itself.
    private static func address(_ given: String?, _ field: String, of issuer: String) throws(OpenIDError) -> String {
        guard let given else { throw .malformed(what: "the provider's description", field: field) }
        let isNear = !issuer.hasPrefix("https://")
        guard WebAddress.isSafe(given), isNear || given.hasPrefix("https://") else { throw .plainAddress(given) }
        return given
    }

    private struct Document: Decodable {
        let issuer: String?
        let authorization_endpoint: String?
        let token_endpoint: String?
        let jwks_uri: String?
    }
}
