public import Workspace

/// Slack's own ways of writing text, brought into plain text.
///
/// Shape: mentions become `@` and the present name, links their label, emphasis its words, code its content;
/// the three entities are decoded once; emoji stay as `:names:`.
/// Source: Slack documentation, "Formatting text for app surfaces" and "Retrieving messages".
public enum SlackText {
    /// The plain text of a message's `text` field as Slack sends it.
    public static func plain(_ wire: String, names: DisplayNames = DisplayNames()) -> PlainText {
        var wire = wire
        return wire.withUTF8 { bytes in
            var draft = TextDraft()
            write(bytes, names: names, onto: &draft)
            return draft.finish()
        }
    }

    /// A text without Slack tokens of any sort; for whatever else is kept or logged.
    public static func withoutSecrets(_ text: String) -> String { Secrets.masked(text) }

    /// Appends the plain text of wire text.
    static func write(_ wire: UnsafeBufferPointer<UInt8>, names: DisplayNames, onto draft: inout TextDraft) {
        guard let first = wire.firstIndex(where: isSpecial) else {
            draft.bytes.append(contentsOf: wire)
            return
        }
        draft.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: wire[..<first]))
        var scan = MrkdwnScan(wire: wire, place: first, names: names)
        scan.run(onto: &draft)
    }

    /// True for bytes that can mean something other than themselves.
    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "~"), 0:
            true
        default: false
        }
    }
}
