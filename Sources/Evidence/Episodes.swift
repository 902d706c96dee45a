import Workspace

/// Brings evidence of one thing that happened together, so that ten voices about one launch are one episode.
///
/// Source: `docs/methods.md`, "Episodes".
public enum Episodes {
    /// How long an episode can go on without news, in microseconds.
    static let reach: Int64 = 7 * 86_400_000_000
    /// How close two messages of one channel must be to be about the same thing without any other sign.
    static let breath: Int64 = 45 * 60_000_000
    /// How alike the words of two messages must be, as the share of the smaller one's content words.
    static let likeness = 0.5

    /// The episode of every entry about one person.
    ///
    /// Shape: the answer does not depend on the order of the entries; an episode is named after its first entry.
    /// Source: evidence about one person, in any state.
    public static func group(_ entries: [LedgerEntry]) -> [EntryID: EpisodeID] {
        let ordered = entries.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        var open: [Episode] = []
        var assigned: [EntryID: EpisodeID] = [:]
        for entry in ordered {
            open.removeAll { entry.moment - $0.last > reach }
            let trace = Trace(entry)
            if let index = open.firstIndex(where: { $0.takes(entry, trace) }) {
                open[index].add(entry, trace)
                assigned[entry.id] = open[index].id
            } else {
                open.append(Episode(entry, trace))
                assigned[entry.id] = EpisodeID(entry.id.text)
            }
        }
        return assigned
    }

    /// What can be compared of an entry.
    private struct Trace {
        let thread: MessageID?
        let matters: Set<String>
        let words: Set<Substring>

        init(_ entry: LedgerEntry) {
            thread = entry.thread.map { MessageID(channel: entry.message.channel, time: $0) }
            matters = Set(entry.matters)
            words = Episodes.contentWords(of: entry.quote)
        }
    }

    private struct Episode {
        let id: EpisodeID
        var last: Int64
        private var threads: Set<MessageID>
        private var matters: Set<String>
        private var traces: [(channel: ChannelID, moment: Int64, voice: String, words: Set<Substring>)]

        init(_ entry: LedgerEntry, _ trace: Trace) {
            id = EpisodeID(entry.id.text)
            last = entry.moment
            threads = []
            matters = []
            traces = []
            add(entry, trace)
        }

        mutating func add(_ entry: LedgerEntry, _ trace: Trace) {
            last = max(last, entry.moment)
            if let thread = trace.thread { threads.insert(thread) }
            matters.formUnion(trace.matters)
            traces.append((entry.message.channel, entry.moment, entry.voice.key, trace.words))
        }

        func takes(_ entry: LedgerEntry, _ trace: Trace) -> Bool {
            if let thread = trace.thread, threads.contains(thread) { return true }
            if !matters.isDisjoint(with: trace.matters) { return true }
            return traces.contains { known in
                if known.channel == entry.message.channel, entry.moment - known.moment <= Episodes.breath {
                    return true
                }
                return Episodes.alike(known.words, trace.words)
            }
        }
    }

    private static func alike(_ first: Set<Substring>, _ second: Set<Substring>) -> Bool {
        let smaller = min(first.count, second.count)
        guard smaller >= 4 else { return false }
        return Double(first.intersection(second).count) >= likeness * Double(smaller)
    }

    /// Words of five letters and more: short ones carry grammar, not matter.
    private static func contentWords(of text: String) -> Set<Substring> {
        Set(
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 5 }.map {
                Substring(String($0))
            }
        )
    }
}
