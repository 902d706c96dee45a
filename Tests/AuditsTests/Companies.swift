import Statistics
import Workspace

@testable import Audits

/// Made-up companies for tests.
enum Companies {
    static let day = CivilDate(days: 20_726)

    /// The same company with the tracks' names changed.
    static func swapped(_ material: AuditMaterial) -> AuditMaterial {
        func other(_ track: Track) -> Track { track == .ic ? .management : .ic }
        func other(_ seat: AuditSeat) -> AuditSeat { AuditSeat(track: other(seat.track), level: seat.level) }
        var turned = material
        for index in turned.people.indices { turned.people[index].track = other(turned.people[index].track) }
        for index in turned.bands.indices { turned.bands[index].track = other(turned.bands[index].track) }
        for index in turned.moves.indices {
            turned.moves[index].from = other(turned.moves[index].from)
            turned.moves[index].to = other(turned.moves[index].to)
        }
        turned.openings = turned.openings?.map { opening in
            var turned = opening
            turned.seat = other(opening.seat)
            return turned
        }
        turned.offered = Dictionary(uniqueKeysWithValues: material.offered.map { (other($0.key), $0.value) })
        return turned
    }

    /// A fair company with something planted in it.
    static func random(_ seed: UInt64, people: Int = 220) -> AuditMaterial {
        var material = MadeUpWorld(people: people, seed: seed).material
        var random = SeededRandom(seed &+ 99)
        for index in material.bands.indices where random.share() < 0.3 {
            let factor = 0.9 + 0.2 * random.share()
            material.bands[index].midpoint *= factor
            material.bands[index].maximum *= factor
        }
        if random.share() < 0.5 { material.offered[.ic] = Array(1...6) }
        for index in material.moves.indices where random.share() < 0.2 { material.moves[index].waitedForOpening = true }
        return material
    }
}
