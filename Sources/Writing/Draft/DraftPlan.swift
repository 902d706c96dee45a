import Evidence
import Signals

/// Which chosen sentence stands where, in reading order.
struct DraftPlan {
    struct Planned {
        let candidate: DraftCandidate
        let section: Int
        let isImpact: Bool
    }

    let ordered: [Planned]

    /// The most sentences of the impact block.
    static let mostImpact = 5

    init(_ chosen: [DraftCandidate], moments: [DraftMoment], competencies: Int) {
        func section(_ candidate: DraftCandidate) -> Int { moments[candidate.moments[0]].section ?? 0 }
        var left = Dictionary(chosen.map { (section($0), 1) }, uniquingKeysWith: +)
        // Moments with an effect in somebody's words come first; a section keeps one, and gives two at most.
        let worthy = chosen.indices.filter {
            chosen[$0].material.parts == 3 && chosen[$0].material.lead.kind != .feedback
                && !chosen[$0].material.isSlight
        }
        .sorted { one, other in
            let (l, r) = (chosen[one].material, chosen[other].material)
            return (l.isOwn ? 1 : 0, -l.quality, one) < (r.isOwn ? 1 : 0, -r.quality, other)
        }
        var impact: [Int] = []
        var given: [Int: Int] = [:]
        for place in worthy where impact.count < Self.mostImpact {
            let home = section(chosen[place])
            guard left[home, default: 0] > 1, given[home, default: 0] < 2 else { continue }
            left[home, default: 0] -= 1
            given[home, default: 0] += 1
            impact.append(place)
        }
        if impact.count < 3 { impact = [] }
        func byTime(_ places: [Int]) -> [Int] {
            places.sorted { (chosen[$0].material.lead.moment, $0) < (chosen[$1].material.lead.moment, $1) }
        }
        let first = byTime(impact).map { Planned(candidate: chosen[$0], section: section(chosen[$0]), isImpact: true) }
        let rest = (0..<max(1, competencies)).flatMap { home in
            byTime(chosen.indices.filter { section(chosen[$0]) == home && !impact.contains($0) })
                .map { Planned(candidate: chosen[$0], section: home, isImpact: false) }
        }
        ordered = first + rest
    }
}
