import ArgumentParser
import Foundation
import Ladder
import Records
import Signals
import Store

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look whether everything that Crosstie needs is in order."
    )

    @OptionGroup var globals: GlobalOptions

    func run() async throws {
        var checks: [Check] = []
        checks.append(await Self.check("database") { try await database() })
        checks.append(await Self.check("engine") { try await engine() })
        checks.append(await Self.check("audit") { try await audit() })
        checks.append(await Self.check("ladder") { "\(CareerLadder.reference.stamp) is built in" })
        checks.append(
            await Self.check("reader") {
                "\(try StaticReader().stamp.name) \(try StaticReader().stamp.version) is built in"
            }
        )
        if globals.json {
            try Console.json(checks)
        } else {
            for check in checks { Console.line("\(check.isWell ? "✓" : "✗") \(check.name): \(check.words)") }
        }
        if !checks.allSatisfy(\.isWell) { throw ExitCode(Failure.Code.finding.rawValue) }
    }

    private struct Check: Encodable {
        let name: String
        let isWell: Bool
        let words: String
    }

    private static func check(_ name: String, _ look: () async throws -> String) async -> Check {
        do {
            return Check(name: name, isWell: true, words: try await look())
        } catch {
            return Check(name: name, isWell: false, words: Failure(explaining: error)?.words ?? "\(error)")
        }
    }

    private func database() async throws -> String {
        let records = try await globals.records(create: false)
        let people = try await records.people().count
        let messages = try await records.messageCounts().values.reduce(0, +)
        return "\(try globals.address()) holds \(people.grouped) people and the keys of \(messages.grouped) messages"
    }

    private func engine() async throws -> String {
        try await DatabaseCondition.words(of: try await globals.records(create: false).database)
    }

    private func audit() async throws -> String {
        let report = try await globals.records(create: false).verify()
        guard report.isClean else {
            throw Failure(.finding, "\(report.findings.count) things do not fit; run `crosstie verify`.")
        }
        return "\(report.auditEntries.grouped) entries in an unbroken chain"
    }
}
