import ArgumentParser
import Desk
import Intake
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

    func run() async throws {
        if let file {
            let people = try PeopleFile.read(path: file).people
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
            try await records.replacePeople(kept, now: GlobalOptions.now())
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

/// A person for programs.
struct PersonAnswer: Encodable {
    let id: String
    let name: String
    let email: String?
    let account: String?
    let manager: String?
    let team: String?
    let track: String
    let level: Int?
    let family: String
    let title: String?
    let started: String?
    let levelSince: String?

    init(_ person: Person) {
        id = person.id.text
        name = person.name
        email = person.email
        account = person.account?.text
        manager = person.manager?.text
        team = person.team
        track = person.track.rawValue
        level = person.level
        family = person.family
        title = person.title
        started = person.started?.description
        levelSince = person.levelSince?.description
    }
}
