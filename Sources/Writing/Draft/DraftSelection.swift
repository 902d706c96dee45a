import Foundation

/// Chooses the sentences of a draft: a greedy search, then exchanges, over the measures that the meters show.
///
/// Source: `docs/methods.md`, "Review draft".
struct DraftSelection {
    let moments: [DraftMoment]
    let candidates: [DraftCandidate]
    /// How many words the sentences may have together.
    let budget: Int

    private let top: [Bool]
    private let topWeight: Double
    private let seenQuarters: [Double]
    private let upkeepShare: Double
    private let sectionCount: Int
    private let effectiveVoices: Double
    private let voiceKeys: [[Int]]

    /// How many of the weightiest moments coverage asks for.
    static let topCount = 12
    /// More voices than this no text of this length can quote in fair shares.
    static let mostVoices = 15.0

    /// How many voices those amount to of whose words something can be told.
    static func voices(of materials: [Material]) -> Double {
        VoiceSpread.effective(materials.filter { !$0.isSlight }.flatMap { $0.voices.sorted() })
    }

    /// Shape: `top` are the weightiest moments of which something can be told.
    init(moments: [DraftMoment], candidates: [DraftCandidate], top heaviest: [Int], budget: Int) {
        self.moments = moments
        self.candidates = candidates
        self.budget = budget
        var top = [Bool](repeating: false, count: moments.count)
        for place in heaviest { top[place] = true }
        self.top = top
        topWeight = heaviest.reduce(0) { $0 + moments[$1].weight }
        var quarters = [0.0, 0, 0, 0]
        var upkeep = 0.0
        var all = 0.0
        for moment in moments {
            quarters[moment.quarter] += moment.weight
            all += moment.weight
            if moment.isUpkeep { upkeep += moment.weight }
        }
        seenQuarters = all > 0 ? quarters.map { $0 / all } : quarters
        upkeepShare = all > 0 ? upkeep / all : 0
        sectionCount = Set(moments.compactMap(\.section)).count
        effectiveVoices = min(Self.mostVoices, Self.voices(of: candidates.map(\.material)))
        var numbers: [String: Int] = [:]
        voiceKeys = candidates.map { candidate in
            candidate.material.voices.sorted().map { key in
                if let number = numbers[key] { return number }
                numbers[key] = numbers.count
                return numbers.count - 1
            }
        }
    }

    /// Sums over the chosen sentences, light enough to be tried a few thousand times.
    private struct Tally {
        var cited: Set<Int> = []
        var echoes: Set<Int> = []
        var topWeight = 0.0
        var quarters = [0.0, 0, 0, 0]
        var weight = 0.0
        var upkeep = 0.0
        var sections: [Int: Int] = [:]
        var voices: [Int: Int] = [:]
        var quality = 0.0
        var words = 0
    }

    /// Places of the chosen candidates, in the order in which they were chosen.
    func choose(without failed: Set<Int> = []) -> [Int] {
        var tally = Tally()
        var chosen: [Int] = []
        func take(_ place: Int) {
            add(place, to: &tally)
            chosen.append(place)
        }
        for place in candidates.indices where candidates[place].isKept && !failed.contains(place) { take(place) }
        // Words that tell little by themselves fill no box: it says that they are there, and cites them.
        var left = candidates.indices.filter {
            !candidates[$0].isKept && !failed.contains($0) && !candidates[$0].material.isSlight
        }
        while !left.isEmpty {
            let now = value(tally)
            var best: (gain: Double, place: Int)?
            for place in left where tally.words + candidates[place].words <= budget && !overlaps(place, tally) {
                var next = tally
                add(place, to: &next)
                let gain = (value(next) - now) / Double(20 + candidates[place].words)
                if best.map({ gain > $0.gain }) ?? true { best = (gain, place) }
            }
            guard let best, best.gain > 0 else { break }
            take(best.place)
            left.removeAll { $0 == best.place }
        }
        let (best, unused) = exchanged(chosen, left: left)
        return completed(best, left: unused)
    }

    /// How many sentences of one colleague are enough where a box would be filled by nobody else.
    private static let enoughOfOneVoice = 3

    /// True where words come from colleagues alone who are heard often enough already.
    private func isOneVoiceAgain(_ place: Int, _ chosen: [Int]) -> Bool {
        guard !candidates[place].material.isOwn else { return false }
        let heard = Dictionary(chosen.flatMap { voiceKeys[$0] }.map { ($0, 1) }, uniquingKeysWith: +)
        return voiceKeys[place].allSatisfy { heard[$0, default: 0] >= Self.enoughOfOneVoice }
    }

