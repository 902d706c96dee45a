import Desk
import Evidence
import OneOnOnes
import Records
import Reviews
import StoreTesting
import Testing
import Workspace

@Suite struct `Everything that is held about a person` {
    private let ana = Access.Viewer.person("ana")

    @Test(arguments: Engine.available)
    func `opens for that person and for the console, and for nobody else`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        for viewer in ["mo", "top", "ops", "rep", "x1", "gone"] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.ownFile(of: "ana", for: .person(PersonID(viewer)))
            }
        }
        #expect(try await desk.ownFile(of: "ana", for: ana).person.id == "ana")
        #expect(try await desk.ownFile(of: "ana", for: .console).person.id == "ana")
    }

    @Test(arguments: Engine.available)
    func `holds every piece of evidence that was shown, and says how many were not`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        var talk = TalkAbout(seed: 3)
        let batches = [
            talk.batch(about: "ana", daysAgo: 40, state: .settled), talk.batch(about: "ana", daysAgo: 30),
            talk.batch(about: "ana", daysAgo: 20, state: .captured), talk.batch(about: "rep", daysAgo: 20),
        ]
        for batch in batches { try await company.records.commit([batch], now: Invented.now) }
        let file = try await company.desk.ownFile(of: "ana", for: ana)
        #expect(file.evidence.map(\.id) == batches[0...1].flatMap(\.entries).map(\.id))
        #expect(file.leftOut.contains("One piece of evidence was not shown to you yet."))
        let page = file.document
        for entry in batches[0...1].flatMap(\.entries) {
            #expect(page.notes.contains { $0.quote == entry.quote })
        }
        #expect(page.notes.count == 2)
    }

    @Test(arguments: Engine.available)
    func `holds the person's own words about others, and not what was read in them`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        var talk = TalkAbout(seed: 5)
        var voices: Set<PersonID> = []
        for _ in 0..<12 {
            let batch = talk.batch(about: "ana", daysAgo: 30, state: .settled)
            voices.formUnion(batch.entries.compactMap(\.voice.person))
            try await company.records.commit([batch], now: Invented.now)
        }
        let speaker = try #require(voices.first)
        let file = try await company.desk.ownFile(of: speaker, for: .person(speaker))
        #expect(!file.said.isEmpty && file.said.allSatisfy { $0.voice.person == speaker && $0.subject == "ana" })
        #expect(file.evidence.isEmpty)
        let block = try #require(file.document.blocks.first { $0.title == "What you said about others' work" })
        #expect(block.lines.count == file.said.count)
        #expect(block.lines.allSatisfy { !$0.text.contains("settled") && !$0.text.contains("Ana") })
    }

    @Test(arguments: Engine.available)
    func `holds notes for their author, and only their absence for the console`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        try await company.desk.writeNote("quince marrow for me alone", about: "ana", by: "ana")
        let own = try await company.desk.ownFile(of: "ana", for: ana)
        #expect(own.oneOnOne?.notes?.map(\.text) == ["quince marrow for me alone"])
        #expect(own.document.markdown.contains("quince marrow"))
        let console = try await company.desk.ownFile(of: "ana", for: .console)
        #expect(console.oneOnOne?.notes == nil)
        #expect(!console.document.markdown.contains("quince marrow"))
        #expect(console.leftOut.contains { $0.contains("only the person can open") })
        #expect(console.support == nil && console.reviews == nil && console.feedback == nil)
    }
}
