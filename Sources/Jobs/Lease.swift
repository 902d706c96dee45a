/// Who may write what comes of a piece of work, and until when others leave it alone.
///
/// Shape: `token` is higher with every one who takes the work. A process that lost its lease without noticing holds a lower one,
/// and what it writes is refused in the transaction that would write it.
/// Source: Gray and Cheriton 1989, “Leases”; fencing after Burrows 2006, “The Chubby lock service”, section 2.4.
public struct Lease: Sendable, Hashable {
    /// Which process.
    public var holder: String
    /// The how-manieth holder.
    public var token: Int64
    /// Until when, microseconds since 1970 UTC.
    public var until: Int64

    /// Joins the three.
    public init(holder: String, token: Int64, until: Int64) {
        self.holder = holder
        self.token = token
        self.until = until
    }

    /// Whether somebody else may take the work.
    public func isOver(at now: Int64) -> Bool { until <= now }
}

/// How long a lease is good, and how often its holder says that it is still there.
public struct LeaseRule: Sendable, Hashable {
    /// Units: microseconds from a heart-beat until others may take the work.
    public var length: Int64
    /// Units: microseconds between heart-beats: three may be missed before the lease is over.
    public var beat: Int64 { max(length / 4, 1) }

    /// Twenty seconds unless told: longer than clocks of machines differ, short enough that a process that died is not missed.
    public init(length: Int64 = 20_000_000) { self.length = max(length, 4) }

    /// Until when a lease is good that is taken or kept now.
    public func end(from now: Int64) -> Int64 { now + length }
}
