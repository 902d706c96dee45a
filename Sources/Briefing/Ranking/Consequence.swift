private import Workspace

/// What follows from an item for somebody: a duty, a change of a tool, an idea, or something to know.
///
/// Source: `docs/methods.md`, "The briefing"; rules over words, since a wrong alarm costs more than a missed one.
public enum Consequence: Sendable, Hashable {
    /// Law or security that this role answers for.
    case duty(topic: String)
    /// A tool in use changes.
    case tool(String)
    /// Something to try or to think with.
    case idea
    /// Something to know.
    case curiosity

    /// Its worth.
    public var value: Double {
        switch self {
        case .duty: 1
        case .tool: 0.7
        case .idea: 0.4
        case .curiosity: 0.2
        }
    }
}

/// What an item's words say, apart from anybody who reads it.
struct ItemCues: Sendable, Hashable {
    /// It speaks of rules that bind.
    var binds = false
    /// It tells of a hole, an attack or a leak.
    var alarms = false
    /// It asks whoever is concerned to act.
    var asks = false
    /// It tells of a version, an end or a move.
    var changes = false
    /// It shows how, or what came out.
    var teaches = false

    /// Reads words that are cut already.
    init(title: WordRow, text: WordRow, sort: NewsItem.Sort) {
        var inTitle: UInt8 = 0
        var anywhere: UInt8 = 0
        // Which of the words of alarm were met, as bits.
        var alarmsMet: UInt64 = 0
        func read(_ row: WordRow, _ count: Int, _ found: inout UInt8) {
            for word in 0..<count {
                guard let value = Self.meanings[row.hashes[word]] else { continue }
                found |= UInt8(truncatingIfNeeded: value)
                if value & Self.alarm != 0 { alarmsMet |= 1 << UInt64(value >> 8) }
            }
        }
        read(title, title.count, &inTitle)
        read(text, text.count(within: Self.textBytes), &anywhere)
        anywhere |= inTitle
        func has(_ meaning: Int32, _ found: UInt8) -> Bool { found & UInt8(truncatingIfNeeded: meaning) != 0 }
        binds = has(Self.bind, anywhere) || has(Self.rule, inTitle)
        asks = has(Self.act, anywhere)
        alarms = has(Self.alarm, inTitle) || alarmsMet.nonzeroBitCount >= 2
        changes = has(Self.change, anywhere) || sort == .release
        teaches = sort == .essay || sort == .research || sort.isInside || has(Self.teach, inTitle)
    }

    /// Bytes of a text that are read.
    static let textBytes = 500

    private static let bind: Int32 = 1
    private static let rule: Int32 = 2
    private static let act: Int32 = 4
    private static let alarm: Int32 = 8
    private static let change: Int32 = 16
    private static let teach: Int32 = 32

    /// What each word means, as bits; of words of alarm also which one it is, from the ninth bit on.
    private static let meanings: HashRow = {
        let lists = [
            (bind, binding), (rule, ruling), (act, acting), (alarm, alarming), (change, changing), (teach, teaching),
        ]
        var row = HashRow(room: lists.reduce(0) { $0 + $1.1.count })
        for (meaning, words) in lists {
            for (index, word) in words.sorted().enumerated() {
                let hash = PlainWords.hash(word.utf8)
                row[hash] = (row[hash] ?? 0) | meaning | (meaning == alarm ? Int32(index) << 8 : 0)
            }
        }
        return row
    }()

    private static let binding: Set<String> = [
        "law", "regulation", "regulations", "directive", "ruling", "ruled", "court", "tribunal", "must", "required",
        "requirements",
        "obligation", "obligations", "unlawful", "fined", "penalty", "penalties", "enforcement", "mandatory",
        "statutory", "decree",
        "parliament", "supervisors", "regulator",
    ]
    private static let ruling: Set<String> = [
        "act", "rule", "rules", "deadline", "compliance", "fine", "fines", "guidance", "guidelines", "ban", "banned",
        "clauses", "duties",
        "opinion", "standard", "amendment", "inquiry",
    ]
    private static let acting: Set<String> = [
        "update", "patch", "patches", "upgrade", "rotate", "cve", "mitigation", "mitigate", "revoke",
    ]
    private static let alarming: Set<String> = [
        "cve", "vulnerability", "vulnerabilities", "exploited", "exploit", "exploits", "zero", "patch", "patches",
        "breach", "breached",
        "backdoor", "compromised", "compromise", "malicious", "malware", "ransomware", "leak", "leaked", "advisory",
        "hijacked", "phishing",
        "stolen", "attackers",
    ]
    private static let changing: Set<String> = [
        "release", "released", "releases", "version", "deprecated", "deprecates", "deprecation", "deprecating", "eol",
        "breaking", "removes",
        "removed", "migrate", "migration", "upgrade", "upgrading", "beta", "ships", "launches", "ga", "lts", "sunset",
        "pricing", "licence",
        "license", "retire", "retires", "support", "supports", "adds", "introduces", "update", "updates", "default",
        "changes", "ends",
    ]
    private static let teaching: Set<String> = [
        "how", "why", "lessons", "learned", "learnt", "guide", "postmortem", "pattern", "patterns", "rethinking",
        "study", "survey", "what",
        "case", "building", "designing", "research", "evidence", "framework", "playbook", "report", "review",
    ]
}

