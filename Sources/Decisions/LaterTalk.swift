public import Evidence
import Signals
import Workspace

/// Later talk that may bear on a decision; software only points at it, a person says what became of the decision.
public struct LaterTalk: Sendable, Hashable, Identifiable {
    /// The entry's key.
    public var id: EntryID { entry.id }
    /// What was said.
    public let entry: LedgerEntry
    /// What it may be.
    public let sort: Sort
    /// Why it is thought to be about the decision.
    public let tie: Tie

    /// What later talk may be.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// It has words of reversal.
        case reversal
        /// A later decision about the same thing.
        case again
    }

    /// Why it is thought to be about the decision.
    public enum Tie: String, Sendable, Hashable, CaseIterable {
        /// Said in the same thread.
        case thread
        /// Names the same address, ticket or change.
        case matter
        /// Names the topic.
        case topic
        /// Uses the same words.
        case words
    }

    /// How alike the words must be, as the share of the smaller text's content words.
    static let likeness = 0.5
    /// Fewer content words than this tell nothing by being alike.
    static let fewestWords = 4
    /// Words of a decision that is talked about once more on the same day belong to it.
    static let pause: Int64 = 86_400_000_000

    /// What of later talk may bear on a decision, newest first; what somebody looked at already is left out.
    ///
    /// - Parameters:
    ///   - record: the decision
    ///   - sources: the evidence that it rests on
    ///   - talk: what was said later
    /// - Returns: what a person should look at
    public static func find(
        about record: DecisionRecord,
        sources: [LedgerEntry],
        in talk: [LedgerEntry]
    ) -> [LaterTalk] {
        guard record.state.isInForce else { return [] }
        let known = record.known
        let last = sources.map(\.moment).max() ?? record.content.day.microseconds
        let threads = Set(sources.compactMap(thread))
        let matters = Set(sources.flatMap(\.matters))
        let bags = ([record.content.words] + sources.map(\.quote)).map(contentWords).filter { $0.count >= fewestWords }
        let topic = contentWords(record.content.topic, shortest: 3)
        return talk.filter { !known.contains($0.id) && $0.moment > last && $0.state.isOpen }
            .compactMap { entry -> LaterTalk? in
                let reverses = DecisionWording.reverses(entry.quote)
                guard entry.kind == .decision || reverses else { return nil }
                guard reverses || entry.moment - last > pause else { return nil }
                let words = contentWords(entry.quote, shortest: 3)
                let tie: Tie? =
                    if let thread = thread(of: entry), threads.contains(thread) {
                        .thread
                    } else if !matters.isDisjoint(with: entry.matters) {
                        .matter
                    } else if !topic.isEmpty, topic.isSubset(of: words) {
                        .topic
                    } else if bags.contains(where: { alike($0, contentWords(entry.quote)) }) {
                        .words
                    } else {
                        nil
                    }
                return tie.map { LaterTalk(entry: entry, sort: reverses ? .reversal : .again, tie: $0) }
            }
            .sorted { ($1.entry.moment, $0.id) < ($0.entry.moment, $1.id) }
    }

    private static func thread(of entry: LedgerEntry) -> MessageID? {
        entry.thread.map { MessageID(channel: entry.message.channel, time: $0) }
    }

    private static func alike(_ one: Set<Substring>, _ other: Set<Substring>) -> Bool {
        let smaller = min(one.count, other.count)
        return smaller >= fewestWords && Double(one.intersection(other).count) >= likeness * Double(smaller)
    }

    /// Words of five letters and more: short ones carry grammar, not matter.
    private static func contentWords(_ text: String) -> Set<Substring> { contentWords(text, shortest: 5) }

    private static func contentWords(_ text: String, shortest: Int) -> Set<Substring> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= shortest })
    }
}
