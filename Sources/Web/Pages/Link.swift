public import Evidence
import Reviews
public import Workspace

/// An address that is safe to put into a page.
///
/// Shape: `https:`, `http:`, a path of this site, or a place on the same page; never `javascript:` or another host's `//`.
public struct Link: Sendable, Hashable {
    /// The address.
    public let href: String
    /// True when it leaves the site.
    public let leaves: Bool

    /// Takes an address from outside; nil when a page should not link to it.
    public init?(_ address: String) {
        let lower = address.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
            address.utf8.allSatisfy({ $0 > 32 && $0 != 127 })
        else { return nil }
        href = address
        leaves = true
    }

    private init(path: String) {
        href = path
        leaves = false
    }

    /// A person's page.
    public static func person(_ id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))") }

    /// A person's 1:1 preparation.
    public static func prep(_ id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))/prep") }

    /// A person's 1:1 preparation as a file.
    static func prepFile(_ id: PersonID, form: String) -> Link {
        Link(path: "/people/\(segment(id.text))/prep/file/\(segment(form))")
    }

    /// The team's week as a file.
    static func teamWeekFile(form: String) -> Link { Link(path: "/team-week/file/\(segment(form))") }

    /// A person's review draft.
    public static func draft(_ id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))/draft") }

    /// An episode in a person's record; `anchor` as its `EpisodeCard` has it.
    public static func episode(_ anchor: String, of id: PersonID) -> Link {
        Link(path: "/people/\(segment(id.text))/record?at=\(segment(anchor))#episode-\(segment(anchor))")
    }

    /// Everything that was said about a person's work, a page at a time.
    public static func record(of id: PersonID, page: Int? = nil) -> Link {
        Link(path: "/people/\(segment(id.text))/record\(page.map { "?page=\($0)" } ?? "")")
    }

    /// One piece of evidence.
    public static func entry(_ entry: EntryID, of id: PersonID) -> Link {
        Link(path: "/people/\(segment(id.text))/evidence/\(segment(entry.text))")
    }

    /// The evidence on a person's page that still waits.
    public static func waiting(of id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))#timeline") }

    /// What the next level asks of a person.
    public static func levelUp(_ id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))/level-up") }

    /// What a change of track would mean for a person.
    public static func switching(_ id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))/switch") }

    /// One move.
    public static func move(_ id: MoveID) -> Link { Link(path: "/moves/\(segment(id.text))") }

    /// The ladder with a person's place on it, and perhaps another role beside it.
    public static func ladder(of id: PersonID?, target: String? = nil) -> Link {
        let fields = [id.map { "person=\(segment($0.text))" }, target.map { "target=\(segment($0))" }].compactMap(
            \.self
        )
        return Link(path: fields.isEmpty ? "/ladder" : "/ladder?\(fields.joined(separator: "&"))")
    }

    /// One audit, by its name.
    public static func audit(_ name: String) -> Link { Link(path: "/audits/\(segment(name))") }

    /// A table of an audit as a file; the whole audit where no table is named.
    static func auditFile(_ name: String, table: String?, form: AuditFile.Form) -> Link {
        let query = table.map { "?table=\(segment($0))" } ?? ""
        return Link(path: "/audits/\(segment(name)).\(form.rawValue)\(query)")
    }

    /// One decision.
    public static func decision(_ id: DecisionID) -> Link { Link(path: "/decisions/\(segment(id.text))") }

    /// Rounds of requests about a person.
    public static func rounds(about id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))/rounds") }

    /// The week of the viewer's team.
    public static let teamWeek = Link(path: "/team-week")
    /// One review.
    static func review(_ id: ReviewID) -> Link { Link(path: "/reviews/\(segment(id.text))") }

    /// One review on paper.
    static func print(_ id: ReviewID) -> Link { Link(path: "/reviews/\(segment(id.text))/print") }

    /// One review as a file.
    static func file(_ id: ReviewID, form: String) -> Link {
        Link(path: "/reviews/\(segment(id.text))/file/\(segment(form))")
    }

    /// Feedback about a person.
    public static func feedback(about id: PersonID) -> Link { Link(path: "/people/\(segment(id.text))/feedback") }

    /// Feedback that the viewer was asked for.
    public static let feedback = Link(path: "/feedback")
    /// Which messages the viewer gets.
    public static let notes = Link(path: "/notes")
    /// Reviews that the viewer may open.
    public static let reviews = Link(path: "/reviews")
    /// The decision ledger.
    public static let decisions = Link(path: "/decisions")
    /// Work that was given up.
    public static let jobs = Link(path: "/jobs")
    /// Objections that wait for an answer.
    public static let objections = Link(path: "/objections")
    /// What the viewer was asked about colleagues.
    public static let requests = Link(path: "/requests")
    /// Every move that the viewer may see.
    public static let moves = Link(path: "/moves")
    /// The audits.
    public static let audits = Link(path: "/audits")
    /// Calibration rooms.
    public static let rooms = Link(path: "/rooms")
    /// One calibration room, by its name.
    public static func room(_ name: String) -> Link { Link(path: "/rooms/\(segment(name))") }
    /// One board.
    public static func board(_ id: String) -> Link { Link(path: "/boards/\(segment(id))") }
    /// A case on a board.
    public static func boardCase(_ id: String, _ person: PersonID) -> Link {
        Link(path: "/boards/\(segment(id))/cases/\(segment(person.text))")
    }
    /// Boards that concern the reader.
    public static let boards = Link(path: "/boards")
    /// What the reader chose, and where they are signed in.
    public static let settings = Link(path: "/settings")
    /// Tokens of the reader's own programs, and tables to take along.
    public static let tokens = Link(path: "/settings/tokens")
    /// Asking to be erased, and erasing those who asked.
    public static let erasure = Link(path: "/settings/erasure")
    /// What every word and number means.
    public static let help = Link(path: "/help")
    /// Who is called by name.
    public static let network = Link(path: "/network")
    /// The viewer's pay statement.
    public static let pay = Link(path: "/pay")
    /// The yearly question.
    public static let choice = Link(path: "/choice")
    /// The ladder.
    public static let ladder = Link(path: "/ladder")
    /// Cues and support signals.
    public static let cues = Link(path: "/cues")
    /// The brief of a day.
    public static func brief(on day: CivilDate) -> Link { Link(path: "/brief?day=\(day.description)") }
    /// A place in the brief of a day.
    public static func brief(on day: CivilDate, at place: String) -> Link {
        Link(path: "/brief?day=\(day.description)#\(segment(place))")
    }
    /// What the viewer wants to be briefed for.
    public static let briefSettings = Link(path: "/brief/settings")
    /// The week.
    public static let week = Link(path: "/")
    /// Signing in.
    public static let signIn = Link(path: "/sign-in")
}
