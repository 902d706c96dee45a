/// What the reader chose, what is switched on, and where they are signed in.
public struct SettingsPage: Page {
    /// The template that draws it.
    public static let template = "settings"

    let choices: SettingsChoices
    let sessions: [SessionCard]
    /// How long a session lives, in words.
    let lifetime: Words
    /// Languages that pages can be read in.
    let languages: [LanguageOption]
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
    let name: Words
    let words: Words
    /// Where it is turned; nil where that is not on the site.
    let link: Link?
}

/// A session of the reader's.
struct SessionCard: Sendable, Hashable {
    /// What a form names it by.
    let key: String
    let begun: Words
    let used: Words
    let isThis: Bool
}

/// A language that can be chosen.
struct LanguageOption: Sendable, Hashable {
    /// Its tag; empty for the one that the browser asks for.
    let value: String
    /// What it calls itself.
    let name: Words
    let isChosen: Bool

    /// Every language, and the browser's own wish first; `chosen` is nil where nobody chose.
    static func all(chosen: Language?) -> [LanguageOption] {
        [LanguageOption(value: "", name: "As the browser asks", isChosen: chosen == nil)]
            + Language.allCases.map {
                LanguageOption(value: $0.tag, name: Words(said: $0.ownName), isChosen: $0 == chosen)
            }
    }
}
