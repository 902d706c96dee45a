import Evidence
import Signals

/// The words that the house puts around quotes, and who may stand before them.
struct HousePhrases {
    /// Where they stand, in UTF-16 code units.
    let spans: [Range<Int>]
    private let found: [(phrase: String, span: Range<Int>)]
    private let cited: CheckedSources
    /// True where all sources are others' words, so that no phrase is about own acts alone.
    private let isHeardOnly: Bool

    init(_ text: String, outside quotes: [Range<Int>], cited: CheckedSources, framing: [SignalKind: [String]]) {
        self.cited = cited
        let own = cited.all.filter(\.isOwn).map(\.entry)
        isHeardOnly = own.isEmpty
        var phrases = HouseWords.found(for: cited.all.map(\.entry))
        let given = framing.isEmpty ? [] : own.flatMap { framing[$0.kind] ?? [] }
        if !given.isEmpty {
            phrases = (phrases + given.map { HousePhrase($0) }).sorted(by: HousePhrase.isLonger)
        }
        let units = Array(text.utf16)
        var taken = quotes
        var found: [(String, Range<Int>)] = []
        for phrase in phrases {
            let wanted = phrase.units
            guard let first = wanted.first, wanted.count <= units.count else { continue }
            for start in 0...(units.count - wanted.count) {
                // The first letter may be capital at the beginning of a sentence.
                guard units[start] == first || start == 0 && units[start] | 32 == first,
                    units[(start + 1)..<(start + wanted.count)].elementsEqual(wanted[1...])
                else { continue }
                let span = start..<(start + wanted.count)
                if !taken.contains(where: { $0.overlaps(span) }),
                    Self.mayStand(phrase, besideQuote: !quotes.isEmpty, cited), Self.isWhole(span, in: units)
                {
                    found.append((phrase.text, span))
                    taken.append(span)
                }
            }
        }
        self.found = found.map { (phrase: $0.0, span: $0.1) }
        spans = found.map(\.1)
    }

    /// A word or two of the house stand only around quotes, and only where the sources do not use them for something else.
    private static func mayStand(_ phrase: HousePhrase, besideQuote: Bool, _ cited: CheckedSources) -> Bool {
        !phrase.isShort || besideQuote && !phrase.stems.contains(where: cited.hasStem)
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
        if isHeardOnly || found.isEmpty { return [] }
        let heard = cited.all.filter { !$0.isOwn }.map(\.entry)
        let ofOthers = Set(HouseWords.found(for: heard).map(\.text))
        return found.compactMap { phrase, span in
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
