import Calibration
import Desk
import Evidence
import Records
import Statistics
import Workspace

/// A room as JSON.
struct RoomAnswerWords: Encodable {
    let room: String
    let from: String
    let to: String
    let isOpen: Bool
    let drafts: Int?

    init(_ room: RoomRow, drafts: Int?) {
        self.room = room.name
        from = room.from.description
        to = room.to.description
        isOpen = room.closed == nil
        self.drafts = drafts
    }
}

/// A room's reading as JSON.
struct RoomViewWords: Encodable {
    let room: RoomAnswerWords
    let cues: [Cue]
    let further: Int
    let withheld: Int
    let families: [Note]
    let readAgainstEvidence: Bool

    struct Cue: Encodable {
        let id: String
        let family: String
        let about: String
        let seen: String
        let figures: [CalibrationCue.Figure]
        let count: Int
        let effect: Double?
        let low: Double?
        let high: Double?
        let p: Double?
        let misleads: String
        let next: String
        let audience: String
        let entries: [String]
        let outcome: String?
        let answer: String?
    }

    struct Note: Encodable {
        let family: String
        let sentence: String
    }

    init(_ view: RoomView) {
        room = RoomAnswerWords(view.room, drafts: view.drafts)
        cues = view.reading.cues.map { cue in
            Cue(
                id: cue.id.text,
                family: cue.family.rawValue,
                about: cue.about,
                seen: cue.seen,
                figures: cue.figures,
                count: cue.count,
                effect: cue.effect,
                low: cue.interval?.low,
                high: cue.interval?.high,
                p: cue.p,
                misleads: cue.misleads,
                next: cue.next,
                audience: cue.audience.words,
                entries: cue.entries.map(\.text),
                outcome: view.answers[cue.id]?.outcome,
                answer: view.answers[cue.id]?.words
            )
        }
        further = view.reading.further
        withheld = view.withheld
        families = view.reading.notes.map { Note(family: $0.family.rawValue, sentence: $0.sentence) }
        readAgainstEvidence = view.isLink
    }
}

/// A family as JSON.
struct FamilyWords: Encodable {
    let family: String
    let title: String
    let isSwitchedOff: Bool
    let cycles: [Cycle]

    struct Cycle: Encodable {
        let room: String
        let explained: Int
        let acted: Int
    }

    init(_ view: FamilyView) {
        family = view.history.family.rawValue
        title = view.history.family.title
        isSwitchedOff = view.history.isSwitchedOff
        cycles = view.history.cycles.map { Cycle(room: $0.room, explained: $0.explained, acted: $0.acted) }
    }
}

/// Words by groups as JSON.
struct LanguageWords: Encodable {
    let classes: [Gap]
    let words: [Word]
    let groupsTooSmall: Int

    struct Gap: Encodable {
        let kind: String
        let first: String
        let second: String
        let firstTexts: [Int]
        let secondTexts: [Int]
        let difference: Double?
        let low: Double?
        let high: Double?
        let p: Double
        let isBeyondChance: Bool
    }

    struct Word: Encodable {
        let word: String
        let more: String
        let less: String
        let z: Double
    }

    init(_ audit: LanguageAudit) {
        classes = audit.classes.map { gap in
            let (one, other) = (gap.comparison.first, gap.comparison.second)
            return Gap(
                kind: gap.kind.rawValue,
                first: gap.first,
                second: gap.second,
                firstTexts: [one.count, one.total],
                secondTexts: [other.count, other.total],
                difference: gap.comparison.difference,
                low: gap.comparison.newcombe?.low,
                high: gap.comparison.newcombe?.high,
                p: gap.comparison.fisherP,
                isBeyondChance: gap.isBeyondChance
            )
        }
        words = audit.words.map { Word(word: $0.word, more: $0.more, less: $0.less, z: $0.z) }
        groupsTooSmall = audit.leftOut
    }
}
