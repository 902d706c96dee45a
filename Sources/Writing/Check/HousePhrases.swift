import Evidence
import Signals

/// The words that the house puts around quotes, and who may stand before them.
struct HousePhrases {
    /// Where they stand, in UTF-16 code units.
    let spans: [Range<Int>]
    private let found: [(phrase: String, span: Range<Int>)]
    private let cited: CheckedSources
    private let ofOthers: Set<String>

    init(_ text: String, outside quotes: [Range<Int>], cited: CheckedSources, framing: [SignalKind: [String]]) {
        self.cited = cited
        let entries = cited.all.map(\.entry)
        let own = cited.all.filter(\.isOwn).map(\.entry)
        let heard = cited.all.filter { !$0.isOwn }.map(\.entry)
        let given = own.flatMap { framing[$0.kind] ?? [] }
        let phrases = (HouseWords.phrases(for: entries) + given).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
        ofOthers = Set(heard.isEmpty ? [] : HouseWords.phrases(for: heard))
        let units = Array(text.utf16)
        var taken = quotes
        var found: [(String, Range<Int>)] = []
        for phrase in phrases {
            let wanted = Array(phrase.utf16)
            guard !wanted.isEmpty, wanted.count <= units.count else { continue }
            var start = 0
            while start + wanted.count <= units.count {
                let span = start..<(start + wanted.count)
                // The first letter may be capital at the beginning of a sentence.
                if units[start] == wanted[0] || start == 0 && units[start] | 32 == wanted[0],
                    units[span].dropFirst().elementsEqual(wanted.dropFirst()),
                    !taken.contains(where: { $0.overlaps(span) }),
                    Self.mayStand(phrase, besideQuote: !quotes.isEmpty, cited),
                    Self.isWhole(span, in: units)
                {
                    found.append((phrase, span))
                    taken.append(span)
                }
                start += 1
            }
        }
        self.found = found.map { (phrase: $0.0, span: $0.1) }
        spans = found.map(\.1)
    }

    /// A word or two of the house stand only around quotes, and only where the sources do not use them for something else.
    private static func mayStand(_ phrase: String, besideQuote: Bool, _ cited: CheckedSources) -> Bool {
        let words = CheckedText(phrase).words
        if words.count > 2 { return true }
        return besideQuote && !words.contains { $0.isContent && cited.hasStem($0.stem) }
    }

    /// True where no letter touches either end.
    private static func isWhole(_ span: Range<Int>, in units: [UInt16]) -> Bool {
        func isLetter(_ place: Int) -> Bool {
            guard units.indices.contains(place), let scalar = UnicodeScalar(units[place]) else { return false }
            return scalar.properties.isAlphabetic
        }
        return !isLetter(span.lowerBound - 1) && !isLetter(span.upperBound)
    }

    /// Whoever stands right before a phrase about own acts has to be the person.
    func faults(in sentence: PeopledText) -> [CheckDesk.Found] {
        found.compactMap { phrase, span in
            let words = sentence.text.words
            guard !ofOthers.contains(phrase),
                let place = words.indices.last(where: { words[$0].span.upperBound <= span.lowerBound }),
                sentence.isName[place], !words[place].isPossessive, span.lowerBound - words[place].span.upperBound <= 1,
                !sentence.people[place].contains(Cast.subject), !sentence.people[place].contains(where: hears)
            else { return nil }
            return (.actor(words[place].text), words[place].span)
        }
    }

    private func hears(_ person: Int) -> Bool {
        cited.all.contains { source in source.entry.hearer.map { cited.cast.number(of: $0.name) == person } ?? false }
    }
}
