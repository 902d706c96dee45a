import Foundation
import Ladder
import Statistics
import Testing
import VectorTesting
import Workspace

@testable import Audits

@Suite struct AuditCases {
    private let day = Companies.day

    private func band(_ track: Track, _ factor: Double, level: Int = 4) -> AuditBand {
        AuditBand(
            level: level,
            track: track,
            zone: "A",
            currency: "EUR",
            minimum: 80 * factor,
            midpoint: 100 * factor,
            maximum: 120 * factor
        )
    }

    @Test func `bands apart are a breach, with a signed exception a notice, and after its end a breach again`() {
        var material = AuditMaterial(people: [], bands: [band(.ic, 1), band(.management, 1.1)], day: day)
        func finding() -> AuditFinding? { Audit.parity.report(on: material, for: .viewer).findings.first }
        #expect(finding()?.severity == .signal)
        #expect(abs((finding()?.figure?.value ?? 0) - 0.1) < 1e-9)
        let until = CivilDate(days: day.days + 30)
        material.exceptions = [
            AuditException(level: 4, zone: "A", owner: "Head of People", reason: "two steps.", until: until)
        ]
        #expect(finding()?.severity == .notice)
        #expect(finding()?.sentence.contains("Head of People signed an exception until \(until)") ?? false)
        material.day = CivilDate(days: day.days + 31)
        #expect(finding()?.severity == .signal)
        #expect(finding()?.sentence.contains("ended on \(until)") ?? false)
        material.exceptions[0].level = 5
        #expect(finding()?.sentence.contains("exception") == false)
    }

    @Test(arguments: [
        (1.0, AuditFinding.Severity.none), (1.02, .none), (0.98, .none), (1.03, .signal), (0.97, .signal),
    ])
    func `two per cent is within the tolerance, three is not`(factor: Double, severity: AuditFinding.Severity) {
        let material = AuditMaterial(people: [], bands: [band(.ic, 1), band(.management, factor)], day: day)
        #expect(Audit.parity.report(on: material, for: .steward).findings.first?.severity == severity)
    }

    @Test func `a planted gap between the tracks is found, a planted gap of a group too`() {
        var material = MadeUpWorld(people: 300, seed: 11).material
        for index in material.people.indices {
            if material.people[index].track == .management {
                material.people[index].base = (material.people[index].base ?? 0) * 1.12
            }
            if material.people[index].groups["gender"] == "woman" {
                material.people[index].base = (material.people[index].base ?? 0) * 0.9
            }
        }
        let ids = Audit.payGap.report(on: material, for: .steward).signals.map(\.id)
        #expect(ids.contains("pay-gap/track") && ids.contains("pay-gap/gender/woman/adjusted"))
        let finding = Audit.payGap.report(on: material, for: .viewer).signals.first { $0.id == "pay-gap/track" }
        #expect(abs((finding?.figure?.value ?? 0) - 0.12) < 0.04)
        #expect(finding?.sentence.contains("managers are paid") ?? false)
    }

    @Test func `headcount that lifts levels is found, and circles in the chart are told, not walked`() {
        var material = MadeUpWorld(people: 300, seed: 12).material
        let lines = ReportingLines(material.people)
        for index in material.people.indices {
            let led = lines.headcount[material.people[index].id, default: 0]
            // People who lead others stand where people of larger scope stand.
            if led > 0 { material.people[index].scope = max(1, (material.people[index].scope ?? 1) - 1.6) }
        }
        #expect(Audit.headcount.report(on: material, for: .steward).signals.contains { $0.id == "headcount/level/all" })

        material.people[0].manager = material.people[1].id
        material.people[1].manager = material.people[0].id
        let report = Audit.headcount.report(on: material, for: .steward)
        #expect(report.limits.contains { $0.contains("form circles") })
    }

