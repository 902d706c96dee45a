import Statistics

/// How often the audits raise something in made-up companies in which nothing is unfair.
public enum AuditSimulation {
    /// What came of one audit over all worlds.
    public struct Rate: Sendable, Hashable, Codable {
        /// Which audit.
        public let audit: Audit
        /// Which family of tests inside it, each of which is corrected as one: `pay-gap/track`.
        public let family: String
        /// How many worlds.
        public let worlds: Int
        /// In how many of them at least one signal was raised.
        public let signals: Int
        /// In how many of them at least one notice, or a signal.
        public let notices: Int
        /// Where the rate of signals lies, 95 %, lower end.
        public let low: Double
        /// The upper end.
        public let high: Double
        /// The rate that is promised not to be exceeded.
        public let level: Double

        /// Share of the worlds with a signal.
        public var rate: Double { worlds > 0 ? Double(signals) / Double(worlds) : 0 }
    }

    /// Runs every audit over fair worlds.
    ///
    /// - Parameters:
    ///   - worlds: how many companies to make up.
    ///   - people: how many people each has.
    ///   - seed: the same seed makes the same worlds.
    /// - Returns: a rate for every family of tests, in the order of the audits.
    public static func run(worlds: Int, people: Int = 300, seed: UInt64 = 1) -> [Rate] {
        var signals: [String: Int] = [:]
        var notices: [String: Int] = [:]
        var families: [String: Audit] = [:]
        for world in 0..<max(0, worlds) {
            let material = MadeUpWorld(people: people, seed: seed &+ UInt64(world) &* 0x9E37_79B9).material
            for audit in Audit.allCases {
                var raised: Set<String> = []
                var noticed: Set<String> = []
                for finding in audit.report(on: material, for: .steward).findings {
                    let family = family(of: finding.id, audit)
                    families[family] = audit
                    if finding.severity == .signal { raised.insert(family) }
                    if finding.severity != .none { noticed.insert(family) }
                }
                for family in raised { signals[family, default: 0] += 1 }
                for family in noticed { notices[family, default: 0] += 1 }
                // An audit that raised nothing is in the table, too.
                if !families.values.contains(audit) { families[audit.rawValue] = audit }
            }
        }
        return families.sorted { ($0.value.order, $0.key) < ($1.value.order, $1.key) }.map { family, audit in
            let seen = Proportion(signals[family, default: 0], of: worlds)
            return Rate(
                audit: audit,
                family: family,
                worlds: worlds,
                signals: seen.count,
                notices: notices[family, default: 0],
                low: seen.wilson.low,
                high: seen.wilson.high,
                level: 0.10
            )
        }
    }

    /// What is corrected together: all of an audit, or its first parts where it has several families.
    private static func family(of id: String, _ audit: Audit) -> String {
        let parts = id.split(separator: "/")
        let depth =
            switch audit {
            case .payGap, .parity: 2
            case .impact: 3
            case .headcount, .ceiling, .vacancy, .recognition: 1
            }
        return parts.prefix(depth).joined(separator: "/")
    }
}

extension Audit {
    /// The place in the order of the audits.
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
