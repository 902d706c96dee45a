import Calibration
import Statistics
import Testing
import Workspace

@Suite struct `fair rooms` {
    /// Families that are findings beyond chance, with how often they said something about a fair room.
    static func rates(_ make: MadeUpRoom, rooms: Int) -> [CueFamily: Double] {
        var counts: [CueFamily: Int] = [:]
        for seed in 0..<rooms {
            let reading = make.room(UInt64(seed) &+ 7_000).read()
            for family in CueFamily.allCases where reading.found(family) { counts[family, default: 0] += 1 }
        }
        return counts.mapValues { Double($0) / Double(rooms) }
    }

    @Test func `raise hardly any cue: at most one room in ten for each family`() {
        let rates = Self.rates(MadeUpRoom(), rooms: 100)
        for family in CueFamily.allCases where family.isStatistical {
            #expect(rates[family] ?? 0 <= 0.10, "\(family.rawValue): \(rates[family] ?? 0)")
        }
    }

    @Test func `with second ratings raise hardly any cue either`() {
        var made = MadeUpRoom()
        made.seconds = 1
        let rates = Self.rates(made, rooms: 50)
        for family in [CueFamily.severity, .secondRatings, .drift] {
            #expect(rates[family] ?? 0 <= 0.10, "\(family.rawValue): \(rates[family] ?? 0)")
        }
    }

    @Test func `have nothing to say about thin evidence where enough was heard`() {
        let reading = MadeUpRoom().room(1).read()
        #expect(reading.cues(.thinEvidence).isEmpty)
    }
}

@Suite struct `unfair rooms` {
    /// In how many of twenty rooms a family finds what was planted.
    static func hits(_ make: MadeUpRoom, _ family: CueFamily, where isRight: (CalibrationCue) -> Bool) -> Int {
        (0..<20).count { make.room(UInt64($0) &+ 300).read().cues(family).contains(where: isRight) }
    }

    @Test func `a rater who gives a point more is asked about, and nobody is called names`() throws {
        var made = MadeUpRoom()
        made.shifts = [3: 1]
        #expect(Self.hits(made, .severity) { $0.about == "Drafts by Rater 3" } >= 11)
        let cue = try #require(
            (0..<20).lazy.compactMap { made.room(UInt64($0) &+ 300).read().cues(.severity).first }.first
        )
        #expect(cue.seen.contains("what the evidence about these people lets expect"))
        #expect(cue.interval != nil && cue.count == 8)
        for word in ["lenient", "severe", "strict", "biased", "unfair"] {
            #expect(!"\(cue.about) \(cue.seen) \(cue.misleads) \(cue.next)".lowercased().contains(word))
        }
    }

    @Test func `without evidence the words say less`() throws {
        var made = MadeUpRoom()
        made.shifts = [3: 1.2]
        made.reliability = 0
        let cues = (0..<20).flatMap { made.room(UInt64($0) &+ 300).read().cues(.severity) }
        let cue = try #require(cues.first)
        #expect(cue.seen.contains("Either the team is stronger, or the scale is read differently."))
        #expect(!cue.seen.contains("evidence about these people"))
    }

    @Test func `with a second rating for each person the reader of the scale is found, and teams are let be`() {
        var made = MadeUpRoom()
        made.seconds = 1
        made.between = 0.25
        made.shifts = [4: 1]
        #expect(Self.hits(made, .secondRatings) { $0.about == "Ratings by Rater 4" } >= 14)
        var fair = made
        fair.shifts = [:]
        #expect((0..<20).count { fair.room(UInt64($0) &+ 900).read().found(.secondRatings) } <= 3)
    }

    @Test func `with few second ratings no figure is given, and it is said why`() throws {
        var made = MadeUpRoom(raters: 6, team: 6)
        made.seconds = 1
        let full = made.room(5)
        let few = full.drafts.enumerated().map { place, draft in
            var draft = draft
            if place % 4 != 0 { draft.seconds = [] }
            return draft
        }
        let people = full.drafts.map { RoomPerson(Person(id: $0.person, name: $0.person.text, level: 4)) }
        let reading = CalibrationRoom(name: "few", drafts: few, people: people).read()
        let note = try #require(reading.notes.first { $0.family == .secondRatings })
        #expect(note.standing == .tooLittle)
        #expect(note.sentence.contains("less than half"))
    }

    @Test func `one score for everything is found`() {
        var made = MadeUpRoom()
        made.oneScore = [2]
        #expect(Self.hits(made, .halo) { $0.about == "Drafts by Rater 2" } >= 18)
    }

    @Test func `drafts of the last months are found, and the earlier entries are named`() throws {
        var made = MadeUpRoom()
        made.late = [5]
        #expect(Self.hits(made, .recency) { $0.about == "Person 105" } >= 18)
        let cue = try #require(made.room(301).read().cues(.recency).first)
        #expect(!cue.entries.isEmpty && cue.next.contains("e5-"))
    }

    @Test func `drafts of launches alone are found`() {
        var made = MadeUpRoom()
        made.loud = [7]
        #expect(Self.hits(made, .visibleWins) { $0.about == "Person 107" } >= 12)
    }

    @Test func `upkeep that costs points is found`() {
        var made = MadeUpRoom()
        made.upkeepCost = 2.5
        // Other findings may be larger, so that it is not among the five that are shown.
        #expect((0..<20).count { made.room(UInt64($0) &+ 300).read().found(.upkeepGap) } >= 14)
    }

    @Test func `a gap between tracks is found`() {
        var made = MadeUpRoom()
        made.trackGap = 1.2
        #expect(Self.hits(made, .trackGap) { $0.seen.contains("above those of managers") } >= 14)
    }
}
