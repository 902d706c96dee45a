public import Reviews

/// What became of a review, without its words.
public struct ReviewStateAnswer: Codable, Sendable {
    let id: String
    let state: String
    let version: Int

    /// Reads it from what the desk gives.
    public init(_ review: Review) {
        id = review.id.text
        state = review.state.rawValue
        version = review.version
    }
}
