import Answers
import Desk
import Workspace

/// One thing that a program can ask for: everything about it is said here and nowhere else.
///
/// Shape: the same value is the route, its checks, its line in the description and its row in the table of rights.
struct Operation: Sendable {
    enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    /// What it answers with.
    enum Form: Sendable {
        /// One document.
        case document(any (Codable & Sendable).Type)
        /// Documents a page at a time, or all at once as CSV.
        case rows(any (Codable & Sendable).Type)
    }

    /// What is told to somebody who may not open it.
    enum Refusal: Sendable {
        /// Nothing, not even that it is there.
        case notFound
        /// That it is there, since everybody knows.
        case notAllowed
    }

    /// The name by which clients know it.
    let name: String
    let method: Method
    /// Below `/api/v1`, with names in braces.
    let path: String
    /// Under which heading it stands.
    let group: Group
    /// What it does, in a sentence.
    let title: String
    /// Who may call it, in words.
    let callers: String
    let query: [Parameter]
    /// The schema of the body; nil where none is read.
    let body: JSON?
    let form: Form
    /// 200, or 201 where something new is made.
    let status: Int
    /// What the desk may say against it beside what every operation may be told.
    let faults: Set<Int>
    let refusal: Refusal
    let run: @Sendable (Call) async throws -> Outcome

    /// True where it changes something.
    var isWrite: Bool { method == .post }
    /// True where it can be had as a table.
    var isTable: Bool { if case .rows = form { true } else { false } }
    /// Names in braces, in order.
    var names: [String] {
        path.split(separator: "/").compactMap { $0.hasPrefix("{") ? String($0.dropFirst().dropLast()) : nil }
    }
}

/// Headings of the description.
enum Group: String, Sendable, CaseIterable {
    case people = "People"
    case evidence = "Evidence"
    case growth = "Growth"
    case weeks = "Weeks and 1:1s"
    case requests = "Requests"
    case reviews = "Reviews"
    case boards = "Boards"
    case decisions = "Decisions"
    case company = "Company"
    case own = "Your own"

    var words: String {
        switch self {
        case .people: "Who works here."
        case .evidence: "What is kept about a person, for that person and their manager."
        case .growth: "The clock, competencies, the ladder, moves and titles."
        case .weeks: "What can be done this week, and preparation of 1:1s."
        case .requests: "Questions to colleagues, and answers."
        case .reviews: "Reviews and drafts, with sources."
        case .boards: "Boards and their cases."
        case .decisions: "The decision ledger."
        case .company: "Audits and what people call for."
        case .own: "What belongs to the bearer alone."
        }
    }
}

/// A parameter of the query.
struct Parameter: Sendable {
    let name: String
    let words: String
    let schema: JSON
    var isRequired = false
}

/// A call, with rights still to be asked by the desk.
struct Call: Sendable {
    let desk: Desk
    let viewer: PersonID
    /// The token that came with it; nil where somebody who is signed in takes a table along.
    let token: ProgramToken?
    let path: [String: String]
    let query: [String: JSON]
    let body: JSON

    var reader: Access.Viewer { .person(viewer) }
    var person: PersonID { PersonID(path["person"] ?? "") }

    /// A field of the body as text without spaces around it; empty where there is none.
    func text(_ name: String) -> String {
        // No text is kept with a NUL in it.
        let text = (body[name]?.text ?? "").replacing("\u{0}", with: "")
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    /// A day of the query or the body.
    func day(_ name: String) -> CivilDate? { (query[name] ?? body[name])?.text.flatMap { CivilDate($0) } }
}

/// What an operation found.
enum Outcome: Sendable {
    case document(any Encodable & Sendable)
    case rows([Row])

    /// A document with the text that it is ordered by.
    struct Row: Sendable {
        let key: String
        let document: any Encodable & Sendable
    }
}