    @Test func `headcount counts everybody below, once`() {
        let people = [("a", nil), ("b", "a"), ("c", "a"), ("d", "b"), ("e", "b"), ("f", "e"), ("g", "nobody")].map {
            AuditPerson(id: PersonID($0), track: .management, manager: ($1 as String?).map { PersonID($0) })
        }
        let lines = ReportingLines(people)
        #expect(["a", "b", "c", "e", "f", "g"].map { lines.headcount[PersonID($0)] } == [5, 3, 0, 1, 0, 0])
        #expect(
            lines.circles.isEmpty && lines.isAbove("a", "f") && !lines.isAbove("c", "f") && !lines.isAbove("f", "f")
        )
        let round = ReportingLines([
            AuditPerson(id: "a", track: .ic, manager: "b"), AuditPerson(id: "b", track: .ic, manager: "a"),
            AuditPerson(id: "c", track: .ic, manager: "a"), AuditPerson(id: "d", track: .ic, manager: "d"),
        ])
        #expect(round.circles == ["a", "b", "d"] && round.headcount["c"] == 0 && round.headcount["a"] == nil)
        #expect(!round.isAbove("c", "a"))
    }

    @Test func `a track that ends lower is a breach, with those who stand at its end`() {
        let people = (0..<12).map { AuditPerson(id: PersonID("p\($0)"), track: $0 < 6 ? .ic : .management, level: 6) }
        let material = AuditMaterial(
            people: people,
            offered: [.ic: [1, 2, 3, 4, 5, 6], .management: [3, 4, 5, 6, 7, 8]],
            day: day
        )
        let signals = Audit.ceiling.report(on: material, for: .viewer).signals
        #expect(Set(signals.map(\.id)) == ["ceiling/offered", "ceiling/at-the-end"])
        #expect(signals.contains { $0.sentence == "6 people stand where their track ends while the other goes on." })
        var equal = material
        equal.offered[.management] = [3, 4, 5, 6]
        #expect(Audit.ceiling.report(on: equal, for: .viewer).signals.isEmpty)
    }

    @Test func `level-ups that waited for a position are told, and what was not recorded, too`() {
        let people = (0..<20).map { AuditPerson(id: PersonID("p\($0)"), track: .ic, level: 4) }
        func move(_ index: Int, _ waited: Bool?) -> AuditMove {
            AuditMove(
                person: PersonID("p\(index)"),
                kind: .levelUp,
                from: AuditSeat(track: .ic, level: 3),
                to: AuditSeat(track: .ic, level: 4),
                decided: CivilDate(days: day.days - index),
                waitedForOpening: waited
            )
        }
        var material = AuditMaterial(people: people, moves: (0..<10).map { move($0, $0 < 3) }, day: day)
        var report = Audit.vacancy.report(on: material, for: .steward)
        #expect(report.signals.map(\.sentence) == ["3 of 10 level-ups waited for an open position."])
        #expect(report.limits.contains { $0.contains("Open seats are not on file") })
        material.moves = (0..<10).map { move($0, nil) }
        report = Audit.vacancy.report(on: material, for: .steward)
        #expect(
            report.signals.isEmpty && report.limits.contains { $0.hasPrefix("For 10 of 10 level-ups nobody recorded") }
        )
    }

    @Test func `a group that moves up at half the rate is found, with the law's ratio beside the interval`() {
        var material = AuditMaterial(people: [], day: day)
        for index in 0..<200 {
            let id = PersonID("p\(index)")
            material.people.append(
                AuditPerson(id: id, track: .ic, level: 4, groups: ["gender": index < 100 ? "man" : "woman"])
            )
            guard index % 100 < (index < 100 ? 40 : 16) else { continue }
            material.moves.append(
                AuditMove(
                    person: id,
                    kind: .levelUp,
                    from: AuditSeat(track: .ic, level: 3),
                    to: AuditSeat(track: .ic, level: 4),
                    decided: day
                )
            )
        }
        let finding = Audit.impact.report(on: material, for: .viewer).signals.first
        #expect(finding?.id == "impact/level-up/gender/woman")
        #expect(abs((finding?.figure?.value ?? 0) - 0.4) < 1e-12 && finding?.figure?.high ?? 1 < 0.8)
        #expect(finding?.law?.isTriggered == true)
    }

    @Test func `nobody selected makes no ratio and no signal`() {
        let none = ImpactRatios(["a": .init(0, of: 20), "b": .init(0, of: 30), "c": .init(0, of: 0)])
        #expect(none.reference == "a" && none.categories.count == 2)
        #expect(none.categories["b"]?.impactRatio == nil && none.categories["b"]?.isUnderFourFifths == false)
        #expect(ImpactRatios([:]).reference == nil && ScoringRates(scores: [], groups: []).reference == nil)
        #expect(ScoringRates(scores: [1, 1], groups: ["a", "b"]).impactRatios["a"] == .some(nil))
    }

    @Test func `recognition that one track hears less of is found, and only from leadership`() {
        var material = MadeUpWorld(people: 300, seed: 13).material
        let tracks = Dictionary(uniqueKeysWithValues: material.people.map { ($0.id, $0.track) })
        for index in material.recognitions.indices where tracks[material.recognitions[index].subject] == .ic {
            material.recognitions[index].episodes /= 3
        }
        let signals = Audit.recognition.report(on: material, for: .viewer).signals
        #expect(signals.contains { $0.id == "recognition/all" && $0.sentence.contains("managers hear") })

        let pair = [AuditPerson(id: "a", track: .ic, level: 4), AuditPerson(id: "b", track: .ic, level: 4)]
        let equals = AuditMaterial(
            people: pair,
            recognitions: [AuditRecognition(subject: "a", voice: "b", episodes: 9)],
            day: day
        )
        for value in Audit.recognition.report(on: equals, for: .steward).tables.flatMap(\.rows).joined() {
            if case .number(let number) = value { #expect(number <= 2) }
        }
    }

    @Test func `a report comes back from JSON as it went in`() throws {
        for audit in Audit.allCases {
            let report = audit.report(on: Companies.random(4), for: .viewer)
            let data = try JSONEncoder().encode(report)
            #expect(try JSONDecoder().decode(AuditReport.self, from: data) == report)
        }
    }

    @Test func `drawings are well-formed, titled and told in words`() throws {
        var drawn = 0
        for audit in Audit.allCases {
            for plot in audit.report(on: Companies.random(5), for: .steward).plots {
                drawn += 1
                #expect(!plot.description.isEmpty && plot.svg.contains("<title") && plot.svg.contains("<desc"))
                #expect(!plot.svg.contains("style=") && !plot.svg.contains("nan") && !plot.svg.contains("inf"))
                #expect(try XMLText.isWellFormed(plot.svg), "\(plot.id)")
            }
        }
        #expect(drawn >= 6)
    }

    @Test func `CSV quotes what must be quoted and guards spreadsheets against formulas`() {
        let table = AuditTable(
            id: "t",
            title: "T",
            columns: [AuditColumn(id: "a", title: "A", kind: .text), AuditColumn(id: "b", title: "B", kind: .share)],
            rows: [[.text("=1+1, \"x\""), .number(0.25)], [.text("plain"), .hidden], [.none, .number(3)]],
            note: nil
        )
        #expect(table.csv == "a,b\r\n\"'=1+1, \"\"x\"\"\",0.25\r\nplain,hidden\r\n,3\r\n")
        #expect(table.text.contains("25.0 %") && table.text.contains("hidden"))
    }

    @Test func `every law has a day, a source and a place, and is found by its id`() {
        for law in AuditLaw.all {
            #expect(CivilDate(law.asOf) != nil && !law.sources.isEmpty && !law.facts.isEmpty && !law.place.isEmpty)
            #expect(AuditLaw.named(law.id) == law)
        }
        #expect(AuditLaw.bearing(on: .payGap).contains { $0.id == "eu-2023-970" })
    }

    @Test func `pay outside its band is listed for those who may see pay, with the reason`() {
        func person(_ id: PersonID, _ base: Double?, level: Int = 4, share: Double? = nil) -> AuditPerson {
            AuditPerson(id: id, track: .ic, level: level, zone: "A", currency: "EUR", base: base, fullTimeShare: share)
        }
        let people = [
            person("in", 100), person("low", 79), person("high", 121), person("none", nil),
            person("far", 100, level: 7),
            person("part", 60, share: 0.6),
        ]
        let found = PayPlacement.all(AuditMaterial(people: people, bands: [band(.ic, 1)], day: day))
        #expect(found.map(\.reason) == [.inside, .belowMinimum, .aboveMaximum, .noPay, .noBand, .inside])
        #expect(found[5].position?.compaRatio == 1)
    }
}

/// Whether tags open and close in order; enough for the drawings.
enum XMLText {
    static func isWellFormed(_ text: String) throws -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { return false }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
