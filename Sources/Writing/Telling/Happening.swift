public import Evidence
public import Signals
import Workspace

/// One episode as it can be told: who did what, who said so, in whose words.
public struct Happening: Sendable, Hashable {
    /// The episode.
    public let id: EpisodeID
    /// Its evidence, oldest first.
    public let entries: [LedgerEntry]
    /// When it began, microseconds since 1970 UTC.
    public let first: Int64
    /// When it was last spoken of.
    public let last: Int64

    /// How sure the reader must have been for words to be told in a text; the ledger itself shows more.
    public static let clearEnough = 0.5

    /// How sure the reader must have been of recognition that calls the person by name: who is meant is beyond doubt.
    public static let clearEnoughByName = 0.4

    /// True for evidence that was read surely enough to be told in a text.
    public static func isClear(_ entry: LedgerEntry) -> Bool {
        let isCalled =
            entry.kind == .recognition && entry.voice.person != entry.subject
            && (entry.reason == .mentioned || entry.reason == .named)
        return entry.confidence >= (isCalled ? clearEnoughByName : clearEnough)
    }

    /// Joins an episode's evidence; nil when there is none.
    public init?(_ entries: [LedgerEntry]) {
        let ordered = entries.count < 2 ? entries : entries.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        guard let first = ordered.first, let last = ordered.last else { return nil }
        id = first.episode
        self.entries = ordered
        (self.first, self.last) = (first.moment, last.moment)
    }

    /// The episodes of a person's evidence, newest first.
    public static func all(of entries: [LedgerEntry]) -> [Happening] {
        Dictionary(grouping: entries, by: \.episode).values.compactMap(Happening.init)
            .sorted { ($0.last, $0.id) > ($1.last, $1.id) }
    }

    /// Evidence in the words of others.
    public var heard: [LedgerEntry] { entries.filter { $0.voice.person != $0.subject } }
    /// Evidence in the person's own words.
    public var own: [LedgerEntry] { entries.filter { $0.voice.person == $0.subject } }

    /// Names of others who spoke, each once, in order of time.
    public var voices: [String] {
        var names: [String] = []
        for entry in heard where !names.contains(entry.voice.name) { names.append(entry.voice.name) }
        return names
    }

    /// What sort of work it shows; upkeep and decisions win ties, since they are the ones that get forgotten.
    public var workClass: WorkClass {
        if entries.count == 1 { return entries[0].workClass }
        let counts = Dictionary(entries.map { ($0.workClass, 1) }, uniquingKeysWith: +)
        let order: [WorkClass] = [.upkeep, .decision, .enablement, .ownership, .craft, .launch]
        return order.max { left, right in
            let (l, r) = (counts[left] ?? 0, counts[right] ?? 0)
            return l == r ? (order.firstIndex(of: left) ?? 0) > (order.firstIndex(of: right) ?? 0) : l < r
        } ?? .craft
    }

    /// The competencies that its evidence speaks to most, the strongest first.
    public var competencies: [String] { shares.map(\.competency) }

    /// How much of its evidence speaks to each competency, the strongest first; an entry's shares are at most 1 together.
    var shares: [(competency: String, share: Double)] {
        var sums: [String: Double] = [:]
        for entry in entries { for share in entry.competencies { sums[share.competency, default: 0] += share.share } }
        return sums.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map {
            ($0.key, $0.value / Double(entries.count))
        }
    }

    /// How much there is to tell: the best of its words, more when more than one person spoke; volume adds nothing.
    var substance: Double {
        let best = entries.map { Self.substance(of: $0) }.max() ?? 0
        let several = min(Double(voices.count), 3) * 0.25
        let reach = entries.map(\.stage).max() ?? 1
        return best + several + reach * 0.2
    }

    /// The entry that tells it best: others' words before own ones.
    var teller: LedgerEntry? { (heard.isEmpty ? entries : heard).min { Self.order($0, $1) } }

    /// The fullest words first; what is equal goes by time, never by whom it is about.
    static func order(_ left: LedgerEntry, _ right: LedgerEntry) -> Bool {
        let (l, r) = (substance(of: left), substance(of: right))
        if l != r { return l > r }
        return (left.moment, left.kind.rawValue, left.id) < (right.moment, right.kind.rawValue, right.id)
    }

    /// How much words carry, as far as their length shows it; names carry nothing.
    static func substance(of entry: LedgerEntry) -> Double {
        var words = 0
        var length = 0
        var isName = false
        for byte in entry.quote.utf8 {
            let isPart = byte >= 128 || (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57
            if isPart {
                // A capital may be a name, and a text must not depend on how long a name is.
                if length == 0, byte >= 65, byte <= 90 { isName = true }
                length += 1
                continue
            }
            if length >= 5, !isName { words += 1 }
            length = 0
            isName = byte == UInt8(ascii: "@")
        }
        if length >= 5, !isName { words += 1 }
        return min(Double(words), 15) / 15 * entry.confidence
    }
}
