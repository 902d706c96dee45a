/// The fields of a message that are read; the names on the wire are the same with `_x` for `X`.
enum MessageField: Int, FieldName {
    case type, subtype, ts, user, text, threadTs, edited, reactions, blocks, attachments
    case botId, botProfile, username, userProfile, userTeam, sourceTeam, team
    case comment, room, root, message, original, previousMessage, deletedTs, mimetype, filetype

    static let names = JSONNames(of: MessageField.self)
}
