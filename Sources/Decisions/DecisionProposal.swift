public import Evidence
import Signals
public import Workspace

/// Something that the reader takes for a decision; it becomes one when a decider, or whom a decider reports to, confirms it.
public struct DecisionProposal: Sendable, Hashable, Identifiable {
    /// The key: the clearest of its entries.
    public let id: EntryID
    /// Everything that was said about it, oldest first.
    public let entries: [LedgerEntry]
    /// The entry that says it best.
    public let lead: LedgerEntry
    /// What a decision would be that is confirmed as it stands.
    public let content: DecisionContent

    /// How sure the reader must have been of the entry that says it best.
    public static let confidence = 0.6
    /// How sure the reader must have been of further entries about it.
    public static let furtherConfidence = 0.4
    /// Within how many days words of one thread, or the same words said again, are about one decision.
    static let reach: Int64 = 7 * 86_400_000_000

    /// One proposal for each thing decided, newest first.
    ///
    /// Shape: the answer does not depend on the order of the entries; entries of other kinds, and what is contested or gone,
    /// are left out. `open` are the channels that everybody can read.
    public static func find(in entries: [LedgerEntry], open: Set<ChannelID>) -> [DecisionProposal] {
        let usable = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values
            .filter { $0.kind == .decision && $0.state.isOpen && $0.confidence >= furtherConfidence }
            .sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        return groups(of: usable).compactMap { DecisionProposal($0, open: open) }
            .sorted { ($1.lead.moment, $0.id) < ($0.lead.moment, $1.id) }
    }

    /// Nil where nobody was sure, or where nothing of it can be understood without having been there.
    init?(_ entries: [LedgerEntry], open: Set<ChannelID>) {
        let clear = entries.filter { $0.confidence >= Self.confidence && DecisionWording.tells($0.quote) }
        let best = clear.max { left, right in
            (left.confidence, right.moment, right.id) < (right.confidence, left.moment, left.id)
        }
        guard let best else { return nil }
        id = best.id
        self.entries = entries
        lead = best
        content = DecisionContent(
            day: CivilDate(microseconds: best.moment),
            deciders: Set(entries.filter { $0.message == best.message }.map(\.subject)).sorted(),
            entries: [best.id] + entries.map(\.id).filter { $0 != best.id },
            isNotBuilding: DecisionWording.refrains(best.quote),
            isOpen: entries.allSatisfy { open.contains($0.message.channel) }
        )
    }

    /// Entries of one message, one thread or one episode, or with the same words, close in time; what ties two groups makes
    /// them one.
    private static func groups(of entries: [LedgerEntry]) -> [[LedgerEntry]] {
        var groups: [[LedgerEntry]] = []
        // Where a group went that became part of another.
        var places: [Int] = []
        var latest: [Tie: Int] = [:]
        func place(_ start: Int) -> Int {
            var place = start
            while places[place] != place { place = places[place] }
            return place
        }
        for entry in entries {
            let ties = Tie.all(of: entry)
            let near = Set(ties.compactMap { latest[$0] }.map(place)).sorted().filter { place in
                groups[place].last.map { entry.moment - $0.moment <= reach } ?? false
            }
            let own = near.first ?? groups.count
            if near.isEmpty {
                groups.append([])
                places.append(own)
            }
            for other in near.dropFirst() {
                groups[own] += groups[other]
                groups[other] = []
                places[other] = own
            }
            groups[own] = (groups[own] + [entry]).sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
            for tie in ties { latest[tie] = own }
        }
        return groups.filter { !$0.isEmpty }
    }

    /// By what two entries can be about one decision.
    private enum Tie: Hashable {
        case message(MessageID)
        case thread(MessageID)
        case episode(EpisodeID)
        case words(String)

        static func all(of entry: LedgerEntry) -> [Tie] {
            let thread = entry.thread.map { Tie.thread(MessageID(channel: entry.message.channel, time: $0)) }
            let words = DecisionWording.words(of: entry.quote).joined(separator: " ").lowercased()
            return [.message(entry.message), thread, .episode(entry.episode), .words(words)].compactMap(\.self)
        }
    }
}
