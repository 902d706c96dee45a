/// A table of cells with the line on which each begins.
///
/// Source: RFC 4180; `;` and tab as separators and bare line ends are read beside it.
struct DelimitedTable {
    struct Cell: Hashable {
        var text: String
        var line: Int
    }

    private(set) var rows: [[Cell]] = []
    /// The separator that was found; nil for text without one.
    let separator: UInt8?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let separator = Self.separator(of: bytes)
        self.separator = separator
        var cells: [Cell] = []
        var cell: [UInt8] = []
        var (line, first, place) = (1, 1, 0)
        var quoted = false
        var wasQuoted = false
        func endCell() {
            cells.append(Cell(text: String(decoding: cell, as: UTF8.self), line: first))
            cell.removeAll(keepingCapacity: true)
            (first, wasQuoted) = (line, false)
        }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if quoted {
                if byte == UInt8(ascii: "\"") {
                    if place < bytes.count, bytes[place] == byte {
                        cell.append(byte)
                        place += 1
                    } else {
                        quoted = false
                    }
                } else {
                    if byte == UInt8(ascii: "\n") { line += 1 }
                    if byte != UInt8(ascii: "\r") { cell.append(byte) }
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty, !wasQuoted {
                (quoted, wasQuoted) = (true, true)
            } else if byte == separator {
                endCell()
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r"), place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
                line += 1
                endCell()
                rows.append(cells)
                cells = []
            } else {
                cell.append(byte)
            }
        }
        if !cells.isEmpty || !cell.isEmpty {
            endCell()
            rows.append(cells)
        }
        rows = rows.filter { $0.contains { !$0.text.trimmedLines.isEmpty } }
    }

    /// Rows as columns; short rows are filled with nothing.
    mutating func transpose() {
        let width = rows.map(\.count).max() ?? 0
        rows = (0..<width).map { column in
            rows.map { column < $0.count ? $0[column] : Cell(text: "", line: $0.first?.line ?? 1) }
        }
    }

    /// What the most even count outside quotes speaks for.
    private static func separator(of bytes: [UInt8]) -> UInt8? {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in bytes.prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")), counts.values.contains(where: { $0 > 0 }) {
                break
            }
            if [UInt8(ascii: ","), UInt8(ascii: ";"), 9].contains(byte) { counts[byte, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
