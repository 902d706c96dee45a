private import CXML

/// Markup made safe and readable for an XML parser: no document type, no entities but numbers, no forbidden characters.
///
/// What a document declares as an entity is taken over where it is plain words, up to a bound; one that leads to other entities
/// is refused. Bare `&` and `<` in text become themselves.
struct CleanMarkup {
    /// The markup.
    private(set) var bytes: [UInt8] = []
    /// True when something had to be mended that a strict parser would not take.
    private(set) var mended = false
    private var declared: [String: [UInt8]] = [:]
    private var spent = 0
    /// The elements that are open, as they were written.
    private var open: [[UInt8]] = []

    /// Characters that the plain entities of a document may add in all.
    private static let mostSpent = 100_000

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

    // MARK: Document type

    /// Leaves the document type out, and keeps its plain entities.
    private mutating func readDoctype(_ text: [UInt8], _ at: inout Int) throws(FeedError) {
        guard text.has("<!doctype", at: at, anyCase: true) || text.has("<!entity", at: at, anyCase: true) else {
            bytes.append(contentsOf: Array("&lt;".utf8))
            mended = true
            at += 1
            return
        }
        var depth = 0
        var quote: UInt8 = 0
        let start = at
        var inside: Int?
        while at < text.count {
            let byte = text[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "'") && depth > 0)
                || (byte == UInt8(ascii: "'") && inside == nil)
            {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                if inside == nil { inside = at + 1 }
            } else if byte == UInt8(ascii: "<") {
                depth += 1
            } else if byte == UInt8(ascii: ">") {
                depth -= 1
                if depth == 0 { break }
            }
            at += 1
        }
        at = min(text.count, at + 1)
        if at - start > 1_000_000 { throw .entities(name: "…") }
        try declareEntities(text[(inside ?? start)..<at])
    }

    private mutating func declareEntities(_ subset: ArraySlice<UInt8>) throws(FeedError) {
        let all = Array(subset)
        var at = 0
        var values: [String: [UInt8]] = [:]
        while let place = all.place(after: "<!ENTITY", from: at) {
            at = place
            var words = DoctypeWords(bytes: all, at: place)
            guard let name = words.word(), name != "%", let value = words.quoted() else { continue }
            if values[name] == nil { values[name] = value }
            at = max(at, words.at)
        }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            for reference in DoctypeWords.references(in: value) where values[reference] != nil {
                throw .entities(name: name)
            }
            if value.count <= 2_000, !value.contains(UInt8(ascii: "<")) { declared[name] = value }
        }
    }

    // MARK: References

    private mutating func copyReference(_ text: [UInt8], _ at: inout Int) {
        var end = at + 1
        while end < text.count, end - at <= 40, text[end].isReference { end += 1 }
        let closed = end < text.count && text[end] == UInt8(ascii: ";")
        let name = text[(at + 1)..<end]
        if closed, let reference = resolved(name) {
            bytes.append(contentsOf: reference)
            at = end + 1
        } else {
            bytes.append(contentsOf: Array("&amp;".utf8))
            mended = true
            at += 1
        }
    }

    /// What stands for `&name;`; nil when it is nothing that anybody knows.
    private mutating func resolved(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        guard let first = name.first else { return nil }
        if first == UInt8(ascii: "#") {
            return Self.scalar(name.dropFirst()).map { $0.map { Array("&#\($0.value);".utf8) } ?? [] }
        }
        let text = String(decoding: name, as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(text) { return Array("&\(text);".utf8) }
        if let value = declared[text] {
            guard spent + value.count <= Self.mostSpent else { return [] }
            spent += value.count
            return Self.escaped(value)
        }
        guard let entity = htmlEntityLookup(text) else { return nil }
        mended = true
        return Array("&#\(entity.pointee.value);".utf8)
    }

    /// The character of a number; nil inside for one that XML forbids, nil outside for what is no number.
    private static func scalar(_ digits: ArraySlice<UInt8>) -> UnicodeScalar?? {
        let text = String(decoding: digits, as: UTF8.self)
        let number = text.first == "x" || text.first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
        guard let number else {
            return digits.isEmpty || digits.contains(where: { !$0.isReference }) ? nil : .some(nil)
        }
        let known = (128..<160).contains(number) ? windows[Int(number) - 128] : number
        guard let scalar = UnicodeScalar(known), allowed(known) else { return .some(nil) }
        return .some(scalar)
    }

    static func allowed(_ number: UInt32) -> Bool {
        number == 9 || number == 10 || number == 13
            || (number >= 32 && number < 0xFFFE && !(0xD800...0xDFFF).contains(number))
            || (0x10000...0x10FFFF).contains(number)
    }

    /// What numbers of windows-1252 mean, which many write as if they were Unicode.
    static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]

    /// Plain words of an entity: references by number are kept, all else is text.
    private static func escaped(_ value: [UInt8]) -> [UInt8] {
        var answer: [UInt8] = []
        var at = 0
        while at < value.count {
            if value[at] == UInt8(ascii: "&") {
                let end = value[at...].firstIndex(of: UInt8(ascii: ";")) ?? at
                if value.has("&#", at: at), end > at, let scalar = scalar(value[(at + 2)..<end]), let scalar {
                    answer.append(contentsOf: Array("&#\(scalar.value);".utf8))
                    at = end + 1
                    continue
                }
                answer.append(contentsOf: Array("&amp;".utf8))
            } else if value[at] == UInt8(ascii: "<") {
                answer.append(contentsOf: Array("&lt;".utf8))
            } else {
                answer.append(value[at])
            }
            at += 1
        }
        return answer
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

/// Words and values in a document type.
private struct DoctypeWords {
    let bytes: [UInt8]
    var at: Int

    mutating func word() -> String? {
        while at < bytes.count, bytes[at] <= 32 { at += 1 }
        let start = at
        while at < bytes.count, bytes[at] > 32, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "\"") {
            at += 1
        }
        return at > start ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
    }

    /// A value in quotes that stands next; nil for `SYSTEM` and `PUBLIC`, which lead outside.
    mutating func quoted() -> [UInt8]? {
        while at < bytes.count, bytes[at] <= 32 { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { return nil }
        let quote = bytes[at]
        guard let end = bytes[(at + 1)...].firstIndex(of: quote) else { return nil }
        defer { at = end + 1 }
        return Array(bytes[(at + 1)..<end])
    }

    /// The names between `&` or `%` and `;`.
    static func references(in value: [UInt8]) -> [String] {
        var names: [String] = []
        var at = 0
        while at < value.count {
            guard value[at] == UInt8(ascii: "&") || value[at] == UInt8(ascii: "%") else {
                at += 1
                continue
            }
            var end = at + 1
            while end < value.count, value[end].isReference { end += 1 }
            if end < value.count, value[end] == UInt8(ascii: ";") {
                names.append(String(decoding: value[(at + 1)..<end], as: UTF8.self))
            }
            at = end
        }
        return names
    }
}

extension UInt8 {
    /// A letter, `_`, `:` or part of a character beyond ASCII.
    var startsName: Bool { (self | 0x20) &- 97 < 26 || self == 95 || self == 58 || self >= 0x80 }
    /// What may stand between `&` and `;`.
    var isReference: Bool {
        (self | 0x20) &- 97 < 26 || self &- 48 < 10 || self == 35 || self == 46 || self == 45 || self == 95
    }
}

extension [UInt8] {
    func hasSuffix(_ word: String) -> Bool { has(word, at: count - word.utf8.count) }

    func has(_ word: String, at place: Int, anyCase: Bool = false) -> Bool {
        guard place >= 0, place + word.utf8.count <= count else { return false }
        var at = place
        for byte in word.utf8 {
            let own = self[at]
            guard own == byte || (anyCase && byte.startsName && own | 0x20 == byte | 0x20) else { return false }
            at += 1
        }
        return true
    }

    /// The place behind the next occurrence of a word.
    func place(after word: String, from start: Int) -> Int? {
        guard let first = word.utf8.first, start < count else { return nil }
        var at = start
        while let next = self[at...].firstIndex(of: first) {
            if has(word, at: next) { return next + word.utf8.count }
            at = next + 1
            if at >= count { return nil }
        }
        return nil
    }
}
