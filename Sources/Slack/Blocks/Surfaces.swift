public import Intake

/// A message that the app sends.
public struct OutgoingMessage: Sendable, Hashable {
    /// As Slack takes it, without the place that it goes to.
    public let payload: WireValue

    /// Words for where blocks cannot be shown, and the blocks.
    public init(_ words: Mrkdwn, blocks: [Block?] = [], thread: String? = nil) {
        let list = BlockList(blocks, limit: BlockLimits.messageBlocks, inputs: false)
        payload = [
            "text": .text(words.wire.trimmed.isEmpty ? "Crosstie" : words.cut(to: BlockLimits.message).wire),
            "blocks": list.isEmpty ? nil : list.payload, "unfurl_links": false, "unfurl_media": false,
            "thread_ts": thread.map { .text($0) },
        ]
    }

    /// A message that was made before and kept; nil for what is none.
    public init?(kept: WireValue) {
        guard kept["text"].words != nil else { return nil }
        payload = kept
    }

    func payload(to channel: String) -> WireValue { payload.setting("channel", to: .text(channel)) }

    /// The message as the answer to a command, seen by the one who typed it alone.
    public var answer: WireValue {
        [
            "response_type": "ephemeral", "text": payload["text"],
            "blocks": payload["blocks"].isNothing ? nil : payload["blocks"],
        ]
    }
}

/// A form.
public struct Modal: Sendable, Hashable {
    /// As Slack takes it.
    public let payload: WireValue

    /// A form; the button that sends it is shown where something can be filled in, whatever it is called.
    public init(
        _ title: String,
        callback: String,
        blocks: [Block?],
        submit: String? = nil,
        close: String = "Cancel",
        metadata: String = ""
    ) {
        let list = BlockList(blocks, limit: BlockLimits.viewBlocks, inputs: true)
        let submit = submit ?? (list.hasInput ? "Send" : nil)
        let blocks = list.isEmpty ? BlockList([.section(.empty)], limit: 1, inputs: false).payload : list.payload
        payload = [
            "type": "modal", "title": BlockElement.plain(title, BlockLimits.title),
            "submit": submit.map { BlockElement.plain($0, BlockLimits.title) },
            "close": BlockElement.plain(close, BlockLimits.title), "callback_id": .text(Identifiers.kept(callback)),
            "private_metadata": .text(metadata.prefixed(BlockLimits.metadata)), "blocks": blocks,
        ]
    }

    /// Shown while the form is made.
    public static func loading(_ title: String) -> Modal {
        Modal(title, callback: "loading", blocks: [.section(Mrkdwn("One moment…"))])
    }

    /// The answer to a sent form that shows this one instead.
    public var replacement: WireValue { ["response_action": "update", "view": payload] }

    /// The answer to a sent form that says what is missing, by the id of the input.
    public static func errors(_ errors: [String: String]) -> WireValue {
        let fields = errors.sorted { $0.key < $1.key }.map { WireField($0.key, .text($0.value.cut(to: 150))) }
        return ["response_action": "errors", "errors": .object(fields)]
    }
}

/// The app's page of one person.
public struct Home: Sendable, Hashable {
    /// As Slack takes it.
    public let payload: WireValue

    /// A page; without blocks it says that there is nothing yet.
    public init(_ blocks: [Block?], metadata: String = "") {
        let list = BlockList(blocks, limit: BlockLimits.viewBlocks, inputs: true)
        let none = BlockList([.section(Mrkdwn("There is nothing here yet."))], limit: 1, inputs: false)
        payload = [
            "type": "home", "private_metadata": .text(metadata.prefixed(BlockLimits.metadata)),
            "blocks": list.isEmpty ? none.payload : list.payload,
        ]
    }
}
