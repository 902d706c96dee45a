import Evidence
import Signals

/// How a talk about a draft may go: exact, short, kind.
///
/// Source: `docs/methods.md`, "Talk guide". It says nothing that the draft does not hold.
public struct TalkGuide: Sendable, Hashable {
    /// How to open.
    public let opening: [Sentence]
    /// The sentence to say first; nil where the draft claims nothing.
    public let first: DraftLine?
    /// What to ask.
    public let ask: [Sentence]
    /// Where the evidence is thin.
    public let thin: [Sentence]
    /// What not to say.
    public let leaveOut: [Sentence]

    /// All sentences in order.
    public var sentences: [Sentence] { opening + [first?.sentence].compactMap(\.self) + ask + thin + leaveOut }

    init(
        work: DraftWork,
        impact: [DraftLine],
        sections: [ReviewDraft.Section],
        edges: [DraftLine],
        questions: [DraftLine]
    ) {
        let isOwn = work.composer.perspective == .own
        let lines = (impact + sections.flatMap(\.lines)).filter { $0.sentence.role == .claim && $0.stands }
        let heard = Set(work.counting.filter { $0.voice.person != $0.subject && $0.kind == .recognition }.map(\.id))
        first =
            lines.first { line in line.parts == 3 && line.sources.contains { heard.contains($0) } }
            ?? lines.first { $0.sources.contains { heard.contains($0) } } ?? lines.first
        opening = Self.notes(
            lines.isEmpty
                ? ["There is little to go by here. Begin by asking; nothing written says nothing about the work."]
                : isOwn
                    ? ["Begin with one moment that mattered, and say whose words they are."]
                    : [
                        "Begin with something that was done, on a day, in somebody's words; then wait.",
                        "Say where the text comes from: what was said in Slack, and only part of the work shows there.",
                    ]
        )
        ask =
            questions.map(\.sentence)
            + (edges.contains { $0.sentence.role == .ladder } && !isOwn
                ? [Sentence("Which of the edges would you choose yourself, and what would help?", role: .question)]
                : [])
        thin = Self.notes(Self.thin(work, sections))
        leaveOut = Self.notes(Self.leftOut(work, sections, isOwn: isOwn))
    }

    private static func notes(_ texts: [String]) -> [Sentence] { texts.map { Sentence($0, role: .note) } }

    private static func thin(_ work: DraftWork, _ sections: [ReviewDraft.Section]) -> [String] {
        var found: [String] = []
        let empty = sections.filter(\.isEmpty).map { $0.competency.lowercased() }
        if !empty.isEmpty {
            let rest = empty.count - 3
            let more = rest > 0 ? " and \(Telling.count(rest)) more" : ""
            found.append("Nothing can be said from here on \(empty.prefix(3).joined(separator: ", "))\(more).")
        }
        let heard = work.counting.filter { $0.voice.person != $0.subject }
        let voices = Dictionary(heard.map { ($0.voice.name, 1) }, uniquingKeysWith: +)
        if let most = voices.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), heard.count > 3,
            most.value * 2 > heard.count
        {
            found.append("More than half of what others said comes from \(most.key); ask somebody else, too.")
        }
        if heard.isEmpty, !work.counting.isEmpty {
            found.append("Nobody else is quoted: all of it is in \(work.telling.forms.possessive) own words.")
        }
        let quarters = Set(work.moments.map(\.quarter))
        if quarters.count < 4, !work.moments.isEmpty {
            found.append(
                "\(Telling.capitalised(Telling.count(4 - quarters.count))) of the four quarters of this time \(quarters.count == 3 ? "is" : "are") silent."
            )
        }
        return found
    }

    private static func leftOut(_ work: DraftWork, _ sections: [ReviewDraft.Section], isOwn: Bool) -> [String] {
        guard !isOwn else {
            return ["Leave out how others did it; say what you did and what it changed."]
        }
        var found = [
            "No comparison with colleagues, and no word about character: say what was done and what it changed.",
            "No grade and no promise of level or pay; those are decided elsewhere, by people, with reasons.",
        ]
        if work.counting.contains(where: { $0.voice.person != $0.subject }) {
            found.append("Do not make others' words your own: say who said it, or leave it out.")
        }
        if sections.contains(where: \.isEmpty) {
            found.append("Draw nothing from the empty boxes. Silence is not evidence.")
        }
        return found
    }
}
