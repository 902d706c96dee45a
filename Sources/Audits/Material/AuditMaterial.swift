public import Ladder
public import Workspace

/// Everything that the audits look at, as plain values; what is left out is reported as unknown, never guessed.
public struct AuditMaterial: Sendable {
    /// The people who work here on the day.
    public var people: [AuditPerson]
    /// Pay bands.
    public var bands: [AuditBand]
    /// Signed exceptions from parity.
    public var exceptions: [AuditException]
    /// The levels that each track offers; empty without a ladder.
    public var offered: [Track: [Int]]
    /// How far bands of a level may lie apart, as a share.
    public var tolerance: Double
    /// Moves that were decided.
    public var moves: [AuditMove]
    /// Seats that opened; nil where nobody keeps them.
    public var openings: [AuditOpening]?
    /// Recognition of the period, settled.
    public var recognitions: [AuditRecognition]
    /// What the clock says of each person, by the state's name; empty where it is not audited.
    public var states: [PersonID: String]
    /// Whose colleagues were asked for evidence in the period.
    public var asked: Set<PersonID>
    /// The day of the audit.
    public var day: CivilDate
    /// The first day of the period that moves and recognition are counted in; its last is `day`.
    public var since: CivilDate

    /// Gathers material; only people and day are needed.
    public init(
        people: [AuditPerson],
        bands: [AuditBand] = [],
        exceptions: [AuditException] = [],
        offered: [Track: [Int]] = [:],
        tolerance: Double = 0.02,
        moves: [AuditMove] = [],
        openings: [AuditOpening]? = nil,
        recognitions: [AuditRecognition] = [],
        states: [PersonID: String] = [:],
        asked: Set<PersonID> = [],
        day: CivilDate,
        since: CivilDate? = nil
    ) {
        self.people = people
        self.bands = bands
        self.exceptions = exceptions
        self.offered = offered
        self.tolerance = tolerance
        self.moves = moves
        self.openings = openings
        self.recognitions = recognitions
        self.states = states
        self.asked = asked
        self.day = day
        self.since = since ?? CivilDate(days: day.days - 365)
    }

    /// Takes bands, exceptions, levels and tolerance from a ladder; bands of families stay as they were given.
    public mutating func adopt(_ ladder: CareerLadder) {
        bands += ladder.levels.flatMap { level in level.ranges.map { AuditBand($0, level: level.number) } }
        exceptions += ladder.exceptions.compactMap { AuditException($0) }
        offered = [.ic: ladder.levels(on: .ic), .management: ladder.levels(on: .management)]
        tolerance = ladder.rules.parityTolerance
    }

    /// The levels that both tracks offer; those that both use where there is no ladder.
    var sharedLevels: [Int] {
        func levels(_ track: Track) -> Set<Int> {
            offered.isEmpty
                ? Set(people.lazy.filter { $0.track == track }.compactMap(\.level)) : Set(offered[track] ?? [])
        }
        return levels(.ic).intersection(levels(.management)).sorted()
    }

    /// Protected categories that anybody has a group in, in order.
    var categories: [String] { Set(people.lazy.flatMap(\.groups.keys)).sorted() }
}
