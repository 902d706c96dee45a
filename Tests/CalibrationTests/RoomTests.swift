import Calibration
import Evidence
import Signals
import Testing
import Workspace

@Suite struct `a room` {
    static func person(_ id: PersonID, level: Int = 4, _ evidence: EvidenceProfile? = nil) -> RoomPerson {
        RoomPerson(Person(id: id, name: "Name of \(id)", level: level), evidence: evidence)
    }

    static let heard = EvidenceProfile(mean: 0.35, spread: 0.1, effectiveEvidence: 9, voices: 5)

    @Test func `shows at most five findings beyond chance, the largest first, and says how many more there are`() {
        var made = MadeUpRoom()
        made.late = Set(0..<12)
        let reading = made.room(11).read()
        let statistical = reading.cues.filter(\.family.isStatistical)
        #expect(statistical.count == CalibrationRoom.mostStatistical)
        #expect(reading.further >= 3)
        let effects = statistical.compactMap { $0.effect.map(abs) }
        #expect(effects == effects.sorted(by: >))
    }

    @Test func `reads the same whatever the order of its drafts`() {
        var made = MadeUpRoom()
        made.shifts = [1: 1]
        made.late = [3]
        let room = made.room(21)
        let people = room.drafts.map { Self.person($0.person, Self.heard) }
        let one = CalibrationRoom(name: "r", drafts: room.drafts, people: people).read()
        let other = CalibrationRoom(name: "r", drafts: room.drafts.reversed(), people: people.reversed()).read()
        #expect(one == other)
    }

    @Test func `always says where little was heard, in the order of names`() throws {
        let drafts = [
            RoomDraft(person: "b", rater: "m", rating: 5), RoomDraft(person: "a", rater: "m", rating: 1),
            RoomDraft(person: "c", rater: "m", rating: 3), RoomDraft(person: "d", rater: "m", rating: 4),
        ]
        let thin = EvidenceProfile(mean: 0.4, spread: 0.2, effectiveEvidence: 2.5, voices: 2, windows: 1)
        let people = [
            Self.person("a"), Self.person("b", thin), Self.person("c", thin), Self.person("d", Self.heard),
        ]
        let cues = CalibrationRoom(name: "r", drafts: drafts, people: people).read().cues(.thinEvidence)
        #expect(cues.map(\.about) == ["Name of a", "Name of b"])
        #expect(cues[0].seen.contains("no evidence that counts"))
        #expect(cues[1].seen.contains("2 voices were heard"))
        #expect(cues.allSatisfy { $0.misleads.contains("Silence says nothing about the work") })
    }

    @Test func `asks about a strong competency to which no entry speaks`() throws {
        var evidence = Self.heard
        evidence.competencyEntries = ["craft": 3]
        let draft = RoomDraft(person: "a", rater: "m", rating: 3, competencies: ["craft": 5, "design": 5, "impact": 3])
        let room = CalibrationRoom(name: "r", drafts: [draft], people: [Self.person("a", evidence)])
        let cue = try #require(room.read().cues(.thinEvidence).first)
        #expect(cue.seen.contains("no entry speaks to design"))
        #expect(!cue.seen.contains("craft") && !cue.seen.contains("impact"))
    }

    @Test func `a draft against strong evidence is found, with both sides' clearest entries`() throws {
        var made = MadeUpRoom()
        made.raters = 6
        let base = made.room(3)
        var evidence = Self.heard
        evidence.mean = 0.9
        evidence.entries = [
            ProfileEntry(
                id: "e1",
                position: 0.2,
                workClass: .craft,
                voice: "v",
                episode: "x",
                speaksFor: true,
                weight: 0.9
            ),
            ProfileEntry(id: "e2", position: 0.4, workClass: .craft, voice: "w", episode: "y", speaksFor: false),
        ]
        let drafts = base.drafts.map { RoomDraft(person: $0.person, rater: $0.rater, rating: 3) }
        let people = base.drafts.map { draft in
            Self.person(draft.person, draft.person == "p0" ? evidence : Self.heard)
        }
        var odd = drafts
        odd[0].rating = 1
        let cue = try #require(
            CalibrationRoom(name: "r", drafts: odd, people: people).read().cues(.contradiction).first
        )
        #expect(cue.about == "Name of p0" && cue.seen.contains("below what the evidence lets expect"))
        #expect(cue.entries == ["e1", "e2"])
        #expect(CalibrationRoom(name: "r", drafts: drafts, people: people).read().cues(.contradiction).isEmpty)
    }

    @Test func `a team's size is no argument, and a word about the person asks for behaviour`() throws {
        let text =
            "Ana leads 12 engineers and owns the roadmap. She is brilliant and abrasive. The migration was difficult."
        let draft = RoomDraft(person: "a", rater: "m", rating: 3, text: text)
        let reading = CalibrationRoom(name: "r", drafts: [draft], people: [Self.person("a", Self.heard)]).read()
        let size = try #require(reading.cues(.headcount).first)
        #expect(size.seen.contains("Ana leads 12 engineers"))
        let words = try #require(reading.cues(.wording).first)
        #expect(
            words.seen.contains("abrasive") && words.seen.contains("brilliant") && !words.seen.contains("difficult")
        )
        #expect(words.next.contains("Put that in its place."))
    }

    @Test func `a family that is switched off is silent, and the room says so`() throws {
        var made = MadeUpRoom()
        made.oneScore = [2]
        let reading = made.room(4, switchedOff: [.halo]).read()
        #expect(reading.cues(.halo).isEmpty)
        #expect(reading.notes.contains { $0.family == .halo && $0.standing == .switchedOff })
    }

    @Test func `an empty room says nothing and breaks nothing`() {
        let reading = CalibrationRoom(name: "r", drafts: [], people: []).read()
        #expect(reading.cues.isEmpty && reading.notes.count == CueFamily.allCases.count)
    }
}

@Suite struct `a family's answers` {
    static func cycle(_ number: Int64, explained: Int, acted: Int) -> FamilyCycle {
        FamilyCycle(room: "r\(number)", opened: number, family: .drift, explained: explained, acted: acted)
    }

    @Test func `switch it off when more than four of five were explained away in two cycles`() {
        #expect(
            FamilyHistory(.drift, [Self.cycle(1, explained: 5, acted: 1), Self.cycle(2, explained: 1, acted: 0)])
                .isSwitchedOff
        )
        #expect(
            !FamilyHistory(.drift, [Self.cycle(1, explained: 4, acted: 1), Self.cycle(2, explained: 9, acted: 0)])
                .isSwitchedOff
        )
        #expect(!FamilyHistory(.drift, [Self.cycle(1, explained: 9, acted: 0)]).isSwitchedOff)
    }

    @Test func `count only the last two cycles, and only since it was switched on`() {
        let cycles = [
            Self.cycle(1, explained: 0, acted: 4), Self.cycle(2, explained: 6, acted: 0),
            Self.cycle(3, explained: 6, acted: 1),
        ]
        #expect(FamilyHistory(.drift, cycles).isSwitchedOff)
        #expect(!FamilyHistory(.drift, cycles, switchedOn: 3).isSwitchedOff)
    }

    @Test func `never switch off what is arithmetic about thin evidence`() {
        let cycles = (1...3).map {
            FamilyCycle(room: "r\($0)", opened: $0, family: .thinEvidence, explained: 9, acted: 0)
        }
        #expect(!FamilyHistory(.thinEvidence, cycles).isSwitchedOff)
    }
}
