public import Evidence
public import Signals
public import Workspace

/// A piece of evidence as pages show it.
public struct EvidenceItem: Sendable, Hashable {
    /// The key, which ends the address of its place on the page.
    public let anchor: String
    /// The words.
    public let quote: String
    /// Who said it.
    public let voice: String
    /// The speaker's team then.
    public let voiceTeam: String?
    /// When.
    public let day: DayMark
    /// The channel's name, without `#`.
    public let channel: String
    /// Where it opens.
    public let link: Link?
    /// Which act it shows.
    public let kind: KindMark
    /// What sort of work it shows.
    public let work: WorkMark
    /// How far it has come.
    public let state: StateMark
    /// Why it is read as about its subject; nil where that cannot be said.
    public let why: Words?
    /// How far the work reaches, or that it cannot be told; nil where that was not judged.
    public let reach: Words?
    /// The way to its own page; nil where the reader has nothing to do there.
    public var door: EntryDoor?

    /// Joins its parts.
    ///
    /// Shape: `address` is left out of the page unless it is a web address; `countsFrom` is the day from which it counts if
    /// nobody contests it.
    public init(
        id: EntryID,
        quote: String,
        voice: String,
        voiceTeam: String? = nil,
        day: CivilDate,
        channel: String,
        address: String? = nil,
        kind: SignalKind,
        workClass: WorkClass,
        state: EvidenceState,
        countsFrom: CivilDate? = nil,
        reason: SubjectReason = .unknown,
        reach: Words? = nil
    ) {
        anchor = id.text
        self.quote = quote
        self.voice = voice
        self.voiceTeam = voiceTeam
        self.day = DayMark(day)
        self.channel = channel
        link = address.flatMap(Link.init)
        self.kind = KindMark(kind)
        work = WorkMark(workClass)
        self.state = StateMark(state, countsFrom: countsFrom)
        why = reason.words
        self.reach = reach
        door = nil
    }

    /// Shows an entry of the ledger.
    public init(_ entry: LedgerEntry, countsFrom: CivilDate? = nil) {
        self.init(
            id: entry.id,
            quote: entry.quote,
            voice: entry.voice.name,
            voiceTeam: entry.voice.team,
            day: CivilDate(microseconds: entry.moment),
            channel: entry.channelName,
            address: entry.link,
            kind: entry.kind,
            workClass: entry.workClass,
            state: entry.state,
            countsFrom: countsFrom,
            reason: entry.reason,
            reach: entry.reachWords.map(Words.init(english:))
        )
    }
}

extension SubjectReason {
    /// Why a piece of evidence is read as about its subject, as pages say it.
    var words: Words? {
        switch self {
        case .mentioned: "named with @"
        case .named: "named"
        case .threadRoot: "began the thread"
        case .helperBefore: "spoke just before"
        case .own: "own words"
        case .group, .unknown: nil
        }
    }
}
