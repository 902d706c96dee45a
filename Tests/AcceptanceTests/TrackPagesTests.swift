import Desk
import Evidence
import Foundation
import Hummingbird
import HummingbirdTesting
import Ladder
import Logging
import Records
import Signals
import Store
import Testing
import Web
import Workspace

/// An invented company with pay, offices and evidence, seen through its pages.
private struct Halvard: Sendable {
    static let today = CivilDate("2026-05-18") ?? CivilDate(days: 20_591)
    static let now = today.microseconds + 36_000_000_000
    static let day: Int64 = 86_400_000_000

    let records: Records
    let desk: Desk
    let sessions = SessionMemory()

    static let people: [Person] = {
        var people = [
            Person(id: "top", name: "Toni Brandt", track: .management, level: 8),
            Person(id: "mo", name: "Mo Lind", manager: "top", team: "Papers", track: .management, level: 6),
            Person(id: "ops", name: "Ola Winter", manager: "top", team: "People", track: .management, level: 5),
            Person(id: "rep", name: "Rae Santos", manager: "mo", team: "Papers", level: 4),
            Person(
                id: "ana@halvard.example",
                name: "Ana Berg",
                manager: "mo",
                team: "Papers",
                level: 5,
                title: "Staff Engineer",
                started: CivilDate("2021-02-01"),
                levelSince: CivilDate("2024-03-01")
            ),
            Person(id: "jo", name: "Jo Haas", manager: "mo", team: "Papers", level: 2),
            Person(id: "new", name: "Nia Novak", manager: "mo", team: "Papers"),
        ]
        for number in 1...70 {
            people.append(
                Person(
                    id: PersonID("x\(number)"),
                    name: "Xi \(number)",
                    manager: number % 7 == 0 ? "mo" : PersonID("x\(number / 7 * 7 == 0 ? 7 : number / 7 * 7)"),
                    team: "Team \(number / 14)",
                    track: number % 7 == 0 ? .management : .ic,
                    level: 3 + number % 4,
                    started: CivilDate("2022-01-01"),
                    levelSince: CivilDate("2024-03-01")
                )
            )
        }
        return people
    }()

    static func ladder() throws -> CareerLadder {
        let ranges = """
                ranges:
                  - {track: ic, zone: north, currency: EUR, lower: 96000, middle: 114000, upper: 132000}
                  - {track: management, zone: north, currency: EUR, lower: 96000, middle: 114000, upper: 132000}

            """
        let text = CareerLadder.referenceText.replacing(
            "  - level: 6\n",
            with: ranges + "\n  - level: 6\n",
            maxReplacements: 1
        )
        return try LadderDocument.read(yaml: text, file: "ladder.yml").ladder
    }

    init(vault: Bool = true) async throws {
        records = try await Records.open(try openDatabase(.memory, create: true))
        try await records.begin(name: "Halvard", now: Self.now)
        try await records.replacePeople(Self.people, now: Self.now)
        let key = try Vault(key: [UInt8](1...32))
        let facts = Self.people.enumerated().map { place, person in
            PersonFacts(
                person.id,
                role: RoleFacts(
                    zone: "north",
                    country: "DE",
                    scope: 1.2 + Double(person.level ?? 1) / 2 + Double(place % 5) / 10
                ),
                pay: Pay(
                    base: Int64(
                        50_000 + (person.level ?? 1) * 12_000 + (place * 7919) % 3000 + (person.track == .ic ? 0 : 9000)
                    ) * 100,
                    variable: place % 2 == 0 ? 600_000 : nil,
                    currency: "EUR",
                    share: place % 9 == 4 ? 0.8 : nil,
                    weeklyHours: place % 9 == 4 ? 32 : 40
                ),
                groups: [.sex: place % 2 == 0 ? "women" : "men"]
            )
        }
        try await records.keep(facts: facts, vault: key, now: Self.now)
        try await records.grant(.peopleOperations, to: "ops", by: "@console", now: Self.now)
        try await records.grant(.representative, to: "rep", by: "@console", now: Self.now)
        try await records.keep(channels: [Channel(id: "C1", name: "papers")])
        let ladder = try Self.ladder()
        let competencies = ladder.competencies(for: .ic).map(\.id)
        let entries = (0..<36).map { Self.entry($0, competencies[$0 % (competencies.count - 1)], ladder.stamp) }
        let messages = entries.map {
            MessageKey(
                Message(
                    id: $0.message,
                    author: .account($0.voice.account),
                    text: PlainText("words"),
                    edited: nil,
                    deleted: false
                )
            )
        }
        _ = try await records.commit(
            [MessageBatch(channel: "C1", messages: messages, deletions: [], entries: entries, reading: 1)],
            now: Self.now
        )
        desk = Desk(records: records, ladder: ladder, vault: vault ? key : nil) { Self.now }
    }

