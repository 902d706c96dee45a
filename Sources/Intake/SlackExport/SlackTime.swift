import Workspace

/// Slack's `ts`, read from bytes without making a text of it.
enum SlackTime {
    /// The same form as `MessageTime.init(slack:)`: one to ten digits, a dot, six digits.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> MessageTime? {
        guard bytes.count >= 8, bytes.count <= 17 else { return nil }
        let dot = bytes.count - 7
        guard bytes[dot] == UInt8(ascii: "."), let seconds = digits(bytes[..<dot]), seconds > 0,
            let counter = digits(bytes[(dot + 1)...])
        else { return nil }
        return MessageTime(microseconds: seconds * 1_000_000 + counter)
    }

    private static func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        var number: Int64 = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
