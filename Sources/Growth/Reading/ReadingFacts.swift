import Evidence
import Workspace

/// What was worked out about one person, before it is put into words.
struct ReadingFacts {
    let inquiry: ClockInquiry
    let clock: LevelClock
    let ledger: LedgerItems
    let assessment: Assessment
    let shown: ShownState
    let competencyAssessments: [CompetencyAssessment]
    let leansOnRecentMonths: Bool

    init(_ inquiry: ClockInquiry, clock fitted: LevelClock, workWeights: WorkWeights) {
        var clock = fitted
        clock.leave = inquiry.leave.map { Double($0.lowerBound.days)..<Double($0.upperBound.days) }
        clock.settling = inquiry.settling
        let ledger = LedgerItems(inquiry, workWeights: workWeights)
        let observations = ledger.items.map(\.observation)
        let level = inquiry.demand.level ?? inquiry.demand.presentLevel
        let teams = inquiry.isSmall ? 1 : nil
        func look(_ clock: LevelClock) -> Assessment {
            clock.assess(
                observations,
                now: inquiry.today,
                nextLevel: level,
                audience: inquiry.audience,
                requiredTeams: teams
            )
        }
        var remembering = clock
        remembering.parameters = clock.parameters.withoutDecay
        self.inquiry = inquiry
        self.clock = clock
        self.ledger = ledger
        assessment = look(clock)
        shown = clock.shown(
            observations,
            now: inquiry.today,
            nextLevel: level,
            audience: inquiry.audience,
            requiredTeams: teams
        )
        competencyAssessments = clock.competencies(observations, now: inquiry.today)
        let remembered = look(remembering).state
        leansOnRecentMonths =
            shown.state != .notEnoughEvidence && remembered != assessment.state && remembered != shown.state
    }

    /// The state to show; nil at the top of the ladder.
    var state: LevelState? { inquiry.demand.level == nil ? nil : shown.state }

    /// True where enough was heard to say a share.
    var saysShare: Bool { state.map { $0 != .notEnoughEvidence } ?? false }

    static func date(_ day: Double) -> CivilDate { CivilDate(days: Int(day.rounded(.down))) }

    /// Items that the clock looks at today, neither in the future nor too old; those said in confidence among them.
    var counted: [LedgerItems.Item] {
        let limit = clock.parameters.maximumAgeDays
        return ledger.items.filter { (0...limit).contains(inquiry.today - $0.observation.day) }
    }

    /// Items that can be shown to both sides.
    var current: [LedgerItems.Item] { counted.filter { !$0.observation.isConfidential } }

    /// How many items there are of which nothing else can be said.
    var confidentialItems: Int { counted.count { $0.observation.isConfidential } }

    /// What was seen at the moment from which on the state is shown.
    var changedBy: [EntryID] {
        ledger.items.filter { $0.observation.day == shown.since && !$0.observation.isConfidential }.map(\.entry)
    }

    /// Entries that the clock does not look at today, and why.
    var leftOut: [EntryID: LedgerItems.Reason] {
        let seen = Set(counted.map(\.entry))
        return ledger.items.reduce(into: ledger.leftOut) { reasons, item in
            if !seen.contains(item.entry), !item.observation.isConfidential { reasons[item.entry] = .outsideTime }
        }
    }

    /// Nothing new for a whole window, or a state that stands only because nothing new came.
    var noNewsSince: CivilDate? {
        guard let last = shown.lastNews else { return nil }
        let age = inquiry.today - last
        return age >= clock.parameters.windowDays ? Self.date(last) : nil
    }

