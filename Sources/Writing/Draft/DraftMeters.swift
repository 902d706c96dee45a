import Evidence
import Signals
import Workspace

/// The meters of a draft, from its lines and the evidence of its period.
struct DraftMeters {
    private let work: DraftWork
    private let claims: [DraftLine]
    private let lines: [DraftLine]
    private let cited: Set<Int>
    private let citedEntries: [LedgerEntry]
    private let quality: DraftQuality

    init(work: DraftWork, lines: [DraftLine]) {
        self.work = work
        self.lines = lines
        claims = lines.filter { $0.sentence.role == .claim }
        let ids = Set(claims.flatMap(\.sources))
        citedEntries = work.counting.filter { ids.contains($0.id) }
        cited = Set(
            work.moments.indices.filter { work.moments[$0].happening.entries.contains { ids.contains($0.id) } }
        )
        quality = Self.quality(work, lines: lines)
    }

    /// A moment counts once, however many pieces of evidence it has.
    private static func quality(_ work: DraftWork, lines: [DraftLine]) -> DraftQuality {
        var moment: [EntryID: Int] = [:]
        for (place, one) in work.moments.enumerated() {
            for entry in one.happening.entries { moment[entry.id] = place }
        }
        let length = Double(max(1, work.composer.to.days - work.composer.from.days + 1))
        let evidence = Dictionary(
            uniqueKeysWithValues: work.moments.enumerated().map { place, one in
                let day = Double(CivilDate(microseconds: one.happening.first).days - work.composer.from.days)
                return (
                    String(place),
                    DraftQuality.Source(
                        competency: one.section.map { String($0) } ?? "none",
                        position: day / length,
                        weight: one.weight
                    )
                )
            }
        )
        return DraftQuality(
            lines.map { line in
                DraftQuality.Line(
                    isClaim: line.sentence.role == .claim,
                    cites: line.sources.compactMap { moment[$0].map { String($0) } },
                    isBorneOut: line.stands,
                    parts: line.parts,
                    speaksOfPersonality: Self.speaksOfCharacter(line)
                )
            },
            evidence: evidence
        )
    }

    /// The ladder's words are nobody's view of the person.
    private static func speaksOfCharacter(_ line: DraftLine) -> Bool {
        line.sentence.role != .ladder
            && WordingLint.find(in: Frameless.text(line.text)).contains { $0.reason == .character }
    }

    var all: [DraftMeter] {
        guard !work.moments.isEmpty || !claims.isEmpty else { return [] }
        return [groundedness, coverage, competencies, recency, voices, specificity, personality, upkeep] + [length]
            + readability
    }

    // MARK: Sources

    private var groundedness: DraftMeter {
        let wrong = claims.filter { !$0.stands }
        let count = wrong.count == 1 ? "One sentence is" : "\(wrong.count) sentences are"
        return DraftMeter(
            .groundedness,
            value: quality.groundedness,
            gate: 1...1,
            isMet: wrong.isEmpty,
            words: wrong.isEmpty ? "Every claim has its source." : "\(count) not borne out by the evidence cited.",
            advice: "Put it in the words of its source, cite what you saw, or take it out.",
            lines: wrong.map(\.key)
        )
    }

    private var coverage: DraftMeter {
        let top = work.top
        let all = top.reduce(0) { $0 + work.moments[$1].weight }
        let told = top.filter(cited.contains)
        let value = all > 0 ? told.reduce(0) { $0 + work.moments[$1].weight } / all : 1
        return DraftMeter(
            .coverage,
            value: value,
            gate: 0.6...1,
            isMet: value >= 0.6,
            words: top.isEmpty
                ? "Nothing in the evidence can be quoted by itself."
                : "\(told.count) of the \(top.count) weightiest moments are told, of \(work.moments.count) in all.",
            advice: "Keep one of those that are not told.",
            add: entries(top.filter { !cited.contains($0) })
        )
    }

