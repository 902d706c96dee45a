/// A template taken apart into markup and what people read.
///
/// Shape: a unit is what stands between two pieces of block markup or two `{{#…}}`: one sentence or label with its
/// variables and inline markup, as `New since <time>{{since.text}}</time>`. Attributes of inline markup are no part of the
/// key; in a translation they go back by order, the first `<a>` to the first. `aria-label` is read like text.
struct TemplateWords: Sendable, Hashable {
    /// Markup and units in the order of the template.
    private let pieces: [Piece]

    private enum Piece: Sendable, Hashable {
        case markup(String)
        case unit(Unit)
    }

    /// One translatable string.
    struct Unit: Sendable, Hashable {
        /// The English words with bare inline tags; a run of white space counts as one space.
        let key: String
        /// As it stands in the template.
        let source: String
        /// Opening tags with their attributes, by order.
        let tags: [String]
    }

    init(_ template: String) {
        var pieces: [Piece] = []
        for run in Token.runs(of: template) {
            switch run {
            case .cut(let text): pieces += Self.attributes(of: text)
            case .words(let tokens): pieces += Self.units(of: tokens)
            }
        }
        self.pieces = pieces
    }

    /// Every key, in order.
    var keys: [String] {
        pieces.compactMap { if case .unit(let unit) = $0 { unit.key } else { nil } }
    }

    /// The template with other words; a unit without any stays as it is.
    func written(_ translate: (_ key: String) -> String?) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .markup(let markup): text += markup
            case .unit(let unit): text += translate(unit.key).map(unit.dressed) ?? unit.source
            }
        }
        return text
    }

    // MARK: Taking apart

    /// A tag's `aria-label` is read aloud, so it holds words too.
    private static func attributes(of markup: String) -> [Piece] {
        guard markup.utf8.first == UInt8(ascii: "<"), let label = Token.label(in: markup) else {
            return [.markup(markup)]
        }
        let bytes = Array(markup.utf8)
        func text(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
        var pieces: [Piece] = [.markup(text(bytes[..<label.lowerBound]))]
        for run in Token.runs(of: text(bytes[label])) {
            switch run {
            case .cut(let text): pieces.append(.markup(text))
            case .words(let tokens): pieces += units(of: tokens)
            }
        }
        return pieces + [.markup(text(bytes[label.upperBound...]))]
    }

    /// Units of a run; a tag without a partner in it parts it.
    private static func units(of run: [Token]) -> [Piece] {
        let partners = Token.partners(in: run)
        var pieces: [Piece] = []
        var start = 0
        for (place, token) in run.enumerated() where token.isTag && partners[place] == nil {
            pieces += whole(run, start..<place, partners)
            pieces += attributes(of: token.text)
            start = place + 1
        }
        return pieces + whole(run, start..<run.count, partners)
    }

    /// One unit where words stand beside the inline markup; else what is inside of it, piece by piece.
    private static func whole(_ run: [Token], _ range: Range<Int>, _ partners: [Int: Int]) -> [Piece] {
        var beside = false
        var place = range.lowerBound
        while place < range.upperBound {
            beside = beside || run[place].hasWords
            place = (partners[place] ?? place) + 1
        }
        if beside {
            // Marks drawn before or after the words are no part of them.
            var start = range.lowerBound
            while let next = afterMark(run, start, partners) { start = next }
            var end = range.upperBound
            while let last = partners[end - 1], last >= start, afterMark(run, last, partners) == end { end = last }
            return [.markup(run[range.lowerBound..<start].map(\.text).joined())] + unit(run[start..<end])
                + [.markup(run[end..<range.upperBound].map(\.text).joined())]
        }
        var pieces: [Piece] = []
        place = range.lowerBound
        while place < range.upperBound {
            if let end = partners[place], end > place {
                pieces += attributes(of: run[place].text)
                let inside = place + 1..<end
                // Code is the same in every language.
                pieces +=
                    run[place].name == "code"
                    ? [.markup(run[inside].map(\.text).joined())] : whole(run, inside, partners)
                pieces.append(.markup(run[end].text))
                place = end + 1
            } else {
                pieces.append(.markup(run[place].text))
                place += 1
            }
        }
        return pieces
    }

    /// Where an element that holds nothing ends, if one begins here.
    private static func afterMark(_ run: [Token], _ place: Int, _ partners: [Int: Int]) -> Int? {
        guard let end = partners[place], end == place + 1 else { return nil }
        return end + 1
    }

    /// The unit without the white space around it.
    private static func unit(_ tokens: ArraySlice<Token>) -> [Piece] {
        let source = tokens.map(\.text).joined()
        let lead = source.prefix { $0.isWhitespace }
        let trail = source.reversed().prefix { $0.isWhitespace }.count
        let body = source.dropFirst(lead.count).dropLast(trail)
        let bare = tokens.map { $0.isTag ? "<\($0.isOpening ? "" : "/")\($0.name)>" : $0.text }.joined()
        let unit = Unit(
            key: bare.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            source: String(body),
            tags: tokens.filter { $0.isTag && $0.isOpening }.map(\.text)
        )
        return [.markup(String(lead)), .unit(unit), .markup(String(source.suffix(trail)))]
    }
}

extension TemplateWords.Unit {
    /// A translation with the attributes of the template's tags.
    func dressed(_ translation: String) -> String {
        var waiting = tags
        return Token.all(of: translation).map { token in
            guard token.isTag, token.isOpening,
                let place = waiting.firstIndex(where: { Token.name(of: $0) == token.name })
            else { return token.text }
            return waiting.remove(at: place)
        }.joined()
    }
}
