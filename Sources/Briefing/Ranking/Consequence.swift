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

    init(_ item: NewsItem) {
        var words = Set(PlainWords.cut(item.title).map { String(decoding: $0, as: UTF8.self) })
        let title = words
        words.formUnion(PlainWords.cut(item.text.prefix(500)).map { String(decoding: $0, as: UTF8.self) })
        binds = !words.isDisjoint(with: Self.binding) || !title.isDisjoint(with: Self.ruling)
        asks = !words.isDisjoint(with: Self.acting)
        alarms = !title.isDisjoint(with: Self.alarming) || words.intersection(Self.alarming).count >= 2
        changes = !words.isDisjoint(with: Self.changing) || item.sort == .release
        teaches =
            item.sort == .essay || item.sort == .research || item.sort.isInside
            || !title.isDisjoint(with: Self.teaching)
    }

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
    private let book: TopicBook

    init(_ profile: ReaderProfile, book: TopicBook) {
        self.book = book
        var names = Set(book.roles.first { $0.id == profile.role }?.duties ?? [])
        names.formUnion(book.industries.first { $0.id == profile.industry }?.duties ?? [])
        if profile.track == .management { names.insert("employment_law") }
        rules = names.reduce(0) { bits, name in book.place(name).map { bits | 1 << UInt64($0) } ?? bits }
        guards = profile.role == "security" || profile.role == "platform" || profile.followed.contains("security")
        tools = profile.tools.compactMap { tool in ItemNames.key(tool).map { (tool, $0) } }
        security = book.place("security").map { UInt64(1) << UInt64($0) } ?? 0
    }

    /// What follows from an item that speaks of these topics in these words.
    func consequence(topics: UInt64, cues: ItemCues, names: ItemNames) -> Consequence {
        let tool = tools.first { names.hold($0.key) }
        if cues.alarms, topics & security != 0, rules & security != 0, guards || tool != nil || cues.asks {
            return .duty(topic: "security")
        }
        let bound = topics & rules & ~security
        if cues.binds, bound != 0 { return .duty(topic: book.topics[bound.trailingZeroBitCount].id) }
        if let tool, cues.changes { return .tool(tool.name) }
        return cues.teaches || tool != nil ? .idea : .curiosity
    }
}

/// The words of an item's title and first sentences, to look names of tools up in.
struct ItemNames: Sendable {
    /// Halves of hashes in order: names are looked up, never listed, and a wrong hit once in millions does no harm.
    private let hashes: [UInt32]

    init(_ item: NewsItem) {
        let all = PlainWords.cut(item.title) + PlainWords.cut(item.text.prefix(300))
        var hashes: Set<UInt32> = []
        for index in all.indices {
            let hash = PlainWords.hash(all[index])
            hashes.insert(UInt32(truncatingIfNeeded: hash))
            if index + 1 < all.count { hashes.insert(UInt32(truncatingIfNeeded: Self.pair(hash, all[index + 1]))) }
        }
        self.hashes = hashes.sorted()
    }

    /// True when a name stands there.
    func hold(_ name: UInt32) -> Bool {
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == name
    }

    /// What a name of one or two words is looked up by.
    static func key(_ name: String) -> UInt32? {
        let words = PlainWords.cut(name)
        guard let first = words.first else { return nil }
        let hash = PlainWords.hash(first)
        return UInt32(truncatingIfNeeded: words.count > 1 ? pair(hash, words[1]) : hash)
    }

    private static func pair(_ first: UInt64, _ second: ArraySlice<UInt8>) -> UInt64 {
        PlainWords.hash(second, seed: (first ^ 32) &* 0x100_0000_01B3)
    }
}
