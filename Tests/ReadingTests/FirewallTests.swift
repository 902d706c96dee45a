import Foundation
import Testing

/// The wall between what people read and what is kept about their work, held in the package itself.
@Suite struct FirewallTests {
    private static let reading: Set<String> = ["Reading", "Briefing", "FeedFetching"]
    private static let ledger: Set<String> = [
        "Audits", "Backtest", "Calibration", "Decisions", "Demo", "Desk", "Evidence", "Growth", "Importing", "Intake",
        "Learning",
        "ModelEndpoint", "Moves", "OneOnOnes", "OrgNetwork", "ReaderEndpoint", "ReaderTransformer", "Records",
        "Reviews", "Signals",
        "Simulation", "Slack", "SlackDesk", "SlackLive", "Support", "WriterEndpoint", "Writing",
    ]

    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The targets of the package and what each depends on, as its manifest says.
    private func targets() throws -> [String: Set<String>] {
        let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        var found: [String: Set<String>] = [:]
        let target =
            #/\.(?:target|executableTarget)\(\s*name:\s*"(\w+)"(?:,\s*dependencies:\s*\[((?:[^\[\]]|\[[^\]]*\])*)\])?/#
        for match in text.matches(of: target) {
            let listed = String(match.2 ?? "")
            let bare = listed.replacing(#/\.product\([^)]*\)/#, with: "")
            found[String(match.1)] = Set(bare.matches(of: #/"(\w+)"/#).map { String($0.1) })
        }
        return found
    }

    private func closure(of name: String, _ targets: [String: Set<String>]) -> Set<String> {
        var reached: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            for one in targets[next] ?? [] where reached.insert(one).inserted { open.append(one) }
        }
        return reached
    }

    @Test func `no module of the ledger can reach what people read`() throws {
        let targets = try targets()
        #expect(targets["Reading"] != nil)
        for name in Self.ledger where targets[name] != nil {
            #expect(closure(of: name, targets).isDisjoint(with: Self.reading), "\(name)")
        }
    }

    @Test func `what people read cannot reach the ledger`() throws {
        let targets = try targets()
        for name in Self.reading where targets[name] != nil {
            #expect(closure(of: name, targets).isDisjoint(with: Self.ledger), "\(name)")
        }
    }

    @Test func `no source of the ledger imports it either`() throws {
        let line = #/^\s*(?:@testable )?(?:public |package |internal |fileprivate |private )?import (?:\w+ )?(\w+)/#
        for name in Self.ledger {
            let folder = root.appending(path: "Sources/\(name)")
            guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
                continue
            }
            for case let file as URL in files where file.pathExtension == "swift" {
                for text in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                    guard let match = try line.firstMatch(in: String(text)) else { continue }
                    #expect(!Self.reading.contains(String(match.1)), "\(file.lastPathComponent)")
                }
            }
        }
    }
}
