import Workspace

@testable import Web

/// Draws a page as the site does, under addresses that do not change with the style sheet.
func draw(
    _ page: some Page,
    viewer: String? = "Mara Vogel",
    audits: Bool = false,
    at section: Frame.Section = .elsewhere
) throws -> String {
    let visitor = viewer.map { Visitor(name: $0, opensAudits: audits) }
    let frame = Frame(style: "/static/crosstie.css", icon: "/static/icon.svg", visitor: visitor, at: section)
    return try PageRenderer().html(page, in: frame)
}
