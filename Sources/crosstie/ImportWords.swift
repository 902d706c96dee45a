import Evidence
import Foundation
import Importing
import Intake
import Records
import Workspace

/// An import's outcome in words.
enum ImportWords {
    static func print(_ outcome: ImportOutcome, _ matching: PeopleMatching, database: String) {
        let changes = outcome.changes
        Console.heading("Read \(outcome.messages.grouped) messages in \(outcome.duration.words) into \(database)")
        Console.line(
            "  new \(changes.added.grouped) · edited \(changes.edited.grouped) · deleted \(changes.deleted.grouped) · known already \(changes.unchanged.grouped)"
        )
        Console.line(
            "  evidence: \(changes.evidenceAdded.grouped) kept, \(changes.evidenceWithdrawn.grouped) withdrawn; \(outcome.signalsLeft.grouped) signals left out (groups, people outside the people file)"
        )
        if outcome.privateMatters > 0 {
            Console.line("  left out: private matters: \(outcome.privateMatters.grouped)")
        }
        if outcome.late > 0 {
            Console.line("  \(outcome.late.grouped) messages are later than the day that was asked for")
        }
        people(matching)
        report(outcome.report)
    }

    private static func people(_ matching: PeopleMatching) {
        let result = matching.matching
        let origin =
            switch matching.origin {
            case .file: "people file"
            case .record: "people known already"
            case .accounts: "the export's own accounts (no people file)"
            }
        Console.line(
            "People, from \(origin): \(result.matched.count) matched to accounts, \(result.unmatchedPeople.count + result.ambiguous.count) not"
        )
        let names = Dictionary(matching.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for id in result.unmatchedPeople.prefix(10) {
            Console.line(
                "  no account: \(names[id] ?? id.text) (\(id)). Add a column `slack_id` or the account's e-mail."
            )
        }
        for unclear in result.ambiguous.prefix(10) {
            let accounts = unclear.accounts.map(\.text).joined(separator: ", ")
            Console.line(
                "  several accounts: \(names[unclear.person] ?? unclear.person.text) could be \(accounts). Add a column `slack_id`."
            )
        }
        if !matching.left.isEmpty {
            Console.line("  not read: \(matching.left.joined(separator: ", "))")
        }
    }

    private static func report(_ report: ImportReport) {
        if !report.broken.isEmpty {
            Console.line("Files that could not be read (the rest was):")
            for broken in report.broken.prefix(20) { Console.line("  " + broken.words) }
            if report.broken.count > 20 { Console.line("  … and \(report.broken.count - 20) more") }
        }
        let skipped = report.skipped.sorted { $0.key.rawValue < $1.key.rawValue }
        if !skipped.isEmpty {
            Console.line("Skipped or set apart:")
            for (reason, tally) in skipped {
                Console.line("  \(tally.count.grouped) × \(reason.words) (first: \(tally.first.words))")
            }
        }
        for (remark, tally) in report.remarks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            Console.line("  \(tally.count.grouped) × \(remark.words) (first: \(tally.first.words))")
        }
    }
}

/// An import's outcome for programs.
struct ImportAnswer: Encodable {
    let messages: Int
    let added: Int
    let edited: Int
    let deleted: Int
    let unchanged: Int
    let late: Int
    let signals: Int
    let signalsLeft: Int
    let privateMatters: Int
    let evidenceAdded: Int
    let evidenceWithdrawn: Int
    let seconds: Double
    let messagesPerSecond: Double
    let peakMemoryBytes: Int
    let stageSeconds: [String: Double]
    let matched: Int
    let unmatchedPeople: [String]
    let ambiguousPeople: [String]
    let report: ImportReport

    init(_ outcome: ImportOutcome, _ matching: PeopleMatching) {
        messages = outcome.messages
        added = outcome.changes.added
        edited = outcome.changes.edited
        deleted = outcome.changes.deleted
        unchanged = outcome.changes.unchanged
        late = outcome.late
        signals = outcome.signals
        signalsLeft = outcome.signalsLeft
        privateMatters = outcome.privateMatters
        evidenceAdded = outcome.changes.evidenceAdded
        evidenceWithdrawn = outcome.changes.evidenceWithdrawn
        seconds = outcome.duration.seconds
        messagesPerSecond = outcome.duration > .zero ? Double(outcome.messages) / outcome.duration.seconds : 0
        peakMemoryBytes = Memory.peak
        stageSeconds = [
            "unpack": outcome.time.unpack.seconds, "parse": outcome.time.parse.seconds,
            "listen": outcome.time.listen.seconds, "read": outcome.time.read.seconds,
            "store": outcome.time.store.seconds, "group": outcome.time.group.seconds,
        ]
        matched = matching.matching.matched.count
        unmatchedPeople = matching.matching.unmatchedPeople.map(\.text)
        ambiguousPeople = matching.matching.ambiguous.map(\.person.text)
        report = outcome.report
    }
}

/// Memory of this process.
enum Memory {
    /// The most that was ever resident, in bytes.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}
