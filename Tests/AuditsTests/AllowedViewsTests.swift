import Statistics
import Testing
import Workspace

@testable import Audits

/// What somebody can work out who sees every allowed view.
@Suite struct AllowedViewsTests {
    private static func people(_ seed: UInt64) -> [AuditPerson] {
        var random = SeededRandom(seed)
        let levels = Int.random(in: 1...4, using: &random)
        let families = Int.random(in: 1...3, using: &random)
        let zones = Int.random(in: 1...3, using: &random)
        return (0..<Int.random(in: 4...120, using: &random)).map { index in
            let track: Track = random.share() < 0.3 ? .management : .ic
            // Crafts and zones that go with level or track make nested groups, the hard case.
            let family =
                track == .management && random.share() < 0.7 ? 0 : Int(random.share() * random.share() * 3) % families
            let level = random.share() < 0.6 ? 1 + family % levels : Int.random(in: 1...levels, using: &random)
            return AuditPerson(
                id: PersonID("p\(index)"),
                track: track,
                level: random.share() < 0.03 ? nil : level,
                family: "craft \(family)",
                zone: random.share() < 0.6
                    ? "zone \(level % zones)" : "zone \(Int.random(in: 0..<zones, using: &random))"
            )
        }
    }

    @Test(arguments: 1...60)
    func `no pair of allowed views singles out fewer than five`(seed: UInt64) {
        let people = Self.people(seed)
        let allowed = AllowedViews(people)
        let views = AllowedViews.dimensionSets.map { dimensions -> [Set<Int>] in
            var cells: [AuditCell: Set<Int>] = [:]
            for (index, person) in people.enumerated() {
                if let cell = AuditCell.of(person, by: dimensions) { cells[cell, default: []].insert(index) }
            }
            return cells.filter { allowed.allows($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        }
        for one in views {
            for cell in one { #expect(cell.count >= 5) }
            for other in views {
                for leftover in Self.leftovers(one, other) { #expect(leftover == 0 || leftover >= 5) }
            }
        }
    }

    /// Every union of groups of one view, less all groups of the other that lie in it.
    private static func leftovers(_ one: [Set<Int>], _ other: [Set<Int>]) -> [Int] {
        guard one.count <= 12 else { return [] }
        return (1..<(1 << one.count)).map { choice in
            var union: Set<Int> = []
            for place in one.indices where choice >> place & 1 == 1 { union.formUnion(one[place]) }
            return union.count - other.filter { $0.isSubset(of: union) }.reduce(0) { $0 + $1.count }
        }
    }

    @Test func `large groups stay visible`() {
        var people: [AuditPerson] = []
        for level in 1...3 {
            for track in Track.allCases {
                for index in 0..<20 {
                    people.append(AuditPerson(id: PersonID("\(level)\(track)\(index)"), track: track, level: level))
                }
            }
        }
        let allowed = AllowedViews(people)
        #expect(allowed.visible == Set(allowed.sizes.keys))
        #expect(allowed.allows(AuditCell()) && allowed.allows(AuditCell([.level: "2", .track: "ic"])))
        #expect(!allowed.allows(AuditCell([.level: "9"])))
    }

    @Test func `of a level with three managers neither track is shown, the level is`() {
        let people = (0..<30).map { index in
            AuditPerson(id: PersonID("p\(index)"), track: index < 3 ? .management : .ic, level: index < 15 ? 4 : 5)
        }
        let allowed = AllowedViews(people)
        #expect(!allowed.allows(AuditCell([.level: "4", .track: "management"])))
        #expect(!allowed.allows(AuditCell([.level: "4", .track: "ic"])))
        #expect(allowed.allows(AuditCell([.level: "4"])) && allowed.allows(AuditCell()))
    }

    @Test(arguments: 1...40)
    func `rows that are hidden cannot be worked out from a total`(seed: UInt64) {
        var random = SeededRandom(seed)
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 0...14, using: &random) }
        }
        let hidden = Suppression.hiding(rows)
        for column in 0..<3 {
            let gone = rows.indices.filter { hidden[$0] && column < rows[$0].count }.reduce(0) { $0 + rows[$1][column] }
            let stays = rows.indices.contains { !hidden[$0] && rows[$0].reduce(0, +) > 0 }
            if stays { #expect(gone == 0 || gone >= 5) }
        }
        for row in rows.indices where !hidden[row] { #expect(rows[row].allSatisfy { $0 == 0 || $0 >= 5 }) }
    }
}
