/// Something in a well-formed ladder that breaks its promises or weakens it.
public struct LadderFinding: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
        /// Weakens the ladder; people can live with it.
        case warning
        /// Breaks a promise that the ladder makes.
        case error

        /// Warnings first.
        public static func < (left: Self, right: Self) -> Bool { left == .warning && right == .error }
    }

    /// The file, as it was named to the reader.
    public let file: String
    /// Line, from 1; of the nearest field around it where the field itself is missing.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int
    /// The path of the field, counted from 0.
    public let field: String
    /// How much it matters.
    public let severity: Severity
    /// What was found.
    public let flaw: LadderFlaw

    /// What was found and what to do.
    public var words: String { flaw.words }
}

extension LadderFinding: CustomStringConvertible {
    /// `file:line:column: severity: field: what was found and what to do`.
    public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(field): \(words)" }
}

/// What a check can find in a ladder.
public enum LadderFlaw: Sendable, Hashable {
    /// One track ends below the other.
    case unequalCeilings(ic: Int, management: Int)
    /// A track without any level.
    case emptyTrack(LadderTrack)
    /// A track begins, stops and begins again.
    case trackGap(LadderTrack, level: Int)
    /// A track that asks for nothing of its own.
    case noOwnCompetencies(LadderTrack)
    /// A level asks more of one track than of the other.
    case unequalDemand(level: Int, ic: Int, management: Int)
    /// A higher level asks for less.
    case fallingStage(competency: String, level: Int, before: Int, now: Int)
    /// A level asks for just what the one before asks for.
    case unchangedDemand(level: Int, before: Int)
    /// A level says nothing about a competency of its track.
    case unstatedRequirement(competency: String, level: Int)
    /// A level asks its track for a competency of the other.
    case foreignRequirement(competency: String, track: LadderTrack)
    /// Scope scores that belong to no level.
    case bandGap(from: Double, to: Double)
    /// Scope scores that belong to two levels.
    case bandOverlap(from: Double, to: Double)
    /// Words that make the number of people a measure.
    case headcount(words: String)
    /// Two stages of a competency that read alike.
    case sameStatements(stage: Int, earlier: Int)
    /// A stage that a competency lacks.
    case missingStage(competency: String, stage: Int)
    /// Too few acts by which to tell a stage.
    case fewBehaviours(count: Int)
    /// The same act at two stages.
    case repeatedBehaviour(first: String)
    /// A level without authority.
    case missingAuthority(level: Int)
    /// A level that states authority for one of its tracks only.
    case lonelyAuthority(level: Int, track: LadderTrack)
    /// A level that may do more on one track than on the other.
    case unequalAuthority(level: Int, part: AuthorityPart)
    /// A level whose words are those of the level before.
    case sameLevels(level: Int, earlier: Int, part: LevelPart)
    /// A statement that stands at two competencies.
    case repeatedStatement(first: String)
    /// A place where an importer or a person left a gap.
    case gap
    /// A wording without words in a language that the file promises.
    case missingLanguage(String, wording: String)
    /// Words in another language for nothing that is in the file.
    case strayTranslation(String, wording: String)
    /// A family's title for a level that its track does not have.
    case strayTitle(level: Int, track: LadderTrack)
    /// A range for one track only.
    case lonelyRange(level: Int, zone: String, track: LadderTrack)
    /// Two ranges for one level, track, zone and currency.
    case doubleRange(level: Int, zone: String, track: LadderTrack)
    /// A range whose middle lies below that of the level before.
    case fallingRange(level: Int, zone: String, track: LadderTrack)
    /// Ranges of a level that differ by more than the tolerance.
    case rangesApart(level: Int, zone: String, difference: Double, tolerance: Double, expired: String?)
}

/// The three parts of authority.
public enum AuthorityPart: String, Sendable, Hashable, CaseIterable {
    /// Decision rights.
    case decides
    /// Money.
    case budget
    /// The say in hiring.
    case hiring
}

/// What tells two levels apart.
public enum LevelPart: Sendable, Hashable {
    /// How far the work reaches.
    case scope
    /// The work of a track in one sentence.
    case summary(LadderTrack)
    /// One part of authority.
    case authority(AuthorityPart)
}
