import Workspace

/// Finds marks by words: one walk over the bytes, with code, addresses, quoted lines and `@names` left out.
enum MarkWords {
    /// How much of a message is looked at, in bytes.
    static let reach = 6000

    /// The marks that the words of a text carry.
    static func marks(in text: PlainText) -> TalkMarks {
        guard !text.text.isEmpty else { return [] }
        let spans = text.mentions.compactMap(\.span)
        var words = text.text
        return words.withUTF8 { bytes in
            var walk = Walk(bytes: UnsafeBufferPointer(rebasing: bytes.prefix(reach)), spans: spans)
            return walk.marks()
        }
    }

    /// A word that stands for the end of a clause; no phrase runs across it.
    fileprivate static let stop: UInt64 = 0

    private struct Walk {
        let bytes: UnsafeBufferPointer<UInt8>
        let spans: [Range<Int>]
        var words: [UInt64] = []
        var asks = false

        mutating func marks() -> TalkMarks {
            words.reserveCapacity(64)
            cut()
            var found: TalkMarks = asks ? .question : []
            var denied: (marks: TalkMarks, until: Int) = ([], -1)
            for index in words.indices {
                let word = words[index]
                guard MarkPhrases.mayBegin(word), let phrases = MarkPhrases.byFirstWord[word] else { continue }
                let said = phrases.filter { words[(index + 1)...].starts(with: $0.rest) }
                for phrase in said where !phrase.not.isEmpty { denied = (phrase.not, index + phrase.rest.count) }
                let marks = said.reduce(into: TalkMarks()) { $0.formUnion($1.marks) }
                found.formUnion(index <= denied.until ? marks.subtracting(denied.marks) : marks)
            }
            return found
        }

        private mutating func cut() {
            var place = 0
            var isLineStart = true
            var span = 0
            while place < bytes.count {
                while span < spans.count, spans[span].upperBound <= place { span += 1 }
                if span < spans.count, spans[span].contains(place) {
                    place = spans[span].upperBound
                    isLineStart = false
                    continue
                }
                let byte = bytes[place]
                if isLineStart, byte == UInt8(ascii: ">") {
                    place = end(from: place, of: UInt8(ascii: "\n"))
                } else if byte == UInt8(ascii: "`") {
                    place = endOfCode(at: place)
                    words.append(MarkWords.stop)
                } else if Self.isPartOfWord(byte) {
                    place = word(at: place)
                } else {
                    take(byte, at: place)
                    place += 1
                }
                isLineStart = byte == UInt8(ascii: "\n")
            }
        }

        private mutating func take(_ byte: UInt8, at place: Int) {
            switch byte {
            case UInt8(ascii: "?"):
                words.append(MarkWords.stop)
                if place + 1 == bytes.count || !Self.isPartOfWord(bytes[place + 1]) { asks = true }
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "("):
                words.append(MarkWords.stop)
            default: break
            }
        }

        /// Takes a word, small letters and apostrophes left out; an address is skipped to its end.
        private mutating func word(at start: Int) -> Int {
            var hash = MarkPhrases.seed
            var place = start
            while place < bytes.count {
                let byte = bytes[place]
                if Self.isPartOfWord(byte) {
                    hash = MarkPhrases.add(byte, to: hash)
                    place += 1
                } else if let width = apostrophe(at: place) {
                    place += width
                } else {
                    break
                }
            }
            if place + 2 < bytes.count, bytes[place] == UInt8(ascii: ":"), bytes[place + 1] == UInt8(ascii: "/"),
                bytes[place + 2] == UInt8(ascii: "/")
            {
                while place < bytes.count, bytes[place] > 32, bytes[place] != UInt8(ascii: ">") { place += 1 }
                return place
            }
            words.append(hash)
            return place
        }

        /// The width of an apostrophe between letters, straight or curved; nil where there is none.
        private func apostrophe(at place: Int) -> Int? {
            if bytes[place] == 39 { return place + 1 < bytes.count && Self.isPartOfWord(bytes[place + 1]) ? 1 : nil }
            guard place + 3 < bytes.count, bytes[place] == 0xE2, bytes[place + 1] == 0x80, bytes[place + 2] == 0x99
            else { return nil }
            return 3
        }

        /// Behind the closing mark; behind the opening one where nothing closes it.
        private func endOfCode(at start: Int) -> Int {
            let isBlock =
                start + 2 < bytes.count && bytes[start + 1] == bytes[start] && bytes[start + 2] == bytes[start]
            let width = isBlock ? 3 : 1
            var place = start + width
            while place + width <= bytes.count {
                if bytes[place..<(place + width)].allSatisfy({ $0 == UInt8(ascii: "`") }) { return place + width }
                place += 1
            }
            return start + width
        }

        private func end(from start: Int, of byte: UInt8) -> Int {
            var place = start
            while place < bytes.count, bytes[place] != byte { place += 1 }
            return place
        }

        /// Letters, digits and the bytes of letters beyond ASCII; `0xE2` begins signs and curved quotes.
        private static func isPartOfWord(_ byte: UInt8) -> Bool {
            (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 && byte != 0xE2
        }
    }
}
