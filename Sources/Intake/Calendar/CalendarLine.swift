/// One line of a calendar after unfolding: a name, parameters, a value.
///
/// Source: RFC 5545, section 3.1.
struct CalendarLine {
    /// Where it stands in the file, from 1.
    let number: Int
    /// Upper-cased.
    let name: String
    /// By upper-cased name; the first of several values.
    let parameters: [String: String]
    /// As it stands, escapes and all.
    let value: String

    /// Reads an unfolded line; nil for one without a name or without a value.
    init?(_ bytes: some Collection<UInt8>, number: Int) {
        let text = Array(bytes)
        guard let nameEnd = text.firstIndex(where: { $0 == Byte.semicolon || $0 == Byte.colon }), nameEnd > 0 else {
            return nil
        }
        self.number = number
        name = Self.text(text[..<nameEnd]).uppercased()
        var parameters: [String: String] = [:]
        var place = nameEnd
        while place < text.count, text[place] == Byte.semicolon {
            guard let end = Self.end(of: text, from: place + 1) else { return nil }
            let part = text[(place + 1)..<end]
            if let equals = part.firstIndex(of: Byte.equals) {
                let key = Self.text(part[..<equals]).uppercased()
                if parameters[key] == nil { parameters[key] = Self.unquoted(part[(equals + 1)...]) }
            }
            place = end
        }
        guard place < text.count else { return nil }
        self.parameters = parameters
        value = Self.text(text[(place + 1)...])
    }

    /// The value as people wrote it: `\n`, `\,`, `\;` and `\\` taken back.
    var words: String {
        var words = ""
        var escaped = false
        for character in value {
            if escaped {
                words.append(character == "n" || character == "N" ? " " : character)
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else {
                words.append(character)
            }
        }
        return words
    }

    /// Where a parameter ends: at the next `;` or `:` outside quotation marks.
    private static func end(of text: [UInt8], from start: Int) -> Int? {
        var isQuoted = false
        for place in start..<text.count {
            switch text[place] {
            case Byte.quote: isQuoted.toggle()
            case Byte.semicolon where !isQuoted, Byte.colon where !isQuoted: return place
            default: break
            }
        }
        return nil
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.first == Byte.quote, let end = bytes.dropFirst().firstIndex(of: Byte.quote) else {
            return text(bytes.prefix { $0 != Byte.comma })
        }
        return text(bytes[(bytes.startIndex + 1)..<end])
    }

    /// What is no UTF-8 becomes a mark; a title with a strange letter is still a title.
    private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The letters that part a line.
    enum Byte {
        static let quote = UInt8(ascii: "\"")
        static let comma = UInt8(ascii: ",")
        static let colon = UInt8(ascii: ":")
        static let semicolon = UInt8(ascii: ";")
        static let equals = UInt8(ascii: "=")
        static let newline = UInt8(ascii: "\n")
        static let carriage = UInt8(ascii: "\r")
    }
}

/// The lines of a calendar, unfolded; those that nobody needs are passed over without being put together.
struct CalendarLines {
    private let bytes: [UInt8]
    private let needed: Set<String>
    private let limit: Int
    private var place: Int
    private var number = 0

    init(_ bytes: [UInt8], needed: Set<String>, limit: Int) {
        self.bytes = bytes
        self.needed = needed
        self.limit = limit
        // A mark of byte order before the text says nothing.
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// How many lines were read.
    var lineNumber: Int { number }

    /// The next line that is needed; nil at the end.
    mutating func next() throws(CalendarProblem) -> CalendarLine? {
        while place < bytes.count {
            let first = number + 1
            var range = physicalLine()
            let name = name(of: range)
            let isNeeded = needed.contains(name)
            var line = isNeeded ? Array(bytes[range]) : []
            while continues {
                range = physicalLine()
                guard isNeeded else { continue }
                line.append(contentsOf: bytes[(range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound)])
                guard line.count <= limit else {
                    throw CalendarProblem(line: first, .longLine(property: name, limit: limit))
                }
            }
            guard isNeeded else { continue }
            guard line.count <= limit else {
                throw CalendarProblem(line: first, .longLine(property: name, limit: limit))
            }
            if let line = CalendarLine(line, number: first) { return line }
        }
        return nil
    }

    /// True where the next line goes on with this one: it begins with a space or a tab.
    private var continues: Bool { place < bytes.count && (bytes[place] == 0x20 || bytes[place] == 0x09) }

    private mutating func physicalLine() -> Range<Int> {
        let start = place
        let end = bytes[place...].firstIndex(of: CalendarLine.Byte.newline) ?? bytes.count
        place = min(end + 1, bytes.count)
        number += 1
        return start..<(end > start && bytes[end - 1] == CalendarLine.Byte.carriage ? end - 1 : end)
    }

    private func name(of range: Range<Int>) -> String {
        let name = bytes[range].prefix(40).prefix { $0 != CalendarLine.Byte.colon && $0 != CalendarLine.Byte.semicolon }
        return String(decoding: name, as: UTF8.self).uppercased()
    }
}
