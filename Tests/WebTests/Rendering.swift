import Workspace

@testable import Web

/// Draws a page as the site does, under addresses that do not change with the style sheet.
func draw(_ page: some Page, viewer: String? = "Mara Vogel", at section: Frame.Section = .elsewhere) throws -> String {
    let frame = Frame(style: "/static/crosstie.css", icon: "/static/icon.svg", viewer: viewer, at: section)
    return try PageRenderer().html(page, in: frame)
}
