import Foundation

extension TitleMixture {
    /// The mixture after a description was heard.
    ///
    /// Source: `docs/methods.md`, "Titles": log shares move by .5 and .25 a mention.
    func weighed(by cues: DescriptionCues) -> TitleMixture {
        let (nd, ns) = (Double(cues.depth), Double(cues.scope))
        let logs = [
            log(depth) + 0.5 * nd - 0.25 * ns,
            log(scope) + (0.5 * ns - 0.25 * nd),
            log(both) + 0.3 * min(nd, ns),
        ]
        let top = max(logs[0], logs[1], logs[2])
        let raised = logs.map { exp($0 - top) }
        let sum = raised.reduce(0, +)
        return TitleMixture(depth: raised[0] / sum, scope: raised[1] / sum, both: raised[2] / sum)
    }

    /// What stands out: the largest share, when it reaches .45.
    var emphasis: TitleEmphasis {
        let shares: [(TitleEmphasis, Double)] = [(.depth, depth), (.scope, scope), (.both, both)]
        let most = shares.dropFirst().reduce(shares[0]) { $1.1 > $0.1 ? $1 : $0 }
        return most.1 >= 0.45 ? most.0 : .unclear
    }

    /// How deep and how far the work of a level usually goes.
    ///
    /// Units: 1 to 5. Source: `docs/methods.md`, "Titles".
    func extent(at level: Int) -> (depth: Int, reach: Int) {
        let height = Double(level - 1) / 8
        let depth = pow(height, 0.6) * (0.3 + 0.9 * (depth + both))
        let reach = pow(height, 0.8) * (0.3 + 0.9 * (scope + both))
        func step(_ share: Double) -> Int { 1 + Int((4 * min(1, max(0, share))).rounded()) }
        return (step(depth), step(reach))
    }
}
