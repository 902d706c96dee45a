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
        for viewer in ["ben", "top", "gone", "nobody"] where ![.ladder, .decisions, .topics].contains(object) {
            #expect(!access.allows(.person(PersonID(viewer)), to: object, of: "ana"))
        }
    }

    @Test func `an office opens what it is for, about others alone`() {
        let access = Access(people: people, offices: ["ben": [.peopleOperations], "top": [.representative]])
        #expect(access.allows(.person("ben"), to: .pay, of: "ana"))
        #expect(access.allows(.person("ben"), to: .decision, of: "ana"))
        #expect(!access.allows(.person("ben"), to: .decision, of: "ben"))
        #expect(!access.allows(.person("ben"), to: .draft, of: "ana"))
        #expect(!access.allows(.person("top"), to: .pay, of: "ana"))
        #expect(access.allows(.person("top"), to: .audits))
        #expect(!access.allows(.person("ana"), to: .audits))
        for viewer: Access.Viewer in [.person("ben"), .person("top"), .person("mo"), .console] {
            #expect(!access.allows(viewer, to: .choice, of: "ana"))
        }
        #expect(!access.allows(.person("gone"), to: .audits))
    }

    @Test func `an office of somebody who left opens nothing`() {
        let access = Access(people: people, offices: ["gone": [.peopleOperations, .representative]])
        for object in Access.Object.allCases {
            #expect(!access.allows(.person("gone"), to: object))
            #expect(!access.allows(.person("gone"), to: object, of: "ana"))
        }
    }

    @Test func `the subject opens everything that the manager opens, but for words that are still being written`() {
        // A review is its author's until it is shared; what it rests on is open to the subject all the time.
        for (object, roles) in Access.table where roles.contains(.manager) && object != .reviewing {
            #expect(roles.contains(.subject), "\(object)")
        }
    }
}
