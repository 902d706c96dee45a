public import Workspace

/// Text for Slack, escaped once.
///
/// Source: Slack documentation, "Formatting text": exactly `&`, `<` and `>` are escaped, and nothing else.
public struct Mrkdwn: Sendable, Hashable {
    /// The text as it goes over the wire.
    public private(set) var wire: String

    /// Plain words; whatever looks like a mention or an address in them stays text.
    public init(_ plain: String) { wire = Self.escaped(plain) }

    private init(wire: String) { self.wire = wire }

    /// Nothing.
    public static let empty = Mrkdwn(wire: "")

    /// Names an account; Slack shows its present name and tells the person.
    public static func mention(_ account: AccountID) -> Mrkdwn { Mrkdwn(wire: "<@\(escaped(account.text))>") }

    /// Names a channel.
    public static func channel(_ id: ChannelID) -> Mrkdwn { Mrkdwn(wire: "<#\(escaped(id.text))>") }

    /// A link; only web addresses become one.
    public static func link(_ address: String, _ words: String) -> Mrkdwn {
        guard address.hasPrefix("https://") || address.hasPrefix("http://"), !address.contains("|") else {
            return Mrkdwn(words)
        }
        return Mrkdwn(wire: "<\(escaped(address))|\(escaped(words).replacing("|", with: "¦"))>")
    }

    /// Bold words; stars inside them would end it early and go.
    public static func bold(_ words: String) -> Mrkdwn {
        let words = words.replacing("*", with: "")
        return words.isEmpty ? .empty : Mrkdwn(wire: "*\(escaped(words))*")
    }

    /// Words of somebody, each line set apart.
    public static func quote(_ words: String) -> Mrkdwn {
        let lines = words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Mrkdwn(wire: lines.map { ">" + escaped(String($0)) }.joined(separator: "\n"))
    }

    /// One after the other.
    public static func + (left: Mrkdwn, right: Mrkdwn) -> Mrkdwn { Mrkdwn(wire: left.wire + right.wire) }

    /// With something between.
    public static func joined(_ parts: [Mrkdwn], by separator: String = "") -> Mrkdwn {
        Mrkdwn(wire: parts.map(\.wire).joined(separator: escaped(separator)))
    }

    /// Units: bytes of UTF-16 code units, as carefully as Slack may count.
    public var count: Int { wire.utf16.count }

    /// Cut to a length, never inside a character, an entity or a token; the cut is shown.
    public func cut(to limit: Int) -> Mrkdwn {
        guard count > limit else { return self }
        var kept = ""
        var length = 1
        var rest = wire[...]
        while let first = rest.first {
            let end: Substring.Index
            switch first {
            case "<": end = rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
            case "&": end = rest.firstIndex(of: ";").map { rest.index(after: $0) } ?? rest.endIndex
            default: end = rest.index(after: rest.startIndex)
            }
            let piece = rest[..<end]
            guard length + piece.utf16.count <= limit else { break }
            length += piece.utf16.count
            kept += piece
            rest = rest[end...]
        }
        return Mrkdwn(wire: kept + "…")
    }

    static func escaped(_ plain: String) -> String {
        var text = ""
        for character in plain.unicodeScalars {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }
}

extension String {
    /// Cut to a length in UTF-16 units, between characters; the cut is shown.
    func cut(to limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var kept = ""
        var length = 1
        for character in self {
            let size = String(character).utf16.count
            guard length + size <= limit else { break }
            length += size
            kept.append(character)
        }
        return kept + "…"
    }
}
