import Demo
import Desk
import Evidence
import Ladder
import OrgNetwork
import Records
import Store
import StoreTesting
import Testing
import Workspace

/// Who is called by name in the made-up company, from the messages alone.
@Suite struct `Calls in the made-up company` {
    private func desk() async throws -> Desk {
        let demo = try DemoImport()
        defer { demo.remove() }
        let database = try openDatabase(.memory, create: true)
        try await demo.run(into: database, messagesPerCommit: 4000)
        return Desk(records: try await Records.open(database), ladder: .reference) { DemoImport.today }
    }

    @Test func `the one who is always called is found, and nobody else is made into one`() async throws {
        let desk = try await desk()
        var widely: [PersonID] = []
        var loaded: [PersonID] = []
        for person in try await desk.people() {
            let view = try await desk.calls(to: person.id, for: .person(person.id))
            if view.card?.isCalledWidely == true { widely.append(person.id) }
            if !view.load.isEmpty { loaded.append(person.id) }
        }
        let sefa = DemoCompany.person("sefa")
        #expect(widely == [sefa])
        #expect(loaded == [sefa])
        let view = try await desk.calls(to: sefa, for: .console)
        let card = try #require(view.card)
        #expect(card.otherTeams.count >= 4)
        #expect(card.callers >= 15)
        #expect(view.sentences.contains { $0.text.hasPrefix("Several teams rely on Sefa") })
        #expect(view.places.values.allSatisfy { $0.link?.hasPrefix("https://halvard.slack.com/archives/") == true })
    }

    @Test func `the load is told to the person, and to the manager once it has held for a week`() async throws {
        let desk = try await desk()
        let sefa = DemoCompany.person("sefa")
        let manager = try #require(try await desk.people().first { $0.id == sefa }?.manager)
        let own = try await desk.calls(to: sefa, for: .person(sefa))
        #expect(own.load.contains { $0.text.hasSuffix("name who could learn it next.") })
        let told = try await desk.callsToReports(of: manager, for: .person(manager)).first { $0.person.id == sefa }
        #expect(told?.load.contains { $0.text.contains("Share the load: ask Sefa") } == true)
        #expect(told?.times.isEmpty == true && told?.choice == nil)
    }

    @Test func `a hidden card is gone for everybody, and the choice is on record`() async throws {
        let desk = try await desk()
        let sefa = DemoCompany.person("sefa")
        let manager = try #require(try await desk.people().first { $0.id == sefa }?.manager)
        try await desk.chooseCalls(hidden: true, named: true, of: sefa, by: .person(sefa))
        for viewer: Access.Viewer in [.person(sefa), .person(manager), .console] {
            let view = try await desk.calls(to: sefa, for: viewer)
            #expect(view.card == nil && view.sentences.isEmpty && view.load.isEmpty && view.places.isEmpty)
        }
        #expect(try await desk.callsToReports(of: manager, for: .person(manager)).allSatisfy { $0.person.id != sefa })
        #expect(try await desk.topics(for: .console).allSatisfy { $0.toAsk.isEmpty })
        try await desk.chooseCalls(hidden: false, of: sefa, by: .person(sefa))
        #expect(try await desk.topics(for: .person(manager)).contains { $0.toAsk.map(\.id) == [sefa] })
        #expect(try await desk.calls(to: sefa, for: .person(manager)).card != nil)
    }

    @Test func `colleagues open nobody's card, and nobody chooses for somebody else`() async throws {
        let desk = try await desk()
        let (sefa, kofi) = (DemoCompany.person("sefa"), DemoCompany.person("kofi"))
        await #expect(throws: DeskError.notAllowed) { try await desk.calls(to: sefa, for: .person(kofi)) }
        for viewer: Access.Viewer in [.person(kofi), .console] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.chooseCalls(hidden: true, of: sefa, by: viewer)
            }
        }
        #expect(try await desk.topics(for: .person(kofi)).allSatisfy { $0.calls.callers >= TopicCalls.leastCallers })
    }
}
