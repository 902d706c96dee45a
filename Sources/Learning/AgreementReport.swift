public import Signals
public import Workspace

/// How often people agreed with the reader where they said anything, by week and by kind.
///
/// People correct what strikes them, so this is no measure of how often the reader is right; it shows whether it changes.
public struct AgreementReport: Sendable, Hashable {
    /// Everything together.
    public let overall: Agreement
    /// The weeks in which something was said, oldest first.
    public let weeks: [Week]
    /// The kinds about which something was said, in the order of the codebook.
    public let kinds: [Kind]
    /// The readers about which something was said, by name and version.
    public let readers: [ByReader]

    /// One week, Monday to Sunday in UTC.
    public struct Week: Sendable, Hashable {
        /// Its Monday.
        public let monday: CivilDate
        /// All kinds together.
        public let agreement: Agreement
        /// Each kind about which something was said.
        public let kinds: [Kind]
    }

    /// One kind.
    public struct Kind: Sendable, Hashable {
        /// Which.
        public let kind: SignalKind
        /// What was said about it.
        public let agreement: Agreement
    }

    /// One reader in one version.
    public struct ByReader: Sendable, Hashable {
        /// Which.
        public let reader: ReaderStamp
        /// What was said about it.
        public let agreement: Agreement
    }

    /// Counts corrections; the order in which they come does not matter.
    public init(_ corrections: [Correction]) {
        overall = Agreement(corrections)
        kinds = Self.kinds(corrections)
        weeks = Dictionary(grouping: corrections) { correction in
            let day = CivilDate(microseconds: correction.moment)
            return CivilDate(days: day.days - day.weekday + 1)
        }
        .sorted { $0.key < $1.key }
        .map { Week(monday: $0.key, agreement: Agreement($0.value), kinds: Self.kinds($0.value)) }
        readers = Dictionary(grouping: corrections, by: \.reader)
            .sorted { ($0.key.name, $0.key.version) < ($1.key.name, $1.key.version) }
            .map { ByReader(reader: $0.key, agreement: Agreement($0.value)) }
    }

    private static func kinds(_ corrections: [Correction]) -> [Kind] {
        let groups = Dictionary(grouping: corrections, by: \.kind)
        return SignalKind.allCases.compactMap { kind in groups[kind].map { Kind(kind: kind, agreement: Agreement($0)) }
        }
    }
}

/// What people said about what a reader saw.
public struct Agreement: Sendable, Hashable {
    /// The reader was right.
    public let confirmed: Int
    /// It saw what is not there.
    public let removed: Int
    /// It missed what is there.
    public let added: Int
    /// It took the wrong person.
    public let subjectChanged: Int

    /// Counts corrections.
    public init(_ corrections: [Correction]) {
        var counts = (confirmed: 0, removed: 0, added: 0, changed: 0)
        for correction in corrections {
            switch correction.verdict {
            case .confirmed: counts.confirmed += 1
            case .removed: counts.removed += 1
            case .added: counts.added += 1
            case .subjectChanged: counts.changed += 1
            }
        }
        (confirmed, removed, added, subjectChanged) = (counts.confirmed, counts.removed, counts.added, counts.changed)
    }

    /// How often anything was said.
    public var said: Int { confirmed + removed + added + subjectChanged }

    /// The share of agreement; nil when nothing was said.
    public var share: Double? { said == 0 ? nil : Double(confirmed) / Double(said) }

    /// The range in which the share lies with 95 % probability; nil when nothing was said.
    ///
    /// Source: Wilson 1927.
    public var interval: ClosedRange<Double>? {
        guard let share else { return nil }
        let count = Double(said)
        let z = 1.959_963_984_540_054
        let middle = share + z * z / (2 * count)
        let width = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        return max(0, (middle - width) / scale)...min(1, (middle + width) / scale)
    }
}
