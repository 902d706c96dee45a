/// Where work that was taken cannot be kept.
public enum JobError: Error, Sendable, Hashable {
    /// Somebody else has the work by now, or it is over.
    case leaseLost(String)
    /// There is no job of this key that was given up.
    case noSuchDeadJob(String)
}
