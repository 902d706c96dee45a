import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Moves in the record` {
    private func begin(_ records: Records, _ person: Person = Invented.ana) async throws -> Move {
        try await records.begin(moveOf: person.id) { id in
            let move = Move(
                id: id,
                person: person.id,
                kind: .levelUp,
                from: Standing(person),
                to: Standing(person.track, 4),
                begun: Invented.now,
                ladder: "l"
            )
            return (move, [MoveEvent(position: 1, act: .proposed, actor: .person("mo"), moment: Invented.now)])
        }
    }

    private func decide(_ outcome: MoveOutcome, _ move: Move, day: CivilDate) -> (MoveEvent, Move) {
        let event = MoveEvent(
            position: 2,
            act: .decided,
            actor: .console,
            moment: Invented.now,
            outcome: outcome,
            words: "Seen by three teams.",
            rules: ["one", "two"],
            day: day
        )
        var move = move
        move.state = outcome == .granted ? .granted : .refused
        move.day = outcome == .granted ? day : nil
        return (event, move)
    }

    @Test(arguments: Engine.available)
    func `a proposal changes nobody; a granted one changes level and its first day`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let move = try await begin(records)
        #expect(move.id == "ana.1")
        #expect(try await records.people().first { $0.id == "ana" }?.level == 3)
        let day = CivilDate(microseconds: Invented.now)
        let (event, granted) = decide(.granted, move, day: day)
        try await records.add(event, to: granted)
        let ana = try await records.people().first { $0.id == "ana" }
        #expect(ana?.level == 4 && ana?.levelSince == day)
        let kept = try #require(try await records.move("ana.1"))
        #expect(kept.move == granted)
        #expect(kept.events.last == event)
        #expect(MoveState(after: kept.events) == .granted)
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `of two who decide at once one is told`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let move = try await begin(records)
        let (event, refused) = decide(.refused, move, day: CivilDate(microseconds: Invented.now))
        try await records.add(event, to: refused)
        await #expect(throws: StoreError.self) { try await records.add(event, to: refused) }
        #expect(try await records.verify().isClean)
    }

    @Test(
        arguments: Engine.available,
        [
            "UPDATE move_event SET words = 'Other words.' WHERE position = 2",
            "UPDATE move_event SET outcome = 'granted' WHERE position = 2",
            "DELETE FROM move_event WHERE position = 1", "UPDATE move SET state = 'granted'",
            "UPDATE move SET to_level = 6", "DELETE FROM move",
        ]
    )
    func `verify finds a history that was changed`(engine: Engine, tampering: String) async throws {
        let records = try await Invented.records(engine)
        let move = try await begin(records)
        let (event, refused) = decide(.refused, move, day: CivilDate(microseconds: Invented.now))
        try await records.add(event, to: refused)
        #expect(try await records.verify().isClean)
        try await records.database.write { try $0.script(tampering) }
        #expect(try await !records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a people file that changes level or track leaves a move that says so`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        var ana = Invented.ana
        ana.level = 4
        ana.levelSince = CivilDate("2026-09-01")
        var ben = Invented.ben
        ben.track = .management
        let outcome = try await records.replacePeople([ana, ben], now: Invented.now)
        #expect(outcome.stated == ["ana", "ben"])
        let moves = try await records.moves()
        #expect(moves.map(\.kind) == [.stated, .stated])
        #expect(moves.first { $0.person == "ana" }?.day == CivilDate("2026-09-01"))
        #expect(moves.first { $0.person == "ben" }?.day == CivilDate(microseconds: Invented.now))
        #expect(try await records.replacePeople([ana, ben], now: Invented.now).stated == [])
        #expect(try await records.moves().count == 2)
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a file that has not heard of a decision takes nothing back; one with a later day does`(
        engine: Engine
    ) async throws {
        let records = try await Invented.records(engine)
        let day = CivilDate(microseconds: Invented.now)
        let (event, granted) = decide(.granted, try await begin(records), day: day)
        try await records.add(event, to: granted)
        let late = try await records.replacePeople([Invented.ana, Invented.ben], now: Invented.now)
        #expect(late.behind == ["ana"] && late.stated == [])
        #expect(try await records.people().first { $0.id == "ana" }?.level == 4)
        var later = Invented.ana
        later.levelSince = CivilDate(days: day.days + 10)
        let told = try await records.replacePeople([later, Invented.ben], now: Invented.now + 20 * Invented.day)
        #expect(told.stated == ["ana"] && told.behind == [])
        #expect(try await records.people().first { $0.id == "ana" }?.level == 3)
    }

    @Test(arguments: Engine.available)
    func `a change of track in the file lets the clock run on`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        var ben = Invented.ben
        ben.levelSince = CivilDate("2024-01-01")
        try await records.replacePeople([Invented.ana, ben], now: Invented.now)
        ben.track = .management
        ben.levelSince = CivilDate(microseconds: Invented.now)
        for _ in 0..<2 {
            try await records.replacePeople([Invented.ana, ben], now: Invented.now)
            let kept = try await records.people().first { $0.id == "ben" }
            #expect(kept?.levelSince == CivilDate("2024-01-01") && kept?.track == .management)
        }
    }

    @Test(arguments: Engine.available)
    func `in any run of files and decisions, history leads to where people stand`(engine: Engine) async throws {
        var random = SeededRandom(7)
        for _ in 0..<20 {
            let records = try await Invented.records(engine)
            var person = Invented.ana
            for step in 1...8 {
                let now = Invented.now + Int64(step) * 100 * Invented.day
                if random.next() % 3 == 0 {
                    person.level = Int(random.next() % 9) + 1
                    person.track = random.next() % 2 == 0 ? .ic : .management
                    person.levelSince = CivilDate(microseconds: now)
                    try await records.replacePeople([person, Invented.ben], now: now)
                } else {
                    let present = try #require(try await records.people().first { $0.id == "ana" })
                    let level = Int(random.next() % 9) + 1
                    try await records.begin(moveOf: "ana") { id in
                        let move = Move(
                            id: id,
                            person: "ana",
                            kind: .trackSwitch,
                            from: Standing(present),
                            to: Standing(present.track == .ic ? .management : .ic, level),
                            state: .granted,
                            begun: now,
                            day: CivilDate(microseconds: now),
                            ladder: "l"
                        )
                        let events = [
                            MoveEvent(position: 1, act: .proposed, actor: .console, moment: now),
                            MoveEvent(position: 2, act: .decided, actor: .console, moment: now, outcome: .granted),
                        ]
                        return (move, events)
                    }
                    person = try #require(try await records.people().first { $0.id == "ana" })
                }
                let kept = try #require(try await records.people().first { $0.id == "ana" })
                let last = try await records.moves(of: "ana").last { $0.state.isInForce }
                if let last { #expect(last.to == Standing(kept)) }
            }
            #expect(try await records.verify().isClean)
        }
    }
}

/// Numbers that are the same in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
