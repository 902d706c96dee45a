public import Evidence
import Workspace
import Writing

/// The steps of its life: shared, read, sealed.
extension Review {
    /// The most characters of a comment.
    public static let longestComment = 2000
    /// How many days a shared review waits for its reader before it may be sealed without an answer.
    public static let daysToAcknowledge = 14

    /// Lets the other side read it.
    ///
    /// Errors: `ReviewError.notOpen`, `.untouched` where a block has no sentence of the author's, `.broken`, `.nothingToShare`.
    public mutating func share(_ entries: [EntryID: LedgerEntry], now: Int64) throws(ReviewError) {
        try checkWriting()
        guard lines.contains(where: { $0.role == .claim }) else { throw .nothingToShare }
        let untouched = self.untouched
        guard untouched.isEmpty else { throw .untouched(untouched) }
        let broken = troubles(entries)
        guard broken.isEmpty else { throw .broken(broken.count) }
        state = .shared
        sharedAt = now
    }

    /// Takes a shared review back to write on.
    ///
    /// Errors: `ReviewError.notFrom`.
    public mutating func takeBack() throws(ReviewError) {
        guard state == .shared || state == .acknowledged else { throw .notFrom(state, step: "taken back") }
        state = .writing
        (sharedAt, acknowledgedAt) = (nil, nil)
    }

    /// The reader has read it; agreeing is nobody's duty.
    ///
    /// Errors: `ReviewError.notFrom`, `.tooLong`.
    public mutating func acknowledge(
        _ words: String,
        by splitter: WordSplitter,
        now: Int64
    ) throws(ReviewError) {
        guard state == .shared else { throw .notFrom(state, step: "acknowledged") }
        guard words.count <= Self.longestComment else { throw .tooLong(given: words.count, limit: Self.longestComment) }
        let words = Self.trimmed(words)
        comment =
            words.isEmpty
            ? nil
            : newLine(splitter.parts(of: words), key: "comment", sources: [], role: .note, hand: .author)
        state = .acknowledged
        acknowledgedAt = now
    }

    /// Keeps it for good.
    ///
    /// Errors: `ReviewError.notFrom`, `.unread` while the reader has time left, `.broken`.
    public mutating func seal(
        _ context: ReviewContext,
        borneOut: Set<Int>,
        now: Int64
    ) throws(ReviewError) {
        if state == .shared, let sharedAt {
            let free = sharedAt + Int64(Self.daysToAcknowledge) * 86_400_000_000
            guard now >= free else { throw .unread(until: CivilDate(microseconds: free)) }
        } else if state != .acknowledged {
            throw .notFrom(state, step: "sealed")
        }
        let broken = troubles(context.entries)
        guard broken.isEmpty else { throw .broken(broken.count) }
        state = .sealed
        sealedAt = now
        frame(context, borneOut: borneOut)
    }

    /// Headings of blocks that claim something and have no sentence of the author's yet; none for a self review.
    public var untouched: [String] {
        sort == .selfReview ? [] : blocks.filter { $0.needsHand && !$0.hasHand }.map(\.title)
    }

    private static func trimmed(_ words: String) -> String {
        var words = Substring(words)
        while words.first?.isWhitespace == true { words.removeFirst() }
        while words.last?.isWhitespace == true { words.removeLast() }
        return String(words)
    }
}
