import Answers

/// Tables a page at a time: a page begins behind the row that its cursor names, whatever came or went meanwhile.
enum Paging {
    /// How many rows a page has unless told.
    static let usual = 50
    /// How many it has at most.
    static let most = 200

    static let parameters: [Parameter] = [
        Parameter(
            name: "limit",
            words: "How many rows at most; as CSV the whole table comes at once.",
            schema: [
                "type": "integer", "minimum": 1, "maximum": .integer(most), "default": .integer(usual),
            ]
        ),
        Parameter(
            name: "after",
            words: "Where the page before ended: its `next`, as it came.",
            schema: ["type": "string", "maxLength": 1000, "pattern": "^[A-Za-z0-9_-]*$"]
        ),
    ]

    /// The rows behind a cursor, and the cursor of the page after; nil where there is none.
    static func page(
        of rows: [Outcome.Row],
        after cursor: String?,
        limit: Int
    ) -> (rows: [Outcome.Row], next: String?) {
        let sorted = rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        var start = 0
        if let cursor {
            let key = bytes(of: cursor)
            start = sorted.firstIndex { key.lexicographicallyPrecedes($0.key.utf8) } ?? sorted.count
        }
        let page = Array(sorted[start..<min(sorted.count, start + limit)])
        let isMore = start + page.count < sorted.count
        return (page, isMore ? page.last.map { Self.cursor(of: $0.key) } : nil)
    }

    /// A text that orders moments with the newest first, and by `id` within a moment.
    static func newestFirst(_ moment: Int64, _ id: String) -> String {
        let turned = String(UInt64(bitPattern: Int64.max - max(0, moment)), radix: 16)
        return String(repeating: "0", count: max(0, 16 - turned.count)) + turned + id
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Source: RFC 4648, 5, without padding.
    static func cursor(of key: String) -> String {
        var text: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in key.utf8 {
            (bits, count) = (bits << 8 | Int(byte), count + 8)
            while count >= 6 {
                count -= 6
                text.append(digits[bits >> count & 63])
            }
            bits &= 255
        }
        if count > 0 { text.append(digits[bits << (6 - count) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a cursor; what is no digit is passed over, since any bytes name a place.
    static func bytes(of cursor: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for digit in cursor.utf8 {
            guard let value = digits.firstIndex(of: digit) else { continue }
            (bits, count) = (bits << 6 | value, count + 6)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
            }
            bits &= 255
        }
        return bytes
    }
}
