import Evidence
import Workspace

/// One piece of evidence, ready to be asked.
struct CheckedSource {
    let entry: LedgerEntry
    let peopled: PeopledText
    /// Number of whoever speaks.
    let voice: Int
    /// The day on which it was said.
    let day: CivilDate
    let isOwn: Bool
    /// Stems and small forms of all its words.
    let stems: Set<String>
    let small: Set<String>
    /// Its words as quotes are compared with them.
    let normal: String

    var words: [CheckedText.Word] { peopled.text.words }

    init(_ entry: LedgerEntry, cast: Cast) {
        self.entry = entry
        isOwn = entry.voice.person == entry.subject
        voice = isOwn ? Cast.subject : cast.number(of: entry.voice.name)
        peopled = PeopledText(
            CheckedText(entry.quote),
            cast: cast,
            speaker: voice,
            addressed: isOwn ? nil : Cast.subject,
            isTelling: false
        )
        day = CivilDate(microseconds: entry.moment)
        stems = Set(peopled.text.words.map(\.stem))
        small = Set(peopled.text.words.map(\.small))
        normal = Verbatim.normal(entry.quote)
    }

    /// Places of its words that say what a word says.
    func places(of word: CheckedText.Word) -> [Int] {
        words.indices.filter { Self.agree(word, words[$0]) }
    }

    /// True for two words of one meaning: the same form, another form, the same number.
    static func agree(_ left: CheckedText.Word, _ right: CheckedText.Word) -> Bool {
        if let number = left.number, let other = right.number { return number == other }
        if left.hasDigit || right.hasDigit { return left.small == right.small }
        if left.small == right.small || left.stem == right.stem { return true }
        guard CheckWords.quantityWords.contains(left.small) else { return false }
        return CheckWords.quantities.contains { $0.contains(left.small) && $0.contains(right.small) }
    }
}

/// The sources of one sentence.
struct CheckedSources {
    let all: [CheckedSource]
    let cast: Cast

    var voices: Set<Int> { Set(all.map(\.voice)) }
    func says(_ small: String) -> Bool { all.contains { $0.small.contains(small) } }
    func hasStem(_ stem: String) -> Bool { all.contains { $0.stems.contains(stem) } }
    var words: [CheckedText.Word] { all.flatMap(\.words) }

    /// Everybody whom the sources name, who speaks in them or hears them.
    var people: Set<Int> {
        var found = voices.union([Cast.subject])
        for source in all {
            for people in source.peopled.people { found.formUnion(people) }
            if let hearer = source.entry.hearer { found.insert(cast.number(of: hearer.name)) }
        }
        return found
    }

    /// Conversations in which they were said, and those that they name.
    var places: Set<String> {
        Set(all.map { $0.entry.channelName.lowercased() }).union(words.filter(\.isPlace).map(\.small))
    }
}

/// What stands between quotation marks, and where.
struct QuotedText {
    struct Quote {
        let text: String
        /// UTF-16 code units, marks included.
        let span: Range<Int>

        /// Word for word; only the first letter may be small or capital as the sentence needs it.
        func isSaid(in source: CheckedSource) -> Bool {
            // Drafts leave out marks, emoji and addresses; the words have to be the same, and none may be left out between them.
            var whole = text
            if WordBreaks.holds(whole, "…") { whole = whole.replacing("…", with: " ") }
            if WordBreaks.holds(whole, "...") { whole = whole.replacing("...", with: " ") }
            if Verbatim.says(normal: source.normal, whole) { return true }
            let words = source.entry.quote
            let bare = QuotedText.bare(text)
            guard let first = bare.first else { return false }
            return words.contains(bare) || words.contains(first.uppercased() + bare.dropFirst())
                || words.contains(first.lowercased() + bare.dropFirst())
        }
    }
    let quotes: [Quote]

    init(_ text: String) {
        var quotes: [Quote] = []
        var words = ""
        var start: Int?
        var offset = 0
        for character in text {
            let end = offset + character.utf16.count
            switch (character, start) {
            case ("“", nil):
                start = offset
                words = ""
            case ("”", let begin?):
                quotes.append(Quote(text: words, span: begin..<end))
                start = nil
            case (_, .some): words.append(character)
            default: break
            }
            offset = end
        }
        self.quotes = quotes
    }

    /// A quote without the mark of a cut end.
    static func bare(_ quote: String) -> String {
        var bare = quote[...]
        if bare.hasSuffix(" …") { bare = bare.dropLast(2) }
        if bare.hasPrefix("… ") { bare = bare.dropFirst(2) }
        return String(bare)
    }
}
