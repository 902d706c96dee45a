import Foundation
import Testing
import Workspace

@Suite struct `Who may do what on a board` {
    /// `docs/privacy.md` holds the table that people read; this is the one that runs.
    @Test func `the written table is the one that runs`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/privacy.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| act on a board |") })
        func cells(_ line: String) -> [String] {
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let roles = cells(lines[start]).dropFirst()
        #expect(Set(roles) == Set(BoardAccess.Role.allCases.map(\.rawValue)))
        let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map(cells)
        #expect(Set(rows.compactMap(\.first)) == Set(BoardAccess.Act.allCases.map(\.rawValue)))
        for row in rows {
            let act = try #require(BoardAccess.Act(rawValue: row[0]))
            for (name, cell) in zip(roles, row.dropFirst()) {
                let role = try #require(BoardAccess.Role(rawValue: name))
                #expect(BoardAccess.allows(act, as: [role]) == (cell == "yes"), "\(act) × \(role)")
            }
        }
    }

    @Test(arguments: BoardAccess.Act.allCases)
    func `whoever a case is about is nothing else towards it, whatever seats they hold`(act: BoardAccess.Act) {
        #expect(BoardAccess.allows(act, as: Set(BoardAccess.Role.allCases)) == BoardAccess.allows(act, as: [.subject]))
    }

    @Test func `a colleague does nothing on a board`() {
        #expect(BoardAccess.Act.allCases.allSatisfy { !BoardAccess.allows($0, as: [.colleague]) })
    }
}
