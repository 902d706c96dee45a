private import CXML

extension CleanMarkup {
    mutating func copyReference(_ text: [UInt8], _ at: inout Int) {
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
}
