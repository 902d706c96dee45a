/// How often a token may ask.
public struct RateLimits: Sendable, Hashable {
    /// How many requests may come at once after a rest.
    public let burst: Int
    /// How many a minute may come for good.
    public let perMinute: Int

    /// Joins both numbers; neither is under one.
    public init(burst: Int = 120, perMinute: Int = 300) {
        self.burst = max(1, burst)
        self.perMinute = max(1, perMinute)
    }
}

/// What a token may still ask.
public struct RateStanding: Sendable, Hashable {
    /// True when this request may go on.
    public let isAllowed: Bool
    /// How many more may follow at once.
    public let remaining: Int
    /// Seconds until one more may come; 0 where one may at once.
    public let wait: Int
    /// Seconds until as many may come as after a rest.
    public let reset: Int
}

/// A bucket for each token: a request takes a drop, and drops come back with time.
///
/// Source: token bucket, RFC 2697, 3 in its simplest form; fields of draft-ietf-httpapi-ratelimit-headers.
public actor RateBuckets {
    private struct Bucket {
        var drops: Double
        var moment: Int64
    }

    /// What holds for each.
    public nonisolated let limits: RateLimits
    private var buckets: [String: Bucket] = [:]

    /// Starts with full buckets.
    public init(_ limits: RateLimits) { self.limits = limits }

    /// Takes a drop for a request; microseconds since 1970 UTC.
    public func take(_ key: String, at now: Int64) -> RateStanding {
        if buckets.count > 10_000 { forgetFull(at: now) }
        let perSecond = Double(limits.perMinute) / 60
        var bucket = buckets[key] ?? Bucket(drops: Double(limits.burst), moment: now)
        let passed = Double(max(0, now - bucket.moment)) / 1_000_000
        bucket.drops = min(Double(limits.burst), bucket.drops + passed * perSecond)
        bucket.moment = max(now, bucket.moment)
        let isAllowed = bucket.drops >= 1
        if isAllowed { bucket.drops -= 1 }
        buckets[key] = bucket
        let wait = bucket.drops >= 1 ? 0 : (1 - bucket.drops) / perSecond
        return RateStanding(
            isAllowed: isAllowed,
            remaining: Int(bucket.drops),
            wait: Int(wait.rounded(.up)),
            reset: Int(((Double(limits.burst) - bucket.drops) / perSecond).rounded(.up))
        )
    }

    private func forgetFull(at now: Int64) {
        let rest = Int64(Double(limits.burst) * 60 / Double(limits.perMinute) * 1_000_000)
        buckets = buckets.filter { now - $0.value.moment < rest }
    }
}
