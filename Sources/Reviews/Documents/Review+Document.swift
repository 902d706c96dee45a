public import Evidence
import Workspace
import Writing

/// Who is who in a review, and what is kept of its sources.
public struct ReviewContext: Sendable {
    /// The person's name.
    public var person: String
    /// The author's name.
    public var author: String
    /// Title and level, in words; empty where unknown.
    public var role: String
    /// What is kept of the sources, withdrawn ones among them.
    public var entries: [EntryID: LedgerEntry]

    /// Joins names and sources.
    public init(person: String, author: String, role: String, entries: [EntryID: LedgerEntry]) {
        self.person = person
        self.author = author
        self.role = role
        self.entries = entries
    }
}

extension Review {
    /// The review as a document.
    ///
    /// Shape: `borneOut` are the lines that the check found in their sources; the author's other sentences say whose words they
    /// are. What was dropped is never in it.
    public func document(_ context: ReviewContext, borneOut: Set<Int>, seal: String? = nil) -> Document {
        let numbers = Dictionary(
            uniqueKeysWithValues: cited.enumerated().map { ($0.element, $0.offset + 1) }
        )
        let troubles = troubles(context.entries)
        let author = frame?.author ?? context.author
        func isMarked(_ line: ReviewLine) -> Bool {
            frame.map { $0.inAuthorsWords.contains(line.id) } ?? (line.isAuthorsClaim && !borneOut.contains(line.id))
        }
        return Document(
            title: "\(sort == .review ? "Review" : "Self review") of \(frame?.person ?? context.person)",
            facts: facts(context),
            lead:
                "Every sentence that claims something names its sources below. People wrote and decided; there is no mark of worth in it.",
            blocks: blocks.map { block in
                guard !block.lines.isEmpty else {
                    return Document.Block(
                        block.title,
                        form: .paragraph,
                        lines: [Document.Line("Not enough evidence. This says nothing about the work.")]
                    )
                }
                let lines = block.lines.map { line in
                    Document.Line(
                        line.text,
                        cites: line.sources.compactMap { numbers[$0] },
                        mark: troubles[line.id]?.first?.words,
                        hand: isMarked(line) ? "in \(author)’s words" : nil
                    )
                }
                let isText = block.lines.allSatisfy { $0.role == .note }
                return Document.Block(block.title, form: isText ? .paragraph : .list, lines: lines)
            },
            notes: notes(context),
            closing: closing(context, seal: seal)
        )
    }

    /// True where the sealed text is still whole: nothing was taken back, and nothing it rests on is contested.
    public func isWhole(_ entries: [EntryID: LedgerEntry]) -> Bool {
        troubles(entries).isEmpty && !wordedLines.contains(where: \.lacksWords)
            && !(frame?.notes ?? []).contains { entries[$0.entry].map { $0.state == .contested } ?? true }
    }

    private func notes(_ context: ReviewContext) -> [Document.Note] {
        guard let frame else {
            return cited.enumerated().map { Document.Note($0.offset + 1, context.entries[$0.element]) }
        }
        return frame.notes.enumerated().map { place, note in
            let parts = note.line.parts.map(\.text)
            guard parts.count == 3, let label = parts[0], let quote = parts[1], let link = parts[2] else {
                return Document.Note(place + 1, nil)
            }
            return Document.Note(
                number: place + 1,
                label: label,
                quote: quote,
                link: link.isEmpty ? nil : link,
                mark: context.entries[note.entry]?.state == .contested ? "Contested." : nil
            )
        }
    }

    private func facts(_ context: ReviewContext) -> [Document.Fact] {
        var facts = [
            Document.Fact("Period", "\(DateWords.dayAndYear(from)) to \(DateWords.dayAndYear(to))"),
            Document.Fact("Written by", frame?.author ?? context.author),
        ]
        let role = frame?.role ?? context.role
        if !role.isEmpty { facts.insert(Document.Fact("Role", role), at: 0) }
        return facts
    }

    private func closing(_ context: ReviewContext, seal: String?) -> [Document.Fact] {
        func day(_ moment: Int64) -> String { DateWords.dayAndYear(CivilDate(microseconds: moment)) }
        var closing: [Document.Fact] = []
        switch state {
        case .writing: closing.append(Document.Fact("State", "being written, version \(version)"))
        case .shared:
            closing.append(
                Document.Fact("State", "shared\(sharedAt.map { " on \(day($0))" } ?? ""), version \(version)")
            )
        case .acknowledged, .sealed: break
        }
        if let acknowledgedAt {
            closing.append(
                Document.Fact("Acknowledged", "read on \(day(acknowledgedAt)). Having read it is not agreeing with it.")
            )
        } else if state == .sealed {
            closing.append(Document.Fact("Acknowledged", "not acknowledged"))
        }
        if let comment {
            let isBroken = comment.lacksWords ? " Words of it were taken back." : ""
            closing.append(Document.Fact("Comment", comment.text + isBroken))
        }
        if let sealedAt {
            closing.append(Document.Fact("Sealed", "\(day(sealedAt)), version \(version)"))
            if let seal { closing.append(Document.Fact("SHA-256 of the text", seal)) }
        }
        return closing
    }
}

extension Document.Note {
    /// A piece of evidence as a source; one that is gone says so.
    public init(_ number: Int, _ entry: LedgerEntry?) {
        guard let entry, entry.state != .withdrawn else {
            self.init(number: number, label: "Taken back", quote: nil, mark: "The words are gone.")
            return
        }
        let day = DateWords.dayAndYear(CivilDate(microseconds: entry.moment))
        self.init(
            number: number,
            label: "\(entry.voice.name) in #\(entry.channelName), \(day)",
            quote: entry.quote,
            link: entry.link,
            mark: entry.state == .contested ? "Contested." : nil
        )
    }
}
