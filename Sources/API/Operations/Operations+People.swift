import Answers
import Desk
import Workspace

extension Operations {
    static let people: [Operation] = [
        .reads("me", "/me", .own, "Who you are, who reports to you, and what the token may do.", callers: everybody) {
            call in
            let everyone = try await call.desk.people()
            guard let person = everyone.first(where: { $0.id == call.viewer }) else { throw Problem.gone }
            return MeAnswer(
                person,
                reports: everyone.filter { $0.manager == call.viewer },
                opensAudits: try await call.desk.opens(.audits, for: call.reader),
                opensRooms: try await call.desk.opens(.rooms, for: call.reader),
                token: call.token?.name ?? "",
                scopes: (call.token?.scopes ?? []).sorted().map(\.rawValue),
                expires: call.token?.expires ?? CivilDate(days: 0)
            )
        },
        .lists(
            "listPeople",
            "/people",
            .people,
            "Everybody who works here, by name: what everybody may know.",
            callers: everybody,
            key: { (person: Person) in person.name + "\u{1}" + person.id.text },
            row: { ColleagueLine($0) },
            run: { try await $0.desk.people() }
        ),
        .reads("readPerson", "/people/{person}", .people, "A person with level and title.", callers: pair) { call in
            // The page is asked for so that the same rights hold.
            guard try await call.desk.opens(.person, of: call.person, for: call.reader),
                let person = try await call.desk.people().first(where: { $0.id == call.person })
            else { throw Problem.gone }
            return PersonAnswer(person)
        },
    ]
}
