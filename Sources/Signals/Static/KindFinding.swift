/// A kind that a reader found in a message, before it is known whom it is about.
public struct KindFinding: Sendable, Hashable {
    /// Which act.
    public let kind: SignalKind
    /// Calibrated probability that a careful human would agree.
    public let probability: Double

    /// Joins a kind and its probability.
    public init(kind: SignalKind, probability: Double) {
        self.kind = kind
        self.probability = probability
    }
}
