import Desk
import Evidence
import Growth
import Signals
import Workspace
import Writing

extension Person {
    /// `Senior Engineer, level 4`.
    var role: Words {
        let level: Words? = level.map { "level \($0)" }
        return .joined([title.map { Words(said: $0) }, level].compactMap(\.self), between: ", ")
    }
}

extension SourceLink {
    /// A short name for a piece of evidence, and where it opens.
    init(_ entry: LedgerEntry) {
        let day = DayMark(CivilDate(microseconds: entry.moment))
        self.init(
            label: "\(entry.voice.name), #\(entry.channelName), \(day)",
            link: .episode(entry.episode.text, of: entry.subject)
        )
    }
}

extension EvidenceItem {
    /// A piece of evidence with the day from which it counts.
    ///
    /// `viewer` gets a way to the piece's own page where there is something to do.
    init(open entry: LedgerEntry, viewer: PersonID? = nil) {
        let waits = entry.state == .shown ? entry.settlesAt.map { CivilDate(microseconds: $0) } : nil
        self.init(entry, countsFrom: waits)
        door = viewer.flatMap { EntryDoor(entry, viewer: $0) }
    }
}

/// Numbers sources in the order in which sentences cite them.
struct SourceNumbers {
    let entries: [EntryID: LedgerEntry]
    private(set) var order: [EntryID] = []

    init(_ entries: [EntryID: LedgerEntry]) { self.entries = entries }

    /// A sentence with its numbers.
    mutating func line(_ sentence: Sentence) -> CitedLine {
        var numbers: [Citation] = []
        for id in sentence.sources where entries[id] != nil {
            if let place = order.firstIndex(of: id) {
                numbers.append(Citation(place + 1))
            } else {
                order.append(id)
                numbers.append(Citation(order.count))
            }
        }
        return CitedLine(line: Words(english: sentence.text), citations: numbers)
    }

    /// The list that the numbers lead to.
    var sources: [NumberedSource] {
        order.enumerated().compactMap { place, id in
            entries[id].map { NumberedSource(number: place + 1, item: EvidenceItem(open: $0)) }
        }
    }
}

extension Happening {
    /// Who spoke, in words.
    var voiceWords: Words {
        let names = voices
        switch names.count {
        case 0: return "in the person's own words"
        case 1: return Words(said: names[0])
        case 2: return "\(names[0]) and \(names[1])"
        default:
            return .counted(
                names.count - 2,
                one: "\(names[0]), \(names[1]) and one other",
                other: "\(names[0]), \(names[1]) and \(names.count - 2) others"
            )
        }
    }
}

extension EpisodeLine {
    /// A happening in one line; nil when nothing of it can be told.
    init?(_ sentence: Sentence, entries: [EntryID: LedgerEntry], person: PersonID) {
        guard let first = sentence.sources.first.flatMap({ entries[$0] }) else { return nil }
        let voices = Set(sentence.sources.compactMap { entries[$0]?.voice.name }).sorted()
        self.init(
            happened: Words(english: sentence.text),
            day: DayMark(CivilDate(microseconds: first.moment)),
            voices: voices.joined(separator: ", "),
            work: WorkMark(first.workClass),
            link: .episode(first.episode.text, of: person)
        )
    }
}
