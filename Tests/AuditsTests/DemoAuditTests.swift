import Audits
import Demo
import Ladder
import Testing
import Workspace

/// What is planted in the made-up company is found; in its fair twin nothing is raised.
@Suite struct DemoAuditTests {
    private func material(_ csv: String) throws -> AuditMaterial {
        let lines = csv.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        }
        let head = try #require(lines.first)
        let people = try lines.dropFirst().map { line -> AuditPerson in
            let cells = Dictionary(zip(head, line), uniquingKeysWith: { first, _ in first })
            func cell(_ name: String) -> String? { cells[name].flatMap { $0.isEmpty ? nil : $0 } }
            return AuditPerson(
                id: PersonID(try #require(cell("id"))),
                track: try #require(cell("track").flatMap { Track(rawValue: $0) }),
                level: cell("level").flatMap { Int($0) },
                family: cell("family") ?? "",
                zone: cell("zone"),
                team: cell("team"),
                manager: cell("manager").map { PersonID($0) },
                currency: "EUR",
                base: cell("salary").flatMap { Double($0) },
                started: cell("start_date").flatMap { CivilDate($0) },
                levelSince: cell("level_since").flatMap { CivilDate($0) },
                scope: cell("scope").flatMap { Double($0) },
                groups: cell("gender").map { ["gender": $0] } ?? [:]
            )
        }
        var material = AuditMaterial(people: people, day: DemoCompany.today)
        material.adopt(CareerLadder.reference)
        return material
    }

    @Test func `the planted gap between the tracks is found`() throws {
        let report = Audit.payGap.report(on: try material(DemoCompany.peopleCSV), for: .steward)
        let overall = try #require(report.signals.first { $0.id == "pay-gap/track" })
        #expect(overall.sentence.contains("managers are paid") && overall.figure?.value ?? 0 > 0.05)
        let four = try #require(report.findings.first { $0.id.hasPrefix("pay-gap/track/level=4") })
        #expect(four.severity != .none && four.figure?.value ?? 0 > 0.07)
    }

    @Test func `the planted link of headcount and level is found over everybody, and not told of so few managers`()
        throws
    {
        let report = Audit.headcount.report(on: try material(DemoCompany.peopleCSV), for: .steward)
        let all = try #require(report.findings.first { $0.id == "headcount/level/all" })
        #expect(all.severity == .signal && all.figure?.low ?? 0 > 0.3 && all.count == 44)
        let managers = try #require(report.findings.first { $0.id == "headcount/level/management" })
        #expect(managers.severity == .none && managers.sentence.contains("too few to tell"))
    }

    @Test(arguments: Audit.allCases) func `the fair twin raises nothing`(audit: Audit) throws {
        let report = audit.report(on: try material(DemoCompany.fairPeopleCSV), for: .steward)
        #expect(report.signals.map(\.sentence) == [])
        #expect(report.notices.map(\.sentence) == [])
    }
}
