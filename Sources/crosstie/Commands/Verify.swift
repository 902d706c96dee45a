import ArgumentParser
import Records

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk the audit chain and hold every piece of evidence against it."
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var key: KeyOptions

    func run() async throws {
        let report = try await globals.records(create: false).verify(
            signedBy: try globals.keyFile(key).vault()?.checkpoints,
            apart: CheckpointFile(beside: globals, key).read()
        )
        if globals.json {
            try Console.json(Answer(report))
        } else if report.isClean {
            Console.line(
                "Clean: \(report.auditEntries.grouped) audit entries in an unbroken chain, \(report.evidence.grouped) pieces of evidence as they were captured."
            )
            Console.line(
                report.signedUpTo.map { "Signed checkpoints hold up to entry \(Int($0).grouped)." }
                    ?? "No signed checkpoint stands over the chain yet; `crosstie retention run` makes one."
            )
        } else {
            Console.line("\(report.findings.count) things do not fit:")
            for finding in report.findings.prefix(50) { Console.line("  " + finding.words) }
        }
        if !report.isClean { throw ExitCode(Failure.Code.finding.rawValue) }
    }

    private struct Answer: Encodable {
        let clean: Bool
        let auditEntries: Int
        let evidence: Int
        let findings: [String]
        let signedUpTo: Int64?

        init(_ report: VerificationReport) {
            clean = report.isClean
            auditEntries = report.auditEntries
            evidence = report.evidence
            findings = report.findings.map(\.words)
            signedUpTo = report.signedUpTo
        }
    }
}

extension VerificationReport.Finding {
    /// What does not fit, and where.
    var words: String {
        switch self {
        case .brokenChain(let position): "audit entry \(position) was changed, or one before it was taken out or moved"
        case .missing(let position): "audit entry \(position) is missing"
        case .changedEvidence(let entry): "evidence \(entry) is not what was captured"
        case .otherEvidence(let position):
            "of what came in at audit entry \(position), something was slipped in, taken out or changed"
        case .changedMove(let step): "\(step) of a move's history was changed, slipped in or taken out"
        case .changedHistory(let step): "\(step) was changed, slipped in or taken out"
        case .otherStanding(let move): "move \(move) stands elsewhere than its history leads"
        case .badCheckpoint(let position):
            "the checkpoint at audit entry \(position) was not signed by this key, or was signed over another chain"
        case .otherChain(let position):
            "the checkpoint at audit entry \(position) that lies beside the key is none of this chain's: the chain was written anew, or cut"
        case .wordsAfterWithdrawal(let entry): "evidence \(entry) was withdrawn, but its words are still there"
        }
    }
}
