import Evidence
import Growth
import OneOnOnes
import Workspace
import Writing

/// By what a person's evidence is known to be the one that was kept.
struct LedgerStamp: Sendable, Hashable {
    /// Another one whenever nobody can tell whose evidence changed.
    var era: Int
    /// Another one whenever evidence about the person did.
    var change: Int
    /// Another one whenever a channel has another name.
    var names: Int
}

/// A person's evidence as it stands, in the forms that pages ask for.
final class StandingLedger: Sendable {
    /// No two have the same.
    let number: Int
    /// All that is not withdrawn, the oldest first.
    let entries: [LedgerEntry]
    /// What both sides can open; the same rows where that is all.
    let open: [LedgerEntry]
    /// What cues may rest on; not kept, since it would be a second copy of most of it.
    var counting: [LedgerEntry] { entries.counting }
    /// The moments between which no time passing changes it, microseconds since 1970 UTC.
    let holds: Range<Int64>

    init(number: Int, entries: [LedgerEntry], holds: Range<Int64>) {
        self.number = number
        self.entries = entries
        open = entries.allSatisfy(\.state.isOpen) ? entries : entries.open
        self.holds = holds
    }
}

/// A reading of the clock with all that it follows from.
struct KeptReading: Sendable {
    let inquiry: ClockInquiry
    let clock: LevelClock
    let reading: ClockReading
}

/// What a card tells of the last days, with all that it follows from.
struct KeptCard: Sendable {
    let ledger: Int
    let day: CivilDate
    let person: Person
    let manager: PersonID?
    let names: Set<String>
    /// The company in which the names were looked up.
    let company: Int
    let recent: [Sentence]
}

/// All that a team's week follows from.
struct TeamPlace: Sendable, Hashable {
    let people: [Person]
    /// The numbers of their ledgers.
    let ledgers: [Int]
    let today: CivilDate
    let reader: PrepReader
}

/// Keeps what was read and worked out about those who were looked at last.
///
/// Nothing here outlives what it follows from: evidence is held against the person's stamp and the moment, a reading against the whole
/// inquiry and clock, a card against the ledger, the day, both people and the names. Rights are asked before anybody comes here.
actor PersonShelf {
    /// How many pieces of evidence are kept at most; one to two kilobytes each.
    static let room = 24_000
    /// How many teams' weeks are kept at most.
    private static let teamRoom = 200
    /// How many readings of one person are kept: the own next level, and another target or two.
    private static let readings = 3

    private struct Place {
        var stamp: LedgerStamp
        var ledger: StandingLedger
        var readings: [KeptReading] = []
        var cards: [PrepReader: KeptCard] = [:]
        var used: Int
    }

    private var places: [PersonID: Place] = [:]
    private var teams: [TeamPlace: TeamWeek] = [:]
    private var size = 0
    private var looks = 0
    private var made = 0

    /// The ledgers that are kept and still true.
    func ledgers(_ wanted: [PersonID: LedgerStamp], at now: Int64) -> [PersonID: StandingLedger] {
        looks += 1
        var found: [PersonID: StandingLedger] = [:]
        for (person, stamp) in wanted {
            guard let place = places[person], place.stamp == stamp, place.ledger.holds.contains(now) else { continue }
            places[person]?.used = looks
            found[person] = place.ledger
        }
        return found
    }

    /// Keeps what was read for a stamp that was known before it was read.
    func keep(
        _ entries: [LedgerEntry],
        holding holds: Range<Int64>,
        of person: PersonID,
        stamp: LedgerStamp
    ) -> StandingLedger {
        made += 1
        let ledger = StandingLedger(number: made, entries: entries, holds: holds)
        // A ledger of its own size would leave room for nobody else.
        guard entries.count < Self.room / 4 else { return ledger }
        size += entries.count - (places[person]?.ledger.entries.count ?? 0)
        // Readings and cards are held against what they follow from, so they may stay.
        let before = places[person]
        places[person] = Place(
            stamp: stamp,
            ledger: ledger,
            readings: before?.readings ?? [],
            cards: before?.cards ?? [:],
            used: looks
        )
        if size > Self.room { clear() }
        return ledger
    }

    func readings(of person: PersonID) -> [KeptReading] { places[person]?.readings ?? [] }

    func keep(_ reading: KeptReading, of person: PersonID) {
        guard var kept = places[person]?.readings else { return }
        kept.removeAll { $0.inquiry.demand == reading.inquiry.demand }
        kept.append(reading)
        places[person]?.readings = kept.suffix(Self.readings)
    }

    func card(of person: PersonID, for reader: PrepReader) -> KeptCard? { places[person]?.cards[reader] }

    func keep(_ card: KeptCard, for reader: PrepReader) { places[card.person.id]?.cards[reader] = card }

    func week(of team: TeamPlace) -> TeamWeek? { teams[team] }

    func keep(_ week: TeamWeek, of team: TeamPlace) {
        if teams.count >= Self.teamRoom { teams = [:] }
        teams[team] = week
    }

    /// Those whom nobody looked at for longest go, until half of the room is free.
    private func clear() {
        for (person, place) in places.sorted(by: { $0.value.used < $1.value.used }) {
            guard size > Self.room / 2 else { return }
            places[person] = nil
            size -= place.ledger.entries.count
        }
    }
}
