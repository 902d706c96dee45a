import Desk
import Growth
import Moves
import Records
import StoreTesting
import Testing
import Workspace

@Suite struct `Moves on the desk` {
    private let ops = Access.Viewer.person("ops")
    private let reason = "Three teams rest on her design. It has held for a year."

    @Test(arguments: Engine.available)
    func `a level-up goes its whole way, and the person's level follows`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let move = try await desk.proposeLevelUp(of: "ana", words: "Her work reaches teams.", by: .person("mo"))
        let first = try await desk.move(move.id, for: ops)
        #expect(first.needsFirstView && first.pack == nil)
        #expect(try await desk.move(move.id, for: .person("ana")).pack != nil, "her own evidence is hers")
        try await desk.giveFirstView(on: move.id, .granted, words: reason, by: ops)
        #expect(try await desk.move(move.id, for: .person("mo")).events.allSatisfy { $0.act != .viewed })
        await #expect(throws: MoveError.lookFirst) { try await desk.grant(move.id, by: ops) }
        let second = try await desk.move(move.id, for: ops)
        #expect(second.pack?.level == 6 && !second.needsFirstView)
        let granted = try await desk.grant(move.id, by: ops)
        #expect(granted.state == .granted)
        let ana = try await company.person("ana")
        #expect(ana.level == 6 && ana.levelSince == Invented.today)
        let after = try await desk.move(move.id, for: .person("ana"))
        #expect(after.events.map(\.act) == [.proposed, .viewed, .shown, .decided])
        #expect(after.pack?.level == 6)
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `nobody but people operations decides, and they not about themselves`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        let move = try await desk.proposeLevelUp(of: "ana", by: .person("ana"))
        for viewer in ["mo", "x1", "rep", "top"] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.giveFirstView(on: move.id, .granted, words: reason, by: .person(PersonID(viewer)))
            }
        }
        for viewer in ["x1", "rep", "top"] {
            await #expect(throws: DeskError.notAllowed) {
                try await desk.move(move.id, for: .person(PersonID(viewer)))
            }
        }
        let own = try await desk.proposeLevelUp(of: "ops", by: .person("ops"))
        await #expect(throws: MoveError.ownCase) {
            try await desk.giveFirstView(on: own.id, .granted, words: reason, by: ops)
        }
    }

    @Test(arguments: Engine.available)
    func `a refusal reaches the person with rules and a day`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let move = try await desk.proposeLevelUp(of: "ana", by: .person("mo"))
        try await desk.giveFirstView(on: move.id, .refused, words: reason, by: ops)
        _ = try await desk.move(move.id, for: ops)
        let recheck = CivilDate(days: Invented.today.days + 120)
        _ = try await desk.refuse(
            move.id,
            rules: ["evidence", "judgement"],
            recheck: recheck,
            words: "We have heard from few people so far.",
            by: ops
        )
        let letter = try #require(try await desk.move(move.id, for: .person("ana")).letter)
        #expect(letter.rules.count == 2 && letter.closing.contains(recheck.description))
        #expect(try await company.person("ana").level == 5)
    }

    @Test(arguments: Engine.available)
    func `a change of track keeps level, pay and clock, and is heard by the clock`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let desk = company.desk
        let preview = try await desk.switchPreview(of: "ana", to: .management, for: .person("ana"))
        #expect(preview.level == 5 && preview.obstacle == nil)
        let move = try await desk.proposeSwitch(of: "ana", to: .management, by: .person("mo"))
        await #expect(throws: MoveError.notAgreed(person: "ana")) { try await desk.confirmSwitch(move.id, by: ops) }
        await #expect(throws: DeskError.notAllowed) { try await desk.confirmSwitch(move.id, by: .person("mo")) }
        _ = try await desk.confirmSwitch(move.id, by: .person("ana"))
        _ = try await desk.confirmSwitch(move.id, by: ops)
        let ana = try await company.person("ana")
        #expect(ana.track == .management && ana.level == 5 && ana.levelSince == CivilDate(days: 19_000))
        #expect(ana.title == "Group Engineering Manager", "the ladder's title follows the ladder's track")
        let reading = try await desk.clock(of: "ana", target: nil, for: .console)
        #expect(reading.isSettlingAfterMove && reading.track == .management)
        #expect(try await !company.later(days: 182).clock(of: "ana", target: nil, for: .console).isSettlingAfterMove)
        let back = try await company.later(days: 300).returnFromSwitch(move.id, by: .person("ana"))
        #expect(back.returns == move.id)
        let returned = try await company.person("ana")
        #expect(returned.track == .ic && returned.level == 5 && returned.title == "Staff Engineer")
        await #expect(throws: MoveError.noReturn(until: nil)) {
            try await company.later(days: 301).returnFromSwitch(move.id, by: .person("ana"))
        }
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `the report shows that nobody was paid less, and finds it when a file says so`(engine: Engine) async throws {
        let company = try await Invented.company(engine)
        let vault = try #require(Invented.vault)
        let move = try await company.desk.proposeSwitch(of: "ana", to: .management, by: .person("ana"))
        _ = try await company.desk.confirmSwitch(move.id, by: ops)
        var report = try await company.desk.switchReport(for: .person("rep"))
        #expect(report.switches == 1 && report.payUntouched == 1 && report.isWithoutLoss)
        try await company.records.keep(facts: Invented.facts(), vault: vault, now: Invented.now)
        report = try await company.desk.switchReport(for: .console)
        #expect(report.payKnown == 1 && report.isWithoutLoss)
        // What comes in a second file is no longer the move's doing.
        try await company.records.keep(facts: Invented.facts { _ in 1_000_000 }, vault: vault, now: Invented.now)
        #expect(try await company.desk.switchReport(for: .console).isWithoutLoss)
        let other = try await company.desk.proposeSwitch(of: "x1", to: .management, by: .person("x1"))
        _ = try await company.desk.confirmSwitch(other.id, by: ops)
        try await company.records.keep(facts: Invented.facts { _ in 900_000 }, vault: vault, now: Invented.now)
        report = try await company.desk.switchReport(for: .console)
        #expect(report.lowerPay == [other.id] && !report.isWithoutLoss)
        await #expect(throws: DeskError.notAllowed) { try await company.desk.switchReport(for: .person("mo")) }
    }

    @Test(arguments: Engine.available)
    func `moves are listed to those who may see them`(engine: Engine) async throws {
        let desk = try await Invented.company(engine).desk
        _ = try await desk.proposeLevelUp(of: "ana", by: .person("mo"))
        _ = try await desk.proposeLevelUp(of: "ops", by: .person("ops"))
        #expect(try await desk.moves(for: .person("mo")).map(\.person) == ["ana"])
        #expect(try await Set(desk.moves(for: ops).map(\.person)) == ["ana", "ops"])
        #expect(try await desk.moves(for: .person("x1")).isEmpty)
        #expect(try await desk.moves(for: .console).count == 2)
    }
}
