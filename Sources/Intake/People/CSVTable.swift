/// A table of text cells, read by RFC 4180 with the liberties that spreadsheets take.
///
/// Source: RFC 4180; separators `;` and tab, `\n` line ends and a byte order mark are accepted beside it.
struct CSVTable: Sendable {
    /// One row and the line of the file that it begins on, counted from 1.
    struct Row: Sendable, Hashable {
        var line: Int
        var cells: [String]
    }

    private(set) var rows: [Row] = []
    /// The line on which a quoted cell opens that never closes.
    private(set) var openQuote: Int?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let separator = Self.separator(of: bytes)
        var cells: [String] = []
        var cell: [UInt8] = []
        var quoted: Int?
        var line = 1
        var firstLine = 1
        var place = 0
        func endCell() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        func endRow() {
            endCell()
            if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: firstLine, cells: cells)) }
            cells = []
        }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if quoted != nil {
                if byte != UInt8(ascii: "\"") {
                    if byte == UInt8(ascii: "\n") { line += 1 }
                    cell.append(byte)
                } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    place += 1
                } else {
                    quoted = nil
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                quoted = line
            } else if byte == separator {
                endCell()
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r"), place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
                endRow()
                line += 1
                firstLine = line
            } else {
                cell.append(byte)
            }
        }
        if !cells.isEmpty || !cell.isEmpty { endRow() }
        openQuote = quoted
    }

    /// The separator that the first line has most of, outside quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var quoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
        }
        guard let most = counts.max(), let which = counts.firstIndex(of: most) else { return candidates[0] }
        return candidates[which]
    }
}
