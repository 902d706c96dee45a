/// What every word, state and formula means, with the numbers in force.
public struct HelpPage: Page {
    /// The template that draws it.
    public static let template = "help"

    let parts: [HelpPart]
}

/// One part of the help.
struct HelpPart: Sendable, Hashable {
    /// What ends its address.
    let anchor: String
    let title: Words
    let lead: Words
    let terms: [HelpTerm]
    /// Formulas, each with what it says.
    let formulas: [HelpFormula]
}

/// A word and what it means.
struct HelpTerm: Sendable, Hashable {
    let term: Words
    let words: Words
}

/// A formula in plain letters.
struct HelpFormula: Sendable, Hashable {
    let formula: Words
    let says: Words
}
