/// A token of Slack; it is written nowhere but in the header of a request.
public struct SlackToken: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let secret: String

    /// Wraps a token, blanks around it left out; nil for what cannot be one.
    public init?(_ text: String) {
        let text = text.trimmed
        guard text.hasPrefix("xox") || text.hasPrefix("xapp-"), text.utf8.count > 8,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        secret = text
    }

    /// The token itself, for whoever keeps it sealed; never for a log or a page.
    public var text: String { secret }

    /// True for an app-level token, which opens Socket Mode and nothing else.
    public var isAppLevel: Bool { secret.hasPrefix("xapp-") }

    /// What may be shown: its kind.
    public var description: String { secret.prefix { $0 != "-" } + "-…" }
    /// What may be shown: its kind.
    public var debugDescription: String { description }
    /// Nothing of the token can be reached by reflection.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
