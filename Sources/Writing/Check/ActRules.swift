import Evidence
import Signals

/// Acts that a kind of evidence tells by itself, and what people are said to have.
struct ActRules {
    let sentence: PeopledText
    let sources: CheckedSources

    private var words: [CheckedText.Word] { sentence.text.words }

    private static let acts: [SignalKind: Set<String>] = [
        .delivery: ["finished", "finishes", "completed", "done", "put"],
        .ownership: ["took", "takes", "taking"],
    ]

    /// Verbs that need no place in a source: the person reports own work as finished, or takes it on.
    var used: Set<Int> {
        let kinds = Set(sources.all.filter(\.isOwn).map(\.entry.kind))
        return Set(
            words.indices.filter { place in
                guard kinds.contains(where: { Self.acts[$0]?.contains(words[place].small) ?? false }),
                    !words[place].isNegated
                else { return false }
                if case .people(let people) = sentence.agents[place] { return people.contains(Cast.subject) }
                return false
            }
        )
    }

    /// `had the loader patched`: whoever had it in the source.
    var faults: [CheckDesk.Found] {
        let having = ["had", "has", "have", "having"]
        let theirs = sources.all.flatMap { source in
            source.words.indices.filter { having.contains(source.words[$0].small) && Self.isMain($0, in: source.words) }
                .compactMap { who(before: $0, source.peopled) }
        }
        guard !theirs.isEmpty else { return [] }
        return words.indices.compactMap { place in
            guard having.contains(words[place].small), Self.isMain(place, in: words),
                let people = who(before: place, sentence),
                theirs.allSatisfy({ $0.isDisjoint(with: people) })
            else { return nil }
            return (.actor(words[place].text), words[place].span)
        }
    }

    /// True where no verb follows: `had the loader`.
    private static func isMain(_ place: Int, in words: [CheckedText.Word]) -> Bool {
        guard place + 1 < words.count, words[place + 1].clause == words[place].clause else { return false }
        let next = words[place + 1]
        return CheckWords.articles.contains(next.small) || next.number != nil || next.small == "no"
    }

    private func who(before place: Int, _ text: PeopledText) -> Set<Int>? {
        guard place > 0, text.text.words[place - 1].clause == text.text.words[place].clause,
            !text.people[place - 1].isEmpty,
            !text.text.words[place - 1].isPossessive
        else { return nil }
        return text.people[place - 1]
    }
}
