/// A table of rungs of known companies' ladders; the order within a company counts.
public struct KnownLadders: Sendable, Hashable {
    /// The rungs in the order of the table.
    public let facts: [LevelFact]

    private let byName: [String: [Int]]
    private let byCode: [String: [Int]]

    /// The table that ships with the program.
    public static let builtIn: KnownLadders = {
        do throws(TitlesError) { return try KnownLadders(csv: builtInText, file: "built-in") } catch {
            // Cannot be seen: the text is fixed when the program is built, and a test reads it.
            return KnownLadders(facts: [])
        }
    }()

    /// Joins rungs into a table.
    init(facts: [LevelFact]) {
        self.facts = facts
        var byName: [String: [Int]] = [:]
        var byCode: [String: [Int]] = [:]
        for (index, fact) in facts.enumerated() {
            for name in Set([Self.plain(fact.company)] + fact.aliases.map(Self.plain)) {
                byName[name, default: []].append(index)
            }
            for word in fact.words.split(separator: " ") where Self.isCode(String(word)) {
                byCode[String(word), default: []].append(index)
            }
        }
        (self.byName, self.byCode) = (byName, byCode)
    }

    /// The companies, in the order of the table.
    public var companies: [String] {
        var seen: Set<String> = []
        return facts.map(\.company).filter { seen.insert($0).inserted }
    }

    /// The rungs of a company, by any of its names; empty for one that the table does not have.
    public func facts(of company: String) -> [LevelFact] {
        let name = Self.plain(company)
        if let own = byName[name] { return own.map { facts[$0] } }
        let bare = Self.withoutLegalForm(name)
        return (byName[bare] ?? []).map { facts[$0] }
    }

    /// The first rung of a company whose words are in a title.
    func fact(of company: String, in words: [String]) -> LevelFact? {
        facts(of: company).first { $0.pattern.range(in: words) != nil }
    }

    /// The rungs of all companies that use a code, such as `l5`.
    func facts(withCode code: String) -> [LevelFact] { (byCode[code] ?? []).map { facts[$0] } }

    /// `l5`, `ic4`, `ict3`, `e7`, `m2`.
    static func isCode(_ word: String) -> Bool {
        guard let first = word.utf8.first, [108, 101, 105, 109].contains(first), word.utf8.count <= 5 else {
            return false
        }
        let letters = word.prefix { $0.isLetter }
        let digits = word.dropFirst(letters.count)
        return ["l", "e", "ic", "ict", "m"].contains(String(letters)) && (1...2).contains(digits.utf8.count)
            && digits.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace || $0 == "," }.joined(separator: " ")
    }

    private static func withoutLegalForm(_ name: String) -> String {
        let forms: Set<String> = [
            "inc", "inc.", "llc", "ltd", "ltd.", "plc", "corp", "corp.", "corporation", "gmbh", "ag", "sa", "co",
            "company",
            "limited", "group",
        ]
        var words = name.split(separator: " ")
        while words.count > 1, let last = words.last, forms.contains(String(last)) { words.removeLast() }
        return words.joined(separator: " ")
    }
}
