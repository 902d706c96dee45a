import Evidence
import Signals
import Workspace

/// Puts a happening into one sentence: when and where, what was done, in whose words.
struct Telling {
    /// Name of the person whom the text is about.
    let subject: String
    /// The most words a quote may have.
    let quoteWords: Int

    /// One sentence about a happening; nil when nothing of it can be quoted.
    func sentence(_ happening: Happening) -> Sentence? {
        guard let teller = happening.teller, let excerpt = Excerpt.of(teller.quote, words: quoteWords) else {
            return nil
        }
        let place = "On \(DateWords.day(of: teller.moment)) in #\(teller.channelName)"
        var sources = [teller.id]
        var text = "\(place), \(act(teller)) “\(excerpt)”"
        let others = happening.voices.filter { $0 != teller.voice.name }
        if teller.voice.person != teller.subject, !others.isEmpty {
            text += ", and \(Self.list(others)) spoke to it as well"
            for name in others.prefix(3) {
                if let entry = happening.heard.first(where: { $0.voice.name == name }) { sources.append(entry.id) }
            }
        }
        return Sentence(text + ".", sources: sources, role: .claim)
    }

    /// Who did what, up to the quote.
    private func act(_ entry: LedgerEntry) -> String {
        let voice = entry.voice.name
        guard entry.voice.person == entry.subject else {
            switch entry.kind {
            case .recognition: return "\(voice) said about \(subject):"
            case .feedback: return "\(voice) asked \(subject) for a change:"
            default: return "\(voice) wrote about \(subject):"
            }
        }
        switch entry.kind {
        case .ownership: return "\(subject) took this on:"
        case .decision: return "\(subject) settled a question:"
        case .upkeep: return "\(subject) kept things running:"
        case .judgement: return "\(subject) gave a reasoned view:"
        case .coaching: return "\(subject) explained:"
        case .delivery: return "\(subject) finished something:"
        case .blocked: return "\(subject) said what stands in the way:"
        case .recognition, .feedback: return "\(subject) wrote:"
        }
    }

    /// `Ana`, `Ana and Ben`, `Ana, Ben and two others`.
    static func list(_ names: [String]) -> String {
        switch names.count {
        case 0: return ""
        case 1: return names[0]
        case 2: return "\(names[0]) and \(names[1])"
        case 3: return "\(names[0]), \(names[1]) and \(names[2])"
        default: return "\(names[0]), \(names[1]) and \(count(names.count - 2)) others"
        }
    }

    /// Small numbers as words.
    static func count(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return words.indices.contains(number) ? words[number] : String(number)
    }
}
