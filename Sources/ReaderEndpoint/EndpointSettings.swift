/// How a model is asked.
public struct EndpointSettings: Sendable, Hashable {
    /// Where it listens.
    public var address: EndpointAddress
    /// Its name, as its server lists it.
    public var model: String
    /// What its server wants to see; nil for none.
    public var key: EndpointKey?
    /// A PEM file of certificates to trust instead of the system's; nil for the system's.
    public var certificates: String?
    /// A passage is asked about when the static reader gives any kind at least this probability.
    public var worthReading = 0.15
    /// By how much an answer can move a kind's log-odds away from the static reader's.
    public var reach = 3.0
    /// Passages in one question.
    public var batch = 4
    /// Questions on their way at once, over all readings.
    public var atOnce = 2
    /// How long one try may take, connection to last byte.
    public var deadline: Duration = .seconds(60)
    /// Further tries after a failed one; 2 at most.
    public var retries = 2
    /// Pause before the second try; twice that before the third.
    public var firstPause: Duration = .milliseconds(500)
    /// The longest pause that a server may ask for.
    public var longestPause: Duration = .seconds(20)
    /// Bytes of an answer; a longer one is dropped.
    public var answerLimit = 256 * 1024
    /// Tokens that may be spent by this reader; nil for no limit.
    public var tokenLimit: Int?
    /// Failed questions in a row after which the model is left alone for a while.
    public var patience = 4
    /// How long it is then left alone.
    public var rest: Duration = .seconds(60)

    /// Names an address and a model; everything else has a default.
    public init(address: EndpointAddress, model: String, key: EndpointKey? = nil) {
        self.address = address
        self.model = model
        self.key = key
    }

    /// Holds every number against its range.
    func check() throws(EndpointError) {
        guard (1...120).contains(model.count), model.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { throw .badModel }
        try Self.hold(worthReading, "worthReading", 0...1)
        try Self.hold(reach, "reach", 0...6)
        try Self.hold(Double(batch), "batch", 1...16)
        try Self.hold(Double(atOnce), "atOnce", 1...16)
        try Self.hold(Double(retries), "retries", 0...2)
        try Self.hold(deadline / .seconds(1), "deadline in seconds", 0.01...600)
        try Self.hold(firstPause / .seconds(1), "firstPause in seconds", 0...60)
        try Self.hold(longestPause / .seconds(1), "longestPause in seconds", 0...300)
        try Self.hold(rest / .seconds(1), "rest in seconds", 0...3600)
        try Self.hold(Double(answerLimit), "answerLimit", 1024...8_388_608)
        try Self.hold(Double(patience), "patience", 1...100)
    }

    private static func hold(_ value: Double, _ field: String, _ allowed: ClosedRange<Double>) throws(EndpointError) {
        guard allowed.contains(value) else { throw .outOfRange(field: field, allowed: allowed) }
    }
}
