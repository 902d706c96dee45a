public import Evidence
import Workspace
import Writing

/// What a sealed review says besides its sentences, as it was on the day of sealing: names change, channels are renamed, and the
/// sealed text must not.
public struct SealedFrame: Sendable, Hashable {
    /// The person's name then.
    public let person: String
    /// The author's name then.
    public let author: String
    /// Title and level then.
    public let role: String
    /// Lines that are marked as the author's words.
    public let inAuthorsWords: Set<Int>
    /// The sources in the order of their numbers.
    public let notes: [Note]

    /// A source as it was told.
    public struct Note: Sendable, Hashable {
        /// The evidence.
        public let entry: EntryID
        /// Label, quote and address, in three parts that all go with the evidence.
        public let line: ReviewLine
    }
}

extension Review {
    /// Fixes what the review says besides its sentences; part of sealing it.
    mutating func frame(_ context: ReviewContext, borneOut: Set<Int>) {
        let marked = lines.filter { $0.isAuthorsClaim && !borneOut.contains($0.id) }.map(\.id)
        frame = SealedFrame(
            person: context.person,
            author: context.author,
            role: context.role,
            inAuthorsWords: Set(marked),
            notes: cited.enumerated().map { place, entry in
                let note = Document.Note(place + 1, context.entries[entry])
                let line = ReviewLine(
                    id: nextLine + place,
                    key: "source:\(entry.text)",
                    parts: [
                        WordPart(note.label, entry: entry), WordPart(note.quote ?? "", entry: entry, isQuoted: true),
                        WordPart(note.link ?? "", entry: entry),
                    ],
                    sources: [entry],
                    role: .note,
                    hand: .composed
                )
                return SealedFrame.Note(entry: entry, line: line)
            }
        )
        nextLine += cited.count
    }
}

extension ReviewLine {
    /// True for a sentence of the author's that claims something.
    var isAuthorsClaim: Bool { hand == .author && role == .claim }
}
