/// How a model's server is called, whatever it is asked.
public struct WireSettings: Sendable, Hashable {
    /// Where it listens.
    public var address: EndpointAddress
    /// The model's name, as its server lists it.
    public var model: String
    /// What its server wants to see; nil for none.
    public var key: EndpointKey?
    /// A PEM file of certificates to trust instead of the system's; nil for the system's.
    public var certificates: String?
    /// Questions on their way at once.
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
    /// Tokens that may be spent, nil for no limit; what is on its way when they are spent still comes in.
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
    ///
    /// Errors: `EndpointError.badModel`, `EndpointError.outOfRange`.
    public func check() throws(EndpointError) {
        guard (1...120).contains(model.count), model.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { throw .badModel }
        try Self.hold(Double(atOnce), "atOnce", 1...16)
        try Self.hold(Double(retries), "retries", 0...2)
        try Self.hold(deadline / .seconds(1), "deadline in seconds", 0.01...600)
        try Self.hold(firstPause / .seconds(1), "firstPause in seconds", 0...60)
        try Self.hold(longestPause / .seconds(1), "longestPause in seconds", 0...300)
        try Self.hold(rest / .seconds(1), "rest in seconds", 0...3600)
        try Self.hold(Double(answerLimit), "answerLimit", 1024...8_388_608)
        try Self.hold(Double(patience), "patience", 1...100)
    }

    /// Holds one number against its range.
    ///
    /// Errors: `EndpointError.outOfRange`.
    public static func hold(
        _ value: Double,
        _ field: String,
        _ allowed: ClosedRange<Double>
    ) throws(EndpointError) {
        guard allowed.contains(value) else { throw .outOfRange(field: field, allowed: allowed) }
    }
}
