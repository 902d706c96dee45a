/// Writes a title out in plain English words, and keeps what was read as what.
struct TitleWords: Sendable {
    let text: TitleText
    /// What was written out, in the order of the title.
    let readings: [Reading]

    struct Reading: Sendable, Hashable {
        let written: String
        let meaning: String
    }

    /// Reads a title as somebody wrote it.
    init(_ title: String) {
        var text = TitleText(TitleText.plain(title))
        var readings: [Reading] = []
        if Self.hasUnspacedScript(text) { text = Self.spaced(text, noting: &readings) }
        text = Self.withoutForms(text)
        text = Self.translated(text, noting: &readings)
        text = Self.expanded(text, noting: &readings)
        text = Self.joined(text)
        self.text = text
        self.readings = readings
    }

    // MARK: Abbreviations

    private static func expanded(_ text: TitleText, noting readings: inout [Reading]) -> TitleText {
        let tokens = text.tokens
        var result: [TitleText.Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            var token = tokens[index]
            index += 1
            guard token.isWord else {
                result.append(token)
                continue
            }
            let (bare, grade) = splitGrade(token.text)
            guard let words = Abbreviations.table[bare] else {
                result.append(token)
                continue
            }
            readings.append(Reading(written: token.text, meaning: words.joined(separator: " ")))
            append(words, spaceBefore: token.spaceBefore, to: &result)
            // The dot of an abbreviation goes with it, and what follows is a new word.
            if index < tokens.count, tokens[index].text == ".", !tokens[index].spaceBefore {
                index += 1
                if index < tokens.count, tokens[index].isWord {
                    token = tokens[index]
                    token.spaceBefore = true
                    index += 1
                    result.append(contentsOf: expanded(token, noting: &readings))
                }
            }
            if let grade { append([grade], spaceBefore: true, to: &result) }
        }
        return TitleText(tokens: result)
    }

    /// One more abbreviation right behind the dot of another: `sr.swe`.
    private static func expanded(_ token: TitleText.Token, noting readings: inout [Reading]) -> [TitleText.Token] {
        guard let words = Abbreviations.table[token.text] else { return [token] }
        readings.append(Reading(written: token.text, meaning: words.joined(separator: " ")))
        var result: [TitleText.Token] = []
        append(words, spaceBefore: true, to: &result)
        return result
    }

    /// `sde3` as `sde` and `3`; only for the few words that are written so.
    private static func splitGrade(_ word: String) -> (bare: String, grade: String?) {
        guard let last = word.utf8.last, (49...57).contains(last), word.utf8.count > 2 else { return (word, nil) }
        let bare = String(word.dropLast())
        return Abbreviations.graded.contains(bare) ? (bare, String(word.suffix(1))) : (word, nil)
    }

    private static func append(_ words: [String], spaceBefore: Bool, to tokens: inout [TitleText.Token]) {
        for (place, word) in words.enumerated() {
            tokens.append(TitleText.Token(text: word, isWord: true, spaceBefore: place > 0 || spaceBefore))
        }
    }

    // MARK: Phrases

    /// Phrases with one meaning, and numbers that hang on a role by a hyphen.
    private static func joined(_ text: TitleText) -> TitleText {
        let tokens = text.tokens
        var result: [TitleText.Token] = []
        var index = 0
        while index < tokens.count {
            let word = tokens[index].text
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if word == "full" {
                let step = next?.text == "-" ? 2 : 1
                if index + step < tokens.count, tokens[index + step].text == "stack" {
                    result.append(.init(text: "fullstack", isWord: true, spaceBefore: tokens[index].spaceBefore))
                    index += step + 1
                    continue
                }
            }
            if word == "-", let next, next.isWord, Grade(next.text) != nil, let last = result.last,
                Grade.roles.contains(last.text)
            {
                result.append(.init(text: next.text, isWord: true, spaceBefore: true))
                index += 2
                continue
            }
            if let next, next.isWord, let meaning = Abbreviations.phrases[word]?[next.text],
                !(word == "development"
                    && result.last.map { Abbreviations.otherDevelopment.contains($0.text) } ?? false)
            {
                append(meaning, spaceBefore: tokens[index].spaceBefore, to: &result)
                index += 2
                continue
            }
            result.append(tokens[index])
            index += 1
        }
        return TitleText(tokens: result)
    }

    // MARK: Other languages

