import ArgumentParser
import Audits
import Desk
import Foundation

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Audit the two tracks: parity, pay-gap, headcount, ceiling, vacancy, impact, recognition.",
        discussion: """
            `audit simulate` counts false alarms in made-up fair worlds. Exit code 1 when an audit gives a signal. A look at \
            everybody's pay leaves a receipt that everybody can see.
            """,
        subcommands: [Run.self, Simulate.self],
        defaultSubcommand: Run.self
    )

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "run", abstract: "Run one audit.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "parity, pay-gap, headcount, ceiling, vacancy, impact or recognition.")
        var audit: Audit

        @Flag(help: "Tables as CSV.")
        var csv = false

        @Option(help: "Write a page to print to this file.")
        var report: String?

        func run() async throws {
            let desk = try await globals.desk(key)
            let found = try await desk.audit(audit, for: try await viewer.viewer(desk))
            if let report { try AuditPage(found).write(to: report) }
            if globals.json {
                try Console.json(found)
            } else if csv {
                for table in found.tables {
                    if found.tables.count > 1 { Console.line("# \(table.title)") }
                    Console.line(table.csv)
                }
            } else {
                Console.line(found.text)
                if let report { Console.line("The page is at \(report).") }
            }
            if !found.signals.isEmpty { throw ExitCode(Failure.Code.finding.rawValue) }
        }
    }

    struct Simulate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Count false alarms in made-up fair worlds.")

        @OptionGroup var globals: GlobalOptions

        @Option(help: "How many worlds.")
        var worlds = 100

        @Option(help: "How many people each.")
        var people = 300

        @Option(help: "The seed; the same seed gives the same worlds.")
        var seed: UInt64 = 1

        func run() async throws {
            guard (1...100_000).contains(worlds), (20...100_000).contains(people) else {
                throw Failure(.usage, "give 1 to 100,000 worlds of 20 to 100,000 people.")
            }
            let rates = AuditSimulation.run(worlds: worlds, people: people, seed: seed)
            if globals.json { return try Console.json(rates) }
            func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
            Console.table(
                ["audit", "worlds", "signals", "interval", "level"],
                rates.map {
                    [
                        $0.audit.rawValue, "\($0.worlds)", "\($0.signals)", "\(percent($0.low)) – \(percent($0.high))",
                        percent($0.level),
                    ]
                }
            )
        }
    }
}

/// An audit's report as one page to print, with everything in it.
struct AuditPage {
    private let report: AuditReport

    init(_ report: AuditReport) { self.report = report }

    func write(to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data(html.utf8)) else {
            throw Failure(.cannotCreate, "the page \(path) cannot be written. Check the folder.")
        }
    }

    private var html: String {
        let summary = report.summary.map { "<p>\(Self.escaped($0))</p>" }.joined()
        let findings = report.findings.map { finding in
            let law = finding.law.map { "<p>\(Self.escaped($0.sentence))</p>" } ?? ""
            return """
                <section class="\(finding.severity)"><h3>\(Self.escaped(finding.about))</h3>
                <p>\(Self.escaped(finding.sentence))</p>\(law)
                <p><b>Shows:</b> \(Self.escaped(finding.shows))</p>
                <p><b>Does not show:</b> \(Self.escaped(finding.doesNotShow))</p></section>
                """
        }.joined()
        return """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>\(Self.escaped(report.title))</title>
            <style>\(Self.style)</style>
            <h1>\(Self.escaped(report.title))</h1><p>\(Self.escaped(report.question)) \(Self.escaped(report.day))</p>
            \(summary)\(report.plots.map { "<figure>\($0.svg)</figure>" }.joined())\(findings)
            \(report.tables.map(Self.table).joined())
            <h2>Limits</h2>\(report.limits.map { "<p>\(Self.escaped($0))</p>" }.joined())
            <h2>Method</h2><p>\(Self.escaped(report.method))</p></html>
            """
    }

    private static func table(_ table: AuditTable) -> String {
        let head = table.columns.map { "<th>\(escaped($0.title))</th>" }.joined()
        let rows = table.rows.map { row in
            "<tr>" + zip(table.columns, row).map { "<td>\(escaped($0.words($1)))</td>" }.joined() + "</tr>"
        }.joined()
        let note = table.note.map { "<p>\(escaped($0))</p>" } ?? ""
        return "<h2>\(escaped(table.title))</h2><table><tr>\(head)</tr>\(rows)</table>\(note)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    private static let style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
        table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left}
        section{border-left:4px solid #ccc;padding-left:1rem;break-inside:avoid}section.signal{border-color:#b3261e}
        section.notice{border-color:#8a6d00}figure{margin:1rem 0}svg{max-width:100%;height:auto;fill:#1a1a1a}
        .axis,.grid{stroke:#999}.grid{stroke-dasharray:2 3}.interval,.threshold,.target{stroke:#1a1a1a}
        .ic{fill:#1b5e8c}.management{fill:#b3541e}.signal{fill:#b3261e}@media print{body{margin:0}}
        """
}
