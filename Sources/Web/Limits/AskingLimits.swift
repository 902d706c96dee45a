public import Workspace

/// How often one address and one person may ask, and how connections are kept from being hoarded.
///
/// Units: requests; counts of connections; seconds; bytes. The usual figures are far above what a person at a browser needs.
/// Source: `docs/methods.md`, "Limits of the site".
public struct AskingLimits: Sendable, Hashable {
    /// A bucket: so many at once after a rest, and so many a minute for good.
    public struct Rate: Sendable, Hashable {
        /// How many may come at once after a rest.
        public let burst: Int
        /// How many a minute may come for good.
        public let perMinute: Int

        /// Joins both; neither is under one.
        public init(burst: Int, perMinute: Int) {
            self.burst = max(1, burst)
            self.perMinute = max(1, perMinute)
        }
    }

    /// Requests of one address for which nobody is signed in and no token is known.
    public var strangers = Rate(burst: 240, perMinute: 240)
    /// Signing in, by link or provider, from one address.
    public var signIns = Rate(burst: 60, perMinute: 60)
    /// What Slack's addresses were sent without a good signature, from one address.
    public var forged = Rate(burst: 120, perMinute: 60)
    /// Requests of one person.
    public var person = Rate(burst: 600, perMinute: 900)
    /// How many addresses and people are counted one by one; those beyond share a bucket.
    public var buckets = 32_768

    /// Machines that stand before the site and tell whom they speak for in `X-Forwarded-For`.
    ///
    /// This machine is one wherever the site is https, since Crosstie itself does not speak it.
    public var proxies: Set<NumericAddress> = []
    /// True where requests of this machine itself, without a proxy, are not counted.
    public var sparesThisMachine = true

    /// Connections at once; fewer where the system gives the program fewer files.
    public var connections = 4096
    /// Connections at once of one address that is no proxy.
    public var connectionsOfOne = 256
    /// Seconds until a new connection has sent the whole head of a request.
    public var secondsToAsk = 15.0
    /// Seconds between requests on one connection.
    public var secondsIdle = 60.0
    /// Seconds for the body of a request after its head.
    public var secondsOfBody = 30.0
    /// Seconds within which an answer has to be taken.
    public var secondsToTake = 120.0

    /// The usual limits.
    public init() {}
}
