/// A change of what is shown, for the log of states: what changed and why, never whose words did it.
public struct StateChange: Sendable, Hashable, Codable {
    /// What was shown before.
    public let from: LevelState
    /// What is shown now.
    public let to: LevelState
    /// Why.
    public let cause: Cause

    /// Why a shown state changed; time alone is no reason for any other than `notEnoughEvidence`.
    public enum Cause: String, Sendable, Hashable, CaseIterable, Codable {
        /// Somebody said something new.
        case news
        /// An item was erased or withdrawn.
        case itemRemoved
        /// The person objects to an item, and it counts for nothing while the answer is due.
        case itemContested
        /// A contested item was upheld, or put right.
        case itemRestored
        /// The company's threshold or another dial moved.
        case dials
        /// Nothing new came for so long that nothing can be said any more.
        case silence
    }

    /// Joins what changed and why.
    public init(from: LevelState, to: LevelState, cause: Cause) {
        self.from = from
        self.to = to
        self.cause = cause
    }

    /// Compares two looks; nil when nothing changed.
    public init?(from: ShownState, to: ShownState, cause: Cause) {
        guard from.state != to.state else { return nil }
        self.from = from.state
        self.to = to.state
        self.cause = cause
    }

    /// The reason in words, without any content.
    public var words: String {
        switch cause {
        case .news: "Changed with new evidence."
        case .itemRemoved: "Changed because an item was removed."
        case .itemContested: "Changed because an item is contested."
        case .itemRestored: "Changed because a contested item counts again."
        case .dials: "Changed because the company's threshold was worked out anew."
        case .silence: "Changed because nothing new was heard for long."
        }
    }
}