    /// A competency of which something can be told is told, though the words are used up: the least telling of the others gives way.
    private func completed(_ chosen: [Int], left: [Int]) -> [Int] {
        var chosen = chosen
        func section(_ place: Int) -> Int? { moments[candidates[place].moments[0]].section }
        for place in left {
            guard let home = section(place), !chosen.contains(where: { section($0) == home }),
                !overlaps(place, tally(of: chosen)), !isOneVoiceAgain(place, chosen)
            else { continue }
            let words = chosen.reduce(0) { $0 + candidates[$1].words } + candidates[place].words
            if words > budget {
                let counts = Dictionary(chosen.compactMap(section).map { ($0, 1) }, uniquingKeysWith: +)
                let spare = chosen.filter { one in
                    !candidates[one].isKept && section(one).map { counts[$0, default: 0] > 1 } ?? true
                }
                if let out = spare.min(by: { candidates[$0].material.quality < candidates[$1].material.quality }) {
                    chosen.removeAll { $0 == out }
                }
            }
            chosen.append(place)
        }
        return chosen
    }

    /// One for one, as long as it helps; a few rounds are enough.
    private func exchanged(_ chosen: [Int], left: [Int]) -> (chosen: [Int], left: [Int]) {
        var chosen = chosen
        var left = left
        for _ in 0..<4 {
            let now = value(tally(of: chosen))
            var best: (gain: Double, out: Int, place: Int)?
            for (place, out) in chosen.enumerated() where !candidates[out].isKept {
                var rest = chosen
                rest.remove(at: place)
                let base = tally(of: rest)
                for candidate in left.prefix(80)
                where base.words + candidates[candidate].words <= budget && !overlaps(candidate, base) {
                    var next = base
                    add(candidate, to: &next)
                    let gain = value(next) - now
                    if gain > 0.02, best.map({ gain > $0.gain }) ?? true { best = (gain, place, candidate) }
                }
            }
            guard let best else { break }
            left.append(chosen[best.out])
            chosen[best.out] = best.place
            left.removeAll { $0 == best.place }
        }
        let order = left.sorted { one, other in
            let (l, r) = (candidates[one].material.quality, candidates[other].material.quality)
            return (-l, one) < (-r, other)
        }
        return (chosen, order)
    }

    private func tally(of chosen: [Int]) -> Tally {
        var tally = Tally()
        for place in chosen { add(place, to: &tally) }
        return tally
    }

    private func overlaps(_ place: Int, _ tally: Tally) -> Bool {
        candidates[place].moments.contains { tally.cited.contains($0) }
            || candidates[place].echo.map { tally.echoes.contains($0) } ?? false
    }

    private func add(_ place: Int, to tally: inout Tally) {
        let candidate = candidates[place]
        if let echo = candidate.echo { tally.echoes.insert(echo) }
        for (index, number) in candidate.moments.enumerated() where tally.cited.insert(number).inserted {
            let moment = moments[number]
            if top[number] { tally.topWeight += moment.weight }
            tally.quarters[moment.quarter] += 1
            tally.weight += moment.weight
            if moment.isUpkeep { tally.upkeep += moment.weight }
            if index == 0, let section = moment.section { tally.sections[section, default: 0] += 1 }
        }
        // Whoever speaks for the third time adds little, however well it is put.
        for voice in voiceKeys[place] {
            tally.voices[voice, default: 0] += 1
            tally.quality -= 0.12 * Double(min(3, max(0, (tally.voices[voice] ?? 0) - 2)))
        }
        // The third and fourth sentence of one competency say less that is new.
        let depth = moments[candidate.moments[0]].section.flatMap { tally.sections[$0] } ?? 1
        // What is strong counts more than two that are half as strong.
        let quality = candidate.material.quality
        tally.quality += quality * quality - (depth > 2 ? 0.04 * Double(depth - 2) : 0)
        tally.words += candidate.words
    }

    /// Each measure counts up to its gate, and how well the sentences read counts on.
    private func value(_ tally: Tally) -> Double {
        guard !tally.cited.isEmpty else { return 0 }
        let coverage = topWeight > 0 ? tally.topWeight / topWeight : 1
        let sections = sectionCount > 0 ? Double(tally.sections.count) / Double(sectionCount) : 1
        let count = Double(tally.cited.count)
        let recency = 1 - zip(tally.quarters, seenQuarters).reduce(0) { $0 + abs($1.0 / count - $1.1) } / 2
        let voices = effectiveVoices > 0 ? VoiceSpread.effective(counts: tally.voices.values) / effectiveVoices : 1
        let upkeep = tally.weight > 0 ? tally.upkeep / tally.weight : 0
        let offUpkeep = abs(upkeep - upkeepShare) / max(0.1, upkeepShare)
        return 7 * min(1, coverage / 0.66) + 3 * sections + 2.5 * min(1, recency / 0.78)
            + 5 * min(1, voices / 0.66) + 1.5 * (1 - min(1, offUpkeep)) + 7 * tally.quality
    }
}

/// How many voices a set of words amounts to: exp of the entropy (Hill 1973).
enum VoiceSpread {
    static func effective(_ keys: [String]) -> Double {
        effective(counts: Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +).values)
    }

    static func effective(counts: some Collection<Int>) -> Double {
        let all = Double(counts.reduce(0, +))
        guard all > 0 else { return 0 }
        // Sorted, since the order of a dictionary is not the same in every run.
        return exp(-counts.sorted().reduce(0) { $0 + Double($1) / all * log(Double($1) / all) })
    }
}
