import Calibration
public import Desk
import Evidence
import Records
import Reviews
import Workspace
import Writing

/// A review in a list, for programs.
public struct ReviewListAnswer: Codable, Sendable {
    let id: String
    let sort: String
    let person: String
    let author: String
    let from: String
    let to: String
    let state: String
    let version: Int

    /// Reads it from what the desk gives.
    public init(_ listing: ReviewListing) {
        id = listing.id.text
        sort = listing.sort.rawValue
        person = listing.person.id.text
        author = listing.row.author.text
        from = listing.row.from.description
        to = listing.row.to.description
        state = listing.state.rawValue
        version = listing.row.version
    }
}

/// A review for programs.
public struct ReviewAnswer: Codable, Sendable {
    struct Line: Codable, Sendable {
        let id: Int
        let text: String
        let sources: [String]
        let hand: String
        let stands: Bool
        let troubles: [String]
    }
    struct Block: Codable, Sendable {
        let id: String
        let title: String
        let lines: [Line]
    }

    let id: String
    let sort: String
    let person: String
    let author: String
    let state: String
    let version: Int
    let blocks: [Block]
    let comment: String?
    let untouched: [String]
    let seals: [String: String]

    /// Reads it from what the desk gives.
    public init(_ view: ReviewView) {
        let review = view.review
        id = review.id.text
        sort = review.sort.rawValue
        person = review.person.text
        author = review.author.text
        state = review.state.rawValue
        version = review.version
        blocks = review.blocks.map { block in
            Block(
                id: block.id,
                title: block.title,
                lines: block.lines.map { line in
                    Line(
                        id: line.id,
                        text: line.text,
                        sources: line.sources.map(\.text),
                        hand: line.hand.rawValue,
                        stands: view.checks[line.id]?.stands ?? true,
                        troubles: (view.troubles[line.id] ?? []).map(\.words)
                    )
                }
            )
        }
        comment = review.comment?.text
        untouched = review.untouched
        seals = view.seals
    }
}
