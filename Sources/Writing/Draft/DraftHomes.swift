/// Under which competency each moment is told, so that no box stays empty for which there is evidence.
///
/// Source: `docs/methods.md`, "Review draft". Evidence often bears on several competencies at once: the clearest moments keep their
/// first one, the others go where less is told yet.
struct DraftHomes {
    private(set) var sections: [Int?]

    /// Shape: `tellable` are places of moments of which something can be told.
    init(_ moments: [DraftMoment], tellable: Set<Int>) {
        sections = moments.map(\.section)
        var counts: [Int: Int] = [:]
        let order = tellable.sorted { one, other in
            (-Self.lead(moments[one]), one) < (-Self.lead(moments[other]), other)
        }
        for place in order {
            let best = moments[place].bearings.max { one, other in
                (Self.pull(one, counts), other.section) < (Self.pull(other, counts), one.section)
            }
            guard let best else { continue }
            sections[place] = best.section
            counts[best.section, default: 0] += 1
        }
        fill(moments, order: order, &counts)
    }

    /// How far a moment's first competency is ahead of its second.
    private static func lead(_ moment: DraftMoment) -> Double {
        guard let first = moment.bearings.first else { return 0 }
        return first.share - (moment.bearings.dropFirst().first?.share ?? 0)
    }

    private static func pull(_ bearing: (section: Int, share: Double), _ counts: [Int: Int]) -> Double {
        bearing.share / (1 + 0.3 * Double(counts[bearing.section] ?? 0))
    }

    /// A competency without a moment gets the one that bears on it most and is not the last of its own.
    private mutating func fill(_ moments: [DraftMoment], order: [Int], _ counts: inout [Int: Int]) {
        let borne = Set(order.flatMap { moments[$0].bearings.map(\.section) })
        for empty in borne.sorted() where counts[empty] == nil {
            let givers = order.compactMap { place -> (place: Int, share: Double)? in
                guard let home = sections[place], counts[home, default: 0] > 1,
                    let share = moments[place].bearings.first(where: { $0.section == empty })?.share
                else { return nil }
                return (place, share)
            }
            guard let best = givers.max(by: { ($0.share, $1.place) < ($1.share, $0.place) }) else { continue }
            if let home = sections[best.place] { counts[home, default: 0] -= 1 }
            sections[best.place] = empty
            counts[empty] = 1
        }
    }
}
