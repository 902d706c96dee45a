public import Writing

/// What is wrong with a rewording.
public enum RewriteFault: Error, Sendable, Hashable {
    /// Nothing is left, or it is no single sentence or two.
    case shape
    /// A mark that has no place in a sentence: markup, a link, a line break.
    case mark(String)
    /// A label is unknown, missing, new, or there twice.
    case label(String)
    /// People, quotes and words of matter stand in another order.
    case order(String)
    /// A name got another part in the sentence.
    case part(String)
    /// A quote is changed, missing or new, or cut where that changes it.
    case quote(String)
    /// A number or a date is missing or new.
    case number(String)
    /// A word of denial, amount, cause, doubt or strength is missing or new.
    case weight(String)
    /// A word that neither the sentence nor its sources have.
    case word(String)
    /// A word of matter of the sentence is missing.
    case lost(String)
    /// A word that its source says only as a wish, a plan, a question or a denial.
    case unreal(String)
    /// A word that judges, compares, or speaks of personality.
    case judgement(String)
    /// It speaks to its reader, or of itself.
    case address(String)
    /// It begins with a command.
    case opening(String)
    /// Too short or too long against the sentence.
    case length
    /// The citation check does not bear it out.
    case unsupported([CitationCheck.Fault])
}
