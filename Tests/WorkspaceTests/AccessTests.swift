import Foundation
import Testing
import Workspace

@Suite struct `Who may open what` {
    private let people: [PersonID: Person] = [
        "ana": Person(id: "ana", name: "Ana", manager: "mo"),
        "ben": Person(id: "ben", name: "Ben", manager: "mo"),
        "mo": Person(id: "mo", name: "Mo", manager: "top"),
        "top": Person(id: "top", name: "Top"),
        "gone": Person(id: "gone", name: "Gone", active: false),
    ]

    /// `docs/privacy.md` holds the table that people read; this is the one that runs.
    @Test func `the written table is the one that runs`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/privacy.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
        let head = try #require(lines.first { $0.hasPrefix("| object |") })
        let roles = head.split(separator: "|").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        #expect(Set(roles) == Set(Access.Role.allCases.map(\.rawValue)))
        for object in Access.Object.allCases {
            let line = try #require(
                lines.first { $0.hasPrefix("| \(object.rawValue) |") },
                "\(object) is missing in the page"
            )
            let cells = line.split(separator: "|").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
            for (role, cell) in zip(roles, cells) {
                let allowed = Access.Role(rawValue: role).map { Access.table[object]?.contains($0) == true } ?? false
                #expect(allowed == (cell == "yes"), "\(object) × \(role)")
            }
        }
    }

    @Test(arguments: Access.Object.allCases)
    func `colleagues, the manager's manager and people who left open nobody's record`(object: Access.Object) {
        let access = Access(people: people)
        for viewer in ["ben", "top", "gone", "nobody"] where object != .ladder {
            #expect(!access.allows(.person(PersonID(viewer)), to: object, of: "ana"))
        }
    }

    @Test func `the subject opens everything that the manager opens`() {
        for (object, roles) in Access.table where roles.contains(.manager) {
            #expect(roles.contains(.subject), "\(object)")
        }
    }
}
