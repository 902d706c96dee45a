/// What somebody says to the yearly question whether they would choose their track again.
public enum Choice: String, Sendable, Hashable, CaseIterable, Codable {
    /// Yes.
    case yes
    /// No.
    case no
    /// Not sure.
    case notSure = "not-sure"
}

/// The one way in which a year's answers are put into groups; fixed before anybody answers.
public enum ChoiceDimension: String, Sendable, Hashable, CaseIterable, Codable {
    /// By track.
    case track
    /// By level.
    case level
    /// By family.
    case family
    /// By country.
    case country
}

/// One year's question.
public struct ChoiceRound: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// How the answers are put into groups.
    public let dimension: ChoiceDimension
    /// The first day.
    public let opens: CivilDate
    /// The last day for answers; nothing is shown of them before it is over.
    public let closes: CivilDate

    /// Joins what is fixed for a year.
    public init(year: Int, dimension: ChoiceDimension, opens: CivilDate, closes: CivilDate) {
        self.year = year
        self.dimension = dimension
        self.opens = opens
        self.closes = closes
    }
}

/// One person's answer, kept sealed.
public struct ChoiceAnswer: Sendable, Hashable {
    /// What was said.
    public let choice: Choice
    /// The group that the person belonged to on that day.
    public let group: String
    /// Words that stay with the person.
    public let words: String

    /// Joins answer, group and words.
    public init(_ choice: Choice, group: String, words: String = "") {
        self.choice = choice
        self.group = group
        self.words = words
    }
}
