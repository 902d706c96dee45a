import Demo
import Desk
import Evidence
import Hummingbird
import HummingbirdTesting
import Ladder
import Logging
import Records
import Store
import Testing
import Web
import Workspace
import Writing

/// The made-up company from export to page: everything real but the network.
@Suite struct `Pages of the made-up company` {
    private struct Company {
        let desk: Desk
        let sessions = SessionMemory()

        init() async throws {
            let demo = try DemoImport()
            defer { demo.remove() }
            let database = try openDatabase(.memory, create: true)
            try await demo.run(into: database, messagesPerCommit: 4000)
            let records = try await Records.open(database)
            desk = Desk(records: records, ladder: .reference) { DemoImport.today }
        }

        func visit(
            as person: PersonID,
            _ test:
                @escaping @Sendable (_ page: (String) async throws -> (status: HTTPResponse.Status, body: String))
                async throws -> Void
        ) async throws {
            let configuration = try WebConfiguration(
                port: 8080,
                site: SiteAddress("http://localhost"),
                now: { DemoImport.today }
            )
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
                try await test { path in
                    let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
                    return (answer.status, String(buffer: answer.body))
                }
            }
        }
    }

    @Test func `open for the manager and for the subject, alike`() async throws {
        let company = try await Company()
        let maren = DemoCompany.person("maren")
        for viewer in [DemoCompany.manager, maren] {
            try await company.visit(as: viewer) { page in
                for path in ["/", "/ladder", "/people/\(maren)", "/people/\(maren)/prep", "/people/\(maren)/draft"] {
                    let answer = try await page(path)
                    #expect(answer.status == .ok, "\(path)")
                    for word in ["rating", "ranking", "burnout", "attitude", "struggling", "flight risk", "demotion"] {
                        #expect(!answer.body.lowercased().contains(word), "\(word) on \(path)")
                    }
                }
                #expect(try await page("/people/\(maren)").body.contains("Maren Løvlie"))
            }
        }
    }

    @Test func `stay closed for colleagues, other managers and those above`() async throws {
        let company = try await Company()
        let maren = DemoCompany.person("maren")
        let above = try #require(DemoCompany.people.first { $0.id == DemoCompany.manager }?.manager)
        for viewer in [DemoCompany.person("dario"), DemoCompany.person("bence"), above] {
            try await company.visit(as: viewer) { page in
                for path in ["/people/\(maren)", "/people/\(maren)/prep", "/people/\(maren)/draft"] {
                    let answer = try await page(path)
                    #expect(answer.status == .forbidden || answer.status == .notFound, "\(path)")
                    #expect(!answer.body.contains("Maren"), "\(path)")
                }
            }
        }
    }

    @Test func `show the manager at most five things to do, each with a day`() async throws {
        let week = try await Company().desk.week(of: DemoCompany.manager, for: .person(DemoCompany.manager))
        #expect((1...5).contains(week.cues.count))
        #expect(week.cues.allSatisfy { $0.due >= week.today && $0.due.days - week.today.days <= 7 })
        #expect(Set(week.cues.map(\.person)).count == week.cues.count)
        for id in week.cues.flatMap(\.why.sources) { #expect(week.sources[id]?.state.counts == true) }
        for cue in week.cues where cue.why.role == .claim {
            #expect(!cue.why.sources.isEmpty)
            #expect(cue.why.sources.allSatisfy { week.sources[$0] != nil })
        }
    }
}
