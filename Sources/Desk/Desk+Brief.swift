import Evidence
import Records
import Signals
import Workspace

/// Something from inside the company that everybody who works here may read.
public struct InsideNews: Sendable, Hashable {
    /// What it is.
    public enum Sort: Sendable, Hashable, CaseIterable {
        /// A decision that was made in the open.
        case decision
        /// What an incident taught.
        case lesson
        /// Thanks that are worth repeating.
        case thanks
    }

    /// What tells it from all others.
    public let id: String
    /// What it is.
    public let sort: Sort
    /// The words, as they were said.
    public let words: String
    /// The public channel; nil where the ledger of decisions has it without one.
    public let channel: String?
    /// Where it can be opened.
    public let link: String?
    /// When it could be read by everybody, in microseconds since 1970.
    public let moment: Int64
}

extension Desk {
    /// News from inside for everybody's brief: open decisions, and from public channels lessons and thanks.
    ///
    /// Only what was decided in the open, and only evidence that counts, about people who chose to be named to others. Nothing
    /// asks who will read it: whoever works here may. Days are counted back from now.
    public func insideNews(days: Int = 14) async throws -> [InsideNews] {
        let now = try await now()
        let first = now - Int64(days) * 86_400_000_000
        let decisions = try await decisionLedger(for: .console).decisions.filter {
            $0.record.content.isOpen && !$0.words.isEmpty && !$0.hasLostWords
        }.map { view in
            InsideNews(
                id: "decision \(view.record.id)",
                sort: .decision,
                words: view.words,
                channel: nil,
                link: nil,
                moment: min(now, view.record.content.day.microseconds + 43_200_000_000)
            )
        }
        let said = try await records.openWords(
            of: [.recognition, .upkeep, .judgement, .decision],
            from: first,
            now: now
        )
        return decisions.filter { $0.moment >= first } + said.compactMap(InsideNews.init)
    }
}

extension InsideNews {
    /// Words that are worth repeating; nil for all others.
    fileprivate init?(_ entry: LedgerEntry) {
        let words = entry.quote.lowercased()
        let isLesson = Self.lessons.contains { words.contains($0) }
        let isThanks = entry.kind == .recognition && entry.confidence >= 0.8
        // A word in passing tells nobody else anything.
        guard isLesson || isThanks, entry.quote.split(separator: " ").count >= 8 else { return nil }
        self.init(
            id: "said \(entry.id.text)",
            sort: isLesson ? .lesson : .thanks,
            words: entry.quote,
            channel: entry.channelName,
            link: entry.link,
            // It may be repeated from the day on which it counts.
            moment: max(entry.moment, entry.settledAt ?? entry.moment)
        )
    }

    private static let lessons = [
        "postmortem", "post-mortem", "post mortem", "root cause", "lesson", "we learned", "we learnt", "never again",
    ]
}
