public import ModelEndpoint
public import Signals

/// Why the static reader's signals stayed although a passage was worth asking about.
public enum EndpointReason: String, Sendable, Hashable, CaseIterable, Codable {
    /// No answer in time.
    case timedOut
    /// No connection, a certificate that is not trusted, or the connection broke.
    case noConnection
    /// The server has too much to do (status 429).
    case busy
    /// The server has a fault (status 5xx).
    case serverFault
    /// The server refuses (status 4xx).
    case refused
    /// The server points elsewhere; nobody goes there.
    case redirected
    /// The answer is longer than allowed.
    case tooLong
    /// The model was cut off before it was done.
    case cutOff
    /// The answer is not what was asked for.
    case notAsAsked
    /// The answer leaves this passage out, or has it twice.
    case leftOut
    /// A kind that is none of the nine.
    case otherKind
    /// A subject who is not in the passage, or who cannot be the subject of that kind.
    case otherSubject
    /// A confidence outside of 0 to 1.
    case otherConfidence
    /// The model failed several times in a row and is left alone for a while.
    case resting
    /// The tokens that may be spent are spent.
    case spent

    init(_ fault: WireFault) {
        self =
            switch fault {
            case .timedOut: .timedOut
            case .noConnection: .noConnection
            case .busy: .busy
            case .serverFault: .serverFault
            case .refused, .misunderstood: .refused
            case .redirected: .redirected
            case .tooLong: .tooLong
            case .cutOff: .cutOff
            case .notAsAsked: .notAsAsked
            case .resting: .resting
            case .spent: .spent
            }
    }
}

/// What a model's readings have cost so far, and how often they failed.
public struct EndpointCosts: Sendable, Hashable {
    /// Passages that were looked at.
    public var passages = 0
    /// Passages that were worth asking about.
    public var asked = 0
    /// Passages for which the model's answer counts.
    public var answered = 0
    /// Calls and tokens.
    public var wire = WireCosts()
    /// Passages whose static signals stayed, by reason.
    public var kept: [EndpointReason: Int] = [:]

    /// Nothing yet.
    public init() {}
}

/// What became of one passage.
public struct EndpointReading: Sendable, Hashable {
    /// What was seen.
    public let signals: [Signal]
    /// Who saw it.
    public let source: Source

    /// Who saw what a reading holds.
    public enum Source: Sendable, Hashable {
        /// The model, within the static reader's reach.
        case model
        /// The static reader; the passage was not worth asking about.
        case unasked
        /// The static reader, since the model's answer does not count.
        case kept(EndpointReason)
    }
}