    private var competencies: DraftMeter {
        let seen = Set(work.moments.compactMap(\.section))
        let told = Set(cited.compactMap { work.moments[$0].section })
        let value = seen.isEmpty ? 1 : Double(told.count) / Double(seen.count)
        let missing = seen.subtracting(told)
        return DraftMeter(
            .competencies,
            value: value,
            gate: 0.7...1,
            isMet: value >= 0.7,
            words: "\(told.count) of the \(seen.count) competencies with evidence are told.",
            advice:
                "Add a moment of \(missing.sorted().first.map { work.composer.competencies[$0].name.lowercased() } ?? "another").",
            add: entries(best { $0.section.map { missing.contains($0) } ?? false })
        )
    }

    private var recency: DraftMeter {
        var told = [0.0, 0, 0, 0]
        var seen = [0.0, 0, 0, 0]
        for place in cited { told[work.moments[place].quarter] += 1 }
        for moment in work.moments { seen[moment.quarter] += moment.weight }
        let (toldSum, seenSum) = (told.reduce(0, +), seen.reduce(0, +))
        let lack =
            (0..<4).max {
                seen[$0] / max(seenSum, 1e-9) - told[$0] / max(toldSum, 1) < seen[$1] / max(seenSum, 1e-9) - told[$1]
                    / max(toldSum, 1)
            } ?? 0
        let isMet = quality.recencyBalance >= 0.7
        return DraftMeter(
            .recency,
            value: quality.recencyBalance,
            gate: 0.7...1,
            isMet: isMet,
            words: isMet ? "The text follows the whole period." : "The text leans on a part of the period.",
            advice: "Add a moment of the \(["first", "second", "third", "last"][lack]) quarter of it.",
            add: entries(best { $0.quarter == lack })
        )
    }

    private var voices: DraftMeter {
        let all = min(DraftSelection.mostVoices, VoiceSpread.effective(work.moments.flatMap(\.voices)))
        let heard = citedEntries.filter { $0.voice.person != $0.subject }
        let told = VoiceSpread.effective(heard.map(\.voice.key))
        let names = Set(heard.map(\.voice.key))
        let value = all > 0 ? min(1, told / all) : 1
        let words =
            switch names.count {
            case 0: all > 0 ? "Nobody else is quoted." : "Nobody else was heard."
            case 1: "One colleague is quoted."
            default: "\(names.count) colleagues are quoted."
            }
        return DraftMeter(
            .voices,
            value: value,
            gate: 0.6...1,
            isMet: value >= 0.6,
            words: words,
            advice: "Others were heard, too; let more of them speak.",
            add: entries(best { !$0.voices.isEmpty && names.isDisjoint(with: $0.voices) })
        )
    }

    // MARK: Sentences

    private var specificity: DraftMeter {
        let weak = claims.filter { $0.parts < 2 }
        let isMet = quality.specificity >= 0.7499
        let missing = claims.filter { $0.parts == 2 }
        return DraftMeter(
            .specificity,
            value: quality.specificity,
            gate: 0.75...1,
            isMet: isMet,
            words: isMet
                ? "The sentences say when, what was done and what it changed."
                : "Many sentences leave out what the work changed.",
            advice: "Say what was so afterwards, or choose a moment in which somebody says it.",
            add: entries(
                best(30) { _ in true }.filter { work.materials[$0]?.parts == 3 }
            ),
            lines: (weak + missing).map(\.key)
        )
    }

    private var personality: DraftMeter {
        let found = lines.filter { line in
            Self.speaksOfCharacter(line)
        }
        return DraftMeter(
            .personality,
            value: quality.personalityRate,
            gate: 0...0,
            isMet: found.isEmpty,
            words: found.isEmpty
                ? "No sentence is about character."
                : "\(found.count == 1 ? "One sentence speaks" : "\(found.count) sentences speak") about character.",
            advice: "Say which behaviour was seen instead.",
            lines: found.map(\.key)
        )
    }

