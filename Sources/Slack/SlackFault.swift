/// What can go wrong between here and Slack.
public enum SlackFault: Error, Sendable, Hashable {
    /// Not an address, or not one of the kind that is asked for.
    case badAddress
    /// A plain connection that would leave this machine.
    case notSecure(host: String)
    /// Slack said no; `error` is Slack's own word.
    case refused(method: String, error: String, needed: String?, details: [String])
    /// Slack asked to wait, again and again.
    case tooBusy(method: String, wait: Int)
    /// Slack did not answer in time, or not at all.
    case unreachable(method: String, reason: String)
    /// The answer was not what Slack sends.
    case notAnAnswer(method: String, status: Int)
    /// A connection was opened and never became one.
    case noSocket(reason: String)
    /// Socket Mode was switched off in the app's settings.
    case socketModeOff
}

extension SlackFault {
    /// True when trying again as things stand cannot help; somebody must act.
    public var isPermanent: Bool {
        switch self {
        case .badAddress, .notSecure, .socketModeOff: true
        case .refused(_, let error, _, _): Self.permanent.contains(error)
        case .tooBusy, .unreachable, .notAnAnswer, .noSocket: false
        }
    }

    /// True when only the thing that was asked for is not to be had; everything else goes on.
    public var isAboutOneThing: Bool {
        if case .refused(_, let error, _, _) = self { Self.single.contains(error) } else { false }
    }

    /// True when the same call may go well later on, without anybody doing something.
    public var isPassing: Bool {
        switch self {
        case .tooBusy: true
        case .refused(_, let error, _, _): Self.passing.contains(error)
        case .badAddress, .notSecure, .unreachable, .notAnAnswer, .noSocket, .socketModeOff: false
        }
    }

    /// Slack's word for the refusal.
    public var word: String? {
        if case .refused(_, let error, _, _) = self { error } else { nil }
    }

    // Slack's pages of methods; `docs/methods.md`, "Slack, live".
    static let permanent: Set<String> = [
        "invalid_auth", "account_inactive", "token_revoked", "not_authed", "org_login_required", "missing_scope",
        "no_permission", "ekm_access_denied", "access_denied", "team_access_not_granted", "token_expired",
        "not_allowed_token_type",
    ]
    static let single: Set<String> = [
        "channel_not_found", "not_in_channel", "is_archived", "thread_not_found", "user_not_found", "user_not_visible",
        "message_not_found", "method_not_supported_for_channel_type",
    ]
    static let passing: Set<String> = [
        "internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "team_added_to_org",
    ]
}
