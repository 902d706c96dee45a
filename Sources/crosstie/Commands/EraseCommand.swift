import ArgumentParser
import Desk
import Reading
import Records
import Workspace

struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person: words, name, accounts and ids, in every table; the audit's chain goes on holding.",
        discussion: """
            Without --confirm it says what would go and changes nothing. What a backup holds is not reached: erase again after \
            restoring one, and let backups go with your retention. docs/security.md says what stays, and why.
            """
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "Id, e-mail address or unique name; leave it out to list requests.")
    var person: String?

    @Flag(help: "Erase for good, instead of saying what would go.")
    var confirm = false

    @Option(help: "Tell the person why they are not erased, instead of erasing them.")
    var refuse: String?

    func run() async throws {
        var desk = try await globals.desk(key)
        guard let name = person else { return try await list(desk) }
        let person = try await desk.find(name)
        if let refuse {
            guard try await desk.refuseErasure(of: person.id, why: refuse, by: .console) else {
                throw Failure(.usage, "\(person.name) did not ask to be erased, or was answered before.")
            }
            return Console.line("\(person.name) will read why on their page.")
        }
        guard confirm else {
            let report = try await desk.erasurePreview(of: person.id, for: .console)
            return try tell(report, "Erasing \(person.name) would do this; nothing was changed:", done: false)
        }
        let room = try await ReadingRoom(beside: globals)
        desk.forgetApart = { try await room.store.forget($0) }
        let report = try await desk.erase(person.id, by: .console)
        try await CheckpointFile(beside: globals, key).sign(desk)
        try tell(
            report,
            "Somebody was erased, and the record was looked through: nothing of them is left in it.",
            done: true
        )
    }

    private func list(_ desk: Desk) async throws {
        let lines = try await desk.erasures(for: .console).others
        if globals.json { return try Console.json(lines.map(RequestAnswer.init)) }
        guard !lines.isEmpty else { return Console.line("Nobody waits to be erased.") }
        Console.table(
            ["person", "id", "asked", "answer due", "days left"],
            lines.map {
                [$0.person.name, $0.person.id.text, $0.asked.description, $0.due.description, String($0.daysLeft)]
            }
        )
    }

    private func tell(_ report: ErasureReport, _ heading: String, done: Bool) throws {
        if globals.json { return try Console.json(Answer(report, done: done)) }
        Console.heading(heading)
        for line in ErasureWords.lines(report) { Console.line("  " + line) }
        if done {
            Console.line("The pages of the database were written anew. Backups from before still hold the person.")
        } else {
            Console.line("Run it again with --confirm to do it. It cannot be taken back.")
        }
    }

    private struct Answer: Encodable {
        let done: Bool
        let evidence: Int
        let saidOfOthers: Int
        let messages: Int
        let gone: [String: Int]
        let changed: [String: Int]
        let auditEntriesBlanked: Int

        init(_ report: ErasureReport, done: Bool) {
            self.done = done
            evidence = report.evidence
            saidOfOthers = report.said
            messages = report.messages
            gone = report.gone
            changed = report.changed
            auditEntriesBlanked = report.blanked
        }
    }

    private struct RequestAnswer: Encodable {
        let person: String
        let asked: String
        let due: String
        let daysLeft: Int

        init(_ line: ErasureLine) {
            person = line.person.id.text
            asked = line.asked.description
            due = line.due.description
            daysLeft = line.daysLeft
        }
    }
}

/// What an erasure does, in lines.
enum ErasureWords {
    static func lines(_ report: ErasureReport) -> [String] {
        var lines = [
            "\(report.evidence.grouped) pieces of evidence about the person go.",
            "\(report.said.grouped) pieces about others rest on the person's words: they stay as withdrawn, said by somebody who left.",
            "\(report.messages.grouped) messages: their place stays, as of a deleted message.",
        ]
        lines += report.gone.sorted { $0.key < $1.key }.map { "\($0.value.grouped) rows of \($0.key) go." }
        lines += report.changed.sorted { $0.key < $1.key }.map {
            "\($0.value.grouped) rows of \($0.key) stay without the person."
        }
        lines.append("\(report.blanked.grouped) entries of the audit are blanked; the chain over them stays.")
        return lines
    }
}
