import Answers
import ArgumentParser
import Desk
import Intake
import Ladder
import Records
import Workspace

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List everybody, or check a people file and take it over."
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "A people file (CSV) to take over; without it the people are listed.")
    var file: String?

    @OptionGroup var key: KeyOptions

    func run() async throws {
        if let file {
            let file = try PeopleFile.read(path: file)
            let people = file.people
            let records = try await globals.records(create: true)
            let accounts = Dictionary(
                try await records.people().map { ($0.id, $0.account) },
                uniquingKeysWith: { first, _ in first }
            )
            let kept = people.map { person in
                var person = person
                person.account = person.account ?? accounts[person.id] ?? nil
                return person
            }
            let now = GlobalOptions.now()
            let ladder = try await globals.ladder(of: records)
            // The key first: where it is missing, nothing is changed.
            let vault = try await file.vault(in: records, key: try globals.keyFile(key))
            let outcome = try await records.replacePeople(kept, ladder: ladder.stamp, now: now)
            try await file.keepFacts(in: records, vault: vault, now: now)
            PeopleNews(outcome, file).tell()
        }
        let people = try await globals.desk().people()
        if globals.json { return try Console.json(people.map(PersonAnswer.init)) }
        Console.table(
            ["id", "name", "team", "track", "level", "title", "account"],
            people.map {
                [
                    $0.id.text, $0.name, $0.team ?? "", $0.track.rawValue, $0.level.map(String.init) ?? "",
                    $0.title ?? "", $0.account?.text ?? "not matched",
                ]
            }
        )
    }
}

/// What taking over a people file changed, for whoever watches.
struct PeopleNews {
    private let outcome: PeopleOutcome
    private let file: PeopleFile

    init(_ outcome: PeopleOutcome, _ file: PeopleFile) {
        self.outcome = outcome
        self.file = file
    }

    func tell() {
        if !file.sealed.isEmpty {
            Console.error("Sealed, for pay statements and audits: \(file.sealed.joined(separator: ", "))")
        }
        if !file.leftForAudits.isEmpty { Console.error("Not read: \(file.leftForAudits.joined(separator: ", "))") }
        if !outcome.stated.isEmpty {
            Console.error("Level or track as the file states it, kept as moves: \(names(outcome.stated))")
        }
        if !outcome.behind.isEmpty {
            Console.error(
                "The file has not heard of a decided move yet; the decision stands, until the file gives a later `level since`: \(names(outcome.behind))"
            )
        }
    }

    private func names(_ people: [PersonID]) -> String {
        people.prefix(10).map(\.text).joined(separator: ", ")
            + (people.count > 10 ? " and \(people.count - 10) more" : "")
    }
}
