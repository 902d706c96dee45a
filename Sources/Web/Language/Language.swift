/// A language that pages can be read in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// English, in which the program is written.
    case english = "en"
    /// German.
    case german = "de"

    /// Its tag, as `lang` and `Content-Language` have it (BCP 47).
    public var tag: String { rawValue }

    /// What it calls itself.
    public var ownName: String {
        switch self {
        case .english: "English"
        case .german: "Deutsch"
        }
    }

    /// The best of those that a browser asks for; English where it asks for none of ours.
    ///
    /// Source: RFC 9110, 12.5.4 (`Accept-Language`, qualities from 0 to 1), matched by RFC 4647, 3.4 (lookup).
    public init(accepting field: String) {
        var best: (language: Language, quality: Double) = (.english, 0)
        for wish in field.split(separator: ",").prefix(32) {
            let parts = wish.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let range = parts.first else { continue }
            let primary = range.prefix { $0 != "-" }
            guard let language = primary == "*" ? .english : Language(rawValue: String(primary)) else { continue }
            let told = parts.dropFirst().first { $0.hasPrefix("q=") }
            let quality = told.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if quality > best.quality, quality <= 1 { best = (language, quality) }
        }
        self = best.language
    }

    /// The form of a word that goes with a count.
    ///
    /// Source: CLDR 45, plural rules: English and German have one and other.
    enum Plural: String, Sendable, Hashable, CaseIterable {
        case one, other
    }

    /// Which form goes with a count.
    func plural(of count: Int) -> Plural { count == 1 ? .one : .other }
}
