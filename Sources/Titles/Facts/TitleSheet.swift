/// A table of cells: RFC 4180 with the liberties that spreadsheets take.
///
/// Source: RFC 4180; `;` and tab as separators, bare line ends and a byte order mark are read beside it.
public struct TitleSheet: Sendable {
    /// One row and the line on which it begins, from 1.
    public struct Row: Sendable, Hashable {
        /// Line, from 1.
        public let line: Int
        /// The cells, as they are written, without quotes.
        public let cells: [String]
    }

    /// The rows that have at least one filled cell.
    public let rows: [Row]
    /// The separator that was found.
    public let separator: Character

    /// Cuts text into cells.
    public init(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let separator = Self.separator(of: bytes)
        var rows: [Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        var (line, first, place) = (1, 1, 0)
        func endRow() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
            if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: first, cells: cells)) }
            cells.removeAll(keepingCapacity: true)
        }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch (quoted, byte) {
            case (true, UInt8(ascii: "\"")):
                if place < bytes.count, bytes[place] == byte {
                    cell.append(byte)
                    place += 1
                } else {
                    quoted = false
                }
            case (true, _):
                if byte == UInt8(ascii: "\n") { line += 1 }
                cell.append(byte)
            case (false, UInt8(ascii: "\"")) where cell.isEmpty: quoted = true
            case (false, separator):
                cells.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
            case (false, UInt8(ascii: "\n")), (false, UInt8(ascii: "\r")):
                if byte == UInt8(ascii: "\r"), place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
                endRow()
                line += 1
                first = line
            default: cell.append(byte)
            }
        }
        if !cells.isEmpty || !cell.isEmpty { endRow() }
        self.rows = rows
        self.separator = Character(Unicode.Scalar(separator))
    }

    /// The separator that the first line has most of, outside quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
    }
}
