import Evidence
public import OneOnOnes
import Records
public import Reviews
public import Workspace
import Writing

/// Numbers sources as a document's sentences cite them.
struct DocumentNotes {
    private(set) var notes: [Document.Note] = []
    private var numbers: [EntryID: Int] = [:]
    private let sources: [EntryID: LedgerEntry]

    init(_ sources: [EntryID: LedgerEntry]) { self.sources = sources }

    mutating func line(_ sentence: Sentence, text: String? = nil) -> Document.Line {
        var cites: [Int] = []
        for id in sentence.sources {
            if numbers[id] == nil {
                numbers[id] = notes.count + 1
                notes.append(Document.Note(notes.count + 1, sources[id]))
            }
            if let number = numbers[id] { cites.append(number) }
        }
        return Document.Line(text ?? sentence.text, cites: cites)
    }

    mutating func block(_ title: String?, _ sentences: [Sentence]) -> Document.Block? {
        sentences.isEmpty ? nil : Document.Block(title, lines: sentences.map { line($0) })
    }
}

extension PrepView {
    /// The preparation as a document to hand on.
    public var document: Document {
        var notes = DocumentNotes(sources)
        let isOwn = prep.reader == .person
        let blocks = blocks(&notes, isShort: false)
        return Document(
            title: isOwn ? "Your 1:1\(manager.map { " with \($0.name)" } ?? "")" : "1:1 with \(person.name)",
            facts: [
                next.map { Document.Fact("When", $0.words) },
                Document.Fact("New since", DateWords.dayAndYear(prep.since)),
            ].compactMap(\.self),
            lead: "Both sides read the same facts. Each names its source.",
            blocks: blocks,
            notes: notes.notes
        )
    }

    /// Several preparations as one document: of each what matters first, since the whole stands on its page.
    static func document(of views: [PrepView]) -> Document {
        guard views.count > 1 else {
            return views.first?.document ?? Document(title: "1:1s", blocks: [])
        }
        var notes = DocumentNotes(views.reduce(into: [:]) { $0.merge($1.sources) { first, _ in first } })
        var blocks: [Document.Block] = []
        for view in views {
            let short = view.blocks(&notes, isShort: true).flatMap(\.lines)
            let name = view.prep.reader == .person ? view.manager?.name ?? view.person.name : view.person.name
            let title = view.next.map { "\(name), \($0.words)" } ?? name
            blocks.append(Document.Block(title, lines: short))
        }
        return Document(
            title: "Your next \(views.count) 1:1s",
            lead: "Of each what matters first; the whole stands on its page.",
            blocks: blocks,
            notes: notes.notes
        )
    }

    private func blocks(_ notes: inout DocumentNotes, isShort: Bool) -> [Document.Block] {
        let isOwn = prep.reader == .person
        let happened = prep.recent + [prep.note].compactMap(\.self)
        let asked = prep.questions.map { Document.Line($0.text) }
        guard !isShort else {
            return [
                notes.block(nil, Array(happened.prefix(1)) + [prep.thanks, prep.support].compactMap(\.self)),
                Document.Block(nil, lines: Array(asked.prefix(1))),
            ].compactMap(\.self)
        }
        let actions = prep.actions.map { action in
            let owner = action.owner == person.id ? person.name : manager?.name ?? ""
            let due = action.due.map { day in
                action.isLate(on: today) ? ", was due \(DateWords.day(day))" : ", by \(DateWords.day(day))"
            }
            return Document.Line("\(action.text) (\(owner)\(due ?? ""))")
        }
        return [
            notes.block("What happened", happened),
            notes.block("Not talked about yet", prep.earlier),
            notes.block(isOwn ? "Thanks" : "To say aloud", [prep.thanks].compactMap(\.self)),
            notes.block("Where help is wanted", [prep.support].compactMap(\.self)),
            prep.edge.isEmpty
                ? nil
                : Document.Block("Growth edge", lines: prep.edge.map { notes.line($0.sentence, text: $0.text) }),
            actions.isEmpty ? nil : Document.Block("Agreed and open", lines: actions),
            asked.isEmpty
                ? nil
                : Document.Block(
                    isOwn ? "Questions that may come" : "Questions to open with",
                    form: .numbered,
                    lines: asked
                ),
        ].compactMap(\.self)
    }
}

extension TeamWeekView {
    /// The week as a document to hand on, without those who are not in it.
    public var document: Document {
        var notes = DocumentNotes(sources)
        let blocks = week.parts.map { part in
            Document.Block(
                part.sort.heading,
                lines: part.lines.map {
                    notes.line($0.sentence, text: isManager ? "\($0.name): \($0.sentence.text)" : nil)
                }
            )
        }
        let nothing =
            isManager ? "Nothing of this week was seen in the channels read." : "It does not name you this week."
        return Document(
            title: isManager
                ? "\(reader.name)’s team, week to \(DateWords.dayAndYear(week.to))" : "Your lines of the team’s week",
            facts: [Document.Fact("Days", "\(DateWords.day(week.from)) to \(DateWords.dayAndYear(week.to))")],
            blocks: (blocks.isEmpty ? [Document.Block(nil, form: .paragraph, lines: [Document.Line(nothing)])] : blocks)
                + [Document.Block(nil, form: .paragraph, lines: [Document.Line(TeamWeek.silence)])],
            notes: notes.notes
        )
    }
}

extension WeeklyNote {
    /// The note as a document; what is behind a thing stands as its note.
    public var document: Document {
        func line(_ item: Item) -> Document.Line {
            let due = item.due.map { " (by \(DateWords.day($0)))" } ?? ""
            return Document.Line(item.title + due + (item.why.isEmpty ? "" : ". \(item.why)"))
        }
        return Document(
            title: subject,
            blocks: [
                items.isEmpty ? nil : Document.Block("Worth doing", form: .numbered, lines: items.map(line)),
                meetings.isEmpty ? nil : Document.Block("1:1s this week", lines: meetings.map(line)),
            ].compactMap(\.self)
        )
    }
}

extension Desk {
    /// The preparation of a 1:1 as a file, with the viewer's rights.
    public func exportPrep(
        _ id: PersonID,
        as form: DocumentFile.Form,
        for viewer: Access.Viewer,
        reader: PrepReader? = nil
    ) async throws -> DocumentFile {
        let view = try await prep(id, for: viewer, reader: reader)
        try await noted("exported 1:1 preparation", id, form, viewer)
        return DocumentFile(view.document, form: form, name: "prep-\(id)-\(view.today)")
    }

    /// The team's week as a file; for somebody to whom nobody reports, the own lines.
    public func exportTeamWeek(
        of id: PersonID,
        as form: DocumentFile.Form,
        for viewer: Access.Viewer
    ) async throws -> DocumentFile {
        let team = try await teamWeek(of: id, for: viewer)
        let view = team.isManager ? team : try await ownTeamWeek(of: id, for: viewer)
        try await noted("exported team week", id, form, viewer)
        return DocumentFile(view.document, form: form, name: "team-week-\(id)-\(view.week.to)")
    }

    private func noted(
        _ act: String,
        _ id: PersonID,
        _ form: DocumentFile.Form,
        _ viewer: Access.Viewer
    ) async throws {
        try await records.note(
            act,
            on: id.text,
            by: viewer.actor.description,
            detail: form.rawValue,
            now: try await now()
        )
    }
}
