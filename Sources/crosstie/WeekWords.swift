import Answers
import Desk
import Evidence
import Growth
import Workspace
import Writing

/// A week on a terminal.
enum WeekWords {
    static func print(_ week: WeekView) {
        var notes = SourceNotes(sources: week.sources)
        Console.line()
        Console.heading("\(week.viewer.name)'s week, \(DateWords.dayAndYear(week.today))")
        if week.cues.isEmpty { Console.line("  Nothing asks for you this week.") }
        for (number, cue) in week.cues.enumerated() {
            Console.line("  \(number + 1). \(cue.title) (by \(DateWords.day(cue.due)))")
            Console.line(Console.wrapped(cue.why.text + notes.marks(cue.why), indent: 5))
        }
        for card in week.cards {
            Console.line()
            Console.heading("\(card.person.name), \(card.person.title ?? card.person.track.rawValue)")
            if let reading = card.reading { Console.line(Console.wrapped(reading.headline.text, indent: 2)) }
            for sentence in card.recent {
                Console.line(Console.wrapped("· " + sentence.text + notes.marks(sentence), indent: 2))
            }
            if card.waiting > 0 {
                let until = card.waitingUntil.map { " until \(DateWords.day($0))" } ?? ""
                let pieces = card.waiting == 1 ? "One piece of evidence is" : "\(card.waiting) pieces of evidence are"
                Console.line("  \(pieces) with \(card.person.name)\(until)")
            }
        }
        notes.list()
    }
}
