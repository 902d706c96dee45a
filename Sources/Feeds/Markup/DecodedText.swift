private import CXML

/// Bytes of unknown encoding as UTF-8.
///
/// Asked in turn: the byte order mark, the header's `charset`, the document's own declaration, UTF-8, windows-1252. What says
/// Latin-1 and is valid UTF-8 with letters beyond ASCII is UTF-8: a text in Latin-1 is that by chance almost never.
/// Source: RFC 7303, WHATWG Encoding (labels), practice of feed readers.
struct DecodedText {
    /// The text.
    let utf8: [UInt8]

    init(_ bytes: [UInt8], contentType: String?) {
        if let (name, skip) = Self.mark(bytes) {
            utf8 = Self.decode(bytes[skip...], as: name, strictly: false) ?? Self.lossy(bytes[skip...])
            return
        }
        let declared = Self.declared(bytes)
        for name in [Self.charset(contentType), declared].compactMap({ $0 }).map(Self.usual) {
            if Self.latin.contains(name), let text = Self.beyondASCII(bytes) {
                utf8 = text
                return
            }
            if name == "utf-8" {
                guard let text = Self.valid(bytes) else { continue }
                utf8 = text
                return
            }
            // A declaration that says a wide encoding was read with narrow letters, so it is wrong.
            if name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs"), bytes.first == 0x3C,
                bytes.count > 1, bytes[1] != 0
            {
                continue
            }
            if let text = Self.decode(bytes[...], as: name, strictly: true) {
                utf8 = text
                return
            }
        }
        if let text = Self.valid(bytes) {
            utf8 = text
        } else if let name = Self.wide(bytes), let text = Self.decode(bytes[...], as: name, strictly: false) {
            utf8 = text
        } else if Self.mostlyUTF8(bytes) {
            utf8 = Self.lossy(bytes[...])
        } else {
            utf8 = Self.decode(bytes[...], as: "windows-1252", strictly: false) ?? Self.lossy(bytes[...])
        }
    }

    private static let latin: Set<String> = ["windows-1252", "us-ascii"]

    private static func mark(_ bytes: [UInt8]) -> (String, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
        return nil
    }

    /// An encoding that the first `<` or `<?xm` gives away without a mark.
    private static func wide(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x3C, 0, 0, 0]) { return "utf-32le" }
        if bytes.starts(with: [0, 0, 0, 0x3C]) { return "utf-32be" }
        if bytes.starts(with: [0x3C, 0]) { return "utf-16le" }
        if bytes.starts(with: [0, 0x3C]) { return "utf-16be" }
        if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return "ibm037" }
        return nil
    }

    private static func charset(_ contentType: String?) -> String? {
        guard let contentType else { return nil }
        for part in contentType.lowercased().split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ $0 != " " }) == "charset" else { continue }
            let name = pair[1].filter { !" \"'".contains($0) }
            if !name.isEmpty { return name }
        }
        return nil
    }

    /// The name in `<?xml … encoding="…"?>`, found in whatever width the document is written.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let wide = wide(bytes)
        var head: [UInt8]
        if let wide {
            head = decode(bytes.prefix(800), as: wide, strictly: false) ?? []
        } else {
            head = Array(bytes.prefix(400))
        }
        while let first = head.first, first <= 32 { head.removeFirst() }
        guard head.starts(with: Array("<?xml".utf8)) else { return wide }
        let line = String(decoding: head.prefix { $0 != 0x3E }, as: UTF8.self)
        guard let place = line.range(ofASCII: "encoding") else { return wide }
        let rest = line[place...].drop { $0 == " " || $0 == "=" || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return wide }
        let name = rest.dropFirst().prefix { $0 != quote }.lowercased().filter { $0 != " " }
        guard !name.isEmpty else { return wide }
        // In a wide document the mark of the byte order is more exact than the name.
        if let wide, wide != "ibm037" { return wide }
        return name
    }

    private static func usual(_ name: String) -> String {
        switch name {
        case "utf8", "utf-8", "unicode-1-1-utf-8", "u8": "utf-8"
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "cp1252", "windows1252",
            "windows-1252", "x-cp1252",
            "cp-1252":
            "windows-1252"
        case "ascii", "us-ascii", "ansi_x3.4-1968", "iso646-us": "us-ascii"
        case "gb2312", "gbk", "x-gbk", "gb_2312-80": "gb18030"
        case "shift-jis", "x-sjis", "sjis", "shift_jis", "windows-31j": "cp932"
        case "ks_c_5601-1987", "euc-kr", "ks_c_5601", "ksc5601": "cp949"
        case "iso-8859-9", "latin5": "windows-1254"
        case "big5": "big5-hkscs"
        default:
            name.hasPrefix("windows") && !name.hasPrefix("windows-") ? "windows-" + name.dropFirst(7) : name
        }
    }

    private static func valid(_ bytes: [UInt8]) -> [UInt8]? {
        String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }

    private static func beyondASCII(_ bytes: [UInt8]) -> [UInt8]? {
        bytes.contains { $0 >= 0x80 } ? valid(bytes) : nil
    }

    /// True when wrong bytes are few among those beyond ASCII.
    private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let high = bytes.count { $0 >= 0x80 }
        let wrong = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
        return wrong * 10 < high
    }

    private static func lossy(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// Turns bytes into UTF-8; nil for an unknown encoding, and, strictly, for bytes that do not belong to it.
    private static func decode(_ bytes: ArraySlice<UInt8>, as name: String, strictly: Bool) -> [UInt8]? {
        if name == "utf-8" { return strictly ? valid(Array(bytes)) : lossy(bytes) }
        let line = iconv_open("UTF-8", name)
        guard cxml_is_open(line) != 0 else { return nil }
        defer { iconv_close(line) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var answer: [UInt8] = []
        answer.reserveCapacity(bytes.count * 2)
        var room = [CChar](repeating: 0, count: 65_536)
        var failed = false
        source.withUnsafeMutableBufferPointer { source in
            var at = source.baseAddress
            var left = source.count
            while left > 0 {
                let size = room.count
                let (written, code) = room.withUnsafeMutableBufferPointer { out -> (Int, CInt) in
                    var to = out.baseAddress
                    var free = size
                    let outcome = iconv(line, &at, &left, &to, &free)
                    return (size - free, outcome == -1 ? cxml_errno() : 0)
                }
                for index in 0..<written { answer.append(UInt8(bitPattern: room[index])) }
                guard code != 0 else { continue }
                if code == E2BIG { continue }
                if strictly, code == EILSEQ {
                    failed = true
                    return
                }
                if code == EINVAL { return }
                answer.append(contentsOf: [0xEF, 0xBF, 0xBD])
                at = at.map { $0 + 1 }
                left -= 1
            }
        }
        return failed ? nil : answer
    }
}

extension String {
    /// The place behind the first occurrence of an ASCII word, whatever its case.
    func range(ofASCII word: String) -> String.Index? {
        let wanted = Array(word.utf8)
        let all = utf8
        var start = all.startIndex
        while start != all.endIndex {
            var at = start
            var matched = 0
            while matched < wanted.count, at != all.endIndex, all[at] | 0x20 == wanted[matched] | 0x20 {
                matched += 1
                at = all.index(after: at)
            }
            if matched == wanted.count { return at }
            start = all.index(after: start)
        }
        return nil
    }
}
