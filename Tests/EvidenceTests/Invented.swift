import Evidence
import Signals
import Workspace

enum Invented {
    static func entry(
        _ id: String,
        at moment: Int64,
        quote: String = "the retry fix saved our night",
        channel: ChannelID = "C1",
        thread: Int64? = nil,
        voice: String = "ben",
        matters: [String] = []
    ) -> LedgerEntry {
        LedgerEntry(
            id: EntryID(id),
            subject: "ana",
            voice: Voice(person: PersonID(voice), account: AccountID(voice), name: voice, team: nil),
            kind: .recognition,
            workClass: .upkeep,
            confidence: 0.9,
            competencies: [],
            stage: 2,
            quote: quote,
            link: nil,
            message: MessageID(channel: channel, time: MessageTime(microseconds: moment)),
            channelName: "papers",
            episode: EpisodeID(id),
            moment: moment,
            state: .shown,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            thread: thread.map { MessageTime(microseconds: $0) },
            matters: matters
        )
    }

    static func message(
        _ second: Int64,
        by author: AccountID = "U2",
        _ text: String,
        thread: Int64? = nil,
        sort: Message.Sort = .words,
        mentions: [Mention] = []
    ) -> Message {
        Message(
            id: MessageID(channel: "C1", time: MessageTime(microseconds: second * 1_000_000)),
            author: .account(author),
            sort: sort,
            text: PlainText(text, mentions: mentions),
            thread: thread.map { MessageTime(microseconds: $0 * 1_000_000) }
        )
    }
}
