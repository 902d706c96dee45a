import Foundation

/// Standard output and standard error, as the commands use them.
enum Console {
    /// A line for the reader of the answer.
    static func line(_ text: String = "") { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// A line for whoever watches the work.
    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Text without a line's end on standard error, for progress.
    static func errorPart(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// The answer as JSON: sorted keys, readable, dates as text.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(UInt8(ascii: "\n"))
        FileHandle.standardOutput.write(data)
    }

    /// True when somebody watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// True when standard output is a terminal, so that weight and colour help.
    static var hasColour: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// A heading.
    static func heading(_ text: String) { line(hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text) }

    /// Text in lines of at most `width` characters, each behind the indent.
    static func wrapped(_ text: String, indent: Int = 0, width: Int = 100) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var current = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !current.isEmpty, indent + current.count + 1 + word.count > width {
                lines.append(margin + current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        if !current.isEmpty { lines.append(margin + current) }
        return lines.joined(separator: "\n")
    }

    /// Columns under a heading, as wide as their longest cell; the last may be as long as it likes.
    static func table(_ head: [String], _ rows: [[String]]) {
        var widths = head.map(\.count)
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                widths[column] = max(widths[column], cell.count)
            }
        }
        func text(_ row: [String]) -> String {
            row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
            }.joined(separator: "  ")
        }
        heading(text(head))
        for row in rows { line(text(row)) }
    }
}

extension Int {
    /// `120,552`.
    var grouped: String {
        var digits = String(magnitude)
        var parts: [Substring] = []
        while digits.count > 3 {
            parts.insert(digits.suffix(3), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (self < 0 ? "-" : "") + ([Substring(digits)] + parts).joined(separator: ",")
    }
}

extension Duration {
    /// Seconds as a number.
    var seconds: Double { self / .seconds(1) }

    /// `3 s`, `2 min 5 s`.
    var words: String {
        let whole = Int(seconds.rounded())
        if seconds < 10 { return "\((seconds * 10).rounded() / 10) s" }
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}
