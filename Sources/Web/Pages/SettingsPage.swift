/// What the reader chose, what is switched on, and where they are signed in.
public struct SettingsPage: Page {
    /// The template that draws it.
    public static let template = "settings"

    let choices: SettingsChoices
    let sessions: [SessionCard]
    /// How long a session lives, in words.
    let lifetime: String
}

/// What somebody chose, and what is switched on.
public struct SettingsChoices: Sendable, Hashable {
    /// Switches of the reader's own, each with the page where it is turned.
    let own: [SwitchLine]
    /// Switches of the whole workspace, which an operator turns.
    let workspace: [SwitchLine]
}

/// A switch.
struct SwitchLine: Sendable, Hashable {
    let name: String
    let words: String
    /// Where it is turned; nil where that is not on the site.
    let link: Link?
}

/// A session of the reader's.
struct SessionCard: Sendable, Hashable {
    /// What a form names it by.
    let key: String
    let begun: String
    let used: String
    let isThis: Bool
}
