import Growth
import Ladder
import Moves
import Testing
import Workspace

@Suite struct `A change of track` {
    private func inForce(_ person: Person = Invented.ana) throws -> Move {
        let record = try Invented.change(person)
        let event = try TrackSwitch(record).confirm(from: Invented.today, words: "", by: .console, now: Invented.now)
        return record.after(event).move
    }

    @Test func `keeps level and pay, for everybody, in both directions`() throws {
        for level in 3...9 {
            for track in Track.allCases {
                var person = Invented.ana
                person.level = level
                person.track = track
                let record = try Invented.change(person)
                #expect(record.move.from.level == level && record.move.to.level == level)
                #expect(try TrackSwitch(record).payDelta == 0)
            }
        }
    }

    @Test func `a track without the level is said plainly, and no level is changed for it`() throws {
        var person = Invented.ana
        person.level = 2
        let fault = MoveError.noCounterpart(level: 2, track: .management, levels: Array(3...9))
        #expect(throws: fault) { try Invented.change(person) }
        let preview = try SwitchPreview(
            person,
            to: .management,
            ladder: Invented.ladder,
            zone: nil,
            entries: [],
            today: Invented.today
        )
        #expect(preview.obstacle == fault && preview.to == nil)
        #expect(fault.words.contains("levels 3 to 9") && fault.words.contains("not possible"))
    }

