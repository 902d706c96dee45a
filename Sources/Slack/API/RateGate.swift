/// Keeps each method within what Slack bears: a bucket a method, and a pause where Slack asked for one.
///
/// Source: Slack documentation, "Rate limits": limits hold for each method, app and workspace.
actor RateGate {
    private struct Bucket {
        var calls: Double
        var filled: ContinuousClock.Instant
        var closedUntil: ContinuousClock.Instant
    }

    /// Calls that may come at once.
    static let burst = 10.0

    private var buckets: [String: Bucket] = [:]

    /// Waits until the method may be called.
    func turn(of method: SlackMethod) async throws {
        while let wait = take(method, at: .now) { try await Task.sleep(for: wait) }
    }

    /// Closes a method for as long as Slack asked.
    func close(_ method: SlackMethod, for time: Duration, at now: ContinuousClock.Instant = .now) {
        var bucket = buckets[method.name] ?? Bucket(calls: 0, filled: now, closedUntil: now)
        bucket.closedUntil = max(bucket.closedUntil, now + time)
        bucket.calls = min(bucket.calls, 1)
        buckets[method.name] = bucket
    }

    /// Takes a call; what is to be waited for where none is left.
    func take(_ method: SlackMethod, at now: ContinuousClock.Instant) -> Duration? {
        var bucket = buckets[method.name] ?? Bucket(calls: Self.burst, filled: now, closedUntil: now)
        defer { buckets[method.name] = bucket }
        if bucket.closedUntil > now { return bucket.closedUntil - now }
        let perSecond = Double(method.perMinute) / 60
        let gone = max((now - bucket.filled) / .seconds(1), 0)
        bucket.calls = min(Self.burst, bucket.calls + gone * perSecond)
        bucket.filled = now
        guard bucket.calls < 1 else {
            bucket.calls -= 1
            return nil
        }
        return .seconds((1 - bucket.calls) / perSecond)
    }
}
