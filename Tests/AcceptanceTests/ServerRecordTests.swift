import Demo
import Foundation
import Records
import Store
import StoreTesting
import Testing
import Workspace

/// The program with its record on a server, against the same program with a file.
@Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL is not installed here")) struct `A record on a server` {
    private static let captured: Set<String> = ["message", "evidence", "channel", "person", "account", "slack_channel"]

    private func tables(_ address: String) async throws -> [DatabaseCopy.Table] {
        let database = try openDatabase(try #require(DatabaseAddress(address)), create: false)
        return try await DatabaseCopy.look(at: database)
    }

    @Test func `holds after an import what a file holds, and answers alike`() async throws {
        let program = try Program()
        defer { program.remove() }
        let (file, server) = ("sqlite:" + program.path("record.db"), try PostgresCluster.freshText())
        try DemoCompany.writeExport(to: program.path("export.zip"))
        try program.write(DemoCompany.peopleCSV, to: "people.csv")
        for address in [file, server] {
            let answer = try program.run(
                "import",
                "export.zip",
                "--people",
                "people.csv",
                "--as-of",
                DemoCompany.today.description,
                "--database",
                address
            )
            #expect(answer.code == 0, "\(answer.words)")
        }
        let (one, other) = (try await tables(file), try await tables(server))
        #expect(one.filter { Self.captured.contains($0.name) } == other.filter { Self.captured.contains($0.name) })
        #expect(one.first { $0.name == "evidence" }?.rows ?? 0 > 100)
        let person = DemoCompany.person("maren").text
        for command in [
            ["people"], ["evidence", "--person", person], ["prep", "--person", person], ["draft", "--person", person],
            ["clock", "--person", person], ["network"], ["verify"],
        ] {
            let answers = try [file, server].map { try program.run(arguments: ["--json", "--database", $0] + command) }
            #expect(answers.map(\.code) == [0, 0], "\(command): \(answers.map(\.words))")
            #expect(answers[0].output == answers[1].output, "\(command)")
        }
    }

    @Test func `is moved there and back again with all its rows and an unbroken chain`() async throws {
        let program = try Program()
        defer { program.remove() }
        let file = "sqlite:" + program.path("record.db")
        let (server, back) = (try PostgresCluster.freshText(), "sqlite:" + program.path("back.db"))
        let demo = try program.run("demo", "--no-serve", "--folder", program.path("d"), "--database", file)
        #expect(demo.code == 0, "\(demo.words)")
        for (from, to) in [(file, server), (server, back)] {
            let copied = try program.run("copy", "--from", from, "--to", to)
            #expect(copied.code == 0, "\(copied.words)")
            #expect(copied.output.contains("the same on both sides"))
        }
        let before = try await tables(file)
        #expect(try await tables(server) == before)
        #expect(try await tables(back) == before)
        #expect(
            try await tables("sqlite:" + program.path("back.db.reading.db")).contains {
                $0.rows > 0 && $0.name == "reading_feed"
            }
        )
        #expect(try program.run("verify", "--database", server).code == 0)
        let again = try program.run("copy", "--from", file, "--to", server)
        #expect(again.code == 65)
        #expect(again.words.contains("it is not empty"))
        #expect(try await tables(server) == before)
    }

    @Test func `that is not there is named without its password`() throws {
        let program = try Program()
        defer { program.remove() }
        let answer = try program.run("people", "--database", "postgres://ana:canary@127.0.0.1:1/record")
        #expect(answer.code == 69, "\(answer.words)")
        #expect(answer.words.contains("127.0.0.1:1/record") && !answer.words.contains("canary"))
        let empty = try program.run("people", "--database", try PostgresCluster.freshText())
        #expect(empty.code != 0, "\(empty.words)")
        let mistyped = try program.run("people", "--database", "postgres://ana:canary@127.0.0.1/record?pool=many")
        #expect(mistyped.code == 64)
        #expect(!mistyped.words.contains("canary"))
    }
}
