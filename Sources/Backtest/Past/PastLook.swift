public import Growth
public import Workspace

/// Everybody as of one cutoff: clocks fitted to what counted by then, candidates, and what each forecast said of them.
public struct PastLook: Sendable {
    /// The cutoff.
    public let cutoff: CivilDate
    /// The moment up to which everybody was read, microseconds since 1970 UTC.
    public let moment: Int64
    /// The clocks as they were fitted by then; answers and reviews heard.
    public let clocks: TeamClocks
    /// One row for each candidate, by person.
    public let rows: [PastRow]
    /// People who are not looked at, by reason.
    public let leftOut: [KnownOutcomes.Refusal: Int]
    /// Candidates without a level to hold them against.
    public let withoutStandard: Int

    /// Reads everybody as of a cutoff.
    ///
    /// - Parameters:
    ///   - place: the place of the cutoff in the plan
    ///   - plan: what is asked
    ///   - outcomes: who moved when
    ///   - fileCounts: headings of counts in the file of candidates, in the order of the forecasts
    ///   - material: the record
    public init(
        _ place: Int,
        of plan: BacktestPlan,
        outcomes: KnownOutcomes,
        fileCounts: [String] = [],
        in material: PastMaterial
    ) {
        let cutoff = plan.cutoffs[place]
        let moment = outcomes.horizon(of: cutoff, plan: plan)
        self.cutoff = cutoff
        self.moment = moment
        let range = moment - Int64(plan.lookBackDays) * 86_400_000_000 + 1...moment
        let counts = PlainCounts(material.marks, praise: material.praise, people: material.owners, range: range)
        let callers = Callers.effective(material.asks, now: moment)
        let heard = Readings(material, at: moment, standard: plan.standard, heard: true)
        let confirmed = Readings(material, at: moment, standard: plan.standard, heard: false)
        clocks = heard.clocks

        let chosen: [NamedCandidate] =
            outcomes.named.isEmpty
            ? counts.writers(of: plan.minimumMessages).map { NamedCandidate(person: $0, cutoff: cutoff, moved: nil) }
            : (outcomes.named[cutoff] ?? []).sorted { $0.person < $1.person }
        var rows: [PastRow] = []
        var leftOut: [KnownOutcomes.Refusal: Int] = [:]
        var withoutStandard = 0
        for candidate in chosen {
            let outcome = outcomes.outcome(of: candidate.person, at: cutoff, said: candidate.moved, plan: plan)
            switch outcome {
            case .leftOut(let reason): leftOut[reason, default: 0] += 1
            case .candidate(let moved):
                guard let whole = heard.reading(of: candidate.person),
                    let part = confirmed.reading(of: candidate.person)
                else {
                    withoutStandard += 1
                    continue
                }
                let called = callers[candidate.person] ?? 0
                let readings = [
                    whole.assurance, part.assurance, whole.stateFirst, whole.effectiveEvidence, called,
                    Callers.together(whole, called: called),
                ]
                let plain = PlainCount.allCases.map { counts.value($0, of: candidate.person) }
                rows.append(
                    PastRow(
                        person: candidate.person.text,
                        cutoff: place,
                        moved: moved,
                        scores: readings + plain + fileCounts.map { candidate.counts[$0] ?? 0 },
                        certainty: whole.certainty,
                        state: whole.state.order,
                        messages: counts.value(.messages, of: candidate.person)
                    )
                )
            }
        }
        self.rows = rows
        self.leftOut = leftOut
        self.withoutStandard = withoutStandard
    }

    /// The forecasts that rows hold, in their order.
    public static func forecasts(fileCounts: [String] = []) -> [Forecast] {
        Forecast.readings + PlainCount.allCases.map { Forecast($0.rawValue, .count) }
            + fileCounts.map { Forecast("\($0) (file)", .fileCount) }
    }

    /// Everybody's clocks at a moment, fitted once.
    struct Readings {
        let clocks: TeamClocks
        private let material: PastMaterial
        private let moment: Int64
        private let standard: BacktestPlan.Standard
        private let heard: Bool

        init(_ material: PastMaterial, at moment: Int64, standard: BacktestPlan.Standard, heard: Bool) {
            self.material = material
            self.moment = moment
            self.standard = standard
            self.heard = heard
            // Whoever joins has every act on the target's side: nobody can be told to write more generously than others, and
            // a correction would only pass on what was assumed before anything was seen.
            clocks =
                standard == .joining
                ? TeamClocks()
                : TeamClocks.fit(
                    material.subjects.compactMap {
                        material.inquiry(about: $0, at: moment, standard: standard, heard: heard)
                    }
                )
        }

        func reading(of person: PersonID) -> PastReading? {
            PastReading(about: person, at: moment, standard: standard, heard: heard, clocks: clocks, in: material)
        }
    }
}

extension PastReading {
    /// What the clock says of a person as of a moment; nil where there is nothing to hold the work against.
    init?(
        about person: PersonID,
        at moment: Int64,
        standard: BacktestPlan.Standard,
        heard: Bool,
        clocks: TeamClocks,
        in material: PastMaterial
    ) {
        guard let inquiry = material.inquiry(about: person, at: moment, standard: standard, heard: heard),
            let level = inquiry.demand.level
        else { return nil }
        let clock = clocks.clock(for: inquiry.demand.track)
        let items = LedgerItems(inquiry, workWeights: clocks.workWeights).items.map(\.observation)
        let assessment = clock.assess(items, now: Double(moment) / 86_400_000_000, nextLevel: level)
        self.init(assessment, threshold: clock.parameters.threshold)
    }
}