/// What somebody answers for and works with.
struct ReaderDuties: Sendable {
    /// Bits of topics whose rules the person answers for.
    let rules: UInt64
    /// True when holes and attacks are this person's own work.
    let guards: Bool
    /// Names of tools, and what they are looked up by.
    let tools: [(name: String, key: UInt32)]
    private let security: UInt64
    /// Topics that are industries, and the person's own among them.
    private let industries: UInt64
    private let industry: UInt64
    private let book: TopicBook

    init(_ profile: ReaderProfile, book: TopicBook) {
        self.book = book
        var names = Set(book.roles.first { $0.id == profile.role }?.duties ?? [])
        names.formUnion(book.industries.first { $0.id == profile.industry }?.duties ?? [])
        if profile.track == .management { names.insert("employment_law") }
        rules = names.reduce(0) { bits, name in book.place(name).map { bits | 1 << UInt64($0) } ?? bits }
        guards = profile.role == "security" || profile.role == "platform" || profile.followed.contains("security")
        tools = profile.tools.compactMap { tool in ItemNames.key(tool).map { (tool, $0) } }
        func bits(_ ids: some Sequence<String>) -> UInt64 {
            ids.reduce(0) { bits, id in book.place(id).map { bits | 1 << UInt64($0) } ?? bits }
        }
        security = bits(["security"])
        industries = bits(book.industries.map(\.id))
        industry = profile.industry.map { bits([$0]) } ?? 0
    }

    /// What follows from an item that speaks of these topics in these words.
    func consequence(topics: UInt64, cues: ItemCues, names: (UInt32) -> Bool) -> Consequence {
        let tool = tools.first { names($0.key) }
        // What binds or befalls another industry is no duty here.
        let foreign = industry != 0 && topics & industries != 0 && topics & industry == 0
        if !foreign {
            if cues.alarms, topics & security != 0, rules & security != 0, guards || tool != nil || cues.asks {
                return .duty(topic: "security")
            }
            let bound = topics & rules & ~security
            if cues.binds, bound != 0 { return .duty(topic: book.topics[bound.trailingZeroBitCount].id) }
        }
        if let tool, cues.changes { return .tool(tool.name) }
        return cues.teaches || tool != nil ? .idea : .curiosity
    }
}

/// The words of items' titles and first sentences, to look names of tools up in.
struct ItemNames: Sendable {
    /// Halves of hashes, in order for each item: names are looked up, never listed, and a wrong hit once in millions does no harm.
    private var hashes: [UInt32] = []
    private var ends: [Int] = []

    /// Bytes of a text that are read.
    static let textBytes = 300

    /// Takes the next item in.
    mutating func add(title: WordRow, text: WordRow) {
        let start = hashes.count
        let count = text.count(within: Self.textBytes)
        var before: UInt64?
        func take(_ row: WordRow, _ word: Int) {
            let hash = row.hashes[word]
            if let before { hashes.append(UInt32(truncatingIfNeeded: Self.pair(before, row.bytes[row.range(word)]))) }
            hashes.append(UInt32(truncatingIfNeeded: hash))
            before = hash
        }
        for word in 0..<title.count { take(title, word) }
        for word in 0..<count { take(text, word) }
        hashes[start...].sort()
        ends.append(hashes.count)
    }

    /// Takes over items that were read elsewhere, after the own ones.
    mutating func add(_ other: ItemNames) {
        let start = hashes.count
        hashes.append(contentsOf: other.hashes)
        ends.append(contentsOf: other.ends.map { $0 + start })
    }

    /// True when a name stands in an item.
    func hold(_ name: UInt32, in item: Int) -> Bool {
        var low = item == 0 ? 0 : ends[item - 1]
        let end = ends[item]
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < end && hashes[low] == name
    }

    /// What a name of one or two words is looked up by.
    static func key(_ name: String) -> UInt32? {
        let row = WordRow(name)
        guard let first = row.hashes.first else { return nil }
        return UInt32(truncatingIfNeeded: row.count > 1 ? pair(first, row.bytes[row.range(1)]) : first)
    }

    private static func pair(_ first: UInt64, _ second: ArraySlice<UInt8>) -> UInt64 {
        PlainWords.hash(second, seed: (first ^ 32) &* 0x100_0000_01B3)
    }
}
