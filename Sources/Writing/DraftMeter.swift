import Evidence
import Foundation
import Signals
import Workspace

/// One thing to know about a draft as a text, and what would improve it; never about the person.
///
/// Source: `docs/methods.md`, "Meters of a draft".
public struct DraftMeter: Sendable, Hashable {
    /// What is looked at.
    public let name: String
    /// The finding in words.
    public let words: String
    /// What would improve it; nil when nothing needs to.
    public let advice: String?

    static func all(cited: [LedgerEntry], evidence: [LedgerEntry], from: CivilDate, to: CivilDate) -> [DraftMeter] {
        guard !evidence.isEmpty else { return [] }
        return [
            coverage(cited, evidence),
            recency(cited, evidence, from: from, to: to),
            voices(cited, evidence),
            upkeep(cited, evidence),
        ]
    }

    private static func coverage(_ cited: [LedgerEntry], _ evidence: [LedgerEntry]) -> DraftMeter {
        let told = Set(cited.map(\.episode)).count
        let all = Set(evidence.map(\.episode)).count
        return DraftMeter(
            name: "Coverage",
            words: "\(told) of \(all) moments are told.",
            advice: told * 2 < min(all, 12) ? "Look through the moments that are not told; some may matter more." : nil
        )
    }

    /// How far the quarters of the period are cited as the evidence lies in them: 1 - ½ Σ |cited - evidence|.
    private static func recency(
        _ cited: [LedgerEntry],
        _ evidence: [LedgerEntry],
        from: CivilDate,
        to: CivilDate
    ) -> DraftMeter {
        func shares(_ entries: [LedgerEntry]) -> [Double] {
            var quarters = [0.0, 0, 0, 0]
            for entry in entries {
                let day = CivilDate(microseconds: entry.moment).days - from.days
                quarters[max(0, min(3, day * 4 / max(1, to.days - from.days + 1)))] += 1
            }
            return quarters.map { $0 / Double(max(1, entries.count)) }
        }
        let balance = 1 - zip(shares(cited), shares(evidence)).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
        let isEven = balance >= 0.7
        return DraftMeter(
            name: "Balance over time",
            words: isEven ? "The text follows the whole period." : "The text leans on a part of the period.",
            advice: isEven ? nil : "Add something from the months that are missing."
        )
    }

    /// Effective number of voices, exp of the entropy (Hill 1973), cited against all.
    private static func voices(_ cited: [LedgerEntry], _ evidence: [LedgerEntry]) -> DraftMeter {
        func effective(_ entries: [LedgerEntry]) -> Double {
            let heard = entries.filter { $0.voice.person != $0.subject }
            guard !heard.isEmpty else { return 0 }
            let counts = Dictionary(heard.map { ($0.voice.key, 1.0) }, uniquingKeysWith: +)
            return exp(-counts.values.reduce(0) { $0 + $1 / Double(heard.count) * log($1 / Double(heard.count)) })
        }
        let (told, all) = (effective(cited), effective(evidence))
        let names = Set(cited.filter { $0.voice.person != $0.subject }.map(\.voice.key)).count
        let isBroad = all == 0 || told / all >= 0.6
        return DraftMeter(
            name: "Voices",
            words: names == 1 ? "One person is quoted." : "\(names) people are quoted.",
            advice: isBroad && names != 1 ? nil : "Others were heard, too; let more of them speak."
        )
    }

    private static func upkeep(_ cited: [LedgerEntry], _ evidence: [LedgerEntry]) -> DraftMeter {
        func share(_ entries: [LedgerEntry]) -> Double {
            guard !entries.isEmpty else { return 0 }
            return Double(entries.filter { $0.workClass == .upkeep }.count) / Double(entries.count)
        }
        let (told, all) = (share(cited), share(evidence))
        let isFair = all == 0 || (told / all >= 0.8 && told / all <= 1.25)
        let less = told < all
        return DraftMeter(
            name: "Keeping the lights on",
            words: isFair
                ? "Upkeep has the place in the text that it has in the evidence."
                : less ? "Upkeep is told less than it was seen." : "Upkeep is told more than it was seen.",
            advice: isFair ? nil : less ? "Add an episode of upkeep." : "Add an episode of other work."
        )
    }
}
