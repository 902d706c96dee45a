import Evidence
import Signals

/// Upkeep that went on for weeks is told once.
extension DraftWork {
    /// Own upkeep of several weeks in one conversation, told once with the fullest words.
    func merged(_ found: [DraftCandidate]) -> [DraftCandidate] {
        let own = found.filter { candidate in
            let lead = candidate.material.lead
            return candidate.material.isOwn && lead.workClass == .upkeep && lead.kind != .feedback && !candidate.isKept
        }
        let groups = Dictionary(grouping: own) {
            "\(moments[$0.moments[0]].section ?? -1) \($0.material.lead.channelName)"
        }
        return groups.sorted { $0.key < $1.key }.compactMap { _, group in
            var weeks: Set<Int> = []
            // One of each week, the best first.
            let spread = group.filter { weeks.insert(HouseWords.week(of: $0.material.lead)).inserted }.prefix(5)
            guard spread.count > 1, let first = spread.first else { return nil }
            let material = first.material
            return DraftCandidate(
                material: Material(
                    happening: material.happening,
                    lead: material.lead,
                    cut: material.cut,
                    tail: nil,
                    hearer: nil
                ),
                moments: spread.flatMap(\.moments),
                others: spread.dropFirst().map(\.material.lead),
                isKept: false
            )
        }
    }
}
