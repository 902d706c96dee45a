/// When a message was posted, exactly as its source counts: seconds of UTC and a counter that is unique in its channel.
///
/// Units: microseconds since 1970 UTC. Two messages of one channel never share a value; two channels may.
/// Source: Slack's `ts`, compared as two integers, never as a float.
public struct MessageTime: Hashable, Comparable, Sendable {
    /// Microseconds since 1970 UTC.
    public let microseconds: Int64

    /// Wraps a count of microseconds since 1970 UTC.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Reads Slack's `ts`, one to ten digits of seconds, a dot and six digits; nil for anything else.
    public init?(slack text: String) {
        var seconds: Int64 = 0
        var fraction: Int64 = 0
        var digits = 0
        var fractionDigits: Int?
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                guard fractionDigits == nil, digits > 0 else { return nil }
                fractionDigits = 0
            } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                let digit = Int64(byte - UInt8(ascii: "0"))
                if let count = fractionDigits {
                    fraction = fraction * 10 + digit
                    fractionDigits = count + 1
                } else {
                    seconds = seconds * 10 + digit
                    digits += 1
                }
                guard digits <= 10, (fractionDigits ?? 0) <= 6 else { return nil }
            } else {
                return nil
            }
        }
        guard fractionDigits == 6, seconds > 0 else { return nil }
        microseconds = seconds * 1_000_000 + fraction
    }

    /// Slack's form, `seconds.counter`.
    public var slack: String {
        let fraction = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
    }

    /// Earlier first.
    public static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }
}

/// Which message: the key that every source writes to.
public struct MessageID: Hashable, Comparable, Sendable {
    /// The conversation.
    public let channel: ChannelID
    /// The place in it.
    public let time: MessageTime

    /// Joins a conversation and a place in it.
    public init(channel: ChannelID, time: MessageTime) {
        self.channel = channel
        self.time = time
    }

    /// By channel, then by time.
    public static func < (left: Self, right: Self) -> Bool {
        left.channel == right.channel ? left.time < right.time : left.channel < right.channel
    }
}
