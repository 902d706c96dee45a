public import Workspace

/// What can be compared of a piece of evidence when episodes are found; light, since a person may have very many.
public struct EpisodeTrace: Sendable, Hashable {
    /// The entry.
    public let id: EntryID
    /// When it happened, microseconds since 1970 UTC.
    public let moment: Int64
    /// Where it was said.
    public let channel: ChannelID
    /// The thread that it was said in.
    public let thread: MessageTime?
    /// What the words point at.
    public let matters: [String]
    /// Hashes of the words that carry matter.
    let words: Set<UInt64>

    /// Takes what can be compared.
    public init(
        id: EntryID,
        moment: Int64,
        channel: ChannelID,
        thread: MessageTime?,
        matters: [String],
        quote: String
    ) {
        self.id = id
        self.moment = moment
        self.channel = channel
        self.thread = thread
        self.matters = matters
        words = Self.contentWords(of: quote)
    }

    /// Takes what can be compared of an entry.
    public init(_ entry: LedgerEntry) {
        self.init(
            id: entry.id,
            moment: entry.moment,
            channel: entry.message.channel,
            thread: entry.thread,
            matters: entry.matters,
            quote: entry.quote
        )
    }

    /// Words of five letters and more, by bytes: short ones carry grammar, not matter.
    private static func contentWords(of text: String) -> Set<UInt64> {
        let start: UInt64 = 0xcbf2_9ce4_8422_2325
        var words: Set<UInt64> = []
        var hash = start
        var length = 0
        func close() {
            if length >= 5 { words.insert(hash) }
            hash = start
            length = 0
        }
        for byte in text.utf8 {
            let isUpper = byte >= 65 && byte <= 90
            let isPart = byte >= 128 || isUpper || (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57)
            guard isPart else {
                close()
                continue
            }
            hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01b3
            // Continuation bytes of UTF-8 do not begin a letter.
            if byte & 0xC0 != 0x80 { length += 1 }
        }
        close()
        return words
    }
}
