import Evidence
import Workspace

/// Holds the lines of a draft against the evidence as it is now.
struct DraftCheck {
    let check: CitationCheck
    private let usable: Set<EntryID>

    init(composer: DraftComposer, entries: [LedgerEntry]) {
        check = CitationCheck(entries: entries, subject: composer.person.name, names: composer.names)
        usable = Set(entries.filter(\.state.counts).map(\.id))
    }

    /// Which of these sentences may stand, one answer each.
    func stand(_ sentences: [Sentence]) -> [Bool] { check.findings(sentences).map(\.stands) }

    /// Lines with what is wrong with them; taken-out lines are left out.
    func lines(_ edits: [(edit: DraftChoices.Edit, origin: DraftLine.Origin)]) -> [DraftLine] {
        let edits = edits.filter { !$0.edit.text.isEmpty }
        let sentences = edits.map { edit, _ in
            Sentence(edit.text, sources: edit.sources, role: Self.role(of: edit))
        }
        let findings = check.findings(sentences)
        return zip(zip(edits, sentences), findings).map { pair, finding in
            let ((edit, origin), sentence) = pair
            let gone = edit.sources.filter { !usable.contains($0) }
            let standing: DraftLine.Standing =
                !gone.isEmpty ? .broken(gone) : finding.stands ? .stands : .unsupported(finding.reasons)
            return DraftLine(
                key: edit.key,
                sentence: sentence,
                origin: origin,
                standing: standing,
                parts: sentence.role == .claim ? SentenceParts.count(in: edit.text) : 0
            )
        }
    }

    /// Evidence that is gone, of these.
    func gone(_ sources: [EntryID]) -> [EntryID] { sources.filter { !usable.contains($0) } }

    private static func role(of edit: DraftChoices.Edit) -> Sentence.Role {
        switch edit.block {
        case .questions: .question
        case .summary, .level: edit.sources.isEmpty ? .note : .claim
        case .edges: edit.key.hasPrefix("edge") && edit.sources.isEmpty ? .ladder : .claim
        case .impact, .competency: .claim
        }
    }
}

/// How many of situation, behaviour and impact a sentence by hand has, as far as its words show it.
enum SentenceParts {
    static func count(in text: String) -> Int {
        let words = text.lowercased().split { !$0.isLetter && $0 != "#" && !$0.isNumber }.map(String.init)
        let hasPlace =
            text.contains("#") || words.contains { CheckWords.isDay($0) }
            || words.contains { ["when", "during", "while", "after", "before"].contains($0) }
        let hasAct = words.contains {
            $0.hasSuffix("ed") || CheckWords.speech.contains($0) || $0 == "took" || $0 == "led"
        }
        let hasEffect =
            words.contains { CutWords.effects.contains($0) } || text.contains("so that") || text.contains("no longer")
        return (hasPlace ? 1 : 0) + (hasAct ? 1 : 0) + (hasEffect ? 1 : 0)
    }
}
