import Demo
import Foundation
import Records
import Store
import Testing
import Workspace

@Suite struct `The program` {
    /// What is given, how it ends, what it says.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let given: [String]
        let code: Int32
        let says: String
        var testDescription: String { given.joined(separator: " ") }
    }

    static let mistakes = [
        Mistake(given: ["import", "nowhere.zip"], code: 66, says: "nowhere.zip could not be opened"),
        Mistake(given: ["import", "letter.txt"], code: 65, says: "is not a ZIP archive"),
        Mistake(
            given: ["import", "export.zip", "--people", "broken.csv"],
            code: 65,
            says: "broken.csv, line 3, column `level`"
        ),
        Mistake(given: ["import", "export.zip", "--people", "nowhere.csv"], code: 66, says: "nowhere.csv"),
        Mistake(given: ["import", "export.zip", "--channels", "no-such"], code: 64, says: "no channel called no-such"),
        Mistake(given: ["import", "export.zip", "--as-of", "soon"], code: 64, says: "“soon” is not a day"),
        Mistake(given: ["ladder", "check", "broken.yml"], code: 65, says: "broken.yml:2:1"),
        Mistake(given: ["people"], code: 66, says: "there is no database"),
        Mistake(given: ["people", "--database", "mysql://x"], code: 64, says: "is not an address of a database"),
        Mistake(given: ["people", "--database", "sqlite:letter.txt"], code: 65, says: "is not a Crosstie database"),
        Mistake(
            given: ["import", "export.zip", "--database", "sqlite:no/folder/x.db"],
            code: 73,
            says: "cannot be opened"
        ),
        Mistake(given: ["dance"], code: 64, says: "dance"),
    ]

    @Test(arguments: mistakes)
    func `says what is wrong, where, and makes nothing`(mistake: Mistake) throws {
        let program = try Program()
        defer { program.remove() }
        try DemoCompany.writeExport(to: program.path("export.zip"))
        try program.write(String(repeating: "A letter, not a database. ", count: 80), to: "letter.txt")
        try program.write("id,name,level\na,Ana,3\nb,Ben,99\n", to: "broken.csv")
        try program.write("levels: [\n", to: "broken.yml")
        let process = try program.start(mistake.given, error: try handle(program, "words"))
        process.waitUntilExit()
        let words = try String(contentsOfFile: program.path("words"), encoding: .utf8)
        #expect(process.terminationStatus == mistake.code, "\(words)")
        #expect(words.contains(mistake.says), "\(words)")
        #expect(!FileManager.default.fileExists(atPath: program.path("record.db")))
    }

    private func handle(_ program: Program, _ name: String) throws -> FileHandle {
        try program.write("", to: name)
        return try FileHandle(forWritingTo: URL(filePath: program.path(name)))
    }

    @Test
    func `does the main job: export and people file in; evidence, prep, draft and clock out, JSON and nothing else`()
        throws
    {
        let program = try Program()
        defer { program.remove() }
        try DemoCompany.writeExport(to: program.path("export.zip"))
        try program.write(DemoCompany.peopleCSV, to: "people.csv")
        let imported = try program.run(
            "--json",
            "import",
            "export.zip",
            "--people",
            "people.csv",
            "--as-of",
            DemoCompany.today.description
        )
        #expect(imported.code == 0, "\(imported.words)")
        #expect(try object(imported)["added"] as? Int ?? 0 >= 4000)
        let again = try program.run(
            "import",
            "--json",
            "export.zip",
            "--people",
            "people.csv",
            "--as-of",
            DemoCompany.today.description
        )
        #expect(try object(again)["added"] as? Int == 0)
        #expect(try object(again)["evidenceAdded"] as? Int == 0)
        let person = DemoCompany.person("maren").text
        for arguments in [["evidence"], ["prep"], ["draft"], ["clock"], ["clock", "--target", "management:4"]] {
            let answer = try program.run(
                arguments: ["--json"] + arguments.prefix(1) + ["--person", person] + arguments.dropFirst()
            )
            #expect(answer.code == 0, "\(arguments): \(answer.words)")
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) }
        }
        for arguments in [["people"], ["ladder", "show"], ["ladder", "check"], ["verify"], ["doctor"]] {
            let answer = try program.run(arguments: ["--json"] + arguments)
            #expect(answer.code == 0, "\(arguments): \(answer.words)")
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) }
        }
        #expect(try program.run("prep", "--person", "nobody-here").code == 67)
    }

    @Test func `refuses a record from a newer version and leaves it as it is`() async throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init", "--name", "Halvard").code == 0)
        let address = try #require(DatabaseAddress("sqlite:\(program.path("record.db"))"))
        let database = try openDatabase(address, create: false)
        try await database.write {
            try $0.script("INSERT INTO migration (name, position) VALUES ('2099-01-01 later', 99)")
        }
        try await database.close()
        let answer = try program.run("people")
        #expect(answer.code == 78)
        #expect(answer.words.contains("2099-01-01 later"))
    }

    @Test func `killed in the middle of an import and run again, ends in the same ledger`() async throws {
        let program = try Program()
        defer { program.remove() }
        try DemoCompany.writeExport(to: program.path("export.zip"))
        try program.write(DemoCompany.peopleCSV, to: "people.csv")
        let command = ["import", "export.zip", "--people", "people.csv", "--as-of", DemoCompany.today.description]
        #expect(try program.run(arguments: command + ["--database", "sqlite:whole.db"]).code == 0)
        for milliseconds in [150, 400, 700, 1000, 1400] {
            let process = try program.start(command)
            try await Task.sleep(for: .milliseconds(milliseconds))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try program.run(arguments: command).code == 0)
        let whole = try await record(program, "whole.db")
        #expect(try await record(program, "record.db") == whole)
        #expect(try program.run("verify").code == 0)
    }

    private func record(_ program: Program, _ name: String) async throws -> [String] {
        let address = try #require(DatabaseAddress("sqlite:\(program.path(name))"))
        return try await contents(of: try openDatabase(address, create: false))
    }

    @Test func `reads passages line by line and gives each line back with its signals`() throws {
        let program = try Program()
        defer { program.remove() }
        let line =
            #"{"id":"1","who":"Ana Berg","text":"thanks @Ben_Okoro, that fixed the importer","thread_root":null,"before":[],"reactions":[]}"#
        try program.write(line + "\n" + "not json\n", to: "lines")
        let process = try program.start(
            ["read"],
            output: try handle(program, "answers"),
            input: FileHandle(forReadingFrom: URL(filePath: program.path("lines")))
        )
        process.waitUntilExit()
        #expect(process.terminationStatus == 65)
        let answers = try String(contentsOfFile: program.path("answers"), encoding: .utf8).split(separator: "\n")
        #expect(answers.count == 2)
        let first = try #require(try JSONSerialization.jsonObject(with: Data(answers[0].utf8)) as? [String: Any])
        let signals = try #require(first["signals"] as? [[String: Any]])
        #expect(signals.contains { $0["kind"] as? String == "recognition" })
        #expect(first["id"] as? String == "1")
    }

    private func object(_ answer: Program.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    }
}
