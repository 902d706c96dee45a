/// How groups are spread over four equally large bands of pay, lowest first.
///
/// Source: Directive (EU) 2023/970, Article 9 (1) (f). Edges at n·k/4, halves to the even side.
public struct PayQuartiles: Sendable, Hashable {
    /// Heads by group in each of the four bands.
    public let bands: [[String: Int]]

    /// Deals people into bands by pay; people with the same pay keep their order.
    public init(pay: [Double], groups: [String]) {
        let count = min(pay.count, groups.count)
        let order = (0..<count).sorted { (pay[$0], $0) < (pay[$1], $1) }
        let edges = (0...4).map { Int((Double(count * $0) / 4).rounded(.toNearestOrEven)) }
        bands = (0..<4).map { band in
            order[edges[band]..<edges[band + 1]].reduce(into: [:]) { $0[groups[$1], default: 0] += 1 }
        }
    }
}
