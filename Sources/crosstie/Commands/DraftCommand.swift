import Answers
import ArgumentParser
import Desk
import Reviews
import Workspace
import Writing

struct DraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft a review from settled evidence, every sentence with its source.",
        discussion: """
            This draft is put together anew each time and kept nowhere. To choose evidence, change sentences and share the \
            result, begin one that is kept: crosstie review start PERSON --as MANAGER.
            """
    )

    /// The forms that a draft can be printed in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, md, html, json
    }

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Id, e-mail address or unique name.")
    var person: String

    @Option(help: "The first day, YYYY-MM-DD.")
    var from: String?

    @Option(help: "The last day, YYYY-MM-DD.")
    var to: String?

    @Option(help: "text, md (Markdown), html (one file that prints) or json.")
    var format: Format = .text

    func run() async throws {
        let desk = try await globals.desk()
        let view = try await desk.draft(
            try await desk.find(person).id,
            from: try from.map(Import.day),
            to: try to.map(Import.day),
            for: .console
        )
        switch globals.json ? .json : format {
        case .json: try Console.json(DraftAnswer(view))
        case .md: Console.line(view.document.markdown)
        case .html: Console.line(view.document.html)
        case .text: print(view)
        }
    }

    private func print(_ view: DraftView) {
        var notes = SourceNotes(sources: view.sources)
        let draft = view.draft
        Console.heading(
            "Draft for \(draft.person), \(DateWords.dayAndYear(draft.from)) to \(DateWords.dayAndYear(draft.to))"
        )
        notes.block("Summary", draft.summary)
        notes.block("What came of it", draft.impact)
        for section in draft.sections {
            if let request = section.request {
                Console.line()
                Console.heading(section.competency)
                Console.line(Console.wrapped(request.words, indent: 2))
            } else {
                notes.block(section.competency, section.sentences)
            }
        }
        notes.block("Growth", draft.edges)
        notes.block("Level reading", draft.level)
        notes.block("To talk about", draft.questions)
        Console.line()
        Console.heading("About this text")
        for meter in draft.meters {
            Console.line(Console.wrapped("· \(meter.name): \(meter.words) \(meter.advice ?? "")", indent: 2))
        }
        notes.list()
    }
}
