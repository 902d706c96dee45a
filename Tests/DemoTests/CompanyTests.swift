import Testing
import Workspace

@testable import Demo

@Suite struct CompanyTests {
    private let members = Cast.halvard.members

    @Test func `every line of the roster becomes a person, and everybody is there once`() {
        #expect(members.count == Cast.roster.split(separator: "\n").count)
        #expect(members.count >= 40)
        for key in [\CastMember.key, \.email, \.name, \.account.text, \.person.text] {
            #expect(Set(members.map { $0[keyPath: key] }).count == members.count)
        }
    }

    @Test func `there are six teams, each with people of both tracks where it has engineers`() {
        let teams = Set(members.compactMap(\.team))
        #expect(teams == ["Platform", "Telemetry", "Dispatch", "Papers", "Data", "Care"])
        for team in teams {
            #expect(members.count { $0.team == team } >= 5)
            #expect(members.contains { $0.team == team && $0.track == .management })
        }
    }

    @Test func `reporting lines lead to one person without circles`() throws {
        for member in members {
            var current = member
            var steps = 0
            while let key = current.manager {
                current = try #require(Cast.halvard.member(key))
                #expect(current.track == .management)
                steps += 1
                try #require(steps < 10)
            }
            #expect(current.key == "ingrid")
        }
    }

    @Test func `nobody reached a level before they came, or after the last day`() {
        for member in members {
            #expect(member.levelSince >= member.started)
            #expect(member.levelSince <= DemoCompany.today)
        }
    }

    @Test func `titles of engineers say their level on both tracks alike`() {
        let titles: [Track: [Int: String]] = [
            .ic: [1: "Associate Engineer", 2: "Engineer", 3: "Engineer II", 4: "Senior Engineer", 5: "Staff Engineer"],
            .management: [4: "Senior Engineering Manager", 6: "Director of Engineering", 8: "VP Engineering"],
        ]
        for member in members where member.family == "engineering" && member.team != "Care" {
            #expect(member.title == titles[member.track]?[member.level], "\(member.key)")
        }
    }

    @Test func `only at level 4 do managers earn clearly more than others of the level`() {
        func median(_ track: Track, _ level: Int) -> Double? {
            let pay = members.filter { $0.track == track && $0.level == level && $0.payZone == "A" }.map(\.pay).sorted()
            guard !pay.isEmpty else { return nil }
            return Double(pay[(pay.count - 1) / 2] + pay[pay.count / 2]) / 2
        }
        for level in 3...5 {
            guard let craft = median(.ic, level), let managers = median(.management, level) else {
                Issue.record("level \(level) lacks a track")
                continue
            }
            let gap = managers / craft - 1
            #expect(level == 4 ? gap > 0.10 && gap < 0.16 : abs(gap) < 0.04, "level \(level): \(gap)")
        }
    }

    @Test func `in the fair twin only pay and scope differ, pay is one scale, and scope fits the level`() {
        let bands: [Int: Range<Double>] = [
            1: 1..<1.5, 2: 1.5..<2, 3: 2..<2.5, 4: 2.5..<3, 5: 3..<3.5, 6: 3.5..<4, 8: 4.4..<4.8,
        ]
        for (one, twin) in zip(members, Cast.fair.members) {
            #expect((one.key, one.track, one.level, one.manager) == (twin.key, twin.track, twin.level, twin.manager))
            #expect(bands[twin.level]?.contains(twin.scope) ?? false, "\(one.key)")
            #expect(one.track == .management || one.scope == twin.scope, "\(one.key)")
        }
        for level in 1...8 {
            for zone in ["A", "B"] {
                let pay = Cast.fair.members.filter { $0.level == level && $0.payZone == zone }.map(\.pay)
                if let low = pay.min(), let high = pay.max() {
                    #expect(Double(high) / Double(low) < 1.05, "level \(level)")
                }
            }
        }
    }

    @Test func `everybody has a scope score that five factors can make, and a gender`() {
        for member in members {
            #expect(member.scope >= 1 && member.scope <= 5)
            #expect(abs(member.scope * 5 - (member.scope * 5).rounded()) < 1e-9)
            #expect(["woman", "man", "nonbinary"].contains(member.gender))
        }
    }

    @Test func `the two who changed track kept their level and their pay`() throws {
        let tomasz = try #require(Cast.halvard.member("tomasz"))
        let noor = try #require(Cast.halvard.member("noor"))
        #expect((tomasz.track, tomasz.level) == (.ic, 4))
        #expect((noor.track, noor.level) == (.management, 4))
        #expect(tomasz.pay > noor.pay)
        #expect(tomasz.manager == "noor")
        #expect(tomasz.levelSince < CivilDate(days: DemoCompany.today.days - 365))
    }

    @Test func `the demo opens as a manager whose people are in the stories`() {
        let reports = DemoCompany.people.filter { $0.manager == DemoCompany.manager }
        for key in ["maren", "dario", "kofi"] { #expect(reports.contains { $0.id == DemoCompany.person(key) }) }
        #expect(DemoCompany.today.description == "2026-09-30")
    }

    @Test func `the people file has a line for each person, and managers by id`() {
        let lines = DemoCompany.peopleCSV.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(
            lines.first?.joined(separator: " ")
                == "id email name manager team track level family title start_date level_since zone salary scope gender"
        )
        #expect(lines.count == members.count + 1)
        let ids = Set(lines.dropFirst().map { $0[0] })
        for line in lines.dropFirst() {
            #expect(line.count == 15)
            #expect(line[3].isEmpty || ids.contains(line[3]))
        }
    }

    @Test func `there are fourteen channels or more, with names of their own`() {
        #expect(Place.all.count >= 14)
        #expect(Set(Place.all.map(\.name)).count == Place.all.count)
        #expect(Set(Place.all.map(\.id)).count == Place.all.count)
        for place in Place.all { #expect(Cast.halvard.member(place.creator) != nil) }
    }
}
