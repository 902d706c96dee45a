/// How often a description speaks of technical depth and of organisational reach.
///
/// Source: `docs/methods.md`, "Titles"; counted without overlap, linear in the description's length.
struct DescriptionCues: Sendable, Hashable {
    let depth: Int
    let scope: Int

    /// More than this many mentions say no more.
    static let most = 4

    init(_ description: String) {
        guard !description.isEmpty else {
            (depth, scope) = (0, 0)
            return
        }
        let bytes = Array(description.lowercased().utf8)
        var free = [Int](repeating: 0, count: Self.terms.count)
        var counts = (depth: 0, scope: 0)
        for place in bytes.indices {
            for term in Self.byFirst[Int(bytes[place])] where place >= free[term] {
                let sought = Self.terms[term].bytes
                guard place + sought.count <= bytes.count,
                    bytes[place..<place + sought.count].elementsEqual(sought)
                else { continue }
                free[term] = place + sought.count
                if Self.terms[term].isDepth { counts.depth += 1 } else { counts.scope += 1 }
            }
        }
        depth = min(Self.most, counts.depth)
        scope = min(Self.most, counts.scope)
    }

    private static let terms: [(bytes: [UInt8], isDepth: Bool)] =
        depthTerms.map { (Array($0.utf8), true) } + scopeTerms.map { (Array($0.utf8), false) }

    private static let byFirst: [[Int]] = {
        var byFirst = [[Int]](repeating: [], count: 256)
        for (index, term) in terms.enumerated() {
            if let first = term.bytes.first { byFirst[Int(first)].append(index) }
        }
        return byFirst
    }()

    private static let depthTerms = [
        "deep expertise", "deep technical", "subject matter expert", "domain expert", "hands-on", "hands on",
        "algorithm", "compiler", "kernel", "performance tuning", "profil", "research", "fine-tun", "model training",
        "cryptograph", "distributed systems internals", "debug", "prototype", "code", "correctness", "latency",
        "retrieval",
    ]
    private static let scopeTerms = [
        "across teams", "cross-team", "cross-functional", "organization-wide", "organisation-wide", "company-wide",
        "multiple teams", "multi-team", "roadmap", "stakeholder", "align", "strategy", "standards", "governance",
        "portfolio", "influence", "sets direction", "set direction", "vision", "mentor", "guardrail", "executive",
    ]
}
