public import Evidence
public import Writing

/// The steps by which its words change, while it is written.
extension Review {
    /// The most characters of a sentence.
    public static let longestSentence = 600

    /// Decides whether a piece of evidence is told; nil takes the decision back.
    ///
    /// Errors: `ReviewError.notOpen`.
    public mutating func choose(_ entry: EntryID, _ verdict: EvidenceChoice.Verdict?) throws(ReviewError) {
        try checkWriting()
        choices[entry, default: EvidenceChoice()].verdict = verdict
        if choices[entry]?.isEmpty == true { choices[entry] = nil }
    }

    /// Keeps the author's note about a piece of evidence; empty words take it away.
    ///
    /// Errors: `ReviewError.notOpen`, `.tooLong`.
    public mutating func note(_ entry: EntryID, _ words: String, by splitter: WordSplitter) throws(ReviewError) {
        try checkWriting()
        let words = try Self.line(words, limit: Self.longestSentence)
        choices[entry, default: EvidenceChoice()].note =
            words.isEmpty
            ? nil
            : newLine(
                splitter.parts(of: words),
                key: "note:\(entry.text)",
                sources: [entry],
                role: .note,
                hand: .author
            )
        if choices[entry]?.isEmpty == true { choices[entry] = nil }
    }

    /// Puts other words into the place of a sentence; they are the author's from now on.
    ///
    /// Shape: `sources` nil keeps what the sentence cites. Words that did not change change nothing.
    /// Errors: `ReviewError.notOpen`, `.noSuchLine`, `.noWords`, `.tooLong`.
    public mutating func edit(
        _ id: Int,
        _ words: String,
        sources: [EntryID]? = nil,
        by splitter: WordSplitter
    ) throws(ReviewError) {
        try checkWriting()
        let (block, place) = try place(of: id)
        let old = blocks[block].lines[place]
        let words = try Self.line(words, limit: Self.longestSentence)
        guard !words.isEmpty else { throw .noWords }
        let cites = sources ?? old.sources
        if words == old.text {
            blocks[block].lines[place].sources = cites
            return
        }
        // Whoever rewrites a question or a note may claim something by it, and then the check has to look.
        let role: Sentence.Role =
            words.hasSuffix("?") ? .question : cites.isEmpty && old.role != .claim ? old.role : .claim
        blocks[block].lines[place] = newLine(
            splitter.parts(of: words),
            key: old.key,
            sources: cites,
            role: role,
            hand: .author
        )
    }

    /// Puts a model's wording of a composed sentence into its place; it is nobody's own words, so it stands for no hand.
    ///
    /// Errors: `ReviewError.notOpen`, `.noSuchLine` for a sentence that the program did not compose, `.noWords`, `.tooLong`.
    public mutating func reword(_ id: Int, _ words: String, by splitter: WordSplitter) throws(ReviewError) {
        try checkWriting()
        let (block, place) = try place(of: id)
        let old = blocks[block].lines[place]
        guard old.hand == .composed else { throw .noSuchLine(id) }
        let words = try Self.line(words, limit: Self.longestSentence)
        guard !words.isEmpty else { throw .noWords }
        blocks[block].lines[place] = newLine(
            splitter.parts(of: words, owner: old.sources.first),
            key: old.key,
            sources: old.sources,
            role: old.role,
            hand: .reworded
        )
    }

    /// Adds a sentence of the author's to a block.
    ///
    /// Errors: `ReviewError.notOpen`, `.noSuchBlock`, `.noWords`, `.tooLong`.
    public mutating func add(
        _ words: String,
        to block: String,
        sources: [EntryID] = [],
        by splitter: WordSplitter
    ) throws(ReviewError) {
        try checkWriting()
        guard let place = blocks.firstIndex(where: { $0.id == block }) else { throw .noSuchBlock(block) }
        let words = try Self.line(words, limit: Self.longestSentence)
        guard !words.isEmpty else { throw .noWords }
        let role: Sentence.Role = words.hasSuffix("?") ? .question : .claim
        blocks[place].lines.append(
            newLine(
                splitter.parts(of: words),
                key: "own:\(nextLine)",
                sources: sources,
                role: role,
                hand: .author
            )
        )
    }

