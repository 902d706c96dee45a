public import Signals
public import Workspace

/// Turns signals into evidence: finds the people, keeps the words that matter, and leaves the rest behind.
public struct Capture: Sendable {
    /// Everybody of the people file who has an account.
    public let people: [AccountID: Person]
    /// Names to show for accounts without a person.
    public let names: [AccountID: String]
    /// What the reader calls everybody.
    public let speakers: Speakers
    /// Where the chat can be opened.
    public var address: ChatAddress
    /// Which reader saw the signals.
    public var reader: ReaderStamp
    /// The ladder's version at this time.
    public var ladderVersion: String
    /// What each track asks for, by competency id; a track that is missing here takes any.
    public var asked: [Track: Set<String>]
    /// Finds messages about private matters, which never become evidence.
    public var privateMatters: PrivateMatters?
    /// Microseconds since 1970 UTC; when evidence of a conversation that is not open to everyone is first shown.
    public var now: Int64

    /// How sure the reader must be before words are kept about anybody: a ledger that is often wrong is not opened twice.
    public static let minimumConfidence = 0.4

    /// Joins what is the same for all messages of an import.
    public init(
        people: [AccountID: Person],
        names: [AccountID: String],
        address: ChatAddress,
        reader: ReaderStamp,
        ladderVersion: String,
        asked: [Track: Set<String>] = [:],
        privateMatters: PrivateMatters? = try? PrivateMatters.embedded.get(),
        now: Int64
    ) {
        self.people = people
        self.names = names
        speakers = Speakers(people: people, names: names)
        self.address = address
        self.reader = reader
        self.ladderVersion = ladderVersion
        self.asked = asked
        self.privateMatters = privateMatters
        self.now = now
    }

    /// What became of the signals of one message.
    public struct Captured: Sendable {
        /// Evidence.
        public var kept: [LedgerEntry] = []
        /// Signals that were left out because they are about nobody we may keep.
        public var left = 0
        /// True when the message is about a private matter; then nothing of it is kept, and `left` is 0.
        public var isPrivate = false
    }

    /// The evidence of one message, and how many signals were left out because they are about nobody we may keep.
    ///
    /// Signals of a private message are among those left out; `captured` tells them apart.
    public func entries(of message: Message, in channel: Channel, signals: [Signal]) -> (kept: [LedgerEntry], left: Int)
    {
        let captured = captured(from: message, in: channel, signals: signals)
        return (captured.kept, captured.isPrivate ? signals.count : captured.left)
    }

    /// The evidence of one message.
    ///
    /// Rules (`docs/methods.md`, "From signal to evidence"): only about people of the people file; never about the one
    /// who praises or criticises; nothing of a private matter; nobody's words are kept beyond `Quote.limit` characters.
    /// Shape: `passage` is the talk around the message, from which teams that take part are seen; none where unknown.
    /// `hearer` is whom the words were said to, by the name that passages use.
    public func captured(
        from message: Message,
        in channel: Channel,
        signals: [Signal],
        around passage: Passage? = nil,
        heardBy hearer: String? = nil
    ) -> Captured {
        guard !signals.isEmpty else { return Captured() }
        guard message.sort == .words, let speaker = message.author.account else { return Captured(left: signals.count) }
        if let privateMatters, privateMatters.score(message.text.text) >= privateMatters.point {
            return Captured(isPrivate: true)
        }
        let voice = voice(of: speaker, author: message.author)
        let sight = ScopeSight(message, in: channel, around: passage)
        var kept: [LedgerEntry] = []
        for signal in signals where signal.confidence >= Self.minimumConfidence {
            guard let subject = subject(of: signal, speaker: speaker) else { continue }
            let id = EntryID(message.id, kind: signal.kind, subject: subject.id)
            guard !kept.contains(where: { $0.id == id }) else { continue }
            var found = entry(id, of: message, in: channel, signal: signal, subject: subject, voice: voice)
            if signal.subject == .author, signal.kind == .coaching || signal.kind == .judgement {
                found.hearer = hearer.map { self.hearer($0) }
            }
            found.reach = signal.reach
            found.scope = sight.reach(of: signal, about: subject, capture: self).score
            kept.append(found)
        }
        return Captured(kept: kept, left: signals.count - kept.count)
    }

    private func subject(of signal: Signal, speaker: AccountID) -> Person? {
        switch signal.subject {
        case .author: return people[speaker]
        case .participant(let who):
            let account = speakers.account(of: who)
            if account == speaker, signal.kind == .recognition || signal.kind == .feedback { return nil }
            return people[account]
        case .group, .unknown: return nil
        }
    }

    private func voice(of account: AccountID, author: Author) -> Voice {
        let person = people[account]
        var name = person?.name ?? names[account] ?? account.text
        if case .external(_, _, let given?) = author { name = given }
        return Voice(person: person?.id, account: account, name: name, team: person?.team)
    }

    private func hearer(_ who: String) -> Voice {
        let account = speakers.account(of: who)
        let person = people[account]
        return Voice(
            person: person?.id,
            account: account,
            name: person?.name ?? names[account] ?? account.text,
            team: person?.team
        )
    }

    /// The likeliest three of those that the subject's track asks for; shares of what is left of the others.
    private func competencies(of signal: Signal, for subject: Person) -> [CompetencyShare] {
        let own = signal.competencies.filter { asked[subject.track]?.contains($0.competency) ?? true }
        let total = own.reduce(0) { $0 + $1.share }
        guard total > 0 else { return [] }
        return own.prefix(3).map { CompetencyShare(competency: $0.competency, share: $0.share / total) }
    }

    private func entry(
        _ id: EntryID,
        of message: Message,
        in channel: Channel,
        signal: Signal,
        subject: Person,
        voice: Voice
    ) -> LedgerEntry {
        let posted = message.id.time.microseconds
        // In a channel open to everyone the subject could read these words, and object to them, since they were posted.
        let shown = channel.audience == .everyone ? posted : now
        return LedgerEntry(
            id: id,
            subject: subject.id,
            voice: voice,
            kind: signal.kind,
            workClass: signal.workClass,
            confidence: signal.confidence,
            competencies: competencies(of: signal, for: subject),
            stage: signal.stage,
            reason: signal.reason,
            quote: Quote.cut(message.text, naming: subject.account),
            link: address.link(to: message.id, thread: message.isReply ? message.thread : nil),
            message: message.id,
            channelName: channel.name,
            episode: EpisodeID(id.text),
            moment: posted,
            state: .shown,
            shownAt: shown,
            reader: reader,
            ladderVersion: ladderVersion,
            thread: message.thread,
            matters: Matters.named(in: message.text)
        )
    }
}

/// Where a chat can be opened.
public struct ChatAddress: Sendable, Hashable {
    /// `https://NAME.slack.com`; nil when an export is all there is.
    public let base: String?
    /// The chat's own id of the company, for links that open the chat program.
    public let team: String?

    /// Joins address and id.
    public init(base: String? = nil, team: String? = nil) {
        self.base = base
        self.team = team
    }

    /// A link to one message; nil when neither address nor team is known.
    public func link(to message: MessageID, thread: MessageTime?) -> String? {
        guard message.channel.text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
        if let base {
            let place = message.time.slack.filter { $0 != "." }
            let reply = thread.map { "?thread_ts=\($0.slack)&cid=\(message.channel.text)" } ?? ""
            return "\(base)/archives/\(message.channel.text)/p\(place)\(reply)"
        }
        return team.map { "slack://channel?team=\($0)&id=\(message.channel.text)&message=\(message.time.slack)" }
    }
}
