/// Which provider people sign in with, and as which client Crosstie is known there.
public struct OpenIDSettings: Sendable, Hashable {
    /// The provider's name on the page, such as `Slack`.
    public let name: String
    /// The issuer, exactly as its tokens name it, such as `https://slack.com`.
    public let issuer: String
    /// The client's identifier at the provider.
    public let clientID: String
    /// The client's secret.
    public let clientSecret: ClientSecret
    /// Where the provider sends people back to, as registered there.
    public let redirect: String
    /// The Slack workspace that people have to belong to; nil for other providers.
    public let slackTeam: String?

    /// Joins what was agreed with a provider.
    ///
    /// Errors: `OpenIDError.plainAddress` where issuer or redirect is neither `https` nor on this machine.
    public init(
        name: String,
        issuer: String,
        clientID: String,
        clientSecret: ClientSecret,
        redirect: String,
        slackTeam: String? = nil
    ) throws(OpenIDError) {
        for address in [issuer, redirect] where !WebAddress.isSafe(address) { throw .plainAddress(address) }
        self.name = name
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirect = redirect
        self.slackTeam = slackTeam
    }
}

/// A client secret; it never appears in a description, so it cannot reach a log by accident.
public struct ClientSecret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    let text: String

    /// Wraps a secret.
    public init(_ text: String) { self.text = text }

    /// Always the same words.
    public var description: String { "a client secret" }
    /// Always the same words.
    public var debugDescription: String { description }
}
