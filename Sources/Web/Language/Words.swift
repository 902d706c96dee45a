/// Words of the program's own: an English sentence, which is its key in the catalogue, and what is put into it.
///
/// Shape: written as a literal, `"Counts from \(day) unless contested."` has the key `Counts from {1} unless contested.`;
/// names, quotes and sentences that are not in the catalogue come in by `init(said:)` and `init(english:)`.
public struct Words: Sendable, Hashable {
    /// What a sentence is put together from.
    indirect enum Form: Sendable, Hashable {
        /// A sentence of the catalogue.
        case own(key: String, pieces: [Piece])
        /// Somebody's words or a name: the same in every language.
        case said(String)
        /// A sentence that is composed in English alone so far.
        case english(String)
        /// Two forms of one sentence for a count.
        case counted(Int, one: Words, other: Words)
        /// One after the other.
        case joined([Words], between: String)
    }

    /// Something that is put into a sentence.
    enum Piece: Sendable, Hashable {
        case text(String)
        case whole(Int)
        case day(DayMark, weekday: Bool)
        /// As few decimals as it needs; a share as so many of a hundred.
        case figure(Double, isShare: Bool)
        case words(Words)
    }

    let form: Form

    private init(form: Form) { self.form = form }

    /// Somebody's words, a name, an id: shown as they are in every language.
    public init(said text: String) { self.init(form: .said(text)) }

    /// A sentence that is composed in English alone so far; a page in another language marks it as English.
    public init(english text: String) { self.init(form: .english(text)) }

    /// A fixed phrase of another module: looked up as it is, and English where the catalogue has none.
    init(phrase: String) { self.init(form: .own(key: phrase, pieces: [])) }

    /// One sentence for one, another for any other count.
    public static func counted(_ count: Int, one: Words, other: Words) -> Words {
        Words(form: .counted(count, one: one, other: other))
    }

    /// Names as a sentence lists them, such as `Ana, Ben and Mei`.
    static func list(_ names: [String]) -> Words {
        guard let last = names.last, names.count > 1 else { return Words(said: names.first ?? "") }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// Sentences one after the other.
    public static func joined(_ parts: [Words], between: String = " ") -> Words {
        parts.count == 1 ? parts[0] : Words(form: .joined(parts, between: between))
    }

    /// True for a sentence that is composed in English alone.
    var isEnglishAlone: Bool {
        switch form {
        case .english: true
        case .own, .said: false
        case .counted(_, let one, let other): one.isEnglishAlone || other.isEnglishAlone
        case .joined(let parts, _): !parts.isEmpty && parts.allSatisfy(\.isEnglishAlone)
        }
    }
}

extension Words: ExpressibleByStringInterpolation {
    /// Takes a sentence of the catalogue.
    public init(stringLiteral value: String) { self.init(form: .own(key: value, pieces: [])) }

    /// Takes a sentence of the catalogue with what is put into it.
    public init(stringInterpolation: Interpolation) {
        self.init(form: .own(key: stringInterpolation.key, pieces: stringInterpolation.pieces))
    }

    /// Gathers a sentence: its key with numbered places, and what goes there.
    public struct Interpolation: StringInterpolationProtocol {
        var key = ""
        var pieces: [Piece] = []

        /// Begins an empty sentence.
        public init(literalCapacity: Int, interpolationCount: Int) { key.reserveCapacity(literalCapacity) }

        /// Words of the sentence.
        public mutating func appendLiteral(_ literal: String) { key += literal }

        /// A name, or somebody's words.
        public mutating func appendInterpolation(_ text: String) { add(.text(text)) }

        /// A count, with the marks between thousands that the language has.
        public mutating func appendInterpolation(_ number: some BinaryInteger) { add(.whole(Int(clamping: number))) }

        /// A day, such as `18 May 2026`.
        public mutating func appendInterpolation(_ day: DayMark) { add(.day(day, weekday: false)) }

        /// A day with its weekday, such as `Monday, 18 May`.
        public mutating func appendInterpolation(weekday day: DayMark) { add(.day(day, weekday: true)) }

        /// A number with as few decimals as it needs, such as `0.5`.
        public mutating func appendInterpolation(plain number: Double) { add(.figure(number, isShare: false)) }

        /// A share, such as `80 %`.
        public mutating func appendInterpolation(share: Double) { add(.figure(share, isShare: true)) }

        /// A part that is a sentence of its own.
        public mutating func appendInterpolation(_ words: Words) { add(.words(words)) }

        private mutating func add(_ piece: Piece) {
            pieces.append(piece)
            key += "{\(pieces.count)}"
        }
    }
}

extension Words {
    /// The sentence in English.
    public var english: String { text(in: .english) }

    /// The sentence in a language; English where the catalogue has none.
    func text(in catalogue: Catalogue) -> String {
        switch form {
        case .said(let text), .english(let text): text
        case .own(let key, let pieces): Self.fill(catalogue.words[key] ?? key, with: pieces, in: catalogue)
        case .joined(let parts, let between): parts.map { $0.text(in: catalogue) }.joined(separator: between)
        case .counted(let count, let one, let other):
            (catalogue.language.plural(of: count) == .one ? one : other).text(in: catalogue)
        }
    }

    /// Puts pieces into their places; a place that is not there stays as it is.
    private static func fill(_ sentence: String, with pieces: [Piece], in catalogue: Catalogue) -> String {
        guard !pieces.isEmpty else { return sentence }
        var told = ""
        var rest = Substring(sentence)
        while let open = rest.firstIndex(of: "{") {
            told += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: "}"), let place = Int(inside[..<close]),
                pieces.indices.contains(place - 1)
            else {
                told += "{"
                rest = inside
                continue
            }
            told += text(of: pieces[place - 1], in: catalogue)
            rest = inside[inside.index(after: close)...]
        }
        return told + rest
    }

    private static func text(of piece: Piece, in catalogue: Catalogue) -> String {
        switch piece {
        case .text(let text): text
        case .whole(let number): catalogue.language.whole(number)
        case .day(let day, let weekday):
            weekday ? catalogue.language.weekday(day.day) : catalogue.language.date(day.day)
        case .figure(let value, let isShare):
            catalogue.language.marked(isShare ? Figures.share(value) : Figures.plain(value))
        case .words(let words): words.text(in: catalogue)
        }
    }
}
