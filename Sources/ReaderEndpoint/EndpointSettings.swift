public import ModelEndpoint

/// How a model is asked about messages.
public struct EndpointSettings: Sendable, Hashable {
    /// How its server is called.
    public var wire: WireSettings
    /// A passage is asked about when the static reader gives any kind at least this probability.
    public var worthReading = 0.15
    /// By how much an answer can move a kind's log-odds away from the static reader's.
    public var reach = 3.0
    /// Passages in one question.
    public var batch = 4

    /// Names an address and a model; everything else has a default.
    public init(address: EndpointAddress, model: String, key: EndpointKey? = nil) {
        wire = WireSettings(address: address, model: model, key: key)
    }

    /// Holds every number against its range.
    func check() throws(EndpointError) {
        try wire.check()
        try WireSettings.hold(worthReading, "worthReading", 0...1)
        try WireSettings.hold(reach, "reach", 0...6)
        try WireSettings.hold(Double(batch), "batch", 1...16)
    }
}
