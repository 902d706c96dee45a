import Synchronization

/// Asks a model, again where that can help; leaves a failing one alone for a while, and counts what it costs.
///
/// Its connections are closed when nobody holds it any more.
public final class ModelCaller: Sendable {
    private let settings: WireSettings
    private let connection: ModelConnection
    private let turns: Turns
    private let state = Mutex(State())

    private struct State {
        var costs = WireCosts()
        /// What somebody has taken into their books already.
        var settled = WireCosts()
        var failures = 0
        var restUntil: ContinuousClock.Instant?
        var limit: Int?
    }

    /// A caller with its own connections.
    ///
    /// Errors: a number of the settings is outside of its range, or the certificates cannot be used.
    public init(_ settings: WireSettings) throws(EndpointError) {
        try settings.check()
        self.settings = settings
        connection = try ModelConnection(settings)
        turns = Turns(settings.atOnce)
        allow(tokens: settings.tokenLimit)
    }

    /// Lets so many tokens be spent beyond what is settled; nil for no limit.
    public func allow(tokens: Int?) {
        state.withLock { state in
            let settled = state.settled.tokens
            state.limit = tokens.map { settled + max(0, $0) }
        }
    }

    /// What the calls so far have cost.
    public var costs: WireCosts { state.withLock { $0.costs } }

    /// What was spent since the last time that somebody asked this; each cost is handed out once.
    public func settle() -> WireCosts {
        state.withLock { state in
            let open = state.costs - state.settled
            state.settled = state.costs
            return open
        }
    }

    /// The model's answer to a question; `take` makes of it what was asked for, or nil where it is of no use.
    ///
    /// A model that answers nonsense is as little use as one that does not answer: both count towards leaving it alone.
    /// Errors: only `CancellationError`; every failure stands in the result.
    public func ask<Answer: Sendable>(
        _ question: ModelQuestion,
        take: (ModelCompletion) throws(WireFault) -> (answer: Answer, isOfUse: Bool)
    ) async throws -> Result<Answer, WireFault> {
        let body: [UInt8]
        do {
            body = try await turns.take { try await self.body(of: question.body) }
        } catch let fault as WireFault {
            return .failure(fault)
        }
        count(ModelCompletion.tokens(in: body), asked: question.body.count, answered: body.count)
        let result = Result { () throws(WireFault) in try take(try ModelCompletion(body)) }
        let isOfUse = if case .success(let taken) = result { taken.isOfUse } else { false }
        state.withLock { note(failed: !isOfUse, in: &$0) }
        return result.map(\.answer)
    }

    private func count(_ tokens: ModelCompletion.Tokens?, asked: Int, answered: Int) {
        state.withLock { state in
            if tokens == nil { state.costs.uncounted += 1 }
            state.costs.questionTokens += tokens?.question ?? asked / 4
            state.costs.answerTokens += tokens?.answer ?? answered / 4
        }
    }

    private func note(failed: Bool, in state: inout State) {
        state.failures = failed ? state.failures + 1 : 0
        guard state.failures >= settings.patience else { return }
        state.failures = 0
        state.restUntil = .now + settings.rest
    }

    private func body(of question: [UInt8]) async throws -> [UInt8] {
        var attempt = 0
        while true {
            try begin()
            let (fault, pause): (WireFault, Duration?)
            do {
                let response = try await connection.send(question)
                guard let refusal = Self.fault(of: response.status) else { return response.body }
                fault = refusal
                pause = response.retryAfter.map { .seconds(min(max(0, $0), 3600)) }
            } catch let failure as WireFault {
                (fault, pause) = (failure, nil)
            }
            guard fault.mayPass, attempt < settings.retries else {
                state.withLock { note(failed: true, in: &$0) }
                throw fault
            }
            let own = settings.firstPause * (1 << attempt) * Double.random(in: 0.8...1.2)
            try await Task.sleep(for: min(settings.longestPause, max(own, pause ?? .zero)))
            attempt += 1
        }
    }

    /// Counts a call, or says why there is none.
    private func begin() throws {
        try Task.checkCancellation()
        try state.withLock { state in
            if let limit = state.limit, state.costs.tokens >= limit { throw WireFault.spent }
            if let until = state.restUntil {
                guard until <= .now else { throw WireFault.resting }
                state.restUntil = nil
            }
            state.costs.calls += 1
        }
    }

    private static func fault(of status: Int) -> WireFault? {
        switch status {
        case 200: nil
        case 300..<400: .redirected
        case 408, 429: .busy
        case 400, 422: .misunderstood
        case 400..<500: .refused
        default: .serverFault
        }
    }
}
