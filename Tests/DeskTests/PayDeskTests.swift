import Audits
import Desk
import Ladder
import Moves
import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Pay, looks and answers on the desk` {
    @Test(arguments: Engine.available)
    func `a statement says one's own pay, and averages of five and more alone`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        let statement = try await desk.payStatement(of: "ana", for: .person("ana"))
        #expect(statement.pay?.fullTimeBase == 94_000)
        #expect(statement.category == "level 5, engineering, DE, both tracks")
        // Ana, eleven others and Ola are on level 5, on either track.
        #expect(statement.averages.rows.first { $0.group == "everybody" }?.count == 13)
        #expect(statement.averages.rows.allSatisfy { $0.count >= 5 })
        let alone = try await desk.payStatement(of: "mo", for: .person("mo"))
        #expect(alone.averages.rows.isEmpty && alone.averages.isSuppressed)
    }

    @Test(arguments: Engine.available)
    func `the subject sees who looked, whoever it was`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        _ = try await desk.payStatement(of: "ana", for: .person("ops"))
        _ = try await desk.payStatement(of: "ana", for: .console)
        _ = try await desk.auditMaterial(for: .console)
        let looks = try await desk.looks(at: "ana", for: .person("ana"))
        #expect(looks.count == 4)
        #expect(looks.contains { $0.viewer == "ops" && $0.subject == "ana" })
        #expect(looks.contains { $0.viewer == nil && $0.subject == nil })
        await #expect(throws: DeskError.notAllowed) { try await desk.looks(at: "ana", for: .person("ops")) }
    }

    @Test(arguments: Engine.available, ["mo", "x1", "rep", "top", "gone"])
    func `nobody else opens a statement, and no receipt is left`(engine: Engine, viewer: PersonID) async throws {
        let desk = try await Invented.company(engine).desk
        await #expect(throws: DeskError.notAllowed) { try await desk.payStatement(of: "ana", for: .person(viewer)) }
        await #expect(throws: DeskError.notAllowed) { try await desk.auditMaterial(for: .person(viewer)) }
        #expect(try await desk.looks(at: "ana", for: .person("ana")).isEmpty)
    }

    @Test(arguments: Engine.available)
    func `without a key nothing that is sealed opens`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = Desk(records: company.records, ladder: .reference) { Invented.now }
        await #expect(throws: VaultError.noKey) { try await desk.payStatement(of: "ana", for: .console) }
        await #expect(throws: VaultError.noKey) { try await desk.auditMaterial(for: .console) }
        #expect(try await desk.person("ana", for: .console).person.id == "ana", "the rest does not need it")
    }

    @Test(arguments: Engine.available)
    func `an answer is the person's alone; a no offers the preview`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        await #expect(throws: MoveError.self) { try await desk.answerQuestion(.no, by: "ana") }
        let closes = CivilDate(days: Invented.today.days + 14)
        _ = try await desk.openQuestion(year: 2024, by: .track, closes: closes, for: .person("ops"))
        let own = try await desk.answerQuestion(.no, words: "I miss the code.", by: "ana")
        #expect(own.preview?.track == .management)
        #expect(try await desk.choice(of: "ana", for: .person("ana")).answer?.words == "I miss the code.")
        for viewer: Access.Viewer in [.console, .person("ops"), .person("mo"), .person("rep"), .person("x1")] {
            await #expect(throws: DeskError.notAllowed) { try await desk.choice(of: "ana", for: viewer) }
        }
        #expect(try await desk.answerQuestion(.yes, by: "x1").preview == nil)
        await #expect(throws: DeskError.notAllowed) {
            try await desk.openQuestion(year: 2025, by: .track, closes: closes, for: .person("rep"))
        }
    }

    @Test(arguments: Engine.available)
    func `groups are shown once the question is closed, in the one way that was fixed`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let closes = CivilDate(days: Invented.today.days + 14)
        _ = try await company.desk.openQuestion(year: 2024, by: .level, closes: closes, for: .console)
        let again = try await company.desk.openQuestion(year: 2024, by: .family, closes: closes, for: .console)
        #expect(again.dimension == .level, "the first word stands")
        for person in Invented.people { _ = try await company.desk.answerQuestion(.yes, by: person.id) }
        await #expect(throws: MoveError.questionOpen(until: closes)) { try await company.desk.choices(for: .console) }
        let later = company.later(days: 15)
        let groups = try await later.choices(for: .person("rep")).groups
        #expect(groups.rows.isEmpty, "thirteen of level 5 beside three of three levels would tell of three")
        await #expect(throws: DeskError.notAllowed) { try await later.choices(for: .person("ana")) }
        await #expect(throws: MoveError.questionClosed(from: Invented.today, to: closes)) {
            try await later.answerQuestion(.no, by: "ana")
        }
    }

    @Test(arguments: Engine.available)
    func `audits get everybody with pay, groups and moves; a representative gets no small group`(
        engine: Engine
    ) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let move = try await desk.proposeSwitch(of: "ana", to: .management, by: .person("ana"))
        _ = try await desk.confirmSwitch(move.id, by: .console)
        let material = try await desk.auditMaterial(for: .console)
        #expect(material.people.count == Invented.people.count)
        #expect(material.people.allSatisfy { $0.base != nil && $0.groups["sex"] != nil && $0.zone == "north" })
        #expect(material.moves.map(\.kind) == [.trackSwitch])
        #expect(material.offered[.management] == Array(3...9))
        for audit in Audit.allCases {
            #expect(try await desk.audit(audit, for: .person("rep")).audience == .viewer)
            #expect(try await desk.audit(audit, for: .person("ops")).audience == .steward)
            await #expect(throws: DeskError.notAllowed) { try await desk.audit(audit, for: .person("mo")) }
        }
    }

    @Test(arguments: Engine.available)
    func `offices are given on the machine alone`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        await #expect(throws: DeskError.notAllowed) {
            try await desk.grant(.peopleOperations, to: "ana", by: .person("ops"))
        }
        try await desk.grant(.peopleOperations, to: "x1", by: .console)
        #expect(try await desk.payStatement(of: "ana", for: .person("x1")).pay != nil)
        try await desk.revoke(.peopleOperations, from: "x1", by: .console)
        await #expect(throws: DeskError.notAllowed) { try await desk.payStatement(of: "ana", for: .person("x1")) }
        #expect(try await desk.offices(for: .console).map(\.person) == ["ops", "rep"])
    }
}
