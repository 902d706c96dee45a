import Calibration
import Evidence
import Signals
import Statistics
import Workspace

/// Rooms whose truth is known: what people show, what evidence sees of it, and how each rater reads the scale.
struct MadeUpRoom {
    var raters = 10
    var team = 8
    /// How far evidence goes together with what people show.
    var reliability = 0.5
    /// Points that a rater adds, by number.
    var shifts: [Int: Double] = [:]
    /// Share of the spread that lies between teams.
    var between = 0.0
    /// Second ratings for each person.
    var seconds = 0
    /// Raters who score all competencies as one.
    var oneScore: Set<Int> = []
    /// Points that upkeep costs at equal evidence.
    var upkeepCost = 0.0
    /// Points that individual contributors get more.
    var trackGap = 0.0
    /// People, by number, whose drafts cite the last quarter alone.
    var late: Set<Int> = []
    /// People, by number, whose drafts cite launches alone.
    var loud: Set<Int> = []

    static let competencies = ["craft", "judgement", "ownership", "direction", "influence"]

    func room(_ seed: UInt64, switchedOff: Set<CueFamily> = []) -> CalibrationRoom {
        var random = SeededRandom(seed)
        var people: [RoomPerson] = []
        var drafts: [RoomDraft] = []
        for rater in 0..<raters {
            let shared = between.squareRoot() * random.normal()
            for _ in 0..<team {
                let number = people.count
                let worth = shared + (1 - between).squareRoot() * random.normal()
                let seen = reliability * worth + (reliability * (1 - reliability)).squareRoot() * random.normal()
                let person = Person(
                    id: PersonID("p\(number)"),
                    name: "Person \(number + 100)",
                    manager: PersonID("r\(rater)"),
                    team: "Team \(rater)",
                    track: random.share() < 0.5 ? .ic : .management,
                    level: 4 + Int(random.share() * 2)
                )
                var evidence = profile(mean: 0.3 + 0.35 * seen, of: number, &random)
                // What evidence sees cannot lie outside a share.
                evidence.mean = min(0.95, max(0.02, evidence.mean))
                people.append(RoomPerson(person, evidence: evidence, scope: 3 + random.normal() * 0.3))
                drafts.append(draft(person, worth, evidence, rater, number, &random))
            }
        }
        return CalibrationRoom(
            name: "room \(seed)",
            drafts: drafts,
            people: people,
            names: Dictionary(uniqueKeysWithValues: (0..<raters).map { (PersonID("r\($0)"), "Rater \($0)") }),
            switchedOff: switchedOff
        )
    }

    private func draft(
        _ person: Person,
        _ worth: Double,
        _ evidence: EvidenceProfile,
        _ rater: Int,
        _ number: Int,
        _ random: inout SeededRandom
    ) -> RoomDraft {
        func points(_ rater: Int, noise: Double, _ random: inout SeededRandom) -> Double {
            let fair = 3 + 0.7 * worth + (shifts[rater] ?? 0) + noise * random.normal()
            let track = person.track == .ic ? trackGap : 0
            return min(5, max(1, (fair + track - upkeepCost * (evidence.upkeepShare ?? 0)).rounded()))
        }
        var draft = RoomDraft(
            person: person.id,
            rater: PersonID("r\(rater)"),
            rating: points(rater, noise: 0.45, &random),
            last: min(5, max(1, (3 + 0.7 * worth + 0.6 * random.normal()).rounded()))
        )
        for other in 1..<(seconds + 1) {
            let second = (rater + other * 3) % raters
            draft.seconds.append(
                SecondRating(rater: PersonID("r\(second)"), rating: points(second, noise: 0.6, &random))
            )
        }
        for key in Self.competencies {
            let own = oneScore.contains(rater) ? draft.rating : 3 + 0.5 * worth + 0.7 * random.normal()
            draft.competencies[key] = min(5, max(1, own.rounded()))
        }
        var pool = evidence.entries
        if late.contains(number) { pool = pool.filter { $0.position >= 0.75 } }
        if loud.contains(number) { pool = pool.filter { $0.workClass == .launch } }
        draft.cited = Array(pool.shuffled(using: &random).prefix(8).map(\.id))
        return draft
    }

    private func profile(mean: Double, of number: Int, _ random: inout SeededRandom) -> EvidenceProfile {
        let classes: [WorkClass] = [.launch, .upkeep, .ownership, .decision, .enablement, .craft]
        let upkeep = random.share() * 0.6
        let count = 44
        let entries = (0..<count).map { place in
            ProfileEntry(
                id: EntryID("e\(number)-\(place)"),
                position: (Double(place) + random.share()) / Double(count),
                workClass: random.share() < upkeep ? .upkeep : classes[Int(random.share() * 6)],
                voice: "v\(Int(random.share() * 7))",
                episode: "s\(number)-\(place)",
                speaksFor: random.share() < mean,
                weight: 0.5 + random.share() / 2
            )
        }
        return EvidenceProfile(
            mean: mean,
            spread: 0.1,
            effectiveEvidence: 7 + 6 * random.share(),
            voices: 7,
            competencies: Dictionary(
                uniqueKeysWithValues: Self.competencies.map { ($0, mean + 0.1 * random.normal()) }
            ),
            competencyEntries: Dictionary(uniqueKeysWithValues: Self.competencies.map { ($0, 4) }),
            entries: entries
        )
    }
}

extension RoomReading {
    /// Cues of a family.
    func cues(_ family: CueFamily) -> [CalibrationCue] { cues.filter { $0.family == family } }

    /// True when a family found something, shown or not.
    func found(_ family: CueFamily) -> Bool {
        notes.contains { note in
            if note.family == family, case .cues = note.standing { true } else { false }
        }
    }
}
