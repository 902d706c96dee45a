/// Markup made safe and readable for an XML parser: no document type, no entities but numbers, no forbidden characters.
///
/// What a document declares as an entity is taken over where it is plain words, up to a bound; one that leads to other entities
/// is refused. Bare `&` and `<` in text become themselves.
struct CleanMarkup {
    /// The markup.
    var bytes: [UInt8] = []
    /// True when something had to be mended that a strict parser would not take.
    var mended = false
    var declared: [String: [UInt8]] = [:]
    var spent = 0
    /// The elements that are open, as they were written.
    private var open: [[UInt8]] = []

    /// Characters that the plain entities of a document may add in all.
    static let mostSpent = 100_000

    init(_ text: [UInt8]) throws(FeedError) {
        bytes.reserveCapacity(text.count + text.count / 16)
        var at = Self.start(text)
        if at > 0, text[..<at].contains(where: { $0 > 32 }) { mended = true }
        while at < text.count {
            let byte = text[at]
            if byte == UInt8(ascii: "<") {
                try copyTag(text, &at)
            } else if byte == UInt8(ascii: "&") {
                copyReference(text, &at)
            } else {
                copyPlain(text, &at)
            }
        }
    }

    /// The first `<` behind whatever was printed before the document.
    private static func start(_ text: [UInt8]) -> Int {
        var at = 0
        while let next = text[at...].firstIndex(of: UInt8(ascii: "<")) {
            let after = next + 1 < text.count ? text[next + 1] : 0
            if after.startsName || after == UInt8(ascii: "?") || after == UInt8(ascii: "!") { return next }
            at = next + 1
        }
        return text.count
    }

    /// True for a document whose first element is that of a page.
    static func looksLikePage(_ text: [UInt8]) -> Bool {
        let head = String(decoding: text.prefix(4096), as: UTF8.self)
        guard head.range(ofASCII: "<rss") == nil, head.range(ofASCII: "<feed") == nil,
            head.range(ofASCII: "<rdf") == nil,
            head.range(ofASCII: "<channel") == nil, head.range(ofASCII: ":rdf") == nil,
            head.range(ofASCII: ":feed") == nil
        else { return false }
        return head.range(ofASCII: "<html") != nil || head.range(ofASCII: "<!doctype html") != nil
    }

    // MARK: Tags

    private mutating func copyTag(_ text: [UInt8], _ at: inout Int) throws(FeedError) {
        if text.has("<![CDATA[", at: at) { return copyThrough("]]>", text, &at) }
        if text.has("<!--", at: at) { return skipComment(text, &at) }
        if text.has("<!", at: at) { return try readDoctype(text, &at) }
        if text.has("<?", at: at) {
            // Declarations and instructions say nothing that is needed.
            at = text.place(after: "?>", from: at) ?? text.place(after: ">", from: at) ?? text.count
            return
        }
        let next = at + 1 < text.count ? text[at + 1] : 0
        guard next.startsName || next == UInt8(ascii: "/") else {
            bytes.append(contentsOf: Array("&lt;".utf8))
            mended = true
            at += 1
            return
        }
        if next == UInt8(ascii: "/") {
            close(text, &at)
        } else {
            let start = bytes.count
            copyElement(text, &at)
            let name = Array(bytes[(start + 1)...].prefix { !Self.endsName($0) })
            // Deeper than libxml2 goes there is nothing to be kept in order.
            if !bytes.hasSuffix("/>"), bytes.last == UInt8(ascii: ">"), open.count < 300 { open.append(name) }
        }
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 32 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    /// Closes what an end tag names, and all that was left open inside; an end tag of nothing is left out.
    private mutating func close(_ text: [UInt8], _ at: inout Int) {
        var end = at + 2
        while end < text.count, text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "<") { end += 1 }
        let name = text[(at + 2)..<end].prefix { !Self.endsName($0) }
        at = end < text.count && text[end] == UInt8(ascii: ">") ? end + 1 : end
        guard let place = open.suffix(300).lastIndex(where: { Self.same($0, name) }) else {
            mended = true
            return
        }
        if place != open.count - 1 || !open[place].elementsEqual(name) { mended = true }
        while open.count > place {
            bytes.append(contentsOf: Array("</".utf8))
            bytes.append(contentsOf: open.removeLast())
            bytes.append(UInt8(ascii: ">"))
        }
    }

    private static func same(_ one: [UInt8], _ other: ArraySlice<UInt8>) -> Bool {
        one.count == other.count
            && zip(one, other).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 | 0x20 && ($0 | 0x20) &- 97 < 26) }
    }

    /// Copies a tag; references inside its values are put right.
    private mutating func copyElement(_ text: [UInt8], _ at: inout Int) {
        var quote: UInt8 = 0
        var first = true
        while at < text.count {
            let byte = text[at]
            if quote != 0 {
                if byte == quote {
                    quote = 0
                } else if byte == UInt8(ascii: "&") {
                    copyReference(text, &at)
                    continue
                } else if byte == UInt8(ascii: "<") {
                    bytes.append(contentsOf: Array("&lt;".utf8))
                    mended = true
                    at += 1
                    continue
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if bytes.last(where: { $0 > 32 }) == UInt8(ascii: "=") { quote = byte }
            } else if byte == UInt8(ascii: ">") {
                bytes.append(byte)
                at += 1
                return
            } else if byte == UInt8(ascii: "<"), !first {
                // The tag was never closed; the next one begins.
                bytes.append(UInt8(ascii: ">"))
                mended = true
                return
            }
            first = false
            if byte >= 32 || byte == 9 || byte == 10 || byte == 13 { bytes.append(byte) }
            at += 1
        }
        mended = true
    }

    private mutating func copyThrough(_ end: String, _ text: [UInt8], _ at: inout Int) {
        let stop = text.place(after: end, from: at) ?? text.count
        if stop == text.count, !text.has(end, at: stop - end.utf8.count) { mended = true }
        while at < stop { copyPlain(text, &at, until: stop) }
        if mended, !bytes.suffix(3).elementsEqual(Array(end.utf8)) { bytes.append(contentsOf: Array(end.utf8)) }
    }

    private mutating func skipComment(_ text: [UInt8], _ at: inout Int) {
        if let end = text.place(after: "-->", from: at + 4) {
            at = end
        } else {
            mended = true
            at = text.place(after: ">", from: at) ?? text.count
        }
    }

    // MARK: Text

    /// Copies what is neither a tag nor a reference, without characters that XML forbids.
    private mutating func copyPlain(_ text: [UInt8], _ at: inout Int, until stop: Int? = nil) {
        let stop = stop ?? text.count
        var first = true
        while at < stop {
            let byte = text[at]
            if !first, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return }
            first = false
            if byte < 32, byte != 9, byte != 10, byte != 13 {
                mended = true
            } else if byte == 0xEF, at + 2 < stop, text[at + 1] == 0xBF, text[at + 2] >= 0xBE {
                mended = true
                at += 3
                continue
            } else {
                bytes.append(byte)
            }
            at += 1
        }
    }
}