    private static func entry(_ number: Int, _ competency: String, _ stamp: String) -> LedgerEntry {
        let time = MessageTime(microseconds: now - Int64(300 - number * 8) * day)
        let message = MessageID(channel: "C1", time: time)
        let quotes = [
            "Ana stayed with the migration until the last queue was empty, and wrote down why we moved.",
            "We retry on the client, not in the broker. It costs a week; a silent double charge costs more.",
            "Ana drew both ledgers on one page. I would have locked the wrong table.",
        ]
        return LedgerEntry(
            id: EntryID(message, kind: .recognition, subject: "ana@halvard.example"),
            subject: "ana@halvard.example",
            voice: Voice(
                person: PersonID("x\(1 + number % 9)"),
                account: AccountID("U\(number % 9)"),
                name: "Xi \(1 + number % 9)",
                team: "Team 0"
            ),
            kind: .recognition,
            workClass: .upkeep,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: competency, share: 0.7)],
            stage: 4,
            quote: quotes[number % 3],
            link: "https://halvard.example/archives/C1/p\(number)",
            message: message,
            channelName: "papers",
            episode: EpisodeID("e\(number)"),
            moment: time.microseconds,
            state: .shown,
            shownAt: time.microseconds,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: stamp
        )
    }

    struct Answer: Sendable {
        let status: Int
        let body: String
        let location: String
    }

    /// Signs somebody in and hands out a browser: nil sends nothing, a text is sent as a form.
    func visit(
        as person: PersonID,
        _ test: @escaping @Sendable (_ go: (String, String?) async throws -> Answer) async throws -> Void
    ) async throws {
        let configuration = try WebConfiguration(port: 8080, site: SiteAddress("http://localhost"), now: { Self.now })
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let site = try WebApplication.build(
            configuration: configuration,
            source: PageSource(desk: desk),
            sessions: sessions,
            logger: logger
        )
        let secret = try await OneTimeLinks(keeping: sessions, now: configuration.now).issue(for: person)
        try await site.test(.router) { client in
            let signedIn = try await client.execute(
                uri: "/sign-in/\(secret.text)",
                method: .post,
                headers: [.origin: "http://localhost"]
            )
            let cookie = String((signedIn.headers[.setCookie] ?? "").prefix { $0 != ";" })
            try await test { path, form in
                var headers: HTTPFields = [.cookie: cookie]
                if form != nil {
                    headers[.origin] = "http://localhost"
                    headers[.contentType] = "application/x-www-form-urlencoded"
                }
                let answer = try await client.execute(
                    uri: path,
                    method: form == nil ? .get : .post,
                    headers: headers,
                    body: form.map { ByteBuffer(string: $0) }
                )
                let body = String(buffer: answer.body)
                keep(body, path, person, form)
                return Answer(status: Int(answer.status.code), body: body, location: answer.headers[.location] ?? "")
            }
        }
    }

    /// Keeps pages to look at, where somebody asks for it.
    private func keep(_ body: String, _ path: String, _ person: PersonID, _ form: String?) {
        guard let folder = ProcessInfo.processInfo.environment["PAGES_OUT"], body.hasPrefix("<!doctype") else { return }
        let name = "\(person.text)\(path)\(form == nil ? "" : "-sent")".replacing(/[^A-Za-z0-9.-]+/, with: "_")
        try? body.write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }
}

@Suite struct `Pages of the two tracks` {
    private let ana = "ana%40halvard.example"
    private let never = [
        "rating", "ranking", "burnout", "attitude", "struggling", "flight risk", "demotion", "step down", "back to",
        " lost ",
    ]

