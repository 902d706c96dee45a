/// What a person may know of their own pay, and who looked at it.
public struct PayPage: Page {
    /// The template that draws it.
    public static let template = "pay"

    /// Title, level and zone.
    let standing: [Words]
    let day: DayMark
    /// Pay in lines; empty where no people file states it.
    let lines: [Fact]
    /// Where pay lies in the range; nil where there is no range or no pay.
    let position: Words?
    /// Both tracks' ranges with the person's pay; nil where there is no range.
    let drawing: PayRails?
    /// What the parity check says.
    let parity: Words?
    /// Whose averages are told.
    let category: String
    let averages: [AverageLine]
    /// The averages to take along.
    let along = TableLink("Averages of your category", at: "averages")
    /// Why something is not told; nil where all is.
    let untold: Words?
    /// Who looked, newest first.
    let looks: [LookLine]
    /// How many older looks there are; nil where all are here.
    let olderLooks: Words?
}

/// An average of a category.
struct AverageLine: Sendable, Hashable {
    let group: Words
    let people: Int
    let amount: String
}

/// Somebody who looked at a person's pay.
struct LookLine: Sendable, Hashable {
    let who: String
    let object: String
    let day: DayMark
}

/// The yearly question, whether one would choose the track again.
public struct ChoicePage: Page {
    /// The template that draws it.
    public static let template = "choice"

    /// The year; nil while no question was opened.
    let round: ChoiceCard?
    /// The form; nil where no answer is taken.
    let form: ChoiceForm?
    /// The own answer in words; nil while there is none.
    let answer: Words?
    /// The own words beside it.
    let said: String?
    /// What the other track would mean, for somebody who said no.
    let preview: ChoicePreview?
    /// Answers by groups, for those who may see them.
    let groups: ChoiceTable?
}

/// A year's question.
struct ChoiceCard: Sendable, Hashable {
    let year: String
    let opens: DayMark
    let closes: DayMark
    /// By what answers are put into groups, in words.
    let dimension: Words
}

/// The form of the question.
struct ChoiceForm: Sendable, Hashable {
    let options: [ChoiceOption]
    let typed: String
    /// What to mend; nil for a form that was not sent yet.
    let complaint: Words?
}

/// An answer that can be given.
struct ChoiceOption: Sendable, Hashable {
    let value: String
    let label: Words
    let isChosen: Bool
}

/// The other track in three lines.
struct ChoicePreview: Sendable, Hashable {
    let summary: Words
    let link: Link
}

/// Answers by groups of five and more.
struct ChoiceTable: Sendable, Hashable {
    let rows: [ChoiceRow]
    /// The rows to take along.
    let along = TableLink("Answers by group", at: "choices")
    /// Why groups are not told; nil where all are.
    let untold: Words?
    /// Why there is nothing yet; nil where there is.
    let pending: Words?
}

/// One group's answers.
struct ChoiceRow: Sendable, Hashable {
    let group: Words
    let answers: Int
    let yes: String
    let no: String
    let notSure: String
}
