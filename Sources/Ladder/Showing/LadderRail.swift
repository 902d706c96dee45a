/// One level of both tracks side by side, for a page or a terminal.
public struct LadderRail: Sendable, Hashable, Identifiable {
    /// The level number.
    public let level: Int
    /// The individual contributor's side; nil below the track's start.
    public let ic: Side?
    /// The manager's side; nil below the track's start.
    public let management: Side?
    /// How far the level's work reaches.
    public let scope: String
    /// What the level may do, once for both sides.
    public let authority: Authority?

    /// The level number.
    public var id: Int { level }

    /// What one track shows of a level.
    public struct Side: Sendable, Hashable {
        /// The title.
        public let title: String
        /// The work in one sentence.
        public let summary: String
    }

    /// The rails of a ladder, the highest level first.
    public static func rows(of ladder: CareerLadder) -> [LadderRail] {
        ladder.levels.reversed().map { level in
            LadderRail(
                level: level.number,
                ic: level.roles[.ic].map { Side(title: $0.title, summary: $0.summary) },
                management: level.roles[.management].map { Side(title: $0.title, summary: $0.summary) },
                scope: level.scope,
                authority: level.authority
            )
        }
    }
}
