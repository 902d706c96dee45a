/// Tokens of the reader's own programs, and tables to take along.
public struct TokensPage: Page {
    /// The template that draws it.
    public static let template = "tokens"

    /// What to mend; nil for a page that nobody sent.
    let complaint: Words?
    /// The secret of the token that was just made; never shown again.
    let secret: String?
    let tokens: [TokenCard]
    /// What was typed as a name.
    let name: String
    /// For how many days, as a field writes it.
    let days: String
    let tables: [TableLink]
}

/// A token, as its owner sees it.
public struct TokenCard: Sendable, Hashable {
    /// What a form names it by.
    let key: String
    let name: String
    let words: Words
}

/// A table that can be taken along.
struct TableLink: Sendable, Hashable {
    let name: Words
    let csv: String
    let json: String

    /// The tables of everybody's own; what is not theirs to see is empty or not there.
    static func all(opensAudits: Bool) -> [TableLink] {
        let own: [(Words, String)] = [
            ("Who works here", "people"), ("Your evidence", "entries"), ("What happened", "episodes"),
            ("Your requests", "requests"), ("Moves", "moves"), ("Decisions", "decisions"), ("Reviews", "reviews"),
            ("Boards", "boards"), ("Who looked at your pay", "looks"),
        ]
        return (own + (opensAudits ? [("Audits", "audits")] : [])).map {
            TableLink(name: $0, csv: "/export/\($1).csv", json: "/export/\($1).json")
        }
    }
}

extension TableLink {
    /// A table that stands on a page of its own, in a form to take along.
    init(_ name: Words, at table: String, of part: String? = nil) {
        let place = "/export/\(table)" + (part.map { "/" + Link.segment($0) } ?? "")
        self.init(name: name, csv: place + ".csv", json: place + ".json")
    }

    /// Tables that a page offers, and the address of each below the API's version.
    static let addresses = [
        "people": "people", "entries": "people/{person}/entries", "episodes": "people/{person}/episodes",
        "competencies": "people/{person}/competencies", "requests": "requests", "moves": "moves",
        "decisions": "decisions", "reviews": "reviews", "boards": "boards", "looks": "me/looks", "audits": "audits",
        "outcomes": "me/outcomes", "topics": "network/topics", "averages": "me/pay/averages",
        "choices": "choice/groups", "cases": "boards/{part}/cases",
    ]
}
