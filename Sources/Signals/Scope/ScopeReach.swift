/// How far a piece of work reaches, from what can be seen around it.
///
/// Headcount is no input: neither members of a channel nor reports of a person are counted, only teams that take part.
/// Source: `docs/methods.md`, "Scope from what can be seen".
public struct ScopeReach: Sendable, Hashable {
    /// Who can read the conversation.
    public enum Channel: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// Two people, or a closed group.
        case closed
        /// One team.
        case team
        /// Several teams, or an area.
        case area
        /// Everyone.
        case company

        /// The narrower one is less.
        public static func < (left: Channel, right: Channel) -> Bool { left.rawValue < right.rawValue }
    }

    /// How bad an incident is, as its number says.
    public enum Severity: Int, Sendable, Hashable, CaseIterable {
        /// `SEV1`, `P0`, `P1`: customers are cut off.
        case major = 1
        /// `SEV2`, `P2`: customers feel it.
        case high
        /// `SEV3`, `P3` and beyond: the own people feel it.
        case minor
    }

    /// Who can read it.
    public var channel: Channel
    /// Different teams that spoke or are named in the conversation, the subject's own among them.
    public var teams: Int
    /// The incident that it belongs to.
    public var severity: Severity?
    /// Systems that are named, each once.
    public var systems: Int
    /// Customers that are named, each once; `Int.max` for all of them.
    public var customers: Int
    /// True when somebody outside the company is served or takes part (a standard, a regulator, the public).
    public var isOutside: Bool
    /// What the reader makes of the words alone, 1 to 5; nil when it did not look.
    public var stage: Double?

    /// Joins what can be seen.
    public init(
        channel: Channel,
        teams: Int = 1,
        severity: Severity? = nil,
        systems: Int = 0,
        customers: Int = 0,
        isOutside: Bool = false,
        stage: Double? = nil
    ) {
        self.channel = channel
        self.teams = teams
        self.severity = severity
        self.systems = systems
        self.customers = customers
        self.isOutside = isOutside
        self.stage = stage
    }

    /// 1 a task · 2 a feature · 3 a component or team · 4 a system · 5 an area of several teams · 6 what the business rests on.
    ///
    /// The middle of what the signs say, weighed by how much each says; a wide channel alone never lifts it beyond 3,
    /// since everybody can post there.
    public var score: Int {
        var signs: [(value: Double, weight: Double)] = [(Double(min(channel.rawValue + 1, 3)), 0.5)]
        if teams > 1 { signs.append((Double(min(6, teams + 2)), 1)) } else { signs.append((2, 0.5)) }
        switch severity {
        case .major: signs.append((6, 1))
        case .high: signs.append((5, 1))
        case .minor: signs.append((3, 0.5))
        case nil: break
        }
        if systems > 0 { signs.append((systems == 1 ? 3 : systems == 2 ? 4 : 5, 0.5)) }
        if customers > 0 { signs.append((customers == 1 ? 3 : customers < 10 ? 4 : 6, 0.75)) }
        if isOutside { signs.append((6, 0.75)) }
        if let stage { signs.append((1 + (min(5, max(1, stage)) - 1) * 1.25, 1)) }
        let total = signs.reduce(0) { $0 + $1.weight }
        let mean = signs.reduce(0) { $0 + $1.value * $1.weight } / total
        return min(6, max(1, Int(mean.rounded())))
    }
}

extension ScopeReach.Severity {
    /// The severity that a text names (`SEV1`, `sev-2`, `P1 incident`), the worst of several.
    public init?(namedIn text: String) {
        var worst: Int?
        var word: [UInt8] = []
        func close() {
            if let found = Self.number(word) { worst = min(worst ?? found, found) }
            word = []
        }
        for byte in text.utf8 {
            if byte.isLetter || byte.isDigit {
                word.append(byte | (byte.isUppercase ? 0x20 : 0))
            } else if byte == 45 || byte == 32, word.elementsEqual([115, 101, 118]) {
                continue
            } else {
                close()
            }
        }
        close()
        guard let worst, let severity = Self(rawValue: min(3, max(1, worst))) else { return nil }
        self = severity
    }

    private static func number(_ word: [UInt8]) -> Int? {
        guard let last = word.last, last.isDigit else { return nil }
        let name = word.dropLast()
        let isNamed = name.elementsEqual([115, 101, 118]) || name.elementsEqual([112])
        return isNamed ? Int(last) - 48 : nil
    }
}
