/// What a signed token says.
struct Claims: Decodable, Sendable {
    let issuer: String?
    let subject: String?
    let audience: [String]
    let party: String?
    let expires: Double?
    let issued: Double?
    let nonce: String?
    let email: String?
    let isEmailVerified: Bool
    let name: String?
    let slackTeam: String?
    let slackUser: String?

    private enum CodingKeys: String, CodingKey {
        case issuer = "iss"
        case subject = "sub"
        case audience = "aud"
        case party = "azp"
        case expires = "exp"
        case issued = "iat"
        case nonce
        case email
        case isEmailVerified = "email_verified"
        case name
        case slackTeam = "https://slack.com/team_id"
        case slackUser = "https://slack.com/user_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        issuer = try fields.decodeIfPresent(String.self, forKey: .issuer)
        subject = try fields.decodeIfPresent(String.self, forKey: .subject)
        if let one = try? fields.decode(String.self, forKey: .audience) {
            audience = [one]
        } else {
            audience = try fields.decodeIfPresent([String].self, forKey: .audience) ?? []
        }
        party = try fields.decodeIfPresent(String.self, forKey: .party)
        expires = try fields.decodeIfPresent(Double.self, forKey: .expires)
        issued = try fields.decodeIfPresent(Double.self, forKey: .issued)
        nonce = try fields.decodeIfPresent(String.self, forKey: .nonce)
        email = try fields.decodeIfPresent(String.self, forKey: .email)
        // Some providers write the word instead of the value.
        let verified = try? fields.decode(Bool.self, forKey: .isEmailVerified)
        isEmailVerified = try verified ?? (fields.decodeIfPresent(String.self, forKey: .isEmailVerified) == "true")
        name = try fields.decodeIfPresent(String.self, forKey: .name)
        slackTeam = try fields.decodeIfPresent(String.self, forKey: .slackTeam)
        slackUser = try fields.decodeIfPresent(String.self, forKey: .slackUser)
    }

    /// How far two clocks may be apart, in seconds.
    static let slack = 60.0

    /// Whom the token is about, once every claim is what it has to be; `now` in microseconds since 1970 UTC.
    ///
    /// Errors: `OpenIDError.claim`. Source: OpenID Connect Core 1.0, section 3.1.3.7.
    func identity(_ settings: OpenIDSettings, nonce wanted: String, now: Int64) throws(OpenIDError) -> OpenIDIdentity {
        func hold(_ name: String, _ isRight: Bool, _ isThere: Bool) throws(OpenIDError) {
            if !isRight { throw .claim(name: name, isThere ? .other : .missing) }
        }
        try hold("issuer", issuer == settings.issuer, issuer != nil)
        try hold("audience", audience.contains(settings.clientID), !audience.isEmpty)
        if audience.count > 1 || party != nil { try hold("authorized party", party == settings.clientID, party != nil) }
        try hold("nonce", nonce == wanted, nonce != nil)
        let seconds = Double(now) / 1_000_000
        guard let expires else { throw .claim(name: "expiry", .missing) }
        guard seconds < expires + Self.slack else { throw .claim(name: "expiry", .past) }
        guard let issued else { throw .claim(name: "time of issue", .missing) }
        guard issued <= seconds + Self.slack else { throw .claim(name: "time of issue", .future) }
        guard let subject, !subject.isEmpty else { throw .claim(name: "subject", .missing) }
        if let team = settings.slackTeam { try hold("workspace", slackTeam == team, slackTeam != nil) }
        return OpenIDIdentity(
            issuer: settings.issuer,
            subject: subject,
            slackUser: settings.slackTeam == nil ? nil : slackUser ?? subject,
            email: isEmailVerified ? email : nil,
            name: name
        )
    }
}

/// Who somebody is at a provider.
public struct OpenIDIdentity: Sendable, Hashable {
    /// The provider.
    public let issuer: String
    /// The person's identifier there; with the issuer it is the identity.
    public let subject: String
    /// The account in the Slack workspace; nil at other providers.
    public let slackUser: String?
    /// The address, only where the provider has verified it; for first matching, never the identity.
    public let email: String?
    /// The name to greet with.
    public let name: String?
}