    /// Takes a sentence out.
    ///
    /// Errors: `ReviewError.notOpen`, `.noSuchLine`.
    public mutating func remove(_ id: Int) throws(ReviewError) {
        try checkWriting()
        let (block, place) = try place(of: id)
        let line = blocks[block].lines.remove(at: place)
        if line.isAnnotation, let entry = line.sources.first {
            choices[entry]?.note = nil
            if choices[entry]?.isEmpty == true { choices[entry] = nil }
        } else if !line.key.hasPrefix("own:") {
            takenOut.insert(line.key)
        }
    }

    /// Puts a fresh composition in; lines whose words did not change stay the lines that they are.
    ///
    /// Shape: the composition holds the author's sentences under the keys that they have here; one that it forgot stays at the
    /// end of its block. Errors: `ReviewError.notOpen`.
    public mutating func compose(_ fresh: [ComposedBlock], by splitter: WordSplitter) throws(ReviewError) {
        try checkWriting()
        let old = blocks
        let known = Dictionary(grouping: lines, by: \.key)
        var next: [ReviewBlock] = []
        var used: Set<Int> = []
        for block in fresh {
            var lines: [ReviewLine] = []
            for line in block.lines {
                let same = known[line.key]?.first {
                    $0.text == line.sentence.text && $0.sources == line.sentence.sources && !used.contains($0.id)
                }
                let owner = line.hand == .composed ? line.sentence.sources.first : nil
                let parts = splitter.parts(of: line.sentence.text, owner: owner)
                let new =
                    same
                    ?? newLine(
                        parts,
                        key: line.key,
                        sources: line.sentence.sources,
                        role: line.sentence.role,
                        hand: line.hand
                    )
                used.insert(new.id)
                lines.append(new)
            }
            next.append(ReviewBlock(id: block.id, title: block.title, lines: lines))
        }
        let keys = Set(next.flatMap(\.lines).map(\.key))
        for block in old {
            let own = block.lines.filter { $0.hand != .composed && !keys.contains($0.key) && !$0.isAnnotation }
            guard !own.isEmpty else { continue }
            if let place = next.firstIndex(where: { $0.id == block.id }) {
                next[place].lines += own
            } else {
                next.append(ReviewBlock(id: block.id, title: block.title, lines: own))
            }
        }
        blocks = next
    }

    /// Words change only while it is written.
    func checkWriting() throws(ReviewError) {
        guard state == .writing else { throw .notOpen(state) }
    }

    private func place(of id: Int) throws(ReviewError) -> (block: Int, line: Int) {
        for (block, lines) in blocks.map(\.lines).enumerated() {
            if let line = lines.firstIndex(where: { $0.id == id }) { return (block, line) }
        }
        throw .noSuchLine(id)
    }

    mutating func newLine(
        _ parts: [WordPart],
        key: String,
        sources: [EntryID],
        role: Sentence.Role,
        hand: ReviewLine.Hand
    ) -> ReviewLine {
        defer { nextLine += 1 }
        return ReviewLine(id: nextLine, key: key, parts: parts, sources: sources, role: role, hand: hand)
    }

    /// One line of text, short enough.
    private static func line(_ words: String, limit: Int) throws(ReviewError) -> String {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count <= limit else { throw .tooLong(given: line.count, limit: limit) }
        return line
    }
}

/// A block as it was composed from evidence and choices.
public struct ComposedBlock: Sendable, Hashable {
    /// The key within a review.
    public let id: String
    /// The heading.
    public let title: String
    /// What stands in it; empty where there is not enough evidence.
    public let lines: [Line]

    /// Joins heading and lines.
    public init(id: String, title: String, lines: [Line]) {
        self.id = id
        self.title = title
        self.lines = lines
    }

    /// A sentence with what the composer calls it.
    public struct Line: Sendable, Hashable {
        /// The same for the same evidence.
        public let key: String
        /// Words and sources.
        public let sentence: Sentence
        /// Who put it into words.
        public let hand: ReviewLine.Hand

        /// Joins key, words and hand.
        public init(_ key: String, _ sentence: Sentence, hand: ReviewLine.Hand = .composed) {
            self.key = key
            self.sentence = sentence
            self.hand = hand
        }
    }
}

extension ReviewLine {
    /// True for what the author added to a piece of evidence.
    public var isAnnotation: Bool { key.hasPrefix("note:") }
}
