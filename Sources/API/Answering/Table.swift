import Answers

/// Rows as CSV.
///
/// Source: RFC 4180; formula injection as OWASP describes it: a cell that a spreadsheet would work out is marked as text.
enum Table {
    static func csv(_ rows: [JSON], columns: [String]) -> [UInt8] {
        var text = line(columns)
        for row in rows { text += line(columns.map { cell(row[$0]) }) }
        return Array(text.utf8)
    }

    private static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    private static func cell(_ value: JSON?) -> String {
        switch value {
        case nil, .null?: ""
        case .text(let text)?: guarded(text)
        case .integer(let number)?: "\(number)"
        case .number(let number)?: "\(number)"
        case .bool(let isTrue)?: isTrue ? "true" : "false"
        case .array(let values)? where values.allSatisfy { $0.text != nil }:
            guarded(values.compactMap(\.text).joined(separator: "; "))
        case let other?: (try? other.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }

    /// A text that begins as a formula does is preceded by an apostrophe.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ cell: String) -> String {
        let needs = cell.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        return needs ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}
