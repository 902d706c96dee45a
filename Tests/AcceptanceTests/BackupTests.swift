import Demo
import Foundation
import Testing

@Suite struct `A copy of the record` {
    private func imported() throws -> Program {
        let program = try Program()
        try DemoCompany.writeExport(to: program.path("export.zip"))
        try program.write(DemoCompany.peopleCSV, to: "people.csv")
        let answer = try program.run(
            "import",
            "export.zip",
            "--people",
            "people.csv",
            "--channels",
            "kudos,incidents",
            "--as-of",
            "2026-03-31"
        )
        try #require(answer.code == 0, "\(answer.words)")
        return program
    }

    @Test func `is made while somebody writes, and comes back as it was`() throws {
        let program = try imported()
        defer { program.remove() }
        let before = try program.run("--json", "verify").output
        let writer = try program.start(["import", "export.zip", "--people", "people.csv", "--all-public"])
        let copied = try program.run("backup", "copy.db")
        #expect(copied.code == 0, "\(copied.words)")
        writer.waitUntilExit()
        #expect(writer.terminationStatus == 0)
        let after = try program.run("--json", "verify").output
        #expect(before != after)
        let restored = try program.run("restore", "copy.db", "--database", "sqlite:\(program.path("second.db"))")
        #expect(restored.code == 0, "\(restored.words)")
        #expect(restored.output.contains("There is no key file"))
        let second = try program.run("--json", "--database", "sqlite:\(program.path("second.db"))", "verify")
        #expect(second.code == 0)
    }

    @Test func `never takes the place of a file that is there`() throws {
        let program = try imported()
        defer { program.remove() }
        try program.write("a letter", to: "letter.txt")
        let refused = try program.run("backup", "letter.txt")
        #expect(refused.code == 73 && refused.words.contains("it stays"))
        #expect(try String(contentsOfFile: program.path("letter.txt"), encoding: .utf8) == "a letter")
        #expect(try program.run("backup", "copy.db").code == 0)
        #expect(try program.run("restore", "copy.db").code == 73)
    }

    @Test func `is not made of what is no record, nor kept when its audit does not fit`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(String(repeating: "A letter, not a database. ", count: 80), to: "letter.txt")
        let refused = try program.run("restore", "letter.txt")
        #expect(refused.code == 65, "\(refused.words)")
        #expect(!FileManager.default.fileExists(atPath: program.path("record.db")))
        #expect(!FileManager.default.fileExists(atPath: program.path("record.db.part")))
    }
}
