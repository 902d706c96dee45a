public import Evidence
import Signals
import Workspace

/// What the house may say around quotes without the quotes saying so: its frames, and facts that can be counted in the sources.
///
/// Source: `docs/methods.md`, "Telling". A phrase is only given where it is true of the sources, so one that is not stays in the
/// sentence, where the citation check finds it.
public enum HouseWords {
    /// All such phrases for these sources, longest first.
    public static func phrases(for entries: [LedgerEntry]) -> [String] {
        var seen: Set<String> = []
        return found(for: entries).map(\.text).filter { seen.insert($0).inserted }
    }

    /// The same, ready to be looked for; a phrase may stand there twice.
    static func found(for entries: [LedgerEntry]) -> [HousePhrase] {
        guard !entries.isEmpty else { return [] }
        let own = HousePhrase.mask(entries.filter { $0.voice.person == $0.subject }.map(\.kind))
        let heard = HousePhrase.mask(entries.filter { $0.voice.person != $0.subject }.map(\.kind))
        var facts = Situation.phrases(for: entries) + counts(entries)
        // Of which team somebody spoke is a fact of the record.
        facts += entries.filter { $0.voice.person != $0.subject }.compactMap(\.voice.team).map { "of \($0)" }
        if mayMerge(entries) {
            facts += merging(entries) + ["looked after what runs", "Upkeep came up", "upkeep came up"]
        }
        if entries.contains(where: { $0.kind == .recognition }) { facts.append("Say thank you for what") }
        let frames = HousePhrase.ofFrames.filter { $0.isTrue(own: own, heard: heard) }
        return (frames + facts.map { HousePhrase($0) }).sorted(by: HousePhrase.isLonger)
    }

    /// True when several moments may be told in one sentence: upkeep of one person.
    public static func mayMerge(_ entries: [LedgerEntry]) -> Bool {
        entries.count > 1 && Set(entries.map(\.subject)).count == 1
            && entries.allSatisfy { $0.workClass == .upkeep && $0.kind != .feedback && $0.kind != .blocked }
    }

    /// The words by which a sentence says that it joins several moments; true of these sources.
    public static func merging(_ entries: [LedgerEntry]) -> [String] {
        let weeks = weeks(of: entries)
        guard weeks > 1 else { return [] }
        let count = Telling.count(weeks)
        return ["In \(count) different weeks", "in \(count) different weeks", "in \(count) weeks"]
    }

    /// In how many weeks, from Monday to Sunday, the sources were said.
    static func weeks(of entries: [LedgerEntry]) -> Int {
        Set(entries.map(week)).count
    }

    /// A number for the week, from Monday to Sunday, in which an entry was said; 5 January 1970 was a Monday.
    static func week(of entry: LedgerEntry) -> Int { (CivilDate(microseconds: entry.moment).days - 4 + 7000) / 7 }

    /// How many people and teams spoke, in the house's words.
    static func counts(_ entries: [LedgerEntry]) -> [String] {
        let heard = entries.filter { $0.voice.person != $0.subject }
        let people = Set(heard.map(\.voice.key)).count
        let teams = Set(heard.compactMap(\.voice.team)).count
        var found = ["spoke to it as well", "spoke to it", "saw on"]
        if people > 1 {
            found += ["\(Telling.count(people)) people", "\(Telling.count(people)) colleagues"]
            for others in 1..<people {
                found.append("\(Telling.count(others)) \(others == 1 ? "other" : "others")")
            }
        }
        if teams > 1 { found.append("from \(Telling.count(teams)) teams") }
        return found
    }

    /// Speech stays in, since who spoke is checked by it; what stands on either side of it goes out.
    static func withoutSpeech(_ part: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for word in part.split(separator: " ") {
            if CheckWords.speech.contains(word.lowercased().trimmingEnd(of: ",:")) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts.map { $0.joined(separator: " ") }.filter { text in
            text.split(separator: " ").contains { word in
                let small = word.lowercased()
                return small.utf8.count > 2 && !CheckWords.empty.contains(small)
                    || CheckWords.quantifiers.contains(small) || CheckWords.negations.contains(small)
            }
        }
    }
}
