import Evidence
import Signals
import Testing
import Workspace

@Suite struct `Marks of messages` {
    private func message(_ text: String, sort: Message.Sort = .words, mentions: [Mention] = []) -> Message {
        Message(
            id: MessageID(channel: "C1", time: MessageTime(microseconds: 1)),
            author: .account("U1"),
            sort: sort,
            text: PlainText(text, mentions: mentions)
        )
    }

    private func marks(_ text: String) -> TalkMarks { TalkMark.marks(of: message(text)) }

    @Test(arguments: [
        ("does it replay on its own?", TalkMarks.question),
        ("Could you have a look at the retry", .request),
        ("PTAL when you have a minute", .asksReview),
        ("Should we ship it on Friday?", .asksDecision),
        ("I need your approval for the new budget", .asksDecision),
        ("INC-141 opened: replica lag. Severity 2.", .incident),
        ("the site is down since noon", .incident),
        ("I'm stuck with the certificate", .stuck),
        ("We can’t continue without the key", .stuck),
        ("thanks, that saved my night", .thanks),
        ("Thank you!", .thanks),
        ("works again", .settled),
        ("Never mind, I had the wrong branch", .settled),
        ("INC-141 resolved after 2 h 31 min", .settled),
        ("need it by Friday", .replyBy),
    ])
    func `the words say what a message does`(text: String, mark: TalkMarks) {
        #expect(marks(text).contains(mark), "\(text)")
    }

    @Test(arguments: [
        ("see https://example.com/find?query=down", TalkMarks.question),
        ("I ran `select a?b from c` and it was fine", .question),
        ("> can you look at this?\nDone.", .question),
        ("```\nthanks?\n```", .thanks),
        ("Thanks in advance", .thanks),
        ("it is not fixed yet", .settled),
        ("once resolved we can go on", .settled),
        ("the postmortem is due", .incident),
    ])
    func `what is only quoted, linked, code, hoped for or denied carries no mark`(text: String, mark: TalkMarks) {
        #expect(!marks(text).contains(mark), "\(text)")
    }

    @Test func `a mark stands only where its phrase stands in one clause`() {
        #expect(!marks("The retry works. Now we rest").contains(.settled))
        #expect(marks("The retry works now").contains(.settled))
    }

    @Test func `a name after an at sign is no word of a phrase`() {
        let text = "@thanks bring the keys"
        let named = message(text, mentions: [Mention(account: "U2", span: 0..<7)])
        #expect(TalkMark.marks(of: named).isEmpty)
        #expect(TalkMark.named(in: named) == ["U2"])
    }

    @Test func `what the reader saw joins the words, unless it was unsure`() {
        let sure = Signal(kind: .decision, subject: .author, confidence: 0.8, workClass: .decision)
        let unsure = Signal(kind: .recognition, subject: .author, confidence: 0.2, workClass: .craft)
        #expect(TalkMark.marks(of: message("we go with the adapter"), signals: [sure, unsure]) == .decision)
    }

    @Test func `nobody names themselves, and everybody is named once`() {
        let mentions = ["U2", "U1", "U2", "U3"].map { Mention(account: AccountID($0), span: nil) }
        #expect(TalkMark.named(in: message("you three", mentions: mentions)) == ["U2", "U3"])
    }

    @Test func `lines that the chat wrote, and deleted messages, carry nothing`() {
        let mention = [Mention(account: "U2", span: nil)]
        let system = message("is the site down?", sort: .system, mentions: mention)
        #expect(TalkMark.marks(of: system).isEmpty && TalkMark.named(in: system).isEmpty)
        var deleted = message("is the site down?", mentions: mention)
        deleted.deleted = true
        #expect(TalkMark.marks(of: deleted).isEmpty && TalkMark.named(in: deleted).isEmpty)
    }

    @Test func `nothing is kept of a message about a private matter`() throws {
        let capture = Capture(
            people: [:],
            names: [:],
            address: ChatAddress(),
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            privateMatters: try PrivateMatters.embedded.get(),
            now: 0
        )
        let mention = [Mention(account: "U2", span: nil)]
        let kept = capture.marks(of: message("could you review the retry?", mentions: mention), signals: [])
        #expect(kept.marks.contains(.question) && kept.named == ["U2"])
        let text = "I was diagnosed with depression last month, could you take my shifts?"
        let gone = capture.marks(of: message(text, mentions: mention), signals: [])
        #expect(gone.marks.isEmpty && gone.named.isEmpty)
    }

    @Test(arguments: [
        "", "?", "`", "```", ">", "\u{e9}", "http://", "'", "’", "@", String(repeating: "thanks ", count: 4000),
    ])
    func `odd texts are no trouble`(text: String) {
        _ = marks(text)
        let beyond = [Mention(account: "U2", span: 0..<900), Mention(account: "U3", span: 4..<4)]
        _ = TalkMark.marks(of: message(text, mentions: beyond))
    }
}
