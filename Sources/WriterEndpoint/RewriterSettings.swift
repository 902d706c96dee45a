public import ModelEndpoint

/// How a model is asked to reword sentences.
///
/// Source: `docs/methods.md`, "Rewording by a model".
public struct RewriterSettings: Sendable, Hashable {
    /// How its server is called.
    public var wire: WireSettings
    /// True where somebody said that the address may lie outside of the private network.
    public var mayBeFar = false
    /// Sentences in one question.
    public var together = 3
    /// Further questions about a sentence whose rewording fell, with the reason told; 2 at most.
    public var furtherTries = 2
    /// How long one call of `rewrite` may go on asking; what is not done then stays as it is.
    public var patience: Duration = .seconds(180)
    /// True leaves sentences alone whose sources give orders to a model.
    public var passesOverOrders = true

    /// Names an address and a model; everything else has a default.
    public init(address: EndpointAddress, model: String, key: EndpointKey? = nil) {
        wire = WireSettings(address: address, model: model, key: key)
        wire.answerLimit = 64 * 1024
    }

    /// Holds every number against its range, and the address against what was allowed.
    func check() throws(EndpointError) {
        try wire.check()
        guard mayBeFar || wire.address.isNear else { throw .tooFar(host: wire.address.host) }
        try WireSettings.hold(Double(together), "together", 1...8)
        try WireSettings.hold(Double(furtherTries), "furtherTries", 0...2)
        try WireSettings.hold(patience / .seconds(1), "patience in seconds", 0.01...3600)
    }
}
