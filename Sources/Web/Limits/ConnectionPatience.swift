/// How long one connection may take over what it does now.
///
/// Shape: told what happens, with the moment; asked when it has to be over. Nothing bounds the time that the site itself needs for
/// an answer. Units: nanoseconds of a clock that is never set back.
struct ConnectionPatience: Sendable {
    /// How long each may take, in nanoseconds.
    struct Times: Sendable, Hashable {
        let ask: Int64
        let idle: Int64
        let body: Int64
        let take: Int64

        init(_ limits: AskingLimits) {
            func nanoseconds(_ seconds: Double) -> Int64 { Int64((max(0.001, seconds) * 1e9).rounded()) }
            ask = nanoseconds(limits.secondsToAsk)
            idle = nanoseconds(limits.secondsIdle)
            body = nanoseconds(limits.secondsOfBody)
            take = nanoseconds(limits.secondsToTake)
        }
    }

    private let times: Times
    private var waiting: Int64?
    private var reading: Int64?
    private var writing: Int64?
    private var unanswered = 0

    init(_ times: Times, now: Int64) {
        self.times = times
        waiting = now + times.ask
    }

    /// When the connection is closed unless something happens; nil where it is the site's turn.
    var due: Int64? { [waiting, reading, writing].compactMap(\.self).min() }

    /// The whole head of a request is there.
    mutating func head(now: Int64) {
        waiting = nil
        reading = now + times.body
        unanswered += 1
    }

    /// The whole body is there.
    mutating func body() { reading = nil }

    /// An answer begins to be written.
    mutating func answer(now: Int64) { writing = now + times.take }

    /// The other end has taken an answer, as far as the system tells.
    mutating func taken(now: Int64) {
        writing = nil
        unanswered = max(0, unanswered - 1)
        if unanswered == 0 { waiting = now + times.idle }
    }
}
