/// What an audit found, for one audience.
public struct AuditReport: Sendable, Hashable, Codable {
    /// Which audit.
    public let audit: Audit
    /// Who may read it.
    public let audience: AuditAudience
    /// The day of the material, `YYYY-MM-DD`.
    public let day: String
    /// The heading.
    public let title: String
    /// The question that it answers.
    public let question: String
    /// The answer in one to three sentences.
    public let summary: [String]
    /// Findings, the weightiest first.
    public let findings: [AuditFinding]
    /// Tables.
    public let tables: [AuditTable]
    /// What can be drawn.
    public let plots: [AuditPlot]
    /// What the material cannot tell, plainly.
    public let limits: [String]
    /// How it was worked out.
    public let method: String
    /// How many findings were kept back to protect small groups.
    public let hiddenFindings: Int

    /// Findings that somebody has to look at.
    public var signals: [AuditFinding] { findings.filter { $0.severity == .signal } }
    /// Findings worth a look.
    public var notices: [AuditFinding] { findings.filter { $0.severity == .notice } }
}
