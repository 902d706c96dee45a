extension CleanMarkup {
    /// Leaves the document type out, and keeps its plain entities.
    mutating func readDoctype(_ text: [UInt8], _ at: inout Int) throws(FeedError) {
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
