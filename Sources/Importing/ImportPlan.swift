import Evidence
import Intake
import Records
import Workspace

/// Which day files are read, in which order, and which only need to be heard again for their context.
struct ImportPlan: Sendable {
    /// Names export, reader and people: the key of the marks.
    let source: String
    /// The reading key of the run.
    let reading: Int64
    /// What will be read, by id.
    let conversations: [Conversation]
    /// The work, in the order in which it is written.
    let chunks: [Chunk]

    /// Some day files of one conversation.
    struct Chunk: Sendable {
        let conversation: Int
        let files: [DayFile]
        /// True when an earlier run wrote these already: they are parsed only so that later messages have their context.
        let isHeardOnly: Bool
        /// True for the first chunk of a conversation.
        let isFirst: Bool
    }

    /// Unpacked bytes of a chunk: enough work to be worth a task, small enough to hold several.
    static let chunkBytes = 512 * 1024

    init(
        export: SlackExport,
        selection: ChannelSelection,
        source: String,
        reading: Int64,
        marks: [ChannelID: String]
    ) {
        self.source = source
        self.reading = reading
        let decisions = selection.decisions(for: export.conversations.map(\.channel))
        let chosen = zip(export.conversations, decisions).filter { $0.1.isRead }.map(\.0)
        var chunks: [Chunk] = []
        for (index, conversation) in chosen.enumerated() {
            let mark = marks[conversation.channel.id]
            let done = mark.flatMap { mark in conversation.days.firstIndex { $0.name == mark } }.map { $0 + 1 } ?? 0
            guard done < conversation.days.count else { continue }
            let heard = Self.cut(conversation.days[..<done]).map { ($0, true) }
            let open = Self.cut(conversation.days[done...]).map { ($0, false) }
            for (place, (files, isHeardOnly)) in (heard + open).enumerated() {
                let chunk = Chunk(conversation: index, files: files, isHeardOnly: isHeardOnly, isFirst: place == 0)
                chunks.append(chunk)
            }
        }
        conversations = chosen
        self.chunks = chunks
    }

    private static func cut(_ files: ArraySlice<DayFile>) -> [[DayFile]] {
        var chunks: [[DayFile]] = []
        var bytes = 0
        for file in files {
            if chunks.isEmpty || bytes + file.bytes > chunkBytes {
                chunks.append([])
                bytes = 0
            }
            chunks[chunks.count - 1].append(file)
            bytes += file.bytes
        }
        return chunks
    }
}
