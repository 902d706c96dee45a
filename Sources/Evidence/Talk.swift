public import Signals
public import Workspace

/// The talk of one conversation as it goes by: gives each message the words around it, and forgets what is far behind.
///
/// Shape: messages come in order of time; memory stays bounded however long the conversation is.
public struct Talk: Sendable {
    private var recent: [Utterance] = []
    private var threads: [MessageTime: Thread] = [:]
    private var clock = 0
    private var lastSaid = LastSaid()
    /// Who hears the message whose passage was asked for last: whoever it names, else who spoke just before it.
    ///
    /// Shape: a name as passages use it; nil where nobody else is in sight. Source: `docs/methods.md`, "Who heard it".
    public private(set) var hearer: String?

    /// How many messages before a message belong to its passage.
    public static let reach = 4
    /// How many threads are remembered at once; the one that was silent for longest is forgotten first.
    static let threadLimit = 4096
    /// How much of an earlier message is remembered, in UTF-8 bytes.
    static let memory = 600

    private struct Thread {
        var root: Utterance?
        var recent: [Utterance] = []
        var touched: Int
        var said = LastSaid()
    }

    private let speakers: Speakers

    /// A talk of which nothing was heard yet.
    public init(speakers: Speakers = Speakers()) { self.speakers = speakers }

    /// The passage of a message; then the message itself belongs to what was said before.
    ///
    /// - Returns: nil for lines that nobody said; they are not part of the talk either.
    public mutating func passage(of message: Message) -> Passage? {
        guard message.sort == .words || message.sort == .bot, !message.deleted else { return nil }
        let said = utterance(of: message)
        clock += 1
        defer { hear(message, said) }
        guard message.sort == .words else { return nil }
        hearer = hearer(of: message, said)
        let reactions = Dictionary(message.reactions.map { ($0.name, $0.count) }, uniquingKeysWith: +)
        guard let start = message.thread, message.isReply else {
            return Passage(target: said, before: recent, reactions: reactions)
        }
        let thread = threads[start]
        return Passage(target: said, root: thread?.root, before: thread?.recent ?? [], reactions: reactions)
    }

    private func hearer(of message: Message, _ said: Utterance) -> String? {
        if let named = said.mentions.first(where: { $0.who != said.who }) { return named.who }
        let time = message.id.time.microseconds
        guard message.isReply, let start = message.thread else { return lastSaid.other(than: said.who, before: time) }
        let thread = threads[start]
        return thread?.said.other(than: said.who, before: nil)
            ?? thread?.root.flatMap { $0.who == said.who ? nil : $0.who }
    }

    private mutating func hear(_ message: Message, _ said: Utterance) {
        let remembered = Self.shortened(said)
        let isPerson = message.sort == .words
        if message.isReply, let start = message.thread {
            var thread = threads[start] ?? Thread(touched: clock)
            thread.touched = clock
            Self.push(remembered, to: &thread.recent)
            if isPerson { thread.said.hear(said.who, at: message.id.time.microseconds) }
            threads[start] = thread
            if message.shownInChannel { Self.push(remembered, to: &recent) }
        } else {
            if isPerson { lastSaid.hear(said.who, at: message.id.time.microseconds) }
            if message.thread != nil { threads[message.id.time] = Thread(root: remembered, touched: clock) }
            Self.push(remembered, to: &recent)
        }
        if threads.count > Self.threadLimit { forgetHalf() }
    }

    private mutating func forgetHalf() {
        let ages = threads.values.map(\.touched).sorted()
        let border = ages[ages.count / 2]
        threads = threads.filter { $0.value.touched > border }
    }

    private static func push(_ said: Utterance, to list: inout [Utterance]) {
        if list.count == reach { list.removeFirst() }
        list.append(said)
    }

    private func utterance(of message: Message) -> Utterance {
        Utterance(
            who: message.author.account.map { speakers.name(of: $0) } ?? "nobody",
            text: message.text.text,
            mentions: message.text.mentions.map { Utterance.Named(who: speakers.name(of: $0.account), span: $0.span) }
        )
    }

    private static func shortened(_ said: Utterance) -> Utterance {
        guard said.text.utf8.count > memory else { return said }
        let text = String(decoding: said.text.utf8.prefix(memory), as: UTF8.self)
        let mentions = said.mentions.filter { ($0.span?.upperBound ?? 0) <= memory }
        return Utterance(who: said.who, text: text, mentions: mentions)
    }
}

/// The last two people who spoke in one place, and when.
private struct LastSaid {
    private var latest: (who: String, moment: Int64)?
    private var other: (who: String, moment: Int64)?

    /// How long somebody who spoke in a channel is thought to be there still, in microseconds.
    private static let presence: Int64 = 45 * 60_000_000

    mutating func hear(_ who: String, at moment: Int64) {
        if let latest, latest.who != who { other = latest }
        latest = (who, moment)
    }

    /// The last one who is not this person; `moment` asks for somebody who was there shortly before it.
    func other(than who: String, before moment: Int64?) -> String? {
        guard let found = latest?.who == who ? other : latest else { return nil }
        if let moment, moment - found.moment > Self.presence { return nil }
        return found.who
    }
}
