/// Goes through a text and finds what a mask has to cover.
struct MaskScan {
    /// A stretch of the text.
    enum Part {
        case plain(Substring)
        case label(Mask.Sort, Substring, person: String?)
    }

    private let text: String
    private var at: String.Index
    private var plainFrom: String.Index
    private var found: Part?
    private var opens = true
    private let people: PeopleOfMask
    private let masksStrangers: Bool

    init(_ text: String, people: PeopleOfMask, masksStrangers: Bool) {
        self.text = text
        self.people = people
        self.masksStrangers = masksStrangers
        at = text.startIndex
        plainFrom = text.startIndex
    }

    /// The next stretch; nil at the end.
    mutating func next() -> Part? {
        if let part = found {
            found = nil
            return part
        }
        while at < text.endIndex {
            if let (part, end) = label(at: at) {
                let before = text[plainFrom..<at]
                at = end
                plainFrom = end
                opens = false
                if before.isEmpty { return part }
                found = part
                return .plain(before)
            }
            step()
        }
        guard plainFrom < text.endIndex else { return nil }
        defer { plainFrom = text.endIndex }
        return .plain(text[plainFrom...])
    }

    /// Past one word, or one character that is none.
    private mutating func step() {
        let character = text[at]
        if character.isLetter || character.isNumber {
            at = endOfWord(from: at)
            opens = false
        } else {
            if ".!?“\"\n(:".contains(character) { opens = true }
            at = text.index(after: at)
        }
    }

    private func label(at place: String.Index) -> (Part, String.Index)? {
        switch text[place] {
        case "[", "]": return bracket(place)
        case "<": return address(place, opening: "<")
        case "@": return handle(place)
        case "#": return channel(place)
        case ":": return emoji(place)
        default: break
        }
        if let tone = Self.tone(text[place]) { return tone ? cover(.emoji, place, text.index(after: place)) : nil }
        guard text[place].isLetter || text[place].isNumber, !isInsideWord(place) else { return nil }
        return address(place, opening: nil) ?? word(place)
    }

    private func cover(
        _ sort: Mask.Sort,
        _ from: String.Index,
        _ to: String.Index,
        person: String? = nil
    ) -> (
        Part, String.Index
    ) { (.label(sort, text[from..<to], person: person), to) }

    /// Whatever stands in brackets could pass for a label.
    private func bracket(_ place: String.Index) -> (Part, String.Index) {
        let near = text[place...].prefix(40)
        if text[place] == "[", let end = near.firstIndex(of: "]") {
            return cover(.bracket, place, text.index(after: end))
        }
        return cover(.bracket, place, text.index(after: place))
    }

    /// Addresses of the web and of mail, and what Slack writes between pointed brackets.
    private func address(_ place: String.Index, opening: Character?) -> (Part, String.Index)? {
        if opening == "<", let end = text[place...].prefix(400).firstIndex(of: ">") {
            let inner = text[place..<end].dropFirst()
            if ["@", "#", "!"].contains(inner.first) || inner.contains("://") || inner.hasPrefix("mailto:") {
                return cover(inner.first == "#" ? .channel : .link, place, text.index(after: end))
            }
        }
        let token = text[place...].prefix { !$0.isWhitespace && !"“”\"<>[]".contains($0) }
        let isLink =
            token.contains("://") || token.hasPrefix("www.") || token.hasPrefix("mailto:")
            || token.dropFirst().contains("@") && token.contains(".")
        guard isLink else { return nil }
        var end = token.endIndex
        while end > place, ".,;:!?)".contains(text[text.index(before: end)]) { end = text.index(before: end) }
        return cover(.link, place, end)
    }

    private func handle(_ place: String.Index) -> (Part, String.Index)? {
        let start = text.index(after: place)
        let words = words(from: start)
        if let name = people.name(from: words), let last = words.prefix(name.count).last {
            return cover(.person, place, last.endIndex, person: name.person)
        }
        let body = text[start...].prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
        var end = body.endIndex
        while end > start, "._-".contains(text[text.index(before: end)]) { end = text.index(before: end) }
        guard end > start else { return nil }
        let whole = body.split { !$0.isLetter && !$0.isNumber }
        if let name = people.name(from: whole), name.count == whole.count {
            return cover(.person, place, end, person: name.person)
        }
        if let person = people.person(of: text[start..<end]) { return cover(.person, place, end, person: person) }
        return cover(.handle, place, end)
    }

    private func channel(_ place: String.Index) -> (Part, String.Index)? {
        let body = text[text.index(after: place)...].prefix { $0.isLetter || $0.isNumber || "_-".contains($0) }
        guard body.contains(where: \.isLetter) else { return nil }
        return cover(.channel, place, body.endIndex)
    }

