import Statistics
import Testing
import Workspace

@testable import Audits

@Suite struct PropertyTests {
    private func agree(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left == right || abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
    }

    @Test(arguments: 1...6)
    func `changing the tracks' names changes no figure's size`(seed: UInt64) {
        let material = Companies.random(seed)
        let turned = Companies.swapped(material)
        for audit in Audit.allCases {
            func name(_ id: String) -> String {
                id.split(separator: "/").map { $0 == "ic" ? "management" : $0 == "management" ? "ic" : String($0) }
                    .joined(separator: "/")
            }
            let one = audit.report(on: material, for: .steward).findings
            let other = Dictionary(
                audit.report(on: turned, for: .steward).findings.map { (name($0.id), $0) },
                uniquingKeysWith: { first, _ in first }
            )
            #expect(one.count == other.count)
            for finding in one {
                guard let twin = other[finding.id] else {
                    Issue.record("\(finding.id) is missing")
                    continue
                }
                #expect(agree(finding.figure?.value, twin.figure?.value), "\(finding.id)")
                #expect(agree(finding.figure?.low, twin.figure?.low), "\(finding.id)")
                #expect(agree(finding.figure?.high, twin.figure?.high), "\(finding.id)")
                #expect(agree(finding.p, twin.p) && finding.severity == twin.severity, "\(finding.id)")
            }
        }
    }

    @Test(arguments: 1...8)
    func `people of other levels change nothing about a level's parity`(seed: UInt64) {
        var random = SeededRandom(seed)
        var material = Companies.random(seed)
        if random.share() < 0.5 { material.bands = [] }
        let level = Int.random(in: 3...5, using: &random)
        var fewer = material
        fewer.people.removeAll { $0.level != level && random.share() < 0.7 }
        func about(_ material: AuditMaterial) -> [AuditFinding] {
            Audit.parity.report(on: material, for: .steward).findings
                .filter { $0.about.contains("evel \(level)") }.sorted { $0.id < $1.id }
        }
        #expect(about(material) == about(fewer))
    }

    @Test(arguments: 1...4)
    func `the order of people, moves and recognition changes nothing`(seed: UInt64) {
        var random = SeededRandom(seed)
        let material = Companies.random(seed, people: 120)
        var shuffled = material
        shuffled.people.shuffle(using: &random)
        shuffled.moves.shuffle(using: &random)
        shuffled.recognitions.shuffle(using: &random)
        for audit in Audit.allCases {
            let one = audit.report(on: material, for: .viewer)
            let other = audit.report(on: shuffled, for: .viewer)
            let ids = one.findings.map(\.id).sorted()
            #expect(ids == other.findings.map(\.id).sorted())
            for (left, right) in zip(one.findings.sorted { $0.id < $1.id }, other.findings.sorted { $0.id < $1.id }) {
                #expect(agree(left.figure?.value, right.figure?.value) && left.severity == right.severity, "\(left.id)")
            }
        }
    }

    @Test(arguments: 1...6)
    func `a viewer's report shows no count of one to four people`(seed: UInt64) {
        var material = Companies.random(seed, people: 90)
        for index in material.people.indices where index % 3 == 0 {
            material.people[index].groups["age"] = index % 30 == 0 ? "60+" : "under 60"
        }
        let heads: Set<String> = [
            "ic_count", "management_count", "base_count", "group_count", "people", "count", "level_ups", "man", "woman",
            "nonbinary",
        ]
        for audit in Audit.allCases {
            let report = audit.report(on: material, for: .viewer)
            for table in report.tables {
                for (place, column) in table.columns.enumerated() where heads.contains(column.id) {
                    for row in table.rows {
                        if case .number(let count) = row[place] {
                            #expect(count == 0 || count >= 5, "\(audit) \(table.id) \(row)")
                        }
                    }
                }
            }
            for finding in report.findings { #expect(finding.count == 0 || finding.count >= 5, "\(finding.id)") }
        }
    }

    @Test func `no report names a person`() {
        var material = Companies.random(3)
        for index in material.people.indices {
            let name = PersonID("zq\(index)x")
            let old = material.people[index].id
            material.people[index].id = name
            for other in material.people.indices where material.people[other].manager == old {
                material.people[other].manager = name
            }
        }
        for audit in Audit.allCases {
            #expect(!audit.report(on: material, for: .steward).text.contains("zq"))
        }
    }

    @Test func `nothing on screen says what must not be said`() {
        let words = ["compliant", "demot", "burnout", "attitude", "flight risk", "struggling", "attrition"]
        var texts = AuditLaw.all.flatMap { $0.facts + [$0.name] }
        for audit in Audit.allCases {
            for seed in 1...3 { texts.append(audit.report(on: Companies.random(UInt64(seed)), for: .steward).text) }
            texts.append(audit.report(on: AuditMaterial(people: [], day: Companies.day), for: .viewer).text)
        }
        for text in texts { for word in words { #expect(!text.lowercased().contains(word), "\(word)") } }
    }

    @Test func `with nothing to go by every audit says so and raises nothing`() {
        let alone = AuditPerson(id: "a", track: .ic, level: 3, base: 1, groups: ["gender": "woman"])
        for people in [[], [alone], [AuditPerson(id: "b", track: .management)]] {
            for audit in Audit.allCases {
                let report = audit.report(on: AuditMaterial(people: people, day: Companies.day), for: .steward)
                #expect(report.signals.isEmpty && report.notices.isEmpty)
                #expect(!report.summary.isEmpty && !report.text.isEmpty)
            }
        }
    }

    @Test func `fair companies raise no more than promised, and the same on every run`() {
        let rates = AuditSimulation.run(worlds: 12, people: 150, seed: 7)
        #expect(rates == AuditSimulation.run(worlds: 12, people: 150, seed: 7))
        #expect(Set(rates.map(\.audit)) == Set(Audit.allCases))
        for rate in rates { #expect(rate.low <= rate.level, "\(rate.family): \(rate.signals) of \(rate.worlds)") }
    }
}
