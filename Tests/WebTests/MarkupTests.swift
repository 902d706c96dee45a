import Audits
import Foundation
import Ladder
import Testing
import Workspace

@testable import Web

/// What every page's markup holds to.
@Suite struct Markup {
    @Test(arguments: `Page snapshots`.pages.indices) func `a page is well-formed, small, and without script or style`(
        _ index: Int
    ) throws {
        let (name, make) = `Page snapshots`.pages[index]
        try Self.check(make(), name)
    }

    @Test func `the reference ladder is a small page, for everybody and with a place on it`() throws {
        let ladder = CareerLadder.reference
        try Self.check(draw(LadderPage(ladder)), "ladder")
        for level in ladder.levels(on: .management) {
            let here = Target(track: .management, level: level)
            let html = try draw(LadderPage(ladder, here: here))
            try Self.check(html, "ladder")
            #expect(html.contains("asked for now"))
        }
    }

    @Test(arguments: Audit.allCases, [AuditAudience.steward, .viewer])
    func `each audit of a made-up company is a small page`(
        _ audit: Audit,
        _ audience: AuditAudience
    ) throws {
        let report = audit.report(on: MadeUp.material, for: audience)
        let page = AuditPage(report)
        let html = try draw(page, audits: true, at: .audits)
        try Self.check(html, audit.rawValue)
        #expect(html.contains("In short"))
        for sentence in page.findings.map(\.doesNotShow) { #expect(!sentence.isEmpty) }
        for table in report.tables {
            let csv = try AuditFile(report, table: table.id, form: .csv)
            #expect(csv.text.split(separator: "\r\n").count >= table.rows.count || csv.text.contains("\n"))
            let json = try AuditFile(report, table: table.id, form: .json)
            #expect(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) is [String: Any])
        }
        #expect(throws: PageRefusal.notFound) { try AuditFile(report, table: "no such", form: .csv) }
        #expect(throws: PageRefusal.notFound) { try AuditFile(report, table: nil, form: .csv) }
    }

    @Test func `hostile names stay words in drawings and tables`() throws {
        let html = try draw(AuditPage(Audit.payGap.report(on: MadeUp.hostile, for: .steward)), audits: true)
        try Self.check(html, "hostile")
        #expect(!html.contains("<img") && !html.contains("onerror=\""))
    }

    @Test func `the rails of pay stay in the drawing`() throws {
        func range(_ low: Double, _ high: Double) -> PayRails.Range {
            PayRails.Range(lower: low, middle: (low + high) / 2, upper: high, ends: "")
        }
        for pay in [0.0, 95_000, 100_000, 140_000, 1_000_000] {
            let rails = try #require(
                PayRails(
                    individual: range(90_000, 120_000),
                    management: range(95_000, 125_000),
                    pay: pay,
                    description: ""
                )
            )
            let tie = try #require(rails.tieX.flatMap(Double.init))
            #expect(tie >= 9 && tie <= 305.01)
            for rail in [rails.individual, rails.management].compactMap(\.self) {
                let (x, width) = (try #require(Double(rail.x)), try #require(Double(rail.width)))
                #expect(x >= 12 && x + width <= 308.2)
            }
        }
        #expect(PayRails(individual: nil, management: nil, pay: 1, description: "") == nil)
        #expect(PayRails(individual: range(5, 5), management: nil, pay: nil, description: "") == nil)
    }

    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (84_000.5, "84,000.50"), (-1234, "−1,234"),
            (1_234_567, "1,234,567"),
        ] as [(Double, String)]
    ) func `amounts are grouped`(_ value: Double, _ text: String) { #expect(Figures.amount(value) == text) }

    /// Every element closed in its place, no id twice, every named id there, no script, no style, under 80 KB.
    static func check(_ html: String, _ name: String) throws {
        #expect(html.utf8.count < 80_000, "\(name): \(html.utf8.count) bytes")
        let unscripted = html.replacing("<script src=\"/static/typing.js\" defer></script>", with: "")
        #expect(unscripted.firstMatch(of: /<script|<style|<[^>]*\s(?:style|on[a-z]+)=|="javascript:/) == nil, "\(name)")
        let void: Set<Substring> = ["meta", "link", "input", "br", "hr", "img"]
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<]*")?)*)\s*(\/?)>/) {
            if tag.1 == "/" {
                #expect(open.popLast() == tag.2, "\(name): </\(tag.2)> closes something else")
            } else if tag.4 != "/", !void.contains(tag.2) {
                open.append(tag.2)
            }
        }
        #expect(open.isEmpty, "\(name): \(open) left open")
        let stray = html.replacing(
            /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<]*")?)*)\s*(\/?)>|<!doctype html>/,
            with: ""
        )
        #expect(!stray.contains("<"), "\(name): a stray <")
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(name): an id twice in \(ids)")
        for named in html.matches(of: /\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"/) {
            for id in named.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(name): nothing is \(id)") }
        }
    }
}

/// A company in which managers of level 5 earn more, for pages of audits.
private enum MadeUp {
    static let material = make(team: "Payments", group: "woman")
    static let hostile = make(team: "<img src=x onerror=\"alert(1)\">", group: "<img src=x onerror=\"alert(1)\">")

    private static func make(team: String, group: String) -> AuditMaterial {
        var people: [AuditPerson] = []
        for number in 0..<120 {
            let level = 3 + number % 4
            let manages = number % 5 == 0
            people.append(
                AuditPerson(
                    id: PersonID("p\(number)"),
                    track: manages ? .management : .ic,
                    level: level,
                    zone: "A",
                    team: team,
                    manager: number < 8 ? nil : PersonID("p\((number / 10) * 5 % 40)"),
                    currency: "EUR",
                    base: Double(60_000 + level * 12_000 + (number * 7919) % 3000 + (manages ? 9000 : 0)),
                    weeklyHours: 40,
                    started: CivilDate("2022-01-01"),
                    levelSince: CivilDate("2024-03-01"),
                    scope: 1.5 + Double(level) / 2,
                    groups: ["sex": number % 3 == 0 ? group : "man"]
                )
            )
        }
        return AuditMaterial(people: people, day: CivilDate("2026-05-18") ?? CivilDate(days: 20_000))
    }
}
