import Evidence
import Workspace

/// What the sources of a sentence say, ready to be asked.
struct CheckedSources {
    /// Their words.
    let text: CheckedText
    /// Names of those who said them, in parts.
    let voices: Set<String>
    /// The subject's name in parts.
    let subject: Set<String>
    /// Who said the words that the sentence quotes; all voices where it quotes nothing.
    let quoted: Set<String>
    /// Days on which they were said.
    let days: [CivilDate]
    /// Who does what a word says, by the word's stem: names, whoever speaks, whoever is spoken to, or nobody in sight.
    let agents: [String: Set<Agent>]
    /// True when the person speaks.
    let isOwn: Bool
    /// Conversations in which they were said.
    let places: Set<String>

    /// Who does something.
    enum Agent: Hashable {
        case named(String)
        case speaker
        case addressed
        case unsaid
    }

    private let small: Set<String>
    private let stems: Set<String>
    private let names: Set<String>
    private let channels: Set<String>

    init(_ entries: [LedgerEntry], subject: String, quotes: [String], naming: Set<String> = []) {
        text = CheckedText(entries.map(\.quote).joined(separator: "\n"))
        voices = Set(entries.flatMap { Self.parts(of: $0.voice.name) })
        self.subject = Set(Self.parts(of: subject))
        let speaking = entries.filter { entry in quotes.contains { entry.quote.contains(QuotedText.bare($0)) } }
        quoted = Set((speaking.isEmpty ? entries : speaking).flatMap { Self.parts(of: $0.voice.name) })
        days = entries.map { CivilDate(microseconds: $0.moment) }
        small = Set(text.words.map(\.small))
        stems = Set(text.words.map(\.stem))
        names = Set(text.words.filter(\.isCapital).map(\.small))
        channels = Set(entries.flatMap { Self.parts(of: $0.channelName) })
        isOwn = entries.contains { $0.voice.person == $0.subject }
        places = Set(entries.map { $0.channelName.lowercased() })
        agents = Self.agents(in: text, naming: naming.union(voices).union(self.subject))
    }

    static func parts(of name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The nearest name or person word before each word of the same sentence; `he` and `she` stand for the last name.
    private static func agents(in text: CheckedText, naming: Set<String>) -> [String: Set<Agent>] {
        var agents: [String: Set<Agent>] = [:]
        var agent = Agent.unsaid
        var lastName = Agent.unsaid
        for word in text.words {
            if word.opens { agent = .unsaid }
            switch word.small {
            case "i", "we", "i've", "we've", "i'm", "we're", "i'll", "we'll", "i'd": agent = .speaker
            case "you", "you've", "you're", "u": agent = .addressed
            case "he", "she", "they": agent = lastName
            case "it", "this", "that", "which": agent = .unsaid
            default:
                let isName = naming.contains(word.small) || word.isCapital && !word.opens && word.isContent
                if isName {
                    agent = .named(word.small)
                    lastName = agent
                } else if word.isContent || CheckWords.speech.contains(word.small) {
                    agents[word.stem, default: []].insert(agent)
                }
            }
        }
        return agents
    }

    func says(_ word: String) -> Bool { small.contains(word) }
    func hasStem(_ stem: String) -> Bool { stems.contains(stem) }

    /// True for a word that the sources use, in this form or another, and for names of those who take part.
    func isKnown(_ word: CheckedText.Word) -> Bool {
        stems.contains(word.stem) || small.contains(word.small) || isName(word.small)
            || channels.contains(word.small)
            || word.small.split(separator: "-").allSatisfy {
                small.contains(String($0)) || channels.contains(String($0))
            }
    }

    /// True for a name that the sources or those who speak in them carry; of a double name, each part.
    func isName(_ small: String) -> Bool {
        let bare = small.hasSuffix("'s") ? String(small.dropLast(2)) : small
        if voices.contains(bare) || subject.contains(bare) || names.contains(bare) || channels.contains(bare)
            || self.small.contains(bare)
        {
            return true
        }
        let parts = Self.parts(of: bare)
        return parts.count > 1 && parts.allSatisfy(isName)
    }

    /// True for a name, or a part of one, of somebody who speaks; of the person.
    func isVoice(_ name: [String]) -> Bool { name.flatMap(Self.parts).allSatisfy(quoted.contains) }
    func isSubject(_ name: [String]) -> Bool { name.flatMap(Self.parts).allSatisfy(subject.contains) }
}
