import CSimdjson
import Workspace

/// Reads the entries of one day file into messages in order, each once.
struct DayReading {
    let channel: ChannelID
    let file: String
    let directory: Directory
    let messageBytes: Int

    func messages(of root: JSON, bench: Workbench) -> DayMessages {
        var day = DayMessages()
        guard root.kind == CSJ_ARRAY else {
            day.broken = BrokenFile(file: file, breakage: .notAList(JSONShape.name(root)))
            return day
        }
        let reading = MessageReading(channel: channel, directory: directory, messageBytes: messageBytes)
        var skips: [SkipReason: Skip] = [:]
        func skip(_ reason: SkipReason, _ index: Int) {
            let first = ImportPlace(file: file, index: index)
            skips[reason, default: Skip(reason: reason, count: 0, first: first)].count += 1
        }
        for (index, entry) in root.elements.enumerated() {
            switch reading.read(entry, bench: bench) {
            case .message(let message, let unknownSubtype):
                day.messages.append(message)
                if unknownSubtype { skip(.unknownSubtype, index) }
            case .edit(let message): day.edits.append(message)
            case .deletion(let deletion): day.deletions.append(deletion)
            case .skip(let reason): skip(reason, index)
            }
        }
        let repeated = day.putInOrder()
        if repeated > 0 {
            skips[.repeated] = Skip(reason: .repeated, count: repeated, first: ImportPlace(file: file))
        }
        day.skipped = skips.values.sorted { $0.reason.rawValue < $1.reason.rawValue }
        return day
    }
}

extension DayMessages {
    /// Sorts by time, keeps the newest edit of each message, and applies the file's own edits and deletions.
    ///
    /// Returns how many copies went.
    fileprivate mutating func putInOrder() -> Int {
        var isRising = true
        for (left, right) in zip(messages, messages.dropFirst()) where left.id.time >= right.id.time {
            isRising = false
            break
        }
        let before = messages.count
        if !isRising { messages = Self.newest(messages) }
        let repeated = before - messages.count
        guard !edits.isEmpty || !deletions.isEmpty else { return repeated }
        edits = Self.newest(edits)
        deletions.sort { ($0.message.time, $0.at) < ($1.message.time, $1.at) }
        var places: [MessageTime: Int] = [:]
        for (place, message) in messages.enumerated() { places[message.id.time] = place }
        edits.removeAll { edit in
            guard let place = places[edit.id.time] else { return false }
            if Self.isNewer(edit, than: messages[place]) { messages[place] = edit }
            return true
        }
        deletions.removeAll { deletion in
            guard let place = places[deletion.message.time] else { return false }
            messages[place] = messages[place].withoutWords
            return true
        }
        let gone = Set(deletions.map(\.message))
        edits.removeAll { gone.contains($0.id) }
        return repeated
    }

    private static func newest(_ messages: [Message]) -> [Message] {
        let ordered = messages.enumerated().sorted { left, right in
            left.element.id.time == right.element.id.time
                ? left.offset < right.offset : left.element.id.time < right.element.id.time
        }
        var kept: [Message] = []
        kept.reserveCapacity(ordered.count)
        for (_, message) in ordered {
            if let last = kept.last, last.id.time == message.id.time {
                if isNewer(message, than: last) { kept[kept.count - 1] = message }
            } else {
                kept.append(message)
            }
        }
        return kept
    }

    /// A deleted copy wins over every edit; among edits the later one wins.
    private static func isNewer(_ message: Message, than other: Message) -> Bool {
        if message.deleted != other.deleted { return message.deleted }
        guard let edited = message.edited else { return false }
        return other.edited.map { edited > $0 } ?? true
    }
}

extension Message {
    /// The same message after it was deleted.
    fileprivate var withoutWords: Message {
        var message = self
        message.deleted = true
        message.text = PlainText("")
        message.shared = []
        message.reactions = []
        return message
    }
}