    var windows: [ClockReading.Window] {
        let items = Dictionary(grouping: ledger.items) {
            clock.windowIndex(day: $0.observation.day, now: inquiry.today)
        }
        let votes = assessment.votes
        return assessment.windows.enumerated()
            .map { index, window in
                let newest = inquiry.today - Double(index) * clock.parameters.windowDays
                let oldest = Self.date(newest - clock.parameters.windowDays)
                let vote: ClockReading.Window.Vote =
                    if votes.supporting.contains(index) {
                        .supports
                    } else if votes.against.contains(index) {
                        .against
                    } else {
                        votes.speaking.contains(index) ? .between : .silent
                    }
                return ClockReading.Window(
                    from: CivilDate(days: oldest.days + 1),
                    to: Self.date(newest),
                    share: window.share,
                    effectiveEvidence: window.effectiveEvidence,
                    vote: vote,
                    entries: (items[index] ?? []).filter { !$0.observation.isConfidential }.map(\.entry)
                )
            }
    }

    var competencies: [ClockReading.CompetencyReading] {
        let found = Dictionary(uniqueKeysWithValues: competencyAssessments.map { ($0.competency, $0) })
        let entries = Dictionary(grouping: current, by: \.observation.competency)
        return inquiry.demand.competencies.map { demand in
            let isUnchanged = inquiry.demand.level != nil && !demand.rises
            let state = found[demand.id]?.state ?? .thin
            return ClockReading.CompetencyReading(
                id: demand.id,
                name: demand.name,
                present: demand.present,
                target: demand.target,
                isUnchanged: isUnchanged,
                state: state,
                words: isUnchanged ? "asks for nothing new at this target; shown, not counted" : state.words,
                entries: isUnchanged ? ledger.shown[demand.id] ?? [] : (entries[demand.id] ?? []).map(\.entry)
            )
        }
    }

    /// The least supported competency whose stage rises, or all that rise where nothing can be said.
    var edge: ClockReading.GrowthEdge { inquiry.demand.edge(of: competencyAssessments) }

    var requestDue: Bool {
        let last = inquiry.lastRequest.map { Double(inquiry.now - $0) / 86_400_000_000 } ?? .infinity
        return requestNeed?.isDue(daysSinceRequest: last) ?? false
    }

    /// What decides whether to ask about the person; nil where the answers could tell nothing apart.
    var requestNeed: RequestNeed? {
        guard inquiry.demand.level != nil else { return nil }
        let evidence = Dictionary(
            competencyAssessments.map { ($0.competency, $0.effectiveEvidence) },
            uniquingKeysWith: { first, _ in first }
        )
        return RequestNeed(
            subject: inquiry.person.id,
            team: inquiry.person.team,
            evidence: assessment.effectiveEvidence,
            probability: assessment.probability,
            state: assessment.state,
            isSettling: inquiry.isSettlingAfterMove,
            visibility: inquiry.exposure?.ratio,
            topics: inquiry.demand.competencies.filter(\.rises)
                .map { demand in
                    RequestNeed.Topic(
                        competency: demand.id,
                        presentStage: demand.present ?? max(1, demand.target - 1),
                        targetStage: demand.target,
                        evidence: evidence[demand.id] ?? 0
                    )
                },
            colleagues: colleagues
        )
    }

    private var candidates: [String: ClockInquiry.Candidate] {
        let others = inquiry.colleagues.filter { $0.person != inquiry.person.id }
        return Dictionary(others.map { ($0.person.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var colleagues: [EvidenceRequest.Colleague] {
        let mass = Dictionary(uniqueKeysWithValues: assessment.cells.map { ($0.observer, $0.mass) })
        return candidates.values.sorted { $0.person < $1.person }
            .map { candidate in
                EvidenceRequest.Colleague(
                    observer: candidate.person.text,
                    team: candidate.team,
                    mass: mass[candidate.person.text] ?? 0,
                    requestsThisWeek: candidate.requestsThisWeek,
                    askedLastTime: candidate.askedLastTime
                )
            }
    }

    var whomToAsk: [ClockInquiry.Candidate] {
        let candidates = candidates
        return EvidenceRequest.choose(colleagues, team: inquiry.person.team).compactMap { candidates[$0.observer] }
    }
}
