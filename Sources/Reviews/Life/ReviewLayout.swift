import Evidence
import Writing

/// A version of a review without its words: what stands where, on which evidence, in whose hand.
///
/// Words lie apart, each stretch with the evidence that it goes with, so that they can go without the key to the rest.
public struct ReviewLayout: Sendable, Hashable, Codable {
    /// A block.
    public struct Block: Sendable, Hashable, Codable {
        let id: String
        let title: String
        let lines: [Line]
    }
    /// A line.
    public struct Line: Sendable, Hashable, Codable {
        let id: Int
        let key: String
        let sources: [EntryID]
        let role: String
        let hand: ReviewLine.Hand
    }
    /// What a seal fixes besides the sentences.
    public struct Frame: Sendable, Hashable, Codable {
        let person: String
        let author: String
        let role: String
        let inAuthorsWords: [Int]
        let notes: [Line]
    }
    /// A choice about a piece of evidence.
    public struct Choice: Sendable, Hashable, Codable {
        let entry: EntryID
        let verdict: EvidenceChoice.Verdict?
        let note: Line?
    }

    let blocks: [Block]
    let choices: [Choice]
    let comment: Line?
    let takenOut: [String]
    let frame: Frame?
    let nextLine: Int

    /// What stands where in a review.
    public init(_ review: Review) {
        blocks = review.blocks.map { Block(id: $0.id, title: $0.title, lines: $0.lines.map(Line.init)) }
        choices = review.choices.sorted { $0.key < $1.key }.map {
            Choice(entry: $0.key, verdict: $0.value.verdict, note: $0.value.note.map(Line.init))
        }
        comment = review.comment.map(Line.init)
        takenOut = review.takenOut.sorted()
        frame = review.frame.map {
            Frame(
                person: $0.person,
                author: $0.author,
                role: $0.role,
                inAuthorsWords: $0.inAuthorsWords.sorted(),
                notes: $0.notes.map { Line($0.line) }
            )
        }
        nextLine = review.nextLine
    }

    /// Puts blocks, choices and comment into a review, with the words of each line.
    ///
    /// Shape: a line without words has lost them all.
    public func fill(_ review: inout Review, words: [Int: [WordPart]]) {
        func line(_ line: Line) -> ReviewLine {
            ReviewLine(
                id: line.id,
                key: line.key,
                parts: words[line.id] ?? [WordPart(nil)],
                sources: line.sources,
                role: Sentence.Role(rawValue: line.role) ?? .claim,
                hand: line.hand
            )
        }
        review.blocks = blocks.map { ReviewBlock(id: $0.id, title: $0.title, lines: $0.lines.map(line)) }
        review.choices = Dictionary(
            choices.map { ($0.entry, EvidenceChoice(verdict: $0.verdict, note: $0.note.map(line))) },
            uniquingKeysWith: { first, _ in first }
        )
        review.comment = comment.map(line)
        review.takenOut = Set(takenOut)
        review.frame = frame.map {
            SealedFrame(
                person: $0.person,
                author: $0.author,
                role: $0.role,
                inAuthorsWords: Set($0.inAuthorsWords),
                notes: $0.notes.compactMap { note in
                    note.sources.first.map { SealedFrame.Note(entry: $0, line: line(note)) }
                }
            )
        }
        review.nextLine = nextLine
    }
}

extension ReviewLayout.Line {
    init(_ line: ReviewLine) {
        self.init(id: line.id, key: line.key, sources: line.sources, role: line.role.rawValue, hand: line.hand)
    }
}

extension Review {
    /// Every line that has words: those of the text, notes about evidence, and the comment.
    public var wordedLines: [ReviewLine] {
        lines + choices.sorted { $0.key < $1.key }.compactMap(\.value.note) + [comment].compactMap(\.self)
            + (frame?.notes.map(\.line) ?? [])
    }
}
