public import Evidence
public import Signals
public import Workspace

/// What the evidence says of one person, as far as a room needs it; values of the clock, no clock inside.
public struct EvidenceProfile: Sendable, Hashable {
    /// Expected share of next-level work.
    public var mean: Double
    /// How sure that is: standard deviation.
    public var spread: Double
    /// How many independent observations it is worth.
    public var effectiveEvidence: Double
    /// How many people were heard.
    public var voices: Int
    /// How many of the last eight-week windows say anything.
    public var windows: Int
    /// Share of the voices who see little of the next level.
    public var belowShare: Double
    /// Share of the entries that are critical feedback.
    public var criticShare: Double
    /// Expected share of next-level work by competency, where there is any.
    public var competencies: [String: Double]
    /// How many entries speak to each competency.
    public var competencyEntries: [String: Int]
    /// Entries of the period that count, oldest first.
    public var entries: [ProfileEntry]

    /// Joins what is known.
    public init(
        mean: Double,
        spread: Double,
        effectiveEvidence: Double,
        voices: Int,
        windows: Int = 6,
        belowShare: Double = 0,
        criticShare: Double = 0,
        competencies: [String: Double] = [:],
        competencyEntries: [String: Int] = [:],
        entries: [ProfileEntry] = []
    ) {
        self.mean = mean
        self.spread = spread
        self.effectiveEvidence = effectiveEvidence
        self.voices = voices
        self.windows = windows
        self.belowShare = belowShare
        self.criticShare = criticShare
        self.competencies = competencies
        self.competencyEntries = competencyEntries
        self.entries = entries
    }

    /// Share of the entries that show work of upkeep; nil where there are none.
    public var upkeepShare: Double? {
        entries.isEmpty ? nil : Double(entries.filter { $0.workClass == .upkeep }.count) / Double(entries.count)
    }
}

/// One entry as texts can lean on it: what, when, who said it, what happening it belongs to.
public struct ProfileEntry: Sendable, Hashable, Identifiable {
    /// The entry.
    public var id: EntryID
    /// Its place in the period, 0 to 1.
    public var position: Double
    /// What sort of work it shows.
    public var workClass: WorkClass
    /// Who said it, one key a voice.
    public var voice: String
    /// The happening that it belongs to.
    public var episode: String
    /// True where it speaks for the next level, false where it speaks against; nil where it says neither.
    public var speaksFor: Bool?
    /// How clear it is, 0 to 1.
    public var weight: Double

    /// Joins what is known.
    public init(
        id: EntryID,
        position: Double,
        workClass: WorkClass,
        voice: String,
        episode: String,
        speaksFor: Bool? = nil,
        weight: Double = 1
    ) {
        self.id = id
        self.position = position
        self.workClass = workClass
        self.voice = voice
        self.episode = episode
        self.speaksFor = speaksFor
        self.weight = weight
    }

    /// Takes an entry of the ledger; its place in the period is by its day, both ends included.
    public init(_ entry: LedgerEntry, from: CivilDate, to: CivilDate, speaksFor: Bool? = nil) {
        let days = Double(CivilDate(microseconds: entry.moment).days - from.days) + 0.5
        self.init(
            id: entry.id,
            position: min(1, max(0, days / Double(max(1, to.days - from.days + 1)))),
            workClass: entry.workClass,
            voice: entry.voice.key,
            episode: entry.episode.text,
            speaksFor: speaksFor,
            weight: entry.confidence
        )
    }
}