    @Test func `only the person can want it`() throws {
        let record = try Invented.change(by: .person("mo"))
        #expect(throws: MoveError.notAgreed(person: "ana")) {
            try TrackSwitch(record).confirm(from: Invented.today, words: "", by: .console, now: Invented.now)
        }
        let agreed = record.after(try TrackSwitch(record).agree(now: Invented.now))
        let event = try TrackSwitch(agreed).confirm(from: Invented.today, words: "", by: .console, now: Invented.now)
        #expect(agreed.after(event).move.state == .granted)
        #expect(throws: MoveError.ownCase) {
            try TrackSwitch(agreed).confirm(from: Invented.today, words: "", by: .person("ana"), now: Invented.now)
        }
    }

    @Test func `can be taken back within eighteen months, on the person's own word`() throws {
        let move = try inForce()
        var person = Invented.ana
        person.track = .management
        let until = try #require(TrackSwitch.returnUntil(move, ladder: Invented.ladder))
        #expect(
            until.parts.year * 12 + until.parts.month == (Invented.today.parts.year * 12 + Invented.today.parts.month)
                + 18
        )
        func back(_ day: CivilDate, _ moves: [Move]) throws -> MoveCase {
            try TrackSwitch.returning(
                person,
                from: move,
                by: .person("ana"),
                ladder: Invented.ladder,
                moves: moves,
                id: "ana.2",
                now: day.microseconds
            )
        }
        let record = try back(until, [move])
        #expect(record.move.state == .granted && record.move.to == Standing(.ic, 5) && record.move.returns == move.id)
        #expect(throws: MoveError.noReturn(until: until)) { try back(CivilDate(days: until.days + 1), [move]) }
        #expect(throws: MoveError.noReturn(until: nil)) { try back(until, [move, record.move]) }
        person.level = 6
        #expect(try back(until, [move]).move.to == Standing(.ic, 6), "a level gained meanwhile stays")
    }

    @Test func `the clock hears of the latest change, with the ladder's weights`() throws {
        let move = try inForce()
        let heard = try #require(TrackMove(latestOf: [move], ladder: Invented.ladder))
        #expect(heard.day == Invented.today)
        #expect(heard.neighbours["multiply"] == .init("people"))
        #expect(TrackMove(latestOf: [try Invented.change().move], ladder: Invented.ladder) == nil)
    }

    @Test func `the clock knows how long somebody who comes back was away`() throws {
        func move(_ number: Int, from: Track, to: Track, day: CivilDate) -> Move {
            Move(
                id: MoveID("ana", number: number),
                person: "ana",
                kind: .trackSwitch,
                from: Standing(from, 5),
                to: Standing(to, 5),
                state: .granted,
                begun: day.microseconds,
                day: day,
                ladder: Invented.ladder.stamp
            )
        }
        let away = CivilDate(days: Invented.today.days - 300)
        let moves = [
            move(1, from: .ic, to: .management, day: away), move(2, from: .management, to: .ic, day: Invented.today),
        ]
        let heard = try #require(TrackMove(latestOf: moves, ladder: Invented.ladder)?.former)
        #expect(heard.left == away && heard.competencies.contains("design"))
        #expect(TrackMove(latestOf: Array(moves.prefix(1)), ladder: Invented.ladder)?.former == nil)
    }

    @Test func `the preview says what carries over, what starts fresh, what waits, and until when`() throws {
        let entries = [
            Invented.entry(1, "judgement"), Invented.entry(2, "judgement"), Invented.entry(3, "multiply"),
            Invented.entry(4, "craft"),
        ]
        let preview = try SwitchPreview(
            Invented.ana,
            to: .management,
            ladder: Invented.ladder,
            zone: nil,
            entries: entries,
            today: Invented.today
        )
        #expect(preview.level == 5 && preview.obstacle == nil)
        #expect(preview.from.title != preview.to?.title)
        let lines = Dictionary(uniqueKeysWithValues: preview.competencies.map { ($0.id, $0) })
        #expect(lines["judgement"]?.weight == 1 && lines["judgement"]?.evidence == 2)
        #expect(lines["people"]?.weight == 0.5 && lines["people"]?.evidence == 1)
        #expect(lines["health"]?.weight == 0 && lines["health"]?.source == nil)
        #expect(preview.waiting.map(\.id) == ["craft", "design", "multiply"])
        #expect(preview.settlingUntil.days == Invented.today.days + 181)
        #expect(preview.rightToReturn.contains(preview.returnUntil.description))
        #expect(preview.authority?.contains("same on both tracks") == true)
    }

    @Test func `no text about a move uses a word that puts one track above the other`() throws {
        for level in 1...9 {
            for track in Track.allCases {
                var person = Invented.ana
                person.level = level
                person.track = track
                guard
                    let preview = try? SwitchPreview(
                        person,
                        to: track == .ic ? .management : .ic,
                        ladder: Invented.ladder,
                        zone: nil,
                        entries: [Invented.entry(1, "judgement")],
                        today: Invented.today
                    )
                else { continue }
                for sentence in preview.sentences where sentence != preview.authority {
                    #expect(MoveWording.found(in: sentence).isEmpty, "\(sentence)")
                }
            }
        }
        for error in Self.errors where error != .wording(["demotion"]) {
            #expect(MoveWording.found(in: error.words).isEmpty, "\(error.words)")
            #expect(error.words.count > 20)
        }
    }

    private static let errors: [MoveError] = [
        .noSuchMove("x.1"), .noLevel(person: "Ana"), .left(person: "Ana"), .topOfTrack(track: .ic, level: 9),
        .notNext(asked: 8, next: 6), .sameTrack(.ic), .noCounterpart(level: 2, track: .management, levels: [3, 4]),
        .stillOpen("x.1"), .otherKind("x.1", .levelUp), .otherKind("x.1", .trackSwitch),
        .notFrom(state: .granted, act: .decided), .ownCase, .viewFirst, .viewGiven, .lookFirst,
        .tooFewSentences(given: 0, needed: 2), .changeWithoutReason(before: .granted), .noRule,
        .unknownRule("x", known: ["y"]), .badRecheck(Invented.today, from: Invented.today, to: Invented.today),
        .badDay(Invented.today, from: Invented.today, to: Invented.today), .wording(["demotion"]),
        .notAgreed(person: "Ana"), .noReturn(until: nil), .noReturn(until: Invented.today), .noQuestion(year: 2026),
        .questionClosed(from: Invented.today, to: Invented.today), .questionOpen(until: Invented.today),
    ]

    @Test(
        arguments: [
            ("She stepped down from her role", ["stepped down"]), ("a Demotion", ["demotion"]),
            ("he goes back to coding", ["back to"]), ("what she lost", ["lost"]),
            ("reverted, downgraded", ["reverted", "downgraded"]),
            ("the last step, down the road", ["step down"]), ("feedback to the team", []), ("lostness is no word", []),
        ] as [(String, [String])]
    )
    func `the wording test knows whole words`(text: String, found: [String]) {
        // A comma does not part a phrase: better a word too many than one too few.
        #expect(MoveWording.found(in: text) == found)
    }
}
