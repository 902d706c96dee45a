import Evidence
import Growth
import Ladder
import Moves
import Signals
import Testing
import Workspace

/// A small invented company to move about in.
enum Invented {
    static let ladder = CareerLadder.reference
    static let today = CivilDate(days: 20_000)
    static let now = today.microseconds + 36_000_000_000
    static let ana = Person(
        id: "ana",
        name: "Ana Berg",
        manager: "mo",
        team: "Papers",
        level: 5,
        started: CivilDate(days: 17_000),
        levelSince: CivilDate(days: 19_000)
    )

    static func entry(
        _ number: Int,
        _ competency: String,
        daysAgo: Int = 10,
        state: EvidenceState = .settled
    )
        -> LedgerEntry
    {
        let moment = CivilDate(days: today.days - daysAgo).microseconds + Int64(number)
        return LedgerEntry(
            id: EntryID("e\(number)"),
            subject: "ana",
            voice: Voice(person: "ben", account: "U2", name: "Ben", team: "Data"),
            kind: .recognition,
            workClass: .ownership,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: competency, share: 0.8)],
            stage: 4,
            quote: "she saw the whole of it and made it simple",
            link: nil,
            message: MessageID(channel: "C1", time: MessageTime(microseconds: moment)),
            channelName: "papers",
            episode: EpisodeID("p\(number)"),
            moment: moment,
            state: state,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }

    static func reading(_ person: Person, _ entries: [LedgerEntry]) throws -> ClockReading {
        let demand = try #require(TargetDemand(person, on: ladder))
        return ClockReading(ClockInquiry(person: person, entries: entries, demand: demand, now: now))
    }

    static func pack(_ entries: [LedgerEntry] = [entry(1, "judgement"), entry(2, "craft")]) throws -> LevelUpPack {
        LevelUpPack(
            ana,
            reading: try reading(ana, entries),
            entries: entries,
            ladder: ladder,
            since: ana.levelSince
        )
    }

    static func levelUp() throws -> MoveCase {
        try LevelUpCase.propose(
            ana,
            to: nil,
            words: "Her work has reached several teams.",
            by: .person("mo"),
            ladder: ladder,
            moves: [],
            id: "ana.1",
            now: now
        )
    }

    static func change(
        _ person: Person = ana,
        by actor: MoveActor = .person("ana"),
        moves: [Move] = []
    ) throws -> MoveCase {
        try TrackSwitch.propose(
            person,
            to: person.track == .ic ? .management : .ic,
            words: "I want to grow people.",
            by: actor,
            ladder: ladder,
            moves: moves,
            id: MoveID(person.id, number: moves.count + 1),
            now: now
        )
    }

    /// A reference ladder with pay ranges.
    static func ladder(ranges: String) throws -> CareerLadder {
        let anchor = "  - level: 5\n"
        let text = CareerLadder.referenceText.replacing(anchor, with: anchor + ranges)
        return try LadderDocument.read(yaml: text, file: "test.yml").ladder
    }
}

/// Numbers that are the same in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
