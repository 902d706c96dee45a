/// Today's role and another one side by side: what it asks, what rises, what carries over, what starts fresh.
///
/// Source: `docs/methods.md`, "The ladder"; about roles, never about how well somebody does.
public struct RoleComparison: Sendable, Hashable {
    /// One of the two roles.
    public struct Side: Sendable, Hashable {
        /// Track, level and family.
        public let target: Target
        /// The title, in the family's own words where it has some.
        public let title: String
        /// The work in one sentence.
        public let summary: String
        /// How far the work reaches.
        public let scope: String
        /// What the level may do; nil when the ladder does not say it once for both tracks.
        public let authority: Authority?
        /// Pay ranges by zone, where the ladder has them.
        public let ranges: [PayRange]
    }

    /// One competency of either role.
    public struct Row: Sendable, Hashable, Identifiable {
        /// What becomes of it.
        public enum Change: String, Sendable, Hashable, CaseIterable, Codable {
            /// Both ask for the same stage.
            case same
            /// The target asks for a higher stage.
            case rises
            /// The target asks for a lower stage.
            case falls
            /// Only the target asks for it.
            case starts
            /// Only today's role asks for it.
            case ends
        }

        /// The competency's id.
        public let id: String
        /// The name, in the family's own words where it has some.
        public let name: String
        /// The stage that today's role asks for.
        public let from: Int?
        /// The stage that the target asks for.
        public let to: Int?
        /// The words of today's stage.
        public let fromStatement: String?
        /// The words of the target's stage.
        public let toStatement: String?
        /// What becomes of it.
        public let change: Change
        /// Whose evidence counts for it after the move, and how much: 0 to 1.
        public let carriedFrom: [Carried]
    }

    /// Evidence of one competency that counts for another.
    public struct Carried: Sendable, Hashable {
        /// The competency whose evidence it is.
        public let id: String
        /// Its name.
        public let name: String
        /// How much it counts, 0 to 1.
        public let weight: Double
    }

    /// Today's role.
    public let today: Side
    /// The other role.
    public let target: Side
    /// The competencies: those of the target in the ladder's order, then those that end.
    public let rows: [Row]
    /// The ladder's stamp.
    public let stamp: String

    /// True when the level, and so authority and pay, stays as it is.
    public var keepsLevel: Bool { today.target.level == target.target.level }
    /// True when the track changes.
    public var changesTrack: Bool { today.target.track != target.target.track }

    /// Compares two roles of a ladder; nil when it lacks one of them.
    public init?(from today: Target, to target: Target, in ladder: CareerLadder) {
        guard let own = Side(today, in: ladder), let other = Side(target, in: ladder) else { return nil }
        (self.today, self.target, stamp) = (own, other, ladder.stamp)
        let mine = ladder.competencies(for: today.track, family: today.family)
        let theirs = ladder.competencies(for: target.track, family: target.family)
        rows =
            theirs.map { Self.row($0, today, target, ladder, mine) }
            + mine.filter { old in !theirs.contains { $0.id == old.id } }.map {
                Self.row($0, today, target, ladder, mine)
            }
    }

    private static func row(
        _ competency: Competency,
        _ today: Target,
        _ target: Target,
        _ ladder: CareerLadder,
        _ mine: [Competency]
    ) -> Row {
        let from = ladder.required(competency.id, track: today.track, level: today.level)
        let to = ladder.required(competency.id, track: target.track, level: target.level)
        let change: Row.Change =
            switch (from, to) {
            case (nil, _): .starts
            case (_, nil): .ends
            case (let from?, let to?): to > from ? .rises : to < from ? .falls : .same
            }
        let carried =
            today.track == target.track
            ? []
            : mine.compactMap { source -> Carried? in
                let weight = ladder.carryOver(from: source.id, to: competency.id)
                return to != nil && weight > 0 ? Carried(id: source.id, name: source.name, weight: weight) : nil
            }
        return Row(
            id: competency.id,
            name: competency.name,
            from: from,
            to: to,
            fromStatement: from.flatMap { ladder.statement(competency.id, stage: $0, family: today.family) },
            toStatement: to.flatMap { ladder.statement(competency.id, stage: $0, family: target.family) },
            change: change,
            carriedFrom: carried
        )
    }
}

extension RoleComparison.Side {
    fileprivate init?(_ target: Target, in ladder: CareerLadder) {
        guard let level = ladder.level(target.level), let role = level.roles[target.track] else { return nil }
        self.target = target
        title = ladder.title(target.track, level: target.level, family: target.family) ?? role.title
        summary = role.summary
        scope = level.scope
        authority = level.authority
        ranges = level.ranges.filter { $0.track == target.track }
    }
}
