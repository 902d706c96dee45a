/// The values of one page, all of them; a template adds only markup.
///
/// Shape: templates read stored properties by their names, so a value that a page shows is stored, never computed.
public protocol Page: Sendable, Hashable {
    /// The name of the template that draws it, without its ending.
    static var template: String { get }
    /// True where a script of the site's own makes the page handier; every page does its work without.
    static var isScripted: Bool { get }
}

extension Page {
    /// Pages have no script unless they say so.
    public static var isScripted: Bool { false }
}

/// What stands around every page.
struct Frame: Sendable, Hashable {
    /// The style sheet's address.
    let style: String
    /// The icon's address.
    let icon: String
    /// The address of the script that looks at words while they are typed.
    let script: String
    /// Who is signed in.
    let viewer: String?
    /// True when the audits open for them.
    let audits: Bool
    /// True when calibration rooms do.
    let rooms: Bool
    /// The language that the page is written in, as `lang` has it.
    let language: String
    /// Where in the navigation the page is.
    let place: Place

    init(
        style: String,
        icon: String,
        script: String = "/static/typing.js",
        visitor: Visitor?,
        at section: Section,
        in language: Language = .english
    ) {
        self.language = language.tag
        self.style = style
        self.script = script
        self.icon = icon
        viewer = visitor?.name
        audits = visitor?.opensAudits ?? false
        rooms = visitor?.opensRooms ?? false
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
            audits: section == .audits,
            reviews: section == .reviews,
            teamWeek: section == .teamWeek,
            feedback: section == .feedback,
            notes: section == .notes,
            choice: section == .choice,
            boards: section == .boards,
            brief: section == .brief,
            objections: section == .objections,
            trials: section == .trials,
            jobs: section == .jobs,
            further: section.isFurther
        )
    }

    /// The parts of the site that the navigation names.
    enum Section: Sendable {
        case week, cues, requests, decisions, calls, ladder, moves, pay, rooms, audits, elsewhere
        case reviews, teamWeek, feedback, notes, choice, boards, brief, objections, trials, jobs

        /// True for parts whose doors stand in the menu.
        var isFurther: Bool {
            switch self {
            case .week, .cues, .requests, .decisions, .ladder, .reviews, .elsewhere: false
            default: true
            }
        }
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
        let reviews: Bool
        let teamWeek: Bool
        let feedback: Bool
        let notes: Bool
        let choice: Bool
        let boards: Bool
        let brief: Bool
        let objections: Bool
        let trials: Bool
        let jobs: Bool
        /// True where the place's door stands in the menu.
        let further: Bool
    }
}
