import Evidence
import Signals

/// How the text stands to the evidence of its period.
extension DraftMeters {
    var groundedness: DraftMeter {
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

    var coverage: DraftMeter {
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

    var competencies: DraftMeter {
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

    var recency: DraftMeter {
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

    var voices: DraftMeter {
        let all = min(
            DraftSelection.mostVoices,
            DraftSelection.voices(of: work.materials.sorted { $0.key < $1.key }.map(\.value))
        )
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
}