    /// Within half a sentence of its share, or within the gate: a text of twenty sentences cannot be finer.
    private var upkeep: DraftMeter {
        let all = work.moments.reduce(0) { $0 + $1.weight }
        let seen = all > 0 ? work.moments.filter(\.isUpkeep).reduce(0) { $0 + $1.weight } / all : 0
        let citedWeight = cited.reduce(0) { $0 + work.moments[$1].weight }
        let told =
            citedWeight > 0
            ? cited.filter { work.moments[$0].isUpkeep }.reduce(0) { $0 + work.moments[$1].weight } / citedWeight : 0
        let value = seen > 0 ? told / seen : told > 0 ? 2 : 1
        let near = abs(told - seen) * Double(max(1, cited.count)) <= 0.75
        let isMet = (0.8...1.25).contains(value) || near
        let isLess = told < seen
        return DraftMeter(
            .upkeep,
            value: value,
            gate: 0.8...1.25,
            isMet: isMet,
            words: isMet
                ? (0.8...1.25).contains(value)
                    ? "Upkeep has the place in the text that it has in the evidence."
                    : "Upkeep is as near to its place as so few sentences allow."
                : isLess ? "Upkeep is told less than it was seen." : "Upkeep is told more than it was seen.",
            advice: isLess ? "Add a moment of upkeep." : "Add a moment of other work.",
            add: entries(best { $0.isUpkeep == isLess })
        )
    }

    private var length: DraftMeter {
        let words = lines.reduce(0) { $0 + Excerpt.wordCount($1.text) }
        let fits = words <= DraftComposer.mostWords && (words >= 350 || cited.count >= work.moments.count)
        return DraftMeter(
            .length,
            value: Double(words),
            gate: 350...Double(DraftComposer.mostWords),
            isMet: fits,
            words: "\(words) words.",
            advice: words > DraftComposer.mostWords
                ? "Drop a moment that says what another says, too."
                : "There is room for more; keep moments that matter, or ask those who were there.",
            add: words < 350 ? entries(best { _ in true }) : [],
            lines: words > DraftComposer.mostWords ? longest.map(\.key) : []
        )
    }

    private var readability: [DraftMeter] {
        let text = lines.map(\.text).joined(separator: " ")
        let found = Readability(text)
        guard found.words > 0 else { return [] }
        let grade = found.grade
        let isLong = found.sentenceLength > 20
        return [
            DraftMeter(
                .readability,
                value: grade,
                gate: 6...10,
                isMet: grade <= 10,
                words: grade <= 10 ? "It reads easily." : "It takes some effort to read.",
                advice: "Shorter sentences and plainer words would help; begin with the longest.",
                lines: longest.map(\.key)
            ),
            DraftMeter(
                .sentenceLength,
                value: found.sentenceLength,
                gate: 0...20,
                isMet: !isLong,
                words: "A sentence has \(Int(found.sentenceLength.rounded())) words on average.",
                advice: "Cut or part the longest sentences.",
                lines: longest.map(\.key)
            ),
        ]
    }

    private var longest: [DraftLine] {
        lines.enumerated().sorted {
            (Excerpt.wordCount($1.element.text), $0.offset) < (Excerpt.wordCount($0.element.text), $1.offset)
        }.prefix(3).map(\.element)
    }

    // MARK: What to add

    private func best(_ count: Int = 12, where wanted: (DraftMoment) -> Bool) -> [Int] {
        work.materials.keys.filter { !cited.contains($0) }
            .sorted { (work.moments[$1].weight, $0) < (work.moments[$0].weight, $1) }
            .filter { wanted(work.moments[$0]) }.prefix(count).map(\.self)
    }

    /// The evidence of these moments that can be told; at most three.
    private func entries(_ places: [Int]) -> [EntryID] {
        places.lazy.compactMap { work.materials[$0]?.lead.id }.prefix(3)
            .map(\.self)
    }
}

/// A sentence without what it quotes: what the house itself says.
enum Frameless {
    static func text(_ text: String) -> String {
        var isQuote = false
        return String(
            text.filter { character in
                if character == "“" { isQuote = true }
                if character == "”" {
                    isQuote = false
                    return false
                }
                return !isQuote
            }
        )
    }
}
