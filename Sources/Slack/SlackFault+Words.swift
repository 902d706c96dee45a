extension SlackFault: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .badAddress:
            "That is not an address that Slack can be reached at. Write https://… for the Web API."
        case .notSecure(let host):
            "A plain connection to \(host) was refused: words and tokens leave this machine only over TLS. Write https://."
        case .refused(let method, let error, let needed, let details):
            "Slack refused \(method): \(error)." + (needed.map { " It needs the scope \($0)." } ?? "")
                + (details.isEmpty ? "" : " Slack says: " + details.joined(separator: "; ") + ".")
                + " " + Self.advice(for: error)
        case .tooBusy(let method, let wait):
            "Slack asks to wait \(wait) s before \(method). Crosstie goes on by itself; nothing is lost."
        case .unreachable(let method, let reason):
            "Slack did not answer \(method): \(reason). Check the network and the proxy; Crosstie tries again by itself."
        case .notAnAnswer(let method, let status):
            "What answered \(method) with status \(status) is not Slack. Check the address of the Web API."
        case .noSocket(let reason):
            "The connection for Socket Mode did not come about: \(reason). Crosstie tries again by itself."
        case .socketModeOff:
            "Socket Mode is switched off in the app's settings at Slack. Switch it on there, or use the HTTP addresses."
        }
    }

    private static func advice(for error: String) -> String {
        switch error {
        case "invalid_auth", "not_authed", "token_revoked", "account_inactive", "token_expired":
            "The token is no longer good: reinstall the app in Slack and give Crosstie the new token."
        case "missing_scope", "no_permission":
            "Add the scope to the app (`crosstie slack manifest` has them all) and reinstall it."
        case "not_allowed_token_type":
            "This call needs the other kind of token: xoxb- for the Web API, xapp- for Socket Mode."
        case "channel_not_found", "not_in_channel":
            "Invite the app to the channel: /invite @crosstie."
        default: "See docs.slack.dev for this word."
        }
    }
}