    /// Emoji that show a person.
    private func emoji(_ place: String.Index) -> (Part, String.Index)? {
        let body = text[text.index(after: place)...].prefix { $0.isLetter || $0.isNumber || "_-+".contains($0) }
        guard !body.isEmpty, body.endIndex < text.endIndex, text[body.endIndex] == ":" else { return nil }
        let small = body.lowercased()
        let parts = small.split { "_-".contains($0) }
        guard small.contains("skin") || parts.contains(where: { MaskWords.gendered.contains(String($0)) }) else {
            return nil
        }
        return cover(.emoji, place, text.index(after: body.endIndex))
    }

    /// True for a character with a skin tone or a sign of a sex; false for a plain one that no word begins with.
    private static func tone(_ character: Character) -> Bool? {
        let hasTone = character.unicodeScalars.contains {
            (0x1F3FB...0x1F3FF).contains($0.value) || $0.value == 0x2640 || $0.value == 0x2642
                || [0x1F468, 0x1F469, 0x1F466, 0x1F467, 0x1F474, 0x1F475].contains($0.value)
        }
        return hasTone ? true : nil
    }

    private func word(_ place: String.Index) -> (Part, String.Index)? {
        let end = endOfWord(from: place)
        let word = text[place..<end]
        let small = word.lowercased().replacing("’", with: "'")
        let words = words(from: place)
        if let name = people.name(from: words), let last = words.prefix(name.count).last {
            return cover(.person, place, last.endIndex, person: name.person)
        }
        if MaskWords.gendered.contains(small) { return cover(.pronoun, place, end) }
        let isLevelWord = small == "level" && words.count > 1 && words[1].allSatisfy(\.isNumber)
        if isLevelWord { return cover(.title, place, words[1].endIndex) }
        if MaskWords.titles.contains(small) || MaskWords.isLevel(word) {
            return cover(.title, place, endOfTitle(words, from: end))
        }
        let bare = bareEnd(of: word)
        let name = text[place..<bare]
        if let person = people.person(of: name), isName(name), !isMonth(place, bare) {
            return cover(.person, place, bare, person: person)
        }
        if people.isInside(name) { return cover(.name, place, bare) }
        guard word.first?.isUppercase == true else { return nil }
        let isThing = word.allSatisfy { !$0.isLowercase }
        guard masksStrangers, !opens, !isThing, !MaskWords.days.contains(small), !small.hasPrefix("i'") else {
            return nil
        }
        return cover(.name, place, bare)
    }

    /// With a capital, or small as people write to each other; small words that carry a sentence are no names.
    private func isName(_ word: Substring) -> Bool {
        if word.first?.isUppercase == true { return true }
        let small = String(word)
        return small.count >= 3 && !HoldingWords.free.contains(small) && !HoldingWords.weighty.contains(small)
            && !HoldingWords.unreal.contains(small) && !HoldingWords.telling.contains(small)
    }

    /// Several words of a title are one label, so that titles of different lengths look alike.
    private func endOfTitle(_ words: [Substring], from end: String.Index) -> String.Index {
        var last = end
        for word in words.dropFirst() {
            guard text[last..<word.startIndex].allSatisfy({ $0 == " " }),
                MaskWords.titles.contains(word.lowercased()) || MaskWords.isLevel(word)
            else { break }
            last = word.endIndex
        }
        return last
    }

    /// `May` beside a number is a month.
    private func isMonth(_ from: String.Index, _ to: String.Index) -> Bool {
        guard MaskWords.months.contains(text[from..<to].lowercased()) else { return false }
        let before = text[..<from].last { $0 != " " }
        let after = text[to...].first { $0 != " " }
        return before?.isNumber == true || after?.isNumber == true
    }

    private func bareEnd(of word: Substring) -> String.Index {
        for tail in ["'s", "’s"] where word.hasSuffix(tail) { return text.index(word.endIndex, offsetBy: -2) }
        return word.endIndex
    }

    private func isInsideWord(_ place: String.Index) -> Bool {
        guard place > text.startIndex else { return false }
        let before = text[text.index(before: place)]
        return before.isLetter || before.isNumber
    }

    private func endOfWord(from place: String.Index) -> String.Index {
        var end = place
        while end < text.endIndex {
            let character = text[end]
            if character.isLetter || character.isNumber {
                end = text.index(after: end)
            } else if character == "'" || character == "’", text.index(after: end) < text.endIndex,
                text[text.index(after: end)].isLetter
            {
                end = text.index(after: end)
            } else {
                break
            }
        }
        return end
    }

    /// The next few words, each without `'s`, as long as nothing but spaces, hyphens or dots part them.
    private func words(from place: String.Index) -> [Substring] {
        var words: [Substring] = []
        var from = place
        while words.count < 6, from < text.endIndex, text[from].isLetter || text[from].isNumber {
            let end = bareEnd(of: text[from..<endOfWord(from: from)])
            words.append(text[from..<end])
            guard end < text.endIndex, " -.\u{A0}".contains(text[end]) else { break }
            from = text.index(after: end)
        }
        return words
    }
}
