import ArgumentParser
import Desk
import Workspace
import Writing

struct DraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft a review from settled evidence, every sentence with its source."
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Id, e-mail address or unique name.")
    var person: String

    @Option(help: "The first day, YYYY-MM-DD.")
    var from: String?

    @Option(help: "The last day, YYYY-MM-DD.")
    var to: String?

    func run() async throws {
        let desk = try await globals.desk()
        let view = try await desk.draft(
            try await desk.find(person).id,
            from: try from.map(Import.day),
            to: try to.map(Import.day),
            for: .console
        )
        if globals.json { return try Console.json(DraftAnswer(view)) }
        var notes = SourceNotes(sources: view.sources)
        let draft = view.draft
        Console.heading(
            "Draft for \(draft.person), \(DateWords.dayAndYear(draft.from)) to \(DateWords.dayAndYear(draft.to))"
        )
        notes.block("Summary", draft.summary)
        for section in draft.sections {
            if section.isEmpty {
                Console.line()
                Console.heading(section.competency)
                Console.line("  Not enough evidence. Ask those who were there.")
            } else {
                notes.block(section.competency, section.sentences)
            }
        }
        notes.block("Growth", draft.edges)
        notes.block("To talk about", draft.questions)
        Console.line()
        Console.heading("About this text")
        for meter in draft.meters {
            Console.line(Console.wrapped("· \(meter.name): \(meter.words) \(meter.advice ?? "")", indent: 2))
        }
        notes.list()
    }
}

/// A draft for programs.
struct DraftAnswer: Encodable {
    struct Section: Encodable {
        let competency: String
        let notEnoughEvidence: Bool
        let sentences: [SentenceAnswer]
    }
    struct Meter: Encodable {
        let name: String
        let words: String
        let advice: String?
    }

    let person: String
    let from: String
    let to: String
    let summary: [SentenceAnswer]
    let sections: [Section]
    let edges: [SentenceAnswer]
    let questions: [SentenceAnswer]
    let meters: [Meter]

    init(_ view: DraftView) {
        let draft = view.draft
        person = view.person.id.text
        from = draft.from.description
        to = draft.to.description
        summary = draft.summary.map(SentenceAnswer.init)
        sections = draft.sections.map {
            Section(
                competency: $0.competency,
                notEnoughEvidence: $0.isEmpty,
                sentences: $0.sentences.map(SentenceAnswer.init)
            )
        }
        edges = draft.edges.map(SentenceAnswer.init)
        questions = draft.questions.map(SentenceAnswer.init)
        meters = draft.meters.map { Meter(name: $0.name, words: $0.words, advice: $0.advice) }
    }
}
