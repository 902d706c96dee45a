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
    /// True when somebody speaks of their own act.
    let isFirstPerson: Bool
    /// Names that stand before a word in the sources, by the word's stem; the empty name where none does.
    let agents: [String: Set<String>]
    private let small: Set<String>
    private let stems: Set<String>
    private let names: Set<String>
    private let channels: Set<String>

    init(_ entries: [LedgerEntry], subject: String, quotes: [String]) {
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
        isFirstPerson = !small.isDisjoint(with: ["i", "i'm", "i've", "i'll", "i'd", "we", "we've", "my", "me", "our"])
        agents = Self.agents(in: text)
    }

    static func parts(of name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The nearest name before each word of the same sentence; a clause that begins anew with `i` or `you` has none.
    private static func agents(in text: CheckedText) -> [String: Set<String>] {
        var agents: [String: Set<String>] = [:]
        var name = ""
        for word in text.words {
            if word.opens { name = "" }
            if ["i", "you", "we", "they", "he", "she", "it"].contains(word.small) {
                name = ""
            } else if word.isCapital, !word.opens || !CheckWords.starters.contains(word.small) {
                name = word.small
            } else if word.isContent {
                agents[word.stem, default: []].insert(name)
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

    /// True for a name that the sources or those who speak in them carry.
    func isName(_ small: String) -> Bool {
        let bare = small.hasSuffix("'s") ? String(small.dropLast(2)) : small
        return voices.contains(bare) || subject.contains(bare) || names.contains(bare) || channels.contains(bare)
            || self.small.contains(bare)
    }
}