    @Test func `open for those who may, small and in plain words`() async throws {
        let company = try await Halvard()
        let own = ["/ladder", "/ladder?target=management:5", "/ladder?target=ic:6", "/moves", "/pay", "/choice"]
        let hers = ["/people/\(ana)/level-up", "/people/\(ana)/switch"]
        let audits = [
            "/audits", "/audits/switches", "/audits/parity", "/audits/pay-gap", "/audits/headcount", "/audits/ceiling",
            "/audits/vacancy", "/audits/impact", "/audits/recognition",
        ]
        for (viewer, paths) in [
            ("ana@halvard.example", own + hers), ("mo", own + hers + ["/ladder?person=\(ana)&target=management:5"]),
            ("ops", own + hers + audits), ("rep", audits), ("jo", ["/people/jo/switch", "/people/jo/level-up"]),
        ] {
            let never = never
            try await company.visit(as: PersonID(viewer)) { go in
                for path in paths {
                    let answer = try await go(path, nil)
                    #expect(answer.status == 200, "\(viewer) \(path)")
                    #expect(answer.body.utf8.count < 80_000, "\(path) \(answer.body.utf8.count)")
                    if !path.hasPrefix("/audits/") {
                        for word in never { #expect(!answer.body.lowercased().contains(word), "\(word) on \(path)") }
                    }
                }
            }
        }
    }

    @Test func `stay closed for everybody else`() async throws {
        let company = try await Halvard()
        let ana = ana
        let move = try await company.desk.proposeLevelUp(of: "ana@halvard.example", by: .person("mo"))
        for viewer in ["x1", "top", "jo"] {
            try await company.visit(as: PersonID(viewer)) { go in
                for path in [
                    "/people/\(ana)/level-up", "/people/\(ana)/switch", "/ladder?person=\(ana)", "/audits",
                    "/audits/parity",
                    "/audits/parity.json", "/audits/switches",
                ] {
                    let answer = try await go(path, nil)
                    #expect(answer.status == 403, "\(viewer) \(path)")
                    #expect(!answer.body.contains("Ana"))
                }
                #expect(try await go("/moves/\(move.id.text.replacing("@", with: "%40"))", nil).status == 404)
                #expect(
                    try await go("/moves/\(move.id.text.replacing("@", with: "%40"))", "step=withdraw").status == 404
                )
                #expect(try await go("/people/\(ana)/switch", "words=x").status == 403)
                #expect(!(try await go("/moves", nil).body.contains("Ana")))
                #expect(!(try await go("/", nil).body.contains("href=\"/audits\"")))
            }
        }
        try await company.visit(as: "mo") { go in
            let first = try await go("/audits", nil)
            #expect(first.status == 403)
        }
        try await company.visit(as: "new") { go in
            let first = try await go("/people/new/level-up", nil)
            #expect(first.body.contains("no level to start from"))
            #expect(try await go("/people/new/switch", nil).status == 404)
            #expect(try await go("/ladder", nil).status == 200)
            #expect(try await go("/pay", nil).status == 200)
        }
    }

