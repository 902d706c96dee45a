import Answers
import ArgumentParser
import Desk
import Evidence
import OneOnOnes
import Reviews
import Workspace
import Writing

struct WeekCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract:
            "A person's week; with --team the team's week in place of a status round, with --note the weekly note."
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var viewer: ViewerOptions

    @Argument(help: "Whose week: id, e-mail address or unique name.")
    var name: String

    @Flag(help: "The week of those who report to PERSON: shipped, decided, unblocked, stuck, helped.")
    var team = false

    @Flag(help: "The message that PERSON would get, and when it goes out.")
    var note = false

    @Flag(help: "The note as HTML.")
    var html = false

    @Option(help: "The team's week as text, md (Markdown), html (one file that prints) or json (the document).")
    var format: DocumentFormat = .text

    @Option(help: "Where people reach the site, https://HOST, for links of the note.")
    var site = ""

    func run() async throws {
        let desk = try await globals.desk()
        let person = try await desk.find(name)
        let reader = try await viewer.viewer(desk)
        if team { return try show(try await desk.teamWeek(of: person.id, for: reader)) }
        if note { return try show(try await desk.weeklyNote(of: person.id, for: reader)) }
        let week = try await desk.week(of: person.id, for: reader)
        if globals.json { return try Console.json(WeekAnswer(week)) }
        WeekWords.print(week)
    }

    private func show(_ view: TeamWeekView) throws {
        if globals.json { return try Console.json(TeamWeekAnswer(view)) }
        if let words = format.words(of: view.document) { return Console.line(words) }
        var notes = SourceNotes(sources: view.sources)
        let days = "\(DateWords.day(view.week.from)) to \(DateWords.dayAndYear(view.week.to))"
        Console.heading("\(view.reader.name)'s team, \(days)")
        if view.week.parts.isEmpty { Console.line("  Nothing of this week was seen in the channels read.") }
        for part in view.week.parts {
            Console.line()
            Console.heading(part.sort.heading)
            for line in part.lines {
                let text = "· \(line.name): \(line.sentence.text)\(notes.marks(line.sentence))"
                Console.line(Console.wrapped(text, indent: 2))
            }
        }
        Console.line()
        Console.line(Console.wrapped(TeamWeek.silence))
        notes.list()
    }

    private func show(_ view: WeeklyNoteView) throws {
        if globals.json { return try Console.json(WeeklyNoteAnswer(view, site: site)) }
        guard let note = view.note else {
            return Console.line("There is nothing to say this week, so nothing is sent.")
        }
        Console.line(html ? note.html(site: site) : note.text(site: site))
        Console.error(WeeklyNoteAnswer.words(view.step))
    }
}

/// A weekly note for programs.
struct WeeklyNoteAnswer: Encodable {
    let subject: String?
    let text: String?
    let html: String?
    let step: String

    init(_ view: WeeklyNoteView, site: String) {
        subject = view.note?.subject
        text = view.note?.text(site: site)
        html = view.note?.html(site: site)
        step = Self.words(view.step)
    }

    static func words(_ step: WeeklyNotePlan.Step) -> String {
        switch step {
        case .send: "It would go out now."
        case .wait(let until): "It waits for quiet hours to end, on \(CivilDate(microseconds: until)) (UTC)."
        case .nothing: "It does not go out this week any more."
        }
    }
}
