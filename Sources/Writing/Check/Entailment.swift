/// Judges how likely it is that one text follows from another, such as a language model trained for nothing else.
///
/// The check asks it last and only about sentences that no rule fells: it can have a sentence looked at, and let one stand that
/// the rules leave open. It never saves a sentence that a rule fells. None is shipped.
public protocol Entailment: Sendable {
    /// How likely it is, 0 to 1, that `hypothesis` follows from `premise`; nil where it cannot say.
    func probability(that hypothesis: String, followsFrom premise: String) -> Double?
}
