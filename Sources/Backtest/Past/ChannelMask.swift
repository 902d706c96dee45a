public import Workspace

/// Channels that must not be read, because the moves were spoken of there; names with `*` and `?`.
public struct ChannelMask: Sendable, Hashable {
    /// The patterns as they were given.
    public let patterns: [String]

    /// Takes patterns such as `#maintainers`, `*-private`; a leading `#` and case do not count.
    public init(_ patterns: [String]) { self.patterns = patterns }

    /// True for a channel that one of the patterns means, by name or id.
    public func covers(_ channel: Channel) -> Bool { patterns.contains { Self.fits($0, channel) } }

    /// Patterns that mean none of the channels: likely slips.
    public func unused(among channels: [Channel]) -> [String] {
        patterns.filter { pattern in !channels.contains { Self.fits(pattern, $0) } }
    }

    private static func fits(_ pattern: String, _ channel: Channel) -> Bool {
        let bare = pattern.hasPrefix("#") ? String(pattern.dropFirst()) : pattern
        return matches(Array(bare.lowercased()), Array(channel.name.lowercased()))
            || channel.id.text == bare
    }

    /// Whether a pattern fits a whole name; `*` is any text, `?` any one character.
    static func matches(_ pattern: [Character], _ name: [Character]) -> Bool {
        var (p, n) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while n < name.count {
            if p < pattern.count, pattern[p] == "*" {
                star = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
                p += 1
                n += 1
            } else if let last = star {
                p = last.pattern + 1
                n = last.name + 1
                star = (last.pattern, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }
}
