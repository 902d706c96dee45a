import ArgumentParser
import Desk
import Evidence
import Workspace
import Writing

struct PrepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "prep", abstract: "Prepare a 1:1 with a person.")

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Id, e-mail address or unique name.")
    var person: String

    func run() async throws {
        let desk = try await globals.desk()
        let view = try await desk.prep(try await desk.find(person).id, for: .console)
        if globals.json { return try Console.json(PrepAnswer(view)) }
        var notes = SourceNotes(sources: view.sources)
        let prep = view.prep
        Console.heading("1:1 with \(prep.person), \(DateWords.dayAndYear(view.today))")
        notes.block("What happened since \(DateWords.day(prep.since))", prep.recent + [prep.note].compactMap(\.self))
        notes.block("To say aloud", [prep.thanks].compactMap(\.self))
        notes.block("Where help is wanted", [prep.support].compactMap(\.self))
        notes.block("Growth edge", prep.edge)
        notes.block("Questions", prep.questions)
        notes.list()
    }
}

/// A preparation for programs.
struct PrepAnswer: Encodable {
    let person: String
    let date: String
    let since: String
    let words: Int
    let recent: [SentenceAnswer]
    let thanks: SentenceAnswer?
    let support: SentenceAnswer?
    let edge: [SentenceAnswer]
    let questions: [SentenceAnswer]
    let note: SentenceAnswer?

    init(_ view: PrepView) {
        person = view.person.id.text
        date = view.today.description
        since = view.prep.since.description
        words = view.prep.wordCount
        recent = view.prep.recent.map(SentenceAnswer.init)
        thanks = view.prep.thanks.map(SentenceAnswer.init)
        support = view.prep.support.map(SentenceAnswer.init)
        edge = view.prep.edge.map(SentenceAnswer.init)
        questions = view.prep.questions.map(SentenceAnswer.init)
        note = view.prep.note.map(SentenceAnswer.init)
    }
}

/// A sentence for programs.
struct SentenceAnswer: Encodable {
    let text: String
    let role: String
    let sources: [String]

    init(_ sentence: Sentence) {
        text = sentence.text
        role = sentence.role.rawValue
        sources = sentence.sources.map(\.text)
    }
}
