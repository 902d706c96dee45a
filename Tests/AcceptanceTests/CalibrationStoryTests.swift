import Calibration
import Demo
import Desk
import Foundation
import Intake
import Ladder
import Records
import Statistics
import Store
import Testing
import Workspace

/// What a calibration room asks of the made-up company's draft ratings.
@Suite struct `The room of the made-up company` {
    private func reading(_ csv: String) async throws -> RoomView {
        let demo = try DemoImport()
        defer { demo.remove() }
        let database = try openDatabase(.memory, create: true)
        try await demo.run(into: database, messagesPerCommit: 4000)
        let desk = Desk(
            records: try await Records.open(database),
            ladder: .reference,
            vault: try Vault(key: [UInt8](1...32))
        ) { DemoImport.today }
        let file = try RatingsFile.read(Array(csv.utf8), file: "ratings.csv", competencies: [])
        let drafts = file.rows.map { row in
            RoomDraft(
                person: PersonID(row.person),
                rater: PersonID(row.rater ?? ""),
                rating: row.rating,
                text: row.text,
                last: row.last
            )
        }
        _ = try await desk.openRoom("autumn", drafts: drafts, by: .console)
        return try await desk.room("autumn", for: .console)
    }

    @Test func `asks how Bence reads the scale, in honest words, and nobody else`() async throws {
        let view = try await reading(DemoCompany.ratingsCSV)
        let cues = view.reading.cues.filter { $0.family == .severity }
        #expect(cues.map(\.about) == ["Drafts by Bence Szalai"])
        let cue = try #require(cues.first)
        #expect(cue.count == 6 && cue.interval?.low ?? 0 > 0)
        #expect(!cue.seen.lowercased().contains("lenient"))
        #expect(
            cue.seen.contains("the scale is read differently")
                || cue.seen.contains("what the evidence about these people lets expect")
        )
    }

    @Test func `asks nothing beyond chance of the fair twin`() async throws {
        let view = try await reading(DemoCompany.fairRatingsCSV)
        #expect(view.reading.cues.filter(\.family.isStatistical).isEmpty)
    }

    @Test func `finds the draft that argues with a team's size and the one that praises a gift`() async throws {
        let view = try await reading(DemoCompany.ratingsCSV)
        #expect(view.reading.cues.filter { $0.family == .headcount }.map(\.about) == ["Grace Tuilagi"])
        #expect(view.reading.cues.filter { $0.family == .wording }.map(\.about) == ["Kofi Mensah-Boateng"])
    }
}
