/// Something that an import could not carry over, or had to decide by itself.
public struct ImportRemark: Sendable, Hashable {
    /// What became of it.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// It is not in the ladder.
        case leftOut
        /// The ladder has it, with a decision that somebody has to look at.
        case assumed
    }

    /// What became of it.
    public let kind: Kind
    /// The file it stands in.
    public let file: String
    /// Line, from 1.
    public let line: Int
    /// The place inside the file: a path of fields, or a row and a column.
    public let field: String
    /// The words as they stand there; empty where the remark is about the place.
    public let text: String
    /// Why, and what to do.
    public let reason: ImportReason
}

/// Why something was left out or decided.
public enum ImportReason: Sendable, Hashable {
    /// A ladder has no place for it.
    case noPlace
    /// A column or row without a name.
    case unnamed
    /// Pay belongs to ranges by track, zone and currency.
    case pay
    /// Years are no measure of a level.
    case years
    /// Points cannot be required, since any mix of competencies adds up to them.
    case points
    /// The file is broken there.
    case unreadable(LadderFault)
    /// Free text around the data.
    case prose
    /// More levels than a ladder has.
    case tooManyLevels(limit: Int)
    /// A second title at one level of one track.
    case secondTitle(level: Int)
    /// More steps than five stages; neighbours share one.
    case mergedSteps(count: Int)
    /// Where the tracks meet was not said; their tops were put side by side.
    case alignedTops
    /// The track was read from the words of the title.
    case trackGuessed(LadderTrack)
    /// The order of levels was not said.
    case orderGuessed
    /// The two tracks word it differently, so it became two competencies.
    case splitByTrack
    /// Scope bands were spread evenly.
    case evenBands(levels: Int)
    /// An empty cell takes the stage of the level before.
    case stageKept(level: Int)
    /// Columns and rows were exchanged.
    case transposed
}

extension ImportRemark: CustomStringConvertible {
    /// `file:line: field: “words”: why, and what to do`.
    public var description: String {
        let quote = text.isEmpty ? "" : "“\(text.count > 80 ? String(text.prefix(79)) + "…" : text)”: "
        return "\(file):\(line): " + (field.isEmpty ? "" : "\(field): ") + quote + reason.words
    }
}

extension ImportReason {
    /// Why, and what to do.
    public var words: String {
        switch self {
        case .noPlace: "a ladder has no place for it."
        case .unnamed: "it stands in a row or column without a name; name it and import again."
        case .pay: "pay belongs to the ranges of a level, by track, zone and currency; add it there."
        case .years: "years are no measure of a level here, so they are left out."
        case .points: "points add up from any mix, so no level can require them; state a stage for each competency."
        case .unreadable(let fault): "it could not be read: \(fault.words)"
        case .prose: "free text around the data; keep it where people read it."
        case .tooManyLevels(let limit): "a ladder has at most \(limit) levels."
        case .secondTitle(let level): "level \(level) of the track has a title already."
        case .mergedSteps(let count): "\(count) steps became five stages; neighbours share one, so look at their order."
        case .alignedTops: "where the tracks meet was not said, so their tops stand side by side; move them if not so."
        case .trackGuessed(let track): "the words place it on the track \(track.rawValue); correct it if not so."
        case .orderGuessed: "the order of the levels was not said; they stand as they were found."
        case .splitByTrack: "the tracks word it differently, so it became two competencies; join them where you can."
        case .evenBands(let levels):
            "the scope bands of \(levels) levels are spread evenly; set them by your own scope."
        case .stageKept(let level): "nothing is said at level \(level), so the stage of the level before stays."
        case .transposed: "levels stand in rows and competencies in columns; they were exchanged."
        }
    }
}