    private static func translated(_ text: TitleText, noting readings: inout [Reading]) -> TitleText {
        var result: [TitleText.Token] = []
        let tokens = text.tokens
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            guard token.isWord, let (count, words) = translation(at: index, of: tokens) else {
                var plain = token
                let bare = TitleText.unaccented(token.text)
                if ForeignWords.sameBarAccents.contains(bare) { plain.text = bare }
                result.append(plain)
                index += 1
                continue
            }
            let written = tokens[index..<index + count].map(\.text).joined(separator: " ")
            readings.append(Reading(written: written, meaning: words.joined(separator: " ")))
            append(words, spaceBefore: token.spaceBefore, to: &result)
            index += count
        }
        return TitleText(tokens: result)
    }

    private static func translation(at index: Int, of tokens: [TitleText.Token]) -> (Int, [String])? {
        let first = ungendered(TitleText.unaccented(tokens[index].text))
        if let longer = ForeignWords.phrases[first] {
            for (rest, meaning) in longer {
                let places = index + 1..<index + 1 + rest.count
                guard places.upperBound <= tokens.count else { continue }
                if zip(places, rest).allSatisfy({ TitleText.unaccented(tokens[$0].text) == $1 }) {
                    return (rest.count + 1, meaning)
                }
            }
        }
        return ForeignWords.table[first].map { (1, $0) }
    }

    /// `entwickler_in` as `entwickler`.
    private static func ungendered(_ word: String) -> String {
        for ending in ["_innen", "_in"] where word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
        return word
    }

    /// Endings and marks that name every gender: `m w d`, `all genders`, `:in`, `*in`.
    private static func withoutForms(_ text: TitleText) -> TitleText {
        var tokens = text.tokens
        for (index, token) in tokens.enumerated().reversed() {
            guard ["in", "innen", "r", "e"].contains(token.text), !token.spaceBefore, index >= 2,
                [":", "*", "."].contains(tokens[index - 1].text), !tokens[index - 1].spaceBefore
            else { continue }
            tokens.removeSubrange(index - 1...index)
        }
        let letters: Set<String> = ["m", "w", "d", "f", "x", "h", "v", "k"]
        let tail = tokens.reversed().prefix { letters.contains($0.text) }.count
        if tail >= 2, tail < tokens.count { tokens.removeLast(tail) }
        if tokens.suffix(2).map(\.text) == ["all", "genders"] { tokens.removeLast(2) }
        return TitleText(tokens: tokens)
    }

    // MARK: Scripts without spaces

    private static func hasUnspacedScript(_ text: TitleText) -> Bool {
        text.tokens.contains { $0.text.unicodeScalars.contains(where: isUnspaced) }
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7AF).contains(scalar.value)
    }

    /// Known words of Chinese, Japanese and Korean titles become English ones, longest first.
    private static func spaced(_ text: TitleText, noting readings: inout [Reading]) -> TitleText {
        var result: [TitleText.Token] = []
        for token in text.tokens {
            let scalars = Array(token.text.unicodeScalars)
            guard scalars.contains(where: isUnspaced) else {
                result.append(token)
                continue
            }
            var index = 0
            var other = ""
            func endOther() {
                if !other.isEmpty { append([other], spaceBefore: true, to: &result) }
                other = ""
            }
            while index < scalars.count {
                let length = (1...6).reversed().first { length in
                    index + length <= scalars.count
                        && ForeignWords.unspaced[
                            String(String.UnicodeScalarView(scalars[index..<index + length]))
                        ] != nil
                }
                guard let length else {
                    other.unicodeScalars.append(scalars[index])
                    index += 1
                    continue
                }
                endOther()
                let written = String(String.UnicodeScalarView(scalars[index..<index + length]))
                let words = ForeignWords.unspaced[written] ?? []
                readings.append(Reading(written: written, meaning: words.joined(separator: " ")))
                append(words, spaceBefore: true, to: &result)
                index += length
            }
            endOther()
        }
        return TitleText(tokens: result)
    }
}

/// A grade behind a role: `ii`, `3`.
struct Grade {
    let number: Int

    /// The roles that grades stand behind.
    static let roles: Set<String> = ["engineer", "developer", "scientist", "analyst", "manager"]

    init?(_ word: String) {
        let known = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6]
        if let roman = known[word] {
            number = roman
        } else if let digit = word.utf8.first, word.utf8.count == 1, (49...54).contains(digit) {
            number = Int(digit) - 48
        } else {
            return nil
        }
    }
}
