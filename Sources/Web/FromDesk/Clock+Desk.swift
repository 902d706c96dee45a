import Evidence
import Growth
import Workspace

extension ClockMark {
    /// The mark of a reading.
    init(_ reading: ClockReading) {
        switch (reading.state, reading.level) {
        case (_, nil), (nil, _): self = .noNextLevel
        case (.notEnoughEvidence?, _): self = reading.isSettlingIn ? .settlingIn : .notEnoughEvidence
        case (.atLevel?, _): self = .atLevel(reading.presentLevel)
        case (.emerging?, let next?): self = .emerging(next: next)
        case (.operatingAtNext?, let next?): self = .operatingAtNext(next)
        case (.sustainedAtNext?, let next?): self = .sustainedAtNext(next)
        }
    }
}

extension ClockLine {
    /// A reading in one line; a person without a level has nothing to be read against.
    init(_ reading: ClockReading?) {
        guard let reading else {
            self.init(standing: .notEnoughEvidence, words: "The people file names no level.")
            return
        }
        self.init(standing: ClockMark(reading), words: reading.noNewsSince.map { "No news since \(DayMark($0))." })
    }
}

extension ClockCard {
    /// A reading with everything that led to it.
    init(_ reading: ClockReading?) {
        guard let reading else {
            self.init(
                standing: .notEnoughEvidence,
                words: "The people file names no level of the ladder, so there is nothing to hold the work against.",
                notices: [],
                gates: [],
                voices: []
            )
            return
        }
        self.init(
            standing: ClockMark(reading),
            words: Words(english: reading.headline.text),
            notices: reading.explanation.map { Words(english: $0.text.withDaysInWords) },
            gates: reading.gates.map { ClockGate(gate: $0.kind.name, words: Words(english: $0.words), met: $0.isMet) },
            band: Self.band(reading),
            windows: reading.level.map { Self.strip(reading, next: $0) },
            voices: reading.voices.map {
                VoiceLine(
                    name: $0.name,
                    team: $0.team,
                    words: .counted($0.moments, one: "one moment", other: "\($0.moments) moments")
                )
            },
            carrier: reading.carriers.isEmpty
                ? nil : "\(Words.list(reading.carriers)) carries most of it."
        )
    }

    private static func band(_ reading: ClockReading) -> MeanBand? {
        guard let mean = reading.mean, let interval = reading.interval, let next = reading.level else { return nil }
        return MeanBand(
            low: interval.low,
            high: interval.high,
            mean: mean,
            line: reading.threshold,
            level: reading.presentLevel,
            next: next
        )
    }

    private static func strip(_ reading: ClockReading, next: Int) -> WindowStrip {
        WindowStrip(
            reading.windows.reversed().map { ($0.from, $0.to, WindowReading($0.vote)) },
            next: next
        )
    }
}

extension WindowReading {
    fileprivate init(_ vote: ClockReading.Window.Vote) {
        switch vote {
        case .supports: self = .nextLevel
        case .between: self = .between
        case .against: self = .presentLevel
        case .silent: self = .silent
        }
    }
}

extension ClockReading.Gate.Kind {
    /// What the gate is called.
    var name: Words {
        switch self {
        case .evidence: "Enough was heard"
        case .observers: "From enough people"
        case .clarity: "It is clear"
        case .withoutAnyOne: "It rests on no single voice"
        case .teams: "Seen from enough teams"
        case .time: "It lasted"
        }
    }
}

extension CompetencyStanding {
    /// The standing of a competency in a reading.
    init(_ competency: ClockReading.CompetencyReading) {
        switch competency.state {
        case _ where competency.isUnchanged: self = .unchanged
        case .thin: self = .thin
        case .supported: self = .leansYes
        case .contradicted: self = .leansNo
        case .open: self = .open
        }
    }
}
