import Workspace

/// A program that speaks in the made-up company.
struct Robot: Sendable {
    /// The name in scripts, which is also the name shown.
    let key: String
    /// How its lines look in an export: programs of different ages write differently.
    let style: Style

    /// The three forms in which programs appear in exports.
    enum Style: Sendable {
        /// `subtype: bot_message` with a name and no user.
        case classic
        /// An account of its own with a bot profile.
        case modern
        /// `subtype: bot_message` whose words are only in an attachment.
        case attachment
    }

    /// The programs of Halvard.
    static let all = [
        Robot(key: "anvilbot", style: .classic),
        Robot(key: "harbourmaster", style: .modern),
        Robot(key: "lanternbot", style: .attachment),
    ]

    /// The account behind the program.
    var account: AccountID { AccountID(Fingerprint("account", key).slackID("U")) }
    /// The id of the program itself.
    var bot: AccountID { AccountID(Fingerprint("bot", key).slackID("B")) }
    /// The id of the app that it came with.
    var app: String { Fingerprint("app", key).slackID("A") }
}
