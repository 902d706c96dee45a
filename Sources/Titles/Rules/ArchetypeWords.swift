/// Words by which titles and descriptions name a lens on senior work.
enum ArchetypeWords {
    /// The lenses that are named; those in the title first.
    static func found(title: [String], description: String, high: Int) -> [TitleArchetype] {
        // A lens belongs to level 3 and above.
        guard high >= 3 else { return [] }
        let spoken = TitleText(TitleText.plain(description)).words
        var found: [TitleArchetype] = []
        for words in [title, spoken] {
            for (id, pattern) in table where !found.contains(where: { $0.id == id }) {
                guard let place = pattern.range(in: words) else { continue }
                found.append(TitleArchetype(id: id, words: words[place].joined(separator: " ")))
            }
        }
        return found
    }

    /// Source: the lenses of the reference ladder; staffeng.com for the first four.
    private static let table: [(String, TitlePattern)] = [
        ("tech-lead", TitlePattern("tech/team/squad lead | lead *2 engineer/developer/scientist | engineering lead")),
        ("architect", TitlePattern("architect/architects/architecture")),
        (
            "solver",
            TitlePattern(
                "solver/troubleshooter | hardest/hard problem/problems | special projects | fellow | moves between teams"
            )
        ),
        (
            "right-hand",
            TitlePattern("chief of staff | right hand | office of the cto/ceo | technical advisor/assistant")
        ),
        (
            "context-engineer",
            TitlePattern(
                "context engineer/engineering | retrieval pipelines | knowledge architectures/engineer | prompt engineer"
            )
        ),
        (
            "llm-specialist",
            TitlePattern(
                "llm/llms | language model/models | foundation model/models | fine tunes/tuning | machine learning"
            )
        ),
        (
            "code-archeologist",
            TitlePattern("archeologist/archaeologist | legacy code/systems | generated code | maintainability")
        ),
        (
            "keeper",
            TitlePattern(
                "site reliability | production engineer | on call | pager | lights on | systems administrator | uptime"
            )
        ),
    ]
}
