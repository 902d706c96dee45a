/// Why there is no answer of a model.
public enum WireFault: String, Error, Sendable, Hashable, CaseIterable, Codable {
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
    /// The server does not take such a question (status 400 or 422).
    case misunderstood
    /// The server points elsewhere; nobody goes there.
    case redirected
    /// The answer is longer than allowed.
    case tooLong
    /// The model was cut off before it was done.
    case cutOff
    /// The answer is not what was asked for.
    case notAsAsked
    /// The model failed several times in a row and is left alone for a while.
    case resting
    /// The tokens that may be spent are spent.
    case spent

    /// True where the same question may be answered a moment later.
    var mayPass: Bool {
        switch self {
        case .timedOut, .noConnection, .busy, .serverFault: true
        case .refused, .misunderstood, .redirected, .tooLong, .cutOff, .notAsAsked, .resting, .spent: false
        }
    }
}

/// What calls of a model have cost so far.
public struct WireCosts: Sendable, Hashable {
    /// Requests sent, further tries among them.
    public var calls = 0
    /// Tokens of the questions, as the server counts them.
    public var questionTokens = 0
    /// Tokens of the answers, as the server counts them.
    public var answerTokens = 0
    /// Answers of a server that does not count tokens; they are taken as a quarter of their bytes.
    public var uncounted = 0

    /// Nothing yet.
    public init() {}

    /// All tokens.
    public var tokens: Int { questionTokens + answerTokens }

    static func - (whole: WireCosts, part: WireCosts) -> WireCosts {
        var rest = whole
        rest.calls -= part.calls
        rest.questionTokens -= part.questionTokens
        rest.answerTokens -= part.answerTokens
        rest.uncounted -= part.uncounted
        return rest
    }
}
