import Demo
import Desk
import Evidence
import Growth
import Ladder
import OneOnOnes
import Records
import Signals
import Store
import Testing
import Workspace
import Writing

/// What the product finds in the made-up company, from the messages alone.
@Suite struct `Stories of the made-up company` {
    private func desk() async throws -> Desk {
        let demo = try DemoImport()
        defer { demo.remove() }
        let database = try openDatabase(.memory, create: true)
        try await demo.run(into: database, messagesPerCommit: 4000)
        return Desk(records: try await Records.open(database), ladder: .reference) { DemoImport.today }
    }

    private func reading(_ key: String, _ desk: Desk) async throws -> ClockReading {
        try await desk.clock(of: DemoCompany.person(key), target: nil, for: .console)
    }

    @Test func `quiet upkeep work at the next level is seen, over months and from several teams`() async throws {
        let maren = try await reading("maren", try await desk())
        let state = try #require(maren.state)
        #expect([.emerging, .operatingAtNext, .sustainedAtNext].contains(state))
        #expect(maren.windows.filter { $0.vote == .supports }.count >= 3)
        #expect(Set(maren.voices.compactMap(\.team)).count >= 3)
    }

    @Test func `a loud launcher at level stays at level, however many cheer`() async throws {
        let desk = try await desk()
        let dario = try await reading("dario", desk)
        #expect(dario.state == .atLevel || dario.state == .notEnoughEvidence)
        let entries = try await desk.evidence(about: DemoCompany.person("dario"), for: .console)
        #expect(Set(entries.map(\.voice.key)).count >= 10)
    }

    @Test func `one enthusiastic fan does not carry anybody to the next level`() async throws {
        let desk = try await desk()
        let kofi = try await reading("kofi", desk)
        #expect(kofi.state != .operatingAtNext && kofi.state != .sustainedAtNext)
        let entries = try await desk.evidence(about: DemoCompany.person("kofi"), for: .console)
        let fan = entries.filter { $0.voice.person == DemoCompany.person("bonnie") }
        #expect(fan.count >= 10)
    }

    @Test func `the hard decision not to build is in the ledger of the one who made it`() async throws {
        let entries = try await desk().evidence(about: DemoCompany.person("anjali"), for: .console)
        let decisions = entries.filter { $0.kind == .decision && $0.quote.contains("do not build Themis") }
        #expect(decisions.count == 1)
        #expect(decisions.first?.voice.person == DemoCompany.person("anjali"))
    }

    @Test func `after the incident everybody thanks the one who is always called`() async throws {
        let entries = try await desk().evidence(about: DemoCompany.person("sefa"), for: .console)
        let after = entries.filter {
            $0.kind == .recognition && CivilDate(microseconds: $0.moment).description >= "2026-03-12"
        }
        #expect(Set(after.map(\.voice.key)).count >= 10)
        #expect(Set(after.compactMap(\.voice.team)).count >= 5)
    }

    @Test func `a draft for everybody says only what its sources say`() async throws {
        let desk = try await desk()
        for person in try await desk.people() {
            let view = try await desk.draft(person.id, from: nil, to: nil, for: .console)
            let check = CitationCheck(entries: Array(view.sources.values), subject: person.name)
            for sentence in view.draft.sentences { #expect(check.faults(of: sentence).isEmpty, "\(sentence.text)") }
            let prep = try await desk.prep(person.id, for: .console).prep
            for sentence in prep.sentences { #expect(check.faults(of: sentence).isEmpty, "\(sentence.text)") }
            #expect(prep.questions.count == 3)
            #expect(prep.wordCount <= 300)
        }
    }
}