    @Test func `a level-up goes its whole way`() async throws {
        let company = try await Halvard()
        let ana = ana
        let links = Links()
        try await company.visit(as: "mo") { go in
            let refused = try await go("/people/\(ana)/level-up", "words=No+demotion+please")
            #expect(refused.status == 422 && refused.body.contains("No demotion please</textarea>"))
            let sent = try await go("/people/\(ana)/level-up", "words=Her+work+reaches+three+teams.")
            #expect(sent.status == 303)
            await links.set(sent.location)
            #expect(try await go(sent.location, nil).body.contains("What was seen"))
            #expect(try await go("/people/\(ana)/level-up", nil).body.contains("On the table"))
        }
        let path = await links.path
        try await company.visit(as: "ops") { go in
            let first = try await go(path, nil)
            #expect(first.body.contains("First, your own view") && !first.body.contains("What was seen"))
            #expect(!(try await go("/people/\(ana)/level-up", nil).body.contains("What was seen")))
            #expect(try await go(path, "step=grant&day=2026-05-18&words=").body.contains("first, before you see"))
            let short = try await go(path, "step=first-view&outcome=refused&words=No.")
            #expect(short.status == 422 && short.body.contains(">No.</textarea>"))
            let none = try await go(path, "step=first-view&words=I+know+her+work.+It+is+good+work.")
            #expect(none.status == 422 && none.body.contains("Choose"))
            #expect(
                try await go(
                    path,
                    "step=first-view&outcome=refused&words=I+know+the+failover.+I+have+not+seen+the+rest."
                )
                .status == 303
            )
            let second = try await go(path, nil)
            #expect(second.body.contains("What was seen") && second.body.contains("Not yet: I know the failover."))
            let bare = try await go(path, "step=refuse&recheck=2026-08-17&words=Two+more+quarters+would+show+it.")
            #expect(bare.status == 422 && bare.body.contains("Name at least one rule"))
            #expect(bare.body.contains("Two more quarters would show it.</textarea>"))
            let late = try await go(
                path,
                "step=refuse&rule=ownership&recheck=2030-01-01&words=Two+more+quarters+would+show+it."
            )
            #expect(late.status == 422 && late.body.contains("value=\"ownership\" checked"))
            let done = try await go(
                path,
                "step=refuse&rule=ownership&own=Lead+one+plan+across+teams&recheck=2026-08-17&words=Two+more+quarters+would+show+it."
            )
            #expect(done.status == 303)
            #expect(try await go(path, "step=grant&day=2026-05-18").status == 422)
        }
        try await company.visit(as: "ana@halvard.example") { go in
            let letter = try await go(path, nil)
            #expect(letter.body.contains("To you") && letter.body.contains("Lead one plan across teams"))
            #expect(letter.body.contains("The answer is: not yet."))
            #expect(try await go(path, "step=grant&day=2026-05-18").status == 422)
        }
    }

    @Test func `a change of track is agreed, put in force and can be returned from`() async throws {
        let company = try await Halvard()
        let ana = ana
        let links = Links()
        try await company.visit(as: "mo") { go in
            await links.set(try await go("/people/\(ana)/switch", "words=She+asked+about+it.").location)
        }
        let path = await links.path
        try await company.visit(as: "ops") { go in
            let first = try await go(path, nil)
            #expect(first.body.contains("once the person has agreed"))
            #expect(try await go(path, "step=grant&day=2026-05-18").status == 422)
        }
        try await company.visit(as: "ana@halvard.example") { go in
            let first = try await go(path, nil)
            #expect(first.body.contains("I agree to this change"))
            #expect(try await go(path, "step=agree").status == 303)
        }
        try await company.visit(as: "ops") { go in
            let first = try await go(path, "step=grant&day=")
            #expect(first.status == 422)
            #expect(try await go(path, "step=grant&day=2026-05-18").status == 303)
        }
        try await company.visit(as: "ana@halvard.example") { go in
            let page = try await go(path, nil)
            #expect(page.body.contains("Your right to return") && page.body.contains("Settling"))
            let back = try await go(path, "step=return")
            #expect(back.status == 303 && back.location != path)
            #expect(try await go(back.location, nil).body.contains("Return to the individual contributor track"))
        }
    }

    @Test func `the yearly question is the person's alone`() async throws {
        let company = try await Halvard()
        _ = try await company.desk.openQuestion(
            year: 2026,
            by: .track,
            closes: CivilDate("2026-05-31") ?? Halvard.today,
            for: .console
        )
        try await company.visit(as: "ana@halvard.example") { go in
            let first = try await go("/", nil)
            #expect(first.body.contains("The yearly question is open until"))
            let empty = try await go("/choice", "words=I+miss+building.")
            #expect(empty.status == 422 && empty.body.contains(">I miss building.</textarea>"))
            #expect(try await go("/choice", "choice=no&words=I+miss+building.").status == 303)
            let answered = try await go("/choice", nil)
            #expect(
                answered.body.contains("No, I would not") && answered.body.contains("What a change would mean for you")
            )
            #expect(!(try await go("/", nil).body.contains("The yearly question is open until")))
        }
        try await company.visit(as: "ops") { go in
            let page = try await go("/choice", nil)
            #expect(
                !page.body.contains("I miss building") && page.body.contains("Nothing is shown of the answers before")
            )
        }
    }

    @Test func `audits come as files, each table of each report`() async throws {
        let company = try await Halvard()
        try await company.visit(as: "rep") { go in
            let page = try await go("/audits/pay-gap", nil).body
            let files = page.matches(of: /href="(\/audits\/[^"]+\.(?:csv|json)[^"]*)"/).map { String($0.1) }
            #expect(files.count >= 3)
            for file in files {
                let answer = try await go(file.replacing("&amp;", with: "&"), nil)
                #expect(answer.status == 200 && !answer.body.isEmpty, "\(file)")
            }
            #expect(try await go("/audits/pay-gap.csv?table=nothing", nil).status == 404)
            #expect(try await go("/audits/pay-gap.csv", nil).status == 404)
        }
        try await company.visit(as: "ana@halvard.example") { go in
            let first = try await go("/pay", nil)
            #expect(first.body.contains("Rae Santos"))
        }
    }

    @Test func `without the key what is sealed says so, and all else works`() async throws {
        let company = try await Halvard(vault: false)
        try await company.visit(as: "ops") { go in
            for path in ["/pay", "/audits/pay-gap", "/audits/switches"] {
                let answer = try await go(path, nil)
                #expect(answer.status == 503 && answer.body.contains("This is sealed"), "\(path)")
            }
            for path in ["/", "/ladder", "/moves", "/audits", "/people/ops/switch", "/choice"] {
                #expect(try await go(path, nil).status == 200, "\(path)")
            }
        }
    }
}

/// Where a form led.
private actor Links {
    private(set) var path = ""
    func set(_ path: String) { self.path = path }
}
