import Synchronization

/// Asks again where that can help, leaves a failing model alone for a while, and counts what it costs.
final class Caller: Sendable {
    private let settings: EndpointSettings
    private let connection: ModelConnection
    private let turns: Turns
    private let state = Mutex(State())

    private struct State {
        var costs = EndpointCosts()
        var failures = 0
        var restUntil: ContinuousClock.Instant?
    }

    init(_ settings: EndpointSettings) throws(EndpointError) {
        self.settings = settings
        connection = try ModelConnection(settings)
        turns = Turns(settings.atOnce)
    }

    var costs: EndpointCosts { state.withLock { $0.costs } }

    /// Writes down what a reading came to.
    func count(_ change: (inout EndpointCosts) -> Void) { state.withLock { change(&$0.costs) } }

    /// The model's answer to a question.
    ///
    /// Errors: only `CancellationError`; every failure stands in the answer.
    func ask(_ question: Question) async throws -> [Result<[Claim], ModelAnswer.Fault>] {
        let sheets = question.sheets.map(\.sheet)
        do {
            let body = try await turns.take { try await self.body(of: question) }
            let answer = ModelAnswer(body, sheets: sheets)
            // A model that answers nonsense is as little use as one that does not answer.
            let isUseless = answer.claims.allSatisfy { if case .failure = $0 { true } else { false } }
            state.withLock { state in
                Self.count(answer.tokens, asked: question.body.count, answered: body.count, in: &state.costs)
                note(failed: isUseless, in: &state)
            }
            return answer.claims
        } catch let failure as ModelConnection.Failure {
            return Array(repeating: .failure(.init(failure.reason)), count: sheets.count)
        }
    }

    private static func count(
        _ tokens: (question: Int, answer: Int)?,
        asked: Int,
        answered: Int,
        in costs: inout EndpointCosts
    ) {
        if tokens == nil { costs.uncounted += 1 }
        costs.questionTokens += tokens?.question ?? asked / 4
        costs.answerTokens += tokens?.answer ?? answered / 4
    }

    private func note(failed: Bool, in state: inout State) {
        state.failures = failed ? state.failures + 1 : 0
        guard state.failures >= settings.patience else { return }
        state.failures = 0
        state.restUntil = .now + settings.rest
    }

    private func body(of question: Question) async throws -> [UInt8] {
        var attempt = 0
        while true {
            try begin()
            let (reason, pause): (EndpointReason, Duration?)
            do {
                let response = try await connection.send(question.body)
                guard let failure = Self.reason(of: response.status) else { return response.body }
                reason = failure
                pause = response.retryAfter.map { .seconds(min(max(0, $0), 3600)) }
            } catch let failure as ModelConnection.Failure {
                (reason, pause) = (failure.reason, nil)
            }
            guard reason.mayPass, attempt < settings.retries else {
                state.withLock { note(failed: true, in: &$0) }
                throw ModelConnection.Failure(reason: reason)
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
            if let limit = settings.tokenLimit, state.costs.tokens >= limit {
                throw ModelConnection.Failure(reason: .spent)
            }
            if let until = state.restUntil {
                guard until <= .now else { throw ModelConnection.Failure(reason: .resting) }
                state.restUntil = nil
            }
            state.costs.calls += 1
        }
    }

    private static func reason(of status: Int) -> EndpointReason? {
        switch status {
        case 200: nil
        case 300..<400: .redirected
        case 408, 429: .busy
        case 400..<500: .refused
        default: .serverFault
        }
    }
}

extension EndpointReason {
    /// True where the same question may be answered a moment later.
    fileprivate var mayPass: Bool {
        switch self {
        case .timedOut, .noConnection, .busy, .serverFault: true
        default: false
        }
    }
}
