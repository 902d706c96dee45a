public import Workspace

/// What all changes of track did to pay and level: the report that shows that nobody was paid less for one.
public struct SwitchReport: Sendable, Hashable {
    /// Changes of track in force, returns among them.
    public let switches: Int
    /// To management.
    public let toManagement: Int
    /// To individual contribution.
    public let toIndividual: Int
    /// Changes that were taken back.
    public let returns: Int
    /// Changes that kept the level, as they have to.
    public let keptLevel: Int
    /// Changes for which people files said pay before and after.
    public let payKnown: Int
    /// Changes for which pay stands as before, because no people file has said otherwise since.
    public let payUntouched: Int
    /// Of those known, pay that was lower afterwards, full time against full time.
    public let lowerPay: [MoveID]
    /// Of those known, pay in another currency afterwards, which cannot be compared.
    public let otherCurrency: Int

    /// Adds the changes up.
    public init(_ moves: [Move], pay: [MoveID: (before: Pay, after: Pay)]) {
        let changes = moves.filter(\.changedTrack)
        let known = changes.compactMap { move in pay[move.id].map { (move.id, $0.before, $0.after) } }
        switches = changes.count
        toManagement = changes.filter { $0.to.track == .management }.count
        toIndividual = changes.count - toManagement
        returns = changes.filter { $0.returns != nil }.count
        keptLevel = changes.filter { $0.from.level == $0.to.level }.count
        payKnown = known.count
        payUntouched = changes.count - known.count
        let comparable = known.filter { $0.1.currency == $0.2.currency }
        otherCurrency = known.count - comparable.count
        // A cent of rounding in a full-time equivalent is no loss.
        lowerPay = comparable.filter { $0.2.fullTimeBase < $0.1.fullTimeBase - 0.01 }.map(\.0).sorted()
    }

    /// True when no change of track lowered anybody's pay or level.
    public var isWithoutLoss: Bool { lowerPay.isEmpty && keptLevel == switches }

    /// In words.
    public var words: String {
        guard switches > 0 else { return "Nobody has changed tracks yet." }
        let level =
            keptLevel == switches
            ? "All kept the level." : "\(switches - keptLevel) came with another level, as a people file stated it."
        let pay =
            lowerPay.isEmpty
            ? "Nobody was paid less afterwards."
            : "\(lowerPay.count) had lower pay in the first people file afterwards; that has to be put right."
        return
            "\(switches == 1 ? "One change" : "\(switches) changes") of track, \(toManagement) to management and \(toIndividual) to individual contribution. \(level) \(pay)"
    }
}
