public import Evidence
public import Workspace

extension DecisionContent {
    /// The most that is kept of what was decided, in characters.
    public static let longestText = 2000
    /// The most that is kept of a short item, in characters.
    public static let longestItem = 400
    /// The most items of one kind.
    public static let mostItems = 20
    /// The fewest words in which a decision, a dissent or a reason can be understood.
    public static let fewestWords = 3

    /// The content in order: trimmed, deciders and links each once.
    ///
    /// Errors: `DecisionError.noDecider`, `.tooFewWords`, `.tooLong`, `.tooMany`, `.dayAhead`.
    public func checked(today: CivilDate) throws(DecisionError) -> DecisionContent {
        var content = self
        content.words = Self.trimmed(words)
        content.expected = Self.trimmed(expected)
        content.sign = Self.trimmed(sign)
        content.topic = Self.trimmed(topic)
        content.alternatives = Self.items(alternatives)
        content.links = Self.items(links)
        content.deciders = Set(deciders).sorted()
        guard !content.deciders.isEmpty else { throw .noDecider }
        guard content.day <= today else { throw .dayAhead(content.day, today: today) }
        if !content.words.isEmpty || content.entries.isEmpty {
            try Self.requireWords(content.words, .decision)
        }
        try Self.limit(content.words, .decision, Self.longestText)
        try Self.limit(content.expected, .expected, Self.longestText)
        try Self.limit(content.sign, .sign, Self.longestItem)
        try Self.limit(content.topic, .topic, 100)
        for alternative in content.alternatives { try Self.limit(alternative, .alternatives, Self.longestItem) }
        for link in content.links { try Self.limit(link, .links, Self.longestItem) }
        try Self.limit(content.alternatives.count, .alternatives)
        try Self.limit(content.links.count, .links)
        try Self.limit(content.deciders.count, .deciders)
        return content
    }

    static func requireWords(_ text: String, _ field: DecisionError.Field) throws(DecisionError) {
        let given = text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
        guard given >= fewestWords else { throw .tooFewWords(field: field, given: given, needed: fewestWords) }
    }

    static func limit(_ text: String, _ field: DecisionError.Field, _ limit: Int) throws(DecisionError) {
        guard text.count <= limit else { throw .tooLong(field: field, given: text.count, limit: limit) }
    }

    private static func limit(_ count: Int, _ field: DecisionError.Field) throws(DecisionError) {
        guard count <= mostItems else { throw .tooMany(field: field, given: count, limit: mostItems) }
    }

    private static func items(_ items: [String]) -> [String] {
        var seen: Set<String> = []
        return items.map(trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
