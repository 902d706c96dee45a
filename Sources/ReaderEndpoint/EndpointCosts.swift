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
}

/// What a model's readings have cost so far, and how often they failed.
public struct EndpointCosts: Sendable, Hashable {
    /// Passages that were looked at.
    public var passages = 0
    /// Passages that were worth asking about.
    public var asked = 0
    /// Passages for which the model's answer counts.
    public var answered = 0
    /// Requests sent, further tries among them.
    public var calls = 0
    /// Tokens of the questions, as the server counts them.
    public var questionTokens = 0
    /// Tokens of the answers, as the server counts them.
    public var answerTokens = 0
    /// Answers of a server that does not count tokens; they are taken as a quarter of their bytes.
    public var uncounted = 0
    /// Passages whose static signals stayed, by reason.
    public var kept: [EndpointReason: Int] = [:]

    /// Nothing yet.
    public init() {}

    /// All tokens.
    public var tokens: Int { questionTokens + answerTokens }
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
