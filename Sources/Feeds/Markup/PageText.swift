private import CXML

/// The words of a piece of HTML, as a reader would see them.
public enum PageText {
    /// Plain text of markup: paragraphs stand on lines of their own, scripts and styles are left out.
    ///
    /// Shape: at most `limit` characters.
    public static func plain(_ html: String, limit: Int = 40_000) -> String {
        guard html.utf8.contains(UInt8(ascii: "<")) || html.utf8.contains(UInt8(ascii: "&")) else {
            return collapsed(html, limit: limit)
        }
        // libxml2's reader of HTML drops what follows a zero and knows no end; a page of its own around it keeps both out.
        let inside = withoutOpenComment(html.utf8.filter { $0 != 0 })
        let bytes = Array("<html><body><div>".utf8) + inside + Array("</div></body></html>".utf8)
        return html.utf8.isEmpty ? "" : read(bytes, limit: limit)
    }

    /// A comment that never ends would swallow the rest; it ends at the next `>` instead.
    private static func withoutOpenComment(_ html: [UInt8]) -> [UInt8] {
        var at = 0
        while let start = html.place(after: "<!--", from: at) {
            guard let end = html.place(after: "-->", from: start) else {
                let rest = html.place(after: ">", from: start) ?? html.count
                return Array(html[..<(start - 4)] + html[rest...])
            }
            at = end
        }
        return html
    }

    /// True when a text that may be plain is meant as markup: it has a tag that HTML knows, or a reference.
    static func looksLikeMarkup(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<") {
                var start = at + 1
                if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
                var end = start
                while end < bytes.count, (bytes[end] | 0x20) &- 97 < 26 || bytes[end] &- 48 < 10 { end += 1 }
                let stops = end < bytes.count && [32, 9, 10, 13, 47, 62].contains(bytes[end])
                if end > start, stops, bytes[end...].contains(UInt8(ascii: ">")),
                    knownTags.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
                {
                    return true
                }
            } else if bytes[at] == UInt8(ascii: "&") {
                var end = at + 1
                while end < bytes.count, end - at < 12, bytes[end].isReference { end += 1 }
                if end > at + 1, end < bytes.count, bytes[end] == UInt8(ascii: ";") {
                    let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
                    if name.hasPrefix("#") || htmlEntityLookup(name) != nil { return true }
                }
            }
            at += 1
        }
        return false
    }

    /// White space of any kind as one space; the ends bare.
    static func collapsed(_ text: String, limit: Int) -> String {
        var words = TextLines(limit: limit)
        words.add(text)
        return words.text
    }

    private static let knownTags: Set<String> = [
        "a", "abbr", "acronym", "address", "article", "aside", "b", "big", "blockquote", "br", "center", "cite", "code",
        "dd",
        "del", "dfn", "div", "dl", "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "iframe", "img",
        "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "script", "section", "small", "span", "strike",
        "strong",
        "style", "sub", "sup", "table", "tbody", "td", "th", "tr", "tt", "u", "ul", "var", "video",
    ]

    private static let silent: Set<String> = [
        "script", "style", "noscript", "template", "iframe", "svg", "math", "head", "title",
        "select", "button",
        "textarea", "form",
    ]

    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
        "section",
        "article", "hr", "dd", "dt", "dl", "figure", "figcaption", "header", "footer", "address", "td", "th",
    ]

    /// Walks the tree without recursion, since pages nest as deep as they like.
    private static func read(_ bytes: [UInt8], limit: Int) -> String {
        guard let tree = MarkupTree(html: bytes, address: nil) else { return "" }
        var lines = TextLines(limit: limit)
        tree.walk(
            enter: { name in
                if silent.contains(name) { return false }
                if blocks.contains(name) { lines.breakLine() }
                return !lines.isFull
            },
            leave: { name in if blocks.contains(name) { lines.breakLine() } },
            text: { lines.add($0) }
        )
        return lines.text
    }
}

/// Text as it grows: single spaces, lines where they are asked for, no more than a bound.
struct TextLines {
    private(set) var text = ""
    private var count = 0
    private var pending: Unicode.Scalar?
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { count >= limit }

    mutating func breakLine() { if count > 0 { pending = "\n" } }

    mutating func add(_ piece: String) {
        for scalar in piece.unicodeScalars {
            guard count < limit else { return }
            if scalar.properties.isWhitespace || scalar.value < 32 || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
                if count > 0, pending == nil { pending = " " }
            } else if scalar.value != 0xAD, !(0x7F..<0xA0).contains(scalar.value) {
                if let space = pending {
                    text.unicodeScalars.append(space)
                    count += 1
                    pending = nil
                }
                text.unicodeScalars.append(scalar)
                count += 1
            }
        }
    }
}
