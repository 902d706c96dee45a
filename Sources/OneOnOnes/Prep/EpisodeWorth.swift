import Evidence
import Signals
import Workspace
import Writing

/// Which episodes a 1:1 begins with.
///
/// Source: `docs/methods.md`, "1:1 preparation": w · novelty · (1 + ½ unseen), chosen by maximal marginal relevance with 0.7
/// (Carbonell and Goldstein 1998); what was said most often adds nothing.
struct EpisodeWorth {
    let manager: PersonID?
    /// Episodes that an earlier preparation told.
    let told: Set<EpisodeID>
    /// Parts of the person's name, as `fullness` reads words; a long name makes words no fuller.
    private let names: Set<UInt64>

    init(manager: PersonID?, told: Set<EpisodeID>, subject: String) {
        self.manager = manager
        self.told = told
        names = Self.names(of: subject)
    }

    /// The most episodes on the page.
    static let most = 3
    /// How much worth counts against being unlike what is there already.
    static let trade = 0.7
    /// What is left of the worth of an episode that was told before.
    static let toldBefore = 0.4
    /// So many of the worthiest are compared with each other; of hundreds, the others have no chance.
    static let compared = 60

    /// At most three, the newest first; one that the manager did not see and one of upkeep or help come in if there are any.
    ///
    /// Shape: `canTell` is asked only of episodes that would be chosen; what cannot be told makes room for the next.
    func choose(_ episodes: [Happening], canTell: (Happening) -> Bool) -> [Happening] {
        var left = candidates(episodes)
        guard let most = left.first?.worth, most > 0 else { return [] }
        var chosen: [Candidate] = []
        while chosen.count < Self.most,
            let best = left.indices.max(by: { rank(left[$0], most, chosen) < rank(left[$1], most, chosen) })
        {
            let candidate = left.remove(at: best)
            if canTell(candidate.episode) { chosen.append(candidate) }
        }
        bring(from: left, into: &chosen, canTell, where: \.isQuietWork, keeping: \.isUnseen)
        bring(from: left, into: &chosen, canTell, where: \.isUnseen, keeping: \.isQuietWork)
        return chosen.map(\.episode).sorted { ($0.last, $0.id) > ($1.last, $1.id) }
    }

    /// True when the manager spoke in it, or was spoken to.
    func saw(_ episode: Happening) -> Bool {
        guard let manager else { return false }
        return episode.entries.contains { $0.voice.person == manager || $0.hearer?.person == manager }
    }

    func worth(_ episode: Happening) -> Double {
        var (best, reach) = (0.0, 1.0)
        var voices: Set<String> = []
        for entry in episode.entries {
            best = max(best, Self.fullness(of: entry, names: names))
            reach = max(reach, entry.stage)
            if entry.voice.person != entry.subject { voices.insert(entry.voice.name) }
        }
        let weight = min(1.1, best * 0.8 + (reach - 1) * 0.05 + Double(min(voices.count, 3)) * 0.1)
        return weight * (told.contains(episode.id) ? Self.toldBefore : 1) * (saw(episode) ? 1 : 1.5)
    }

    /// Names as `fullness` compares them.
    static func names(of subject: String) -> Set<UInt64> {
        Set(subject.split(separator: " ").map { $0.utf8.reduce(seed) { mixed($0, $1) } })
    }

    private static let seed: UInt64 = 14_695_981_039_346_656_037

    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte >= 0x80 ? byte : byte | 0x20)) &* 1_099_511_628_211
    }

    /// How much an entry's words say, 0 to 1, as sure as the reader was; words of five letters and more carry matter, names none.
    static func fullness(of entry: LedgerEntry, names: Set<UInt64>) -> Double {
        var (words, length, hash) = (0, 0, seed)
        for byte in entry.quote.utf8 {
            // Every byte of a letter beyond ASCII counts as one; a word is no shorter for it.
            let isWord = byte >= 0x80 || (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57)
            if isWord {
                length += 1
                hash = mixed(hash, byte)
            } else {
                if length >= 5, !names.contains(hash) { words += 1 }
                (length, hash) = (0, seed)
            }
        }
        if length >= 5, !names.contains(hash) { words += 1 }
        return Double(min(words, 15)) / 15 * entry.confidence
    }

    /// An episode with all that choosing asks of it.
    private struct Candidate {
        let episode: Happening
        let worth: Double
        let isUnseen: Bool
        let isQuietWork: Bool
        let work: WorkClass
        let competency: String?
        let channel: ChannelID?
        let last: Int64
    }

    /// The worthiest, and beside them the worthiest that are unseen and that are quiet work; the best first.
    private func candidates(_ episodes: [Happening]) -> [Candidate] {
        let ranked = episodes.map { (episode: $0, worth: worth($0), last: $0.last) }.sorted {
            ($0.worth, $0.last, $0.episode.id) > ($1.worth, $1.last, $1.episode.id)
        }
        var picked = Array(ranked.prefix(Self.compared))
        let others = ranked.dropFirst(Self.compared)
        picked += others.lazy.filter { !saw($0.episode) }.prefix(5)
        picked += others.lazy.filter { Self.holdsQuietWork($0.episode) }.prefix(5)
        var seen: Set<EpisodeID> = []
        return picked.filter { seen.insert($0.episode.id).inserted }.map { item in
            let work = item.episode.workClass
            return Candidate(
                episode: item.episode,
                worth: item.worth,
                isUnseen: !saw(item.episode),
                isQuietWork: work == .upkeep || work == .enablement || Self.holdsQuietWork(item.episode),
                work: work,
                competency: item.episode.competencies.first,
                channel: item.episode.entries.first?.message.channel,
                last: item.last
            )
        }
    }

    private static func holdsQuietWork(_ episode: Happening) -> Bool {
        episode.entries.contains { $0.kind == .coaching || $0.kind == .upkeep }
    }

    private func rank(_ candidate: Candidate, _ most: Double, _ chosen: [Candidate]) -> Rank {
        let alike = chosen.map { likeness($0, candidate) }.max() ?? 0
        return Rank(
            score: Self.trade * candidate.worth / most - (1 - Self.trade) * alike,
            last: candidate.last,
            id: candidate.episode.id
        )
    }

    private struct Rank: Comparable {
        let score: Double
        let last: Int64
        let id: EpisodeID

        static func < (left: Self, right: Self) -> Bool {
            (left.score, left.last, left.id) < (right.score, right.last, right.id)
        }
    }

    /// 0 to 1: the same sort of work, the same competency, the same place.
    private func likeness(_ left: Candidate, _ right: Candidate) -> Double {
        (left.work == right.work ? 0.5 : 0)
            + (left.competency == right.competency && left.competency != nil ? 0.3 : 0)
            + (left.channel == right.channel ? 0.2 : 0)
    }

    /// Puts the worthiest that is wanted in the place of the least worthy one that nothing else keeps there.
    private func bring(
        from left: [Candidate],
        into chosen: inout [Candidate],
        _ canTell: (Happening) -> Bool,
        where wanted: (Candidate) -> Bool,
        keeping kept: (Candidate) -> Bool
    ) {
        guard chosen.count == Self.most, !chosen.contains(where: wanted),
            let missing = left.lazy.filter(wanted).prefix(8).first(where: { canTell($0.episode) })
        else { return }
        let needed = chosen.count(where: kept)
        let place = chosen.indices.reversed().first { needed > 1 || !kept(chosen[$0]) } ?? chosen.count - 1
        chosen[place] = missing
    }
}
