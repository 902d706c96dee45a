/// A stretch of somebody's words that can be read by itself.
struct Cut: Hashable {
    /// The words, verbatim but for marks and emoji; ` …` where an end was cut.
    let text: String
    /// Its words as they stand in the text, read.
    let read: [QuoteWord]
    /// How many words; a name counts as one.
    let words: Int
    /// What the words themselves do.
    let act: Act
    /// True when they say what was so afterwards.
    let saysEffect: Bool
    /// How well they can stand for the whole.
    let weight: Double
    /// How they stand behind a word that opens them, such as the thing behind `thanks for`.
    let shape: Shape
    /// True for whole sentences, told as they were written.
    var isWhole = false
    /// True when the person does something in them.
    var saysDeed = false

    /// What words do, as far as they show it themselves.
    enum Act: Hashable {
        case plain, advises, reasons, views, warns, weighs, promises, isUnderway, namesSlip, settles, repairs, finishes,
            thanks, praises
    }

    /// What sort of stretch.
    enum Shape: Hashable {
        /// A sentence or the beginning of one.
        case sentence
        /// What stands behind `thanks for`.
        case thing
    }
}
