import CSimdjson
import Workspace

/// What one entry of a day file says.
enum EntryReading {
    case message(Message, unknownSubtype: Bool)
    case edit(Message)
    case deletion(MessageDeletion)
    case skip(SkipReason)
}

/// Reads one entry of a day file.
struct MessageReading {
    let channel: ChannelID
    let directory: Directory
    let messageBytes: Int

    func read(_ entry: JSON, bench: Workbench) -> EntryReading {
        switch entry.kind {
        case CSJ_OBJECT: JSONFields<MessageField>.pick(entry) { read($0, bench: bench) }
        case CSJ_NULL, CSJ_ABSENT: .skip(.nothing)
        default: .skip(.notAnObject)
        }
    }

    private func read(_ fields: JSONFields<MessageField>, bench: Workbench) -> EntryReading {
        guard fields.count > 0 else { return .skip(.emptyObject) }
        let type = fields[.type]
        if !type.isNothing, !type.equals("message") { return .skip(.otherType) }
        let ts = fields[.ts]
        guard !ts.isNothing else {
            return .skip(fields[.filetype].isNothing && fields[.mimetype].isNothing ? .noTime : .fileObject)
        }
        guard let time = ts.bytes.flatMap(SlackTime.read) else { return .skip(.badTime) }
        let subtype = Subtype.of(fields[.subtype].bytes)
        switch subtype {
        case .replied: return .skip(.replyNote)
        case .changed: return edit(fields, at: time, bench: bench)
        case .deleted: return deletion(fields, at: time)
        default:
            guard let message = message(fields, at: time, subtype: subtype, bench: bench) else {
                return .skip(.tooLarge)
            }
            return .message(message, unknownSubtype: subtype == .unknown)
        }
    }

    private func message(
        _ fields: JSONFields<MessageField>,
        at time: MessageTime,
        subtype: Subtype,
        bench: Workbench
    ) -> Message? {
        let (author, sort) = Authorship(directory: directory).author(of: fields, subtype: subtype)
        let isDeleted = subtype == .tombstone
        let attachments = fields[.attachments]
        let shared =
            isDeleted || attachments.isNothing
            ? [] : Attachments.shared(in: attachments, names: directory.names, draft: &bench.draft)
        let words = isDeleted ? PlainText("") : text(fields, subtype: subtype, bench: bench)
        guard let words else { return nil }
        let thread = fields[.threadTs].bytes.flatMap(SlackTime.read)
        let edited = fields[.edited]
        let reactions = fields[.reactions]
        return Message(
            id: MessageID(channel: channel, time: time),
            author: author,
            sort: sort,
            text: words,
            thread: thread ?? (subtype == .broadcast ? rootTime(fields[.root]) : nil),
            shownInChannel: subtype == .broadcast,
            edited: edited.isNothing ? nil : edited["ts"].bytes.flatMap(SlackTime.read),
            deleted: isDeleted,
            reactions: reactions.isNothing ? [] : ReactionList.read(reactions),
            shared: shared
        )
    }

    private func rootTime(_ root: JSON) -> MessageTime? {
        (root["thread_ts"].bytes ?? root["ts"].bytes).flatMap(SlackTime.read)
    }

    /// The words: structured text first, else the text, else other blocks, else attachments.
    ///
    /// Returns nil when there are more of them than the limit.
    private func text(_ fields: JSONFields<MessageField>, subtype: Subtype, bench: Workbench) -> PlainText? {
        let names = directory.names
        let wire = (subtype == .fileComment ? fields[.comment]["comment"] : fields[.text]).bytes
        guard (wire?.count ?? 0) <= messageBytes else { return nil }
        bench.draft.clear()
        let blocks = fields[.blocks]
        if !blocks.isNothing, Blocks.writeRichText(blocks, names: names, onto: &bench.draft) {
            if let wire, Self.mayPoint(wire) {
                bench.otherDraft.clear()
                SlackText.write(wire, names: names, onto: &bench.otherDraft)
                bench.draft.unite(with: bench.otherDraft)
            }
        } else {
            if let wire { SlackText.write(wire, names: names, onto: &bench.draft) }
            if bench.draft.isEmpty, !blocks.isNothing { Blocks.write(blocks, names: names, onto: &bench.draft) }
            if bench.draft.isEmpty, !fields[.attachments].isNothing {
                Attachments.write(fields[.attachments], names: names, onto: &bench.draft)
            }
        }
        guard bench.draft.bytes.count <= messageBytes else { return nil }
        return bench.draft.finish()
    }

    /// False when a text certainly names nobody.
    private static func mayPoint(_ wire: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place + 1 < wire.count {
            if wire[place] == UInt8(ascii: "<"),
                wire[place + 1] == UInt8(ascii: "@") || wire[place + 1] == UInt8(ascii: "!")
            {
                return true
            }
            place += 1
        }
        return false
    }
}

// MARK: - Wrappers

extension MessageReading {
    private func edit(_ wrapper: JSONFields<MessageField>, at time: MessageTime, bench: Workbench) -> EntryReading {
        let copy = wrapper[.message]
        guard copy.isObject else { return .skip(.wrapperWithoutTarget) }
        return JSONFields<MessageField>.pick(copy) { fields in
            guard let target = fields[.ts].bytes.flatMap(SlackTime.read) else { return .skip(.wrapperWithoutTarget) }
            let subtype = Subtype.of(fields[.subtype].bytes)
            guard var message = message(fields, at: target, subtype: subtype, bench: bench) else {
                return .skip(.tooLarge)
            }
            message.edited = message.edited ?? time
            return .edit(message)
        }
    }

    private func deletion(_ wrapper: JSONFields<MessageField>, at time: MessageTime) -> EntryReading {
        let named = wrapper[.deletedTs].bytes ?? wrapper[.original]["ts"].bytes ?? wrapper[.previousMessage]["ts"].bytes
        guard let target = named.flatMap(SlackTime.read) else { return .skip(.wrapperWithoutTarget) }
        return .deletion(MessageDeletion(message: MessageID(channel: channel, time: target), at: time))
    }
}
