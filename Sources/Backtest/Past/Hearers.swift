public import Evidence
import Signals
public import Workspace

/// To whom a message was said: whom it names first, else who spoke last before it in the same talk.
///
/// An answer or a review is given to somebody, and that person saw it. Source: `docs/methods.md`, "Backtest".
public struct Hearers: Sendable, Hashable {
    private var byMessage: [MessageID: AccountID] = [:]

    /// How long a pause ends a talk outside threads: 45 minutes, in microseconds.
    public static let pause: Int64 = 45 * 60_000_000

    /// Nobody heard anything.
    public init() {}

    /// Finds hearers in the talk of one or several conversations, in whatever order the marks come.
    ///
    /// - Parameters:
    ///   - marks: messages without their words
    ///   - people: accounts of people; programs hear nothing
    public init(_ marks: some Sequence<TalkMark>, people: Set<AccountID>) {
        for (_, talk) in Dictionary(grouping: marks, by: \.id.channel) { add(talk, people: people) }
    }

    /// Who heard a message; nil where nobody can be told.
    public subscript(message: MessageID) -> AccountID? { byMessage[message] }

    private mutating func add(_ marks: [TalkMark], people: Set<AccountID>) {
        // The last two speakers are enough: at most one of them is the author.
        var threads: [MessageTime: Speakers] = [:]
        var open = Speakers()
        for mark in marks.sorted(by: { $0.id < $1.id }) where mark.sort == .words {
            guard let author = mark.author, people.contains(author) else { continue }
            let before: AccountID? =
                if mark.isReply, let thread = mark.thread {
                    threads[thread]?.last(before: author, at: mark.moment, within: nil)
                } else {
                    open.last(before: author, at: mark.moment, within: Self.pause)
                }
            if let hearer = mark.named.first(where: { $0 != author && people.contains($0) }) ?? before {
                byMessage[mark.id] = hearer
            }
            if let thread = mark.thread { threads[thread, default: Speakers()].add(author, at: mark.moment) }
            if !mark.isReply { open.add(author, at: mark.moment) }
        }
    }

    /// The last two different speakers of a talk.
    private struct Speakers {
        private var latest: (who: AccountID, at: Int64)?
        private var other: (who: AccountID, at: Int64)?

        mutating func add(_ who: AccountID, at moment: Int64) {
            if let latest, latest.who != who { other = latest }
            latest = (who, moment)
        }

        func last(before author: AccountID, at moment: Int64, within pause: Int64?) -> AccountID? {
            let candidate = latest?.who == author ? other : latest
            guard let candidate else { return nil }
            if let pause, moment - candidate.at > pause { return nil }
            return candidate.who
        }
    }

    /// Entries in which answers and reviews of the person's own have the voice of whoever they were given to.
    ///
    /// - Parameters:
    ///   - entries: the ledger about one person
    ///   - person: whom it is about
    ///   - voice: who an account is
    /// - Returns: the same entries; all others are left as they are
    public func heard(
        _ entries: [LedgerEntry],
        about person: Person,
        voice: (AccountID) -> Voice?
    ) -> [LedgerEntry] {
        entries.map { entry in
            let isOwn = entry.voice.person.map { $0 == person.id } ?? (entry.voice.account == person.account)
            guard isOwn, entry.kind == .coaching || entry.kind == .judgement, let hearer = self[entry.message],
                let voice = voice(hearer), voice.person != person.id
            else { return entry }
            var heard = entry
            heard.voice = voice
            return heard
        }
    }
}
