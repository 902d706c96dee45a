import Answers
public import ArgumentParser
import Desk
import Evidence
public import OneOnOnes
import Reviews
import Workspace
import Writing

struct PrepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prep",
        abstract:
            "Prepare a 1:1: what happened, what to recognise, where help is wanted, one growth edge, three questions.",
        discussion: """
            Both sides read the same facts; --for person shows them in words to the person. A support signal shows only to whom \
            it may: add --as PERSON to read as one of the two.
            """
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var viewer: ViewerOptions

    @Argument(help: "Whose 1:1: id, e-mail address or unique name.")
    var name: String?

    @Option(help: .hidden)
    var person: String?

    @Option(name: .customLong("for"), help: "For whom it is written: person or manager.")
    var reader: PrepReader?

    @Option(help: "text, md (Markdown), html (one file that prints) or json (the document).")
    var format: DocumentFormat = .text

    func run() async throws {
        guard let text = name ?? person else { throw Failure(.usage, "whose 1:1? Write `crosstie prep PERSON`.") }
        let desk = try await globals.desk()
        let view = try await desk.prep(
            try await desk.find(text).id,
            for: try await viewer.viewer(desk),
            reader: reader
        )
        if globals.json { return try Console.json(PrepAnswer(view)) }
        if let words = format.words(of: view.document) { return Console.line(words) }
        var notes = SourceNotes(sources: view.sources)
        let prep = view.prep
        let isOwn = prep.reader == .person
        let when = view.next.map { ", \($0.words)" } ?? ""
        Console.heading("\(isOwn ? "Your 1:1" : "1:1 with \(prep.person)")\(when)")
        notes.block("What happened since \(DateWords.day(prep.since))", prep.recent + [prep.note].compactMap(\.self))
        notes.block("Not talked about yet", prep.earlier)
        notes.block(isOwn ? "Thanks" : "To say aloud", [prep.thanks].compactMap(\.self))
        notes.block("Where help is wanted", [prep.support].compactMap(\.self))
        notes.block(
            "Growth edge",
            prep.edge.map { Sentence($0.text, sources: $0.sentence.sources, role: $0.sentence.role) }
        )
        if !prep.actions.isEmpty {
            Console.line()
            Console.heading("Agreed and open")
            for action in prep.actions {
                Console.line(Console.wrapped("· \(ActionWords.line(action, view))", indent: 2))
            }
        }
        notes.block(
            isOwn ? "Questions that may come" : "Questions",
            prep.questions.map { Sentence($0.text, role: .question) }
        )
        notes.list()
    }
}

extension PrepReader: ExpressibleByArgument {}

/// The forms that a document can be printed in.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable {
    case text, md, html, json

    /// The document in this form; nil for text, which each command lays out for the terminal.
    func words(of document: Document) -> String? {
        switch self {
        case .text: nil
        case .md: document.markdown
        case .html: document.html
        case .json: String(decoding: document.canonicalBytes, as: UTF8.self)
        }
    }
}

/// An action in a line.
enum ActionWords {
    static func line(_ action: AgreedAction, _ view: PrepView) -> String {
        line(action, person: view.person, manager: view.manager, today: view.today)
    }

    static func line(_ action: AgreedAction, person: Person, manager: Person?, today: CivilDate) -> String {
        let owner = action.owner == person.id ? person.name : manager?.name ?? action.owner.text
        let due = action.due.map { action.isLate(on: today) ? ", was due \($0)" : ", by \($0)" } ?? ""
        return "\(action.text) (\(owner)\(due)) [\(action.id)]"
    }
}
