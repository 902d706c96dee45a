import Workspace

@testable import Web

/// Draws a page as the site does, under addresses that do not change with the style sheet.
func draw(
    _ page: some Page,
    viewer: String? = "Mara Vogel",
    audits: Bool = false,
    at section: Frame.Section = .elsewhere,
    in language: Language = .english
) throws -> String {
    let visitor = viewer.map { Visitor(name: $0, opensAudits: audits) }
    let frame = Frame(
        style: "/static/crosstie.css",
        icon: "/static/icon.svg",
        visitor: visitor,
        at: section,
        in: language
    )
    return try PageRenderer(languages: [language]).html(page, in: frame)
}

extension Words {
    /// Long made-up words on more than one line; pages themselves never split a sentence, since it is a key.
    static func + (first: Words, second: Words) -> Words { .joined([first, second], between: "") }
}
