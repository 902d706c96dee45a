/// A clock in a line.
public struct ClockLine: Sendable, Hashable {
    /// Where it stands; such as `.emerging(next: 5)`.
    public let standing: ClockMark
    /// What is worth knowing beside it, in one sentence.
    public let words: Words?

    /// Joins its parts.
    public init(standing: ClockMark, words: Words? = nil) {
        self.standing = standing
        self.words = words
    }
}

/// A clock with what it rests on.
public struct ClockCard: Sendable, Hashable {
    /// Where it stands; such as `.emerging(next: 5)`.
    public let standing: ClockMark
    /// What that rests on, in one to three sentences.
    public let words: Words
    /// What to bear in mind, such as `No news since 3 May`.
    public let notices: [Words]
    /// The conditions of a sustained reading, in a fixed order.
    public let gates: [ClockGate]
    /// The interval of the mean; nil where there is too little evidence.
    public let band: MeanBand?
    /// The six eight-week windows; nil where there is too little evidence.
    public let windows: WindowStrip?
    /// Who has been heard.
    public let voices: [VoiceLine]
    /// Who carries most of the reading, and what it would be without them.
    public let carrier: Words?

    /// Joins its parts.
    public init(
        standing: ClockMark,
        words: Words,
        notices: [Words],
        gates: [ClockGate],
        band: MeanBand? = nil,
        windows: WindowStrip? = nil,
        voices: [VoiceLine],
        carrier: Words? = nil
    ) {
        self.standing = standing
        self.words = words
        self.notices = notices
        self.gates = gates
        self.band = band
        self.windows = windows
        self.voices = voices
        self.carrier = carrier
    }
}

/// One condition of a sustained reading.
public struct ClockGate: Sendable, Hashable {
    /// What is asked for.
    public let gate: Words
    /// How it stands.
    public let words: Words
    /// True when it is met.
    public let met: Bool

    /// Joins its parts.
    public init(gate: Words, words: Words, met: Bool) {
        self.gate = gate
        self.words = words
        self.met = met
    }
}

/// Somebody who has been heard.
public struct VoiceLine: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Their team.
    public let team: String?
    /// What they spoke about, such as `4 moments, last on 12 May`.
    public let words: Words

    /// Joins its parts.
    public init(name: String, team: String? = nil, words: Words) {
        self.name = name
        self.team = team
        self.words = words
    }
}
