import Statistics
import Workspace

/// A made-up company in which everything is fair: chance, and nothing else, moves the figures.
///
/// Scope decides the level; level, craft and place decide pay, with a spread; people lead others by scope, not by level;
/// gender and track decide nothing.
struct MadeUpWorld {
    let material: AuditMaterial
    private static let families = ["engineering", "product", "design", "data", "sales"]
    private static let zones = [("A", 1.0), ("B", 0.85), ("C", 0.7)]

    init(people count: Int, seed: UInt64) {
        var random = SeededRandom(seed)
        let day = CivilDate(days: 20_726)
        var people: [AuditPerson] = []
        people.reserveCapacity(count)
        for index in 0..<count { people.append(Self.person(index, day, &random)) }
        Self.organise(&people, &random)
        let bands = Self.bands()
        var material = AuditMaterial(
            people: people,
            bands: bands,
            offered: [.ic: Array(1...9), .management: Array(3...9)],
            openings: [],
            day: day
        )
        Self.addMoves(to: &material, &random)
        Self.addRecognition(to: &material, &random)
        self.material = material
    }

    /// The pay of the middle of a level, the same on both tracks.
    private static func middle(_ level: Int) -> Double { 45_000 * Exponential.of(0.22 * Double(level - 1)) }

    private static func person(_ index: Int, _ day: CivilDate, _ random: inout SeededRandom) -> AuditPerson {
        // More people at small scope than at large, as companies have them.
        let scope = min(4.99, 1 + 1.1 * abs(random.normal()) + 0.4 * random.share())
        let steps = [1.5, 2, 2.5, 3, 3.5, 4, 4.4, 4.8]
        let shift = random.share()
        let wanted = steps.count { scope >= $0 } + 1 + (shift < 0.15 ? -1 : shift > 0.85 ? 1 : 0)
        let level = min(9, max(1, wanted))
        // Managers start at level 3; who becomes one goes by scope, so that it says nothing about the level.
        let track: Track = scope >= 2.5 && random.share() < 0.35 ? .management : .ic
        let (zone, cost) = zones[min(2, Int(random.share() * 3.5) % 3)]
        let years = 12 * random.share() * random.share()
        let fullTime = random.share() < 0.15 ? 0.6 : 1.0
        let base = middle(level) * cost * Exponential.of(0.07 * random.normal() + 0.004 * years) * fullTime
        let gender = random.share()
        return AuditPerson(
            id: PersonID("p\(index)"),
            track: track,
            level: level,
            family: families[min(4, Int(random.share() * random.share() * 7))],
            zone: zone,
            team: "team \(index % max(1, index / 8 + 1))",
            currency: zone == "C" ? "USD" : "EUR",
            base: base.rounded(),
            variable: (base * 0.1 * Exponential.of(0.2 * random.normal())).rounded(),
            weeklyHours: 40 * fullTime,
            fullTimeShare: fullTime,
            started: CivilDate(days: day.days - Int(years * 365.25)),
            levelSince: CivilDate(days: day.days - Int(years * 180)),
            scope: (scope * 5).rounded() / 5,
            groups: ["gender": gender < 0.35 ? "woman" : gender < 0.98 ? "man" : "nonbinary"]
        )
    }

    /// Everybody reports to a manager of larger scope, whatever the levels.
    private static func organise(_ people: inout [AuditPerson], _ random: inout SeededRandom) {
        let order = people.indices.sorted { (people[$1].scope ?? 0, $0) < (people[$0].scope ?? 0, $1) }
        var managers: [Int] = []
        for index in order {
            // Close above in scope, as teams are; the first of all report to nobody.
            if let last = managers.indices.last {
                let reach = Int(random.share() * random.share() * Double(managers.count))
                people[index].manager = people[managers[last - reach]].id
            }
            if people[index].track == .management { managers.append(index) }
        }
    }

    private static func bands() -> [AuditBand] {
        (1...9).flatMap { level in
            zones.flatMap { zone, cost in
                Track.allCases.filter { level >= 3 || $0 == .ic }.map { track in
                    let middle = (middle(level) * cost).rounded()
                    return AuditBand(
                        level: level,
                        track: track,
                        zone: zone,
                        currency: zone == "C" ? "USD" : "EUR",
                        minimum: (middle * 0.8).rounded(),
                        midpoint: middle,
                        maximum: (middle * 1.2).rounded()
                    )
                }
            }
        }
    }

    private static func addMoves(to material: inout AuditMaterial, _ random: inout SeededRandom) {
        for person in material.people {
            let level = max(2, person.level ?? 2)
            let decided = CivilDate(days: material.day.days - Int(random.share() * 360))
            let seat = AuditSeat(track: person.track, level: level)
            if random.share() < 0.1 {
                let opened = CivilDate(days: material.day.days - Int(random.share() * 360))
                material.openings?.append(AuditOpening(seat: seat, family: person.family, opened: opened))
            }
            guard random.share() < 0.12 else { continue }
            material.moves.append(
                AuditMove(
                    person: person.id,
                    kind: .levelUp,
                    from: AuditSeat(track: person.track, level: level - 1),
                    to: seat,
                    proposed: CivilDate(days: decided.days - 10 - Int(60 * random.share())),
                    decided: decided,
                    waitedForOpening: false
                )
            )
        }
        for person in material.people {
            let chance = random.share()
            material.states[person.id] =
                chance < 0.2
                ? "notEnoughEvidence" : chance < 0.3 ? "sustainedAtNext" : chance < 0.5 ? "emerging" : "atLevel"
            if random.share() < 0.3 { material.asked.insert(person.id) }
        }
    }

    private static func addRecognition(to material: inout AuditMaterial, _ random: inout SeededRandom) {
        let leaders = material.people.filter { ($0.level ?? 0) >= 6 }
        for person in material.people {
            let mean = 3 * Exponential.of(0.5 * random.normal())
            if let manager = person.manager {
                material.recognitions.append(
                    AuditRecognition(subject: person.id, voice: manager, episodes: random.poisson(mean))
                )
            }
            guard let leader = leaders.randomElement(using: &random), (leader.level ?? 0) > (person.level ?? 0) else {
                continue
            }
            material.recognitions.append(
                AuditRecognition(subject: person.id, voice: leader.id, episodes: random.poisson(mean / 3))
            )
        }
    }
}
