import Calibration
import Desk
import Evidence
import Ladder
import Records
import StoreTesting
import Testing
import Workspace

@Suite struct `calibration rooms on the desk` {
    static let drafts: [RoomDraft] =
        (1...11).map { number in
            RoomDraft(person: PersonID("x\(number)"), rater: number < 6 ? "mo" : "top", rating: number < 3 ? 5 : 3)
        } + [RoomDraft(person: "ops", rater: "top", rating: 5), RoomDraft(person: "nobody", rater: "top", rating: 5)]

    @Test(arguments: Engine.available)
    func `are opened, read, answered and closed`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let (room, kept) = try await company.desk.openRoom("2026 autumn", drafts: Self.drafts, by: .console)
        #expect(kept == 12)
        let view = try await company.desk.room("2026 autumn", for: .console)
        #expect(view.drafts == 12 && view.room == room)
        let cue = try #require(view.reading.cues.first { $0.family == .thinEvidence && $0.about == "X 1" })
        try await company.desk.answer(
            cue.id,
            in: room.name,
            CueAnswer(.explained, words: "New in the team."),
            by: .person("ops")
        )
        let again = try await company.desk.room("2026 autumn", for: .person("ops"))
        #expect(again.answers[cue.id]?.words == "New in the team." && again.answers[cue.id]?.actor == "ops")
        _ = try await company.desk.closeRoom("2026 autumn", by: .console)
        await #expect(throws: RoomError.closed("2026 autumn")) {
            try await company.desk.room("2026 autumn", for: .console)
        }
        let families = try await company.desk.families(for: .console)
        #expect(families.first { $0.history.family == .thinEvidence }?.history.cycles.first?.explained == 1)
    }

    @Test(arguments: Engine.available)
    func `open for people operations alone, and nobody sees a question about the own draft`(engine: Engine) async throws
    {
        let company = try await Invented.company(engine)
        _ = try await company.desk.openRoom("r", drafts: Self.drafts, by: .person("ops"))
        for viewer in ["mo", "ana", "rep", "top", "stranger"] as [PersonID] {
            await #expect(throws: DeskError.notAllowed) { try await company.desk.room("r", for: .person(viewer)) }
            await #expect(throws: DeskError.notAllowed) {
                try await company.desk.openRoom("s", drafts: Self.drafts, by: .person(viewer))
            }
        }
        let whole = try await company.desk.room("r", for: .console)
        let own = try await company.desk.room("r", for: .person("ops"))
        #expect(whole.reading.cues.contains { $0.people.contains("ops") })
        #expect(!own.reading.cues.contains { $0.people.contains("ops") } && own.withheld >= 1)
        let hidden = try #require(whole.reading.cues.first { $0.people == ["ops"] })
        await #expect(throws: RoomError.noSuchCue(hidden.id.text)) {
            try await company.desk.answer(hidden.id, in: "r", CueAnswer(.acted, words: "I say so."), by: .person("ops"))
        }
    }

    @Test(arguments: Engine.available)
    func `keep ratings sealed: no key, no room`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let without = Desk(records: company.records, ladder: .reference, clock: { Invented.now })
        await #expect(throws: VaultError.noKey) { try await without.openRoom("r", drafts: Self.drafts, by: .console) }
        _ = try await company.desk.openRoom("r", drafts: Self.drafts, by: .console)
        await #expect(throws: VaultError.noKey) { try await without.room("r", for: .console) }
        let other = Desk(
            records: company.records,
            ladder: .reference,
            vault: try Vault(key: [UInt8](repeating: 9, count: 32)),
            clock: { Invented.now }
        )
        await #expect(throws: VaultError.self) { try await other.room("r", for: .console) }
        await #expect(throws: VaultError.self) { try await other.openRoom("q", drafts: Self.drafts, by: .console) }
    }

    @Test(arguments: Engine.available)
    func `switch a family off after two cycles of explanations, and on again by hand`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let wordy = Self.drafts.map { draft in
            var draft = draft
            draft.text = "A superstar."
            return draft
        }
        for (place, name) in ["one", "two"].enumerated() {
            let desk = company.later(days: place + 1)
            _ = try await desk.openRoom(name, drafts: wordy, by: .console)
            let cues = try await desk.room(name, for: .console).reading.cues.filter { $0.family == .wording }
            for cue in cues.prefix(3) {
                try await desk.answer(cue.id, in: name, CueAnswer(.explained, words: "That is our word."), by: .console)
            }
        }
        let desk = company.later(days: 5)
        _ = try await desk.openRoom("three", drafts: wordy, by: .console)
        let silent = try await desk.room("three", for: .console)
        #expect(!silent.reading.cues.contains { $0.family == .wording })
        try await desk.switchOn(.wording, by: .console)
        #expect(try await desk.room("three", for: .console).reading.cues.contains { $0.family == .wording })
    }

    @Test(arguments: ["", "a/b", " x", String(repeating: "n", count: 61)])
    func `have plain names`(name: String) async throws {
        let company = try await Invented.company(.sqlite)
        await #expect(throws: RoomError.badName(name)) {
            try await company.desk.openRoom(name, drafts: Self.drafts, by: .console)
        }
    }
}
