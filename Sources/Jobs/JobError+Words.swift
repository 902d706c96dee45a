extension JobError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .leaseLost(let name):
            "The lease of “\(name)” was lost: somebody else has the work by now, so nothing more was written. Nothing is to be done."
        case .noSuchDeadJob(let key):
            "No job “\(key)” was given up. `crosstie jobs list` shows those that were, with their keys."
        }
    }
}
