import ArgumentParser
import Desk
import Foundation
import OpenID
import Records
import Web
import Workspace

/// Which provider people sign in with; without an issuer there are one-time links alone.
struct ProviderOptions: ParsableArguments {
    @Option(help: "Sign in with this OpenID Connect issuer, such as https://slack.com.")
    var signInIssuer: String?

    @Option(help: "The client id that Crosstie has at the issuer.")
    var signInClient: String?

    @Option(help: "A file that holds the client secret, readable by its owner alone.")
    var signInSecretFile: String?

    @Option(help: "The issuer's name on the sign-in page.")
    var signInName = "Slack"

    @Option(help: "With Slack: the workspace that people have to belong to, T….")
    var slackTeam: String?

    /// The provider; nil where no issuer is given.
    func provider(site: SiteAddress, desk: Desk, records: Records) throws -> ProviderSignIn? {
        guard let issuer = signInIssuer else { return nil }
        guard let client = signInClient, let file = signInSecretFile else {
            throw Failure(.usage, "sign-in with \(issuer) needs --sign-in-client and --sign-in-secret-file.")
        }
        if issuer == "https://slack.com", slackTeam == nil {
            throw Failure(.usage, "sign-in with Slack needs --slack-team, else people of any workspace could come in.")
        }
        guard let secret = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Failure(.usage, "the client secret could not be read from \(file).")
        }
        let settings = try OpenIDSettings(
            name: signInName,
            issuer: issuer,
            clientID: client,
            clientSecret: ClientSecret(secret.trimmingCharacters(in: .whitespacesAndNewlines)),
            redirect: "\(site.text)/sign-in/provider/back",
            slackTeam: slackTeam
        )
        return ProviderSignIn(OpenIDSignIn(settings, transport: ProviderTransport())) { identity in
            // Once bound, the identity alone says who it is; an address that changed hands opens nothing.
            let people = try await desk.people()
            if let bound = try await records.person(boundTo: identity.subject, at: identity.issuer) {
                return people.contains { $0.id == bound } ? bound : nil
            }
            guard let person = Self.person(identity, among: people),
                try await records.bind(
                    identity.subject,
                    at: identity.issuer,
                    to: person,
                    now: GlobalOptions.now()
                )
            else { return nil }
            return person
        }
    }

    /// Whom an identity makes: the account where the provider is Slack, else the verified address of exactly one person.
    static func person(_ identity: OpenIDIdentity, among people: [Person]) -> PersonID? {
        if let account = identity.slackUser, let person = people.first(where: { $0.account?.text == account }) {
            return person.id
        }
        guard let email = identity.email?.lowercased() else { return nil }
        let theirs = people.filter { $0.email?.lowercased() == email }
        return theirs.count == 1 ? theirs[0].id : nil
    }
}
