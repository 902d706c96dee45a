/// What a message's subtype makes of it.
enum Subtype: Sendable {
    /// Words, of a person or of a program.
    case words
    /// Words of a program.
    case bot
    /// A reply that is also shown in the channel.
    case broadcast
    /// A comment on a file; author and words stand in `comment`.
    case fileComment
    /// A line of the chat system.
    case system
    /// A call; who began it stands in `room`.
    case huddle
    /// A deleted message that still has replies.
    case tombstone
    /// Says that another message changed.
    case changed
    /// Says that another message went.
    case deleted
    /// Says that another message got a reply.
    case replied
    /// Not known to this version.
    case unknown

    /// The meaning of a subtype; nil and empty are plain words.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>?) -> Subtype {
        guard let bytes, !bytes.isEmpty else { return .words }
        var name = String(decoding: bytes, as: UTF8.self)
        if name.hasPrefix("group_") { name = "channel_" + name.dropFirst(6) }
        return known[name] ?? .unknown
    }

    // Slack's "Message subtypes" page and what exports show beside it.
    private static let known: [String: Subtype] = [
        "me_message": .words, "file_share": .words, "file_mention": .words, "assistant_app_thread": .words,
        "document_mention": .words, "share_shortcut": .words,
        "thread_broadcast": .broadcast, "reply_broadcast": .broadcast,
        "file_comment": .fileComment,
        "slackbot_response": .bot, "bot_message": .bot,
        "channel_join": .system, "channel_leave": .system, "channel_topic": .system, "channel_purpose": .system,
        "channel_name": .system, "channel_archive": .system, "channel_unarchive": .system,
        "channel_convert_to_private": .system, "channel_convert_to_public": .system,
        "channel_posting_permissions": .system, "channel_canvas_updated": .system,
        "pinned_item": .system, "unpinned_item": .system, "bot_add": .system, "bot_remove": .system,
        "bot_enable": .system, "bot_disable": .system, "reminder_add": .system, "sh_room_created": .system,
        "joiner_notification": .system, "tabbed_canvas_updated": .system, "app_conversation_leave": .system,
        "ekm_access_denied": .system,
        "huddle_thread": .huddle, "tombstone": .tombstone,
        "message_changed": .changed, "message_deleted": .deleted, "message_replied": .replied,
    ]
}
