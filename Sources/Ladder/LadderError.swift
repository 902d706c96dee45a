/// Why a ladder or a target could not be read.
public enum LadderError: Error, Sendable, Hashable {
    /// The file breaks the format; every problem that was found, by place.
    case invalid([LadderProblem])
    /// A target that does not name a level of the ladder.
    case target(text: String, fault: TargetFault)
    /// Files that were to become a ladder, and cannot.
    case importing(file: String, fault: ImportFault)
}

/// Why files cannot become a ladder at all.
public enum ImportFault: Sendable, Hashable {
    /// Nothing in them.
    case empty
    /// None of the forms that are read.
    case unknownForm
    /// Larger than is read at all.
    case tooLarge(bytes: Int, limit: Int)
    /// A table without a single level.
    case noLevels
}

/// What is wrong with a target.
public enum TargetFault: Sendable, Hashable {
    /// Not of the form `track:level`.
    case shape
    /// No such track.
    case track(String)
    /// The level is no number.
    case number(String)
    /// The track has no such level.
    case level(Int, track: LadderTrack, available: [Int])
    /// The ladder does not speak of the family.
    case family(String, available: [String])
}

/// One thing wrong with a ladder file, and where.
public struct LadderProblem: Sendable, Hashable {
    /// The file, as it was named to the reader.
    public let file: String
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int
    /// The path of the field, counted from 0: `levels[3].roles.ic.title`; empty for the file as a whole.
    public let field: String
    /// What is wrong.
    public let fault: LadderFault
}

/// The ways in which a ladder file can break the format.
public enum LadderFault: Sendable, Hashable {
    /// Larger than is read at all.
    case tooLarge(bytes: Int, limit: Int)
    /// Nested deeper than any ladder is.
    case tooDeep(limit: Int)
    /// Grows too large through aliases.
    case tooManyFields(limit: Int)
    /// A character that a ladder cannot contain.
    case character(code: UInt32)
    /// Not YAML; the words of the YAML reader.
    case syntax(String)
    /// Nothing in it.
    case empty
    /// An alias without an anchor, or one that leads to itself.
    case alias(String)
    /// A merge key, which is not read.
    case mergeKey
    /// A field that the format does not know, with the nearest that it does.
    case unknownField(String, nearest: String?)
    /// A field that has to be there.
    case missingField(String)
    /// A field given twice.
    case duplicateField(String, firstLine: Int)
    /// Something else than the field takes.
    case wrongType(expected: String, found: String)
    /// A word outside the few that the field takes.
    case notAllowed(String, allowed: [String])
    /// A number outside its bounds.
    case outOfRange(String, lowest: String, highest: String)
    /// A list of the wrong length.
    case wrongCount(found: Int, expected: String)
    /// Not `major.minor.patch`.
    case badVersion(String)
    /// A format that this program does not read.
    case unknownFormat(Int, known: Int)
    /// No day of the form `YYYY-MM-DD`.
    case badDay(String)
    /// The same id or number twice in a list.
    case repeated(String)
    /// Levels or stages out of order.
    case outOfOrder(found: Int, expected: Int)
    /// A name that stands for nothing in this ladder.
    case unknownReference(String, of: String)
    /// Pay ends that are not in order.
    case unorderedRange
}
