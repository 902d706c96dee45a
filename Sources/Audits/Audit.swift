/// A question about the two tracks that figures of a whole company can answer.
public enum Audit: String, Sendable, Hashable, CaseIterable, Codable {
    /// Do the pay bands of a level agree between the tracks, and does pay inside them?
    case parity
    /// Do groups, and the two tracks, earn the same at the same level?
    case payGap = "pay-gap"
    /// Does the number of people somebody leads raise level or pay at equal scope?
    case headcount
    /// Does one track end lower than the other?
    case ceiling
    /// Did level-ups wait for a seat to fall empty?
    case vacancy
    /// Do level-ups, and what the clock says, reach groups at the same rate?
    case impact
    /// Do both tracks hear the same recognition from leadership at equal level?
    case recognition

    /// The audit of some material, as one audience may see it.
    ///
    /// - Parameters:
    ///   - material: plain values about the company.
    ///   - audience: who will read it; a viewer sees no group under five.
    /// - Returns: findings, tables and plots; always a report, which says so where the data cannot tell.
    public func report(on material: AuditMaterial, for audience: AuditAudience) -> AuditReport {
        switch self {
        case .parity: ParityAudit(material, audience).report
        case .payGap: PayGapAudit(material, audience).report
        case .headcount: HeadcountAudit(material, audience).report
        case .ceiling: CeilingAudit(material, audience).report
        case .vacancy: VacancyAudit(material, audience).report
        case .impact: ImpactAudit(material, audience).report
        case .recognition: RecognitionAudit(material, audience).report
        }
    }

    /// What the report is called.
    public var title: String {
        switch self {
        case .parity: "Pay bands of the two tracks"
        case .payGap: "Pay gaps"
        case .headcount: "Headcount and level"
        case .ceiling: "Ceilings of the two tracks"
        case .vacancy: "Level-ups and open seats"
        case .impact: "Level-ups by group"
        case .recognition: "Recognition from leadership"
        }
    }

    /// The question that it answers.
    public var question: String {
        switch self {
        case .parity: "Do both tracks have the same pay band at the same level, and is pay inside it the same?"
        case .payGap: "Do groups of people, and the two tracks, earn the same for work of the same level?"
        case .headcount: "At equal scope, do people who lead more people stand at a higher level or earn more?"
        case .ceiling: "Does one track end lower than the other, on paper or in practice?"
        case .vacancy: "Did level-ups happen when the work was there, or when a seat was?"
        case .impact: "Do level-ups reach all groups at a like rate?"
        case .recognition: "At the same level, do people on both tracks hear as much recognition from leadership?"
        }
    }
}

/// Who will read a report.
public enum AuditAudience: String, Sendable, Hashable, CaseIterable, Codable {
    /// Whoever may see pay and group data: people operations, a workers' representative, an authority.
    case steward
    /// Everybody else: no group under five, and none that could be worked out.
    case viewer
}
