/// The values of one page, all of them; a template adds only markup.
///
/// Shape: templates read stored properties by their names, so a value that a page shows is stored, never computed.
public protocol Page: Sendable, Hashable {
    /// The name of the template that draws it, without its ending.
    static var template: String { get }
}

/// What stands around every page.
struct Frame: Sendable, Hashable {
    /// The style sheet's address.
    let style: String
    /// The icon's address.
    let icon: String
    /// Who is signed in.
    let viewer: String?
    /// True when the audits open for them.
    let audits: Bool
    /// Where in the navigation the page is.
    let place: Place

    init(style: String, icon: String, visitor: Visitor?, at section: Section) {
        self.style = style
        self.icon = icon
        viewer = visitor?.name
        audits = visitor?.opensAudits ?? false
        place = Place(
            week: section == .week,
            cues: section == .cues,
            requests: section == .requests,
            decisions: section == .decisions,
            calls: section == .calls,
            ladder: section == .ladder,
            moves: section == .moves,
            pay: section == .pay,
            rooms: section == .rooms,
            audits: section == .audits
        )
    }

    /// The parts of the site that the navigation names.
    enum Section: Sendable {
        case week, cues, requests, decisions, calls, ladder, moves, pay, rooms, audits, elsewhere
    }

    /// The same, as a template can ask.
    struct Place: Sendable, Hashable {
        let week: Bool
        let cues: Bool
        let requests: Bool
        let decisions: Bool
        let calls: Bool
        let ladder: Bool
        let moves: Bool
        let pay: Bool
        let rooms: Bool
        let audits: Bool
    }
}
