import CSimdjson
import Workspace

/// Attachments: what apps put beside the text, and words of others that are passed on.
enum Attachments {
    /// True for words that belong to somebody else than the one who passes them on.
    static func isShared(_ attachment: JSON) -> Bool {
        if attachment["is_share"].isTrue || attachment["is_msg_unfurl"].isTrue { return true }
        guard attachment["author_id"].words != nil, let from = attachment["from_url"].string else { return false }
        return from.contains(".slack.com/archives/")
    }

    /// The passed-on words of a message.
    static func shared(in attachments: JSON, names: DisplayNames, draft: inout TextDraft) -> [SharedWords] {
        var shared: [SharedWords] = []
        for attachment in attachments.elements where attachment.isObject && isShared(attachment) {
            draft.clear()
            if !writeMessageBlocks(of: attachment, names: names, onto: &draft) {
                for name: StaticString in ["text", "fallback"] where draft.isEmpty {
                    if let text = attachment[name].bytes { SlackText.write(text, names: names, onto: &draft) }
                }
            }
            let channel = attachment["channel_id"].words.map { ChannelID($0) }
            let time = attachment["ts"].bytes.flatMap { SlackTime.read($0) }
            let text = draft.finish()
            shared.append(
                SharedWords(
                    author: attachment["author_id"].words.map { AccountID($0) },
                    message: channel.flatMap { channel in time.map { MessageID(channel: channel, time: $0) } },
                    text: text
                )
            )
        }
        draft.clear()
        return shared
    }

    /// Appends what an app says in attachments; used only where the message has no words of its own.
    static func write(_ attachments: JSON, names: DisplayNames, onto draft: inout TextDraft) {
        for attachment in attachments.elements where attachment.isObject && !isShared(attachment) {
            let before = draft.bytes.count
            for name: StaticString in ["pretext", "title", "text"] {
                guard let text = attachment[name].bytes, !text.isEmpty else { continue }
                draft.newLine()
                SlackText.write(text, names: names, onto: &draft)
            }
            for field in attachment["fields"].elements {
                draft.newLine()
                if let title = field["title"].words { draft.append(title + ": ") }
                if let text = field["value"].bytes { SlackText.write(text, names: names, onto: &draft) }
            }
            if draft.bytes.count == before { Blocks.write(attachment["blocks"], names: names, onto: &draft) }
            if draft.bytes.count == before { _ = writeMessageBlocks(of: attachment, names: names, onto: &draft) }
            if draft.bytes.count == before, let fallback = attachment["fallback"].bytes {
                draft.newLine()
                SlackText.write(fallback, names: names, onto: &draft)
            }
        }
    }

    private static func writeMessageBlocks(
        of attachment: JSON,
        names: DisplayNames,
        onto draft: inout TextDraft
    ) -> Bool {
        let before = draft.bytes.count
        for message in attachment["message_blocks"].elements {
            draft.newLine()
            Blocks.write(message["message"]["blocks"], names: names, onto: &draft)
        }
        return draft.bytes.count > before
    }
}
