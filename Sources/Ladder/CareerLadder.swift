/// Two equal tracks: levels, competencies, scope, authority and rules, as one versioned document.
///
/// Source: `docs/methods.md`, "The ladder"; the file format is `ladders/schema.json`.
public struct CareerLadder: Sendable, Hashable, Identifiable {
    /// The ladder's id.
    public let id: String
    /// `major.minor.patch`, raised with every change of meaning.
    public let version: String
    /// FNV-1a (64 bits) of the file, 16 hexadecimal digits; tells versions apart, guards against nothing.
    public let contentHash: String
    /// The name to show.
    public let title: String
    /// The family whose craft is written out in full.
    public let family: String
    /// What each track is called.
    public let tracks: [LadderTrack: TrackName]
    /// The levels, lowest first.
    public let levels: [LadderLevel]
    /// The competencies in the ladder's own order.
    public let competencies: [Competency]
    /// The other families, in outline.
    public let outlines: [FamilyOutline]
    /// The things that make up scope.
    public let scopeFactors: [ScopeFactor]
    /// The lenses on senior individual work.
    public let archetypes: [Archetype]
    /// What evidence counts after a change of track.
    public let carryOver: [CarryOver]
    /// Parity and moves in numbers.
    public let rules: LadderRules
    /// Signed exceptions from pay parity.
    public let exceptions: [PayException]
    /// The languages that the file promises, its own first; empty when it promises none.
    public let languages: [String]
    /// Words in other languages: by language, then by the id of the wording.
    public let translations: [String: [String: String]]

    /// Id, version and content in one word, to be kept with every judgement: `reference@1.0.0+0123456789abcdef`.
    public var stamp: String { "\(id)@\(version)+\(contentHash)" }

    /// The families that it speaks of, the one in full first.
    public var families: [String] { [family] + outlines.map(\.id) }

    /// The level of a number.
    public func level(_ number: Int) -> LadderLevel? { levels.first { $0.number == number } }

    /// What a track calls and asks of a level; nil where the track has no such level.
    public func role(_ track: LadderTrack, level: Int) -> TrackRole? { self.level(level)?.roles[track] }

    /// The level numbers of a track, lowest first.
    public func levels(on track: LadderTrack) -> [Int] { levels.filter { $0.roles[track] != nil }.map(\.number) }

    /// What a level is called on a track, in a family's own words where it has some.
    public func title(_ track: LadderTrack, level: Int, family: String? = nil) -> String? {
        outlines.first { $0.id == family }?.titles[track]?[level] ?? role(track, level: level)?.title
    }

    /// The level after another on a track; nil at the top.
    public func nextLevel(after level: Int, on track: LadderTrack) -> Int? {
        levels(on: track).first { $0 > level }
    }

    /// What a track asks of people in a family, in the ladder's order; the family's own words where it has some.
    ///
    /// - Parameters:
    ///   - track: whose people are asked.
    ///   - family: nil for the family that is written out in full.
    /// - Returns: own competencies of the track and shared ones.
    public func competencies(for track: LadderTrack, family: String? = nil) -> [Competency] {
        competencies.filter { $0.track.concerns(track) }.map { worded($0, for: family) }
    }

    /// The competency of an id, in the words of a family.
    public func competency(_ id: String, family: String? = nil) -> Competency? {
        competencies.first { $0.id == id }.map { worded($0, for: family) }
    }

    /// The stage that a level requires; nil where the track does not ask for the competency.
    public func required(_ competency: String, track: LadderTrack, level: Int) -> Int? {
        role(track, level: level)?.required[competency]
    }

    /// The words of a stage, in the words of a family.
    public func statement(_ competency: String, stage: Int, family: String? = nil) -> String? {
        self.competency(competency, family: family)?.stage(stage)?.statement
    }

    /// The competencies whose required stage rises from a level to the next; only these can show next-level work.
    public func risingCompetencies(after level: Int, on track: LadderTrack) -> [String] {
        guard let next = nextLevel(after: level, on: track) else { return [] }
        return competencies(for: track).map(\.id).filter { id in
            guard let later = required(id, track: track, level: next) else { return false }
            return later > required(id, track: track, level: level) ?? 0
        }
    }

    /// How much evidence of one competency counts for another after a change of track.
    ///
    /// Units: 0 (nothing) to 1 (all of it); the same in both directions.
    public func carryOver(from: String, to: String) -> Double {
        carryOver.reduce(0) { best, rule in
            let both = (rule.from == from && rule.to == to) || (rule.from == to && rule.to == from)
            let shared = rule.from == "shared" && rule.to == "shared" && from == to && isShared(from)
            return both || shared ? max(best, rule.weight) : best
        }
    }

    private func isShared(_ id: String) -> Bool { competencies.contains { $0.id == id && $0.track == .shared } }

    private func worded(_ competency: Competency, for family: String?) -> Competency {
        outlines.first { $0.id == family }?.competencies.first { $0.id == competency.id } ?? competency
    }
}
