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
        clock.isSettling = inquiry.isSettlingAfterMove
        let ledger = LedgerItems(inquiry, workWeights: workWeights)
        let observations = ledger.items.map(\.observation)
        let level = inquiry.demand.level ?? inquiry.demand.presentLevel
        let teams = inquiry.isSmall ? 1 : nil
        func look(_ clock: LevelClock, _ day: Double) -> Assessment {
            clock.assess(
                observations,
                now: day,
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
        assessment = look(clock, inquiry.today)
        shown = ShownState.replay(observations, now: inquiry.today, parameters: clock.parameters) { look(clock, $0) }
        competencyAssessments = clock.competencies(observations, now: inquiry.today)
        leansOnRecentMonths = look(remembering, inquiry.today).state != assessment.state
    }

    /// The state to show; nil at the top of the ladder.
    var state: LevelState? { inquiry.demand.level == nil ? nil : shown.state }

    /// True where enough was heard to say a share.
    var saysShare: Bool { state.map { $0 != .notEnoughEvidence } ?? false }

    static func date(_ day: Double) -> CivilDate { CivilDate(days: Int(day.rounded(.down))) }

    /// Items that the clock looks at today: neither in the future nor too old.
    var current: [LedgerItems.Item] {
        let limit = clock.parameters.maximumAgeDays
        return ledger.items.filter { (0...limit).contains(inquiry.today - $0.observation.day) }
    }

    /// Entries that the clock does not look at today, and why.
    var leftOut: [EntryID: LedgerItems.Reason] {
        let seen = Set(current.map(\.entry))
        return ledger.items.reduce(into: ledger.leftOut) { reasons, item in
            if !seen.contains(item.entry) { reasons[item.entry] = .outsideTime }
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
                    entries: (items[index] ?? []).map(\.entry)
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
    var edge: ClockReading.GrowthEdge {
        let rising = Set(inquiry.demand.competencies.filter(\.rises).map(\.id))
        guard inquiry.demand.level != nil, !rising.isEmpty else { return .none }
        let lowest =
            competencyAssessments
            .filter { rising.contains($0.competency) && $0.state != .thin }
            .min { ($0.probability, $0.mean, $0.competency) < ($1.probability, $1.mean, $1.competency) }
        if let lowest { return .competency(lowest.competency) }
        return .askAbout(inquiry.demand.competencies.filter(\.rises).map(\.id))
    }

    var requestDue: Bool {
        let last = inquiry.lastRequest.map { Double(inquiry.now - $0) / 86_400_000_000 } ?? .infinity
        if inquiry.isSettlingAfterMove { return last >= 42 }
        guard inquiry.demand.level != nil else { return false }
        return EvidenceRequest.isDue(
            evidence: assessment.effectiveEvidence,
            probability: assessment.probability,
            daysSinceRequest: last,
            state: assessment.state
        )
    }

    var whomToAsk: [ClockInquiry.Candidate] {
        let mass = Dictionary(uniqueKeysWithValues: assessment.cells.map { ($0.observer, $0.mass) })
        let asked = inquiry.colleagues.filter { $0.person != inquiry.person.id }
        let candidates = Dictionary(asked.map { ($0.person.text, $0) }, uniquingKeysWith: { first, _ in first })
        let colleagues = candidates.values.map { candidate in
            EvidenceRequest.Colleague(
                observer: candidate.person.text,
                team: candidate.team,
                mass: mass[candidate.person.text] ?? 0,
                requestsThisWeek: candidate.requestsThisWeek,
                askedLastTime: candidate.askedLastTime
            )
        }
        return EvidenceRequest.choose(colleagues, team: inquiry.person.team)
            .compactMap { candidates[$0.observer] }
    }
}
