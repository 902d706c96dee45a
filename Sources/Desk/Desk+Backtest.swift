public import Backtest
import Evidence
import Growth
import Records
public import Workspace

/// What a backtest is asked: files about moves, days, and what must not be read.
public struct BacktestQuestion: Sendable {
    /// Rows of all files.
    public var rows: [KnownRow]
    /// Headings of counts in a file of candidates, in order.
    public var fileCounts: [String] = []
    /// Days to read; empty for those of the files, else for one every so many days.
    public var cutoffs: [CivilDate] = []
    /// Days between cutoffs where neither question nor files name any.
    public var every = 90
    /// Channels that must not be read.
    public var mask = ChannelMask([])
    /// Freeze, horizon, look back and so on; its cutoffs and a standard of nil are filled in.
    public var plan = BacktestPlan(cutoffs: [])
    /// What everybody is held against; nil for the next level where the files name levels, else for joining.
    public var standard: BacktestPlan.Standard?
    /// Days before a move of which nothing is read; nil for 90, and for none where files name candidates and no days of moves.
    public var freezeDays: Int?

    /// Asks about rows.
    public init(rows: [KnownRow]) { self.rows = rows }
}

/// Why there is nothing to look back at.
public enum BacktestRefusal: Error, Sendable, Hashable {
    /// None of the rows' people are in the record; how many rows there are.
    case nobodyKnown(rows: Int)
    /// No day on which anybody could be read.
    case noCutoffs
    /// Nobody moved among the candidates, or everybody did.
    case nothingToTell(candidates: Int, moved: Int)
    /// The record holds no messages.
    case noTalk
}

extension Desk {
    /// How the clock would have read before known moves; figures about all together, nothing about anybody.
    ///
    /// - Parameters:
    ///   - question: what is asked
    ///   - viewer: who asks
    ///   - progress: called with cutoffs done and all cutoffs
    /// - Returns: figures and intervals
    /// - Throws: `DeskError.notAllowed`; `BacktestRefusal`
    public func backtest(
        _ question: BacktestQuestion,
        for viewer: Access.Viewer,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> BacktestReport {
        _ = try await open(.auditInputs, for: viewer)
        let people = try await records.people()
        let matching = RowMatching(
            question.rows,
            in: PersonIndex(people: people, accounts: try await records.accounts())
        )
        guard !matching.moves.isEmpty || !matching.named.isEmpty else {
            throw BacktestRefusal.nobodyKnown(rows: question.rows.count)
        }
        let outcomes = matching.outcomes
        guard let span = try await records.span() else { throw BacktestRefusal.noTalk }
        let plan = try Self.plan(question, matching, outcomes, span: span)
        let channels = try await records.channels()
        let material = try await material(
            question,
            people: people,
            channels: channels,
            outcomes,
            until: span.upperBound
        )

        let looks = await Self.looks(plan, outcomes, question.fileCounts, material, progress)
        let rows = looks.flatMap(\.rows)
        let leads = await Self.leadTimes(plan, outcomes, looks, material)
        var facts = PlanFacts(plan, outcomes: outcomes)
        facts.masked = channels.filter(question.mask.covers).map(\.name).sorted()
        facts.unusedMasks = question.mask.unused(among: channels)
        let report = await BacktestReport.make(
            rows: rows,
            forecasts: PastLook.forecasts(fileCounts: question.fileCounts),
            plan: plan,
            planFacts: facts,
            sample: Self.sample(rows, looks, matching, outcomes),
            leadTimes: leads
        )
        guard let report else {
            throw BacktestRefusal.nothingToTell(candidates: rows.count, moved: rows.count(where: \.moved))
        }
        return report
    }

    private static func plan(
        _ question: BacktestQuestion,
        _ matching: RowMatching,
        _ outcomes: KnownOutcomes,
        span: ClosedRange<Int64>
    ) throws -> BacktestPlan {
        var plan = question.plan
        plan.standard = question.standard ?? (matching.hasLevels ? .nextLevel : .joining)
        plan.freezeDays = question.freezeDays ?? (outcomes.named.isEmpty ? plan.freezeDays : 0)
        let (first, last) = (CivilDate(microseconds: span.lowerBound), CivilDate(microseconds: span.upperBound))
        if !question.cutoffs.isEmpty {
            plan.cutoffs = Array(Set(question.cutoffs)).sorted()
        } else if !outcomes.named.isEmpty {
            plan.cutoffs = outcomes.named.keys.sorted()
        } else {
            plan.cutoffs = outcomes.cutoffs(every: question.every, from: first, to: last, plan: plan)
        }
        guard !plan.cutoffs.isEmpty else { throw BacktestRefusal.noCutoffs }
        return plan
    }

    private func material(
        _ question: BacktestQuestion,
        people: [Person],
        channels: [Channel],
        _ outcomes: KnownOutcomes,
        until end: Int64
    ) async throws -> PastMaterial {
        let masked = Set(channels.filter(question.mask.covers).map(\.id))
        // Talk that is not open to everyone is read only where it is evidence, as everywhere.
        let open = channels.filter { $0.audience == .everyone && !masked.contains($0.id) }
        var entries: [LedgerEntry] = []
        for person in try await records.subjects() { entries += try await records.entries(about: person, now: end) }
        return PastMaterial(
            people: people,
            entries: entries,
            marks: try await records.talk(from: .min, to: end, in: open.map(\.id)),
            masked: masked,
            incidentChannels: Set(channels.filter { AskFinder.isForIncidents($0.name) }.map(\.id)),
            moves: outcomes.first,
            ladder: ladder
        )
    }

    private static func looks(
        _ plan: BacktestPlan,
        _ outcomes: KnownOutcomes,
        _ fileCounts: [String],
        _ material: PastMaterial,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async -> [PastLook] {
        await withTaskGroup(of: (Int, PastLook).self) { group in
            for place in plan.cutoffs.indices {
                group.addTask {
                    (place, PastLook(place, of: plan, outcomes: outcomes, fileCounts: fileCounts, in: material))
                }
            }
            var found: [Int: PastLook] = [:]
            for await (place, look) in group {
                found[place] = look
                progress(found.count, plan.cutoffs.count)
            }
            return plan.cutoffs.indices.compactMap { found[$0] }
        }
    }

    private static func leadTimes(
        _ plan: BacktestPlan,
        _ outcomes: KnownOutcomes,
        _ looks: [PastLook],
        _ material: PastMaterial
    ) async -> [LeadTime] {
        let clocks = looks.map { ($0.moment, $0.clocks) }.sorted { $0.0 < $1.0 }
        let moved = Set(looks.flatMap(\.rows).filter(\.moved).map(\.person))
        let movers = outcomes.first.values.filter { moved.contains($0.person.text) }.sorted { $0.person < $1.person }
        return await withTaskGroup(of: [LevelState: Int]?.self) { group in
            for move in movers {
                group.addTask { LeadTime.first(before: move, plan: plan, clocks: clocks, in: material) }
            }
            var found: [[LevelState: Int]] = []
            for await one in group { if let one { found.append(one) } }
            return LeadTime.summary(found)
        }
    }

    private static func sample(
        _ rows: [PastRow],
        _ looks: [PastLook],
        _ matching: RowMatching,
        _ outcomes: KnownOutcomes
    ) -> SampleFacts {
        var sample = SampleFacts()
        sample.count(rows)
        sample.frozen = looks.reduce(0) { $0 + ($1.leftOut[.frozen] ?? 0) }
        sample.already = looks.reduce(0) { $0 + ($1.leftOut[.already] ?? 0) }
        sample.withoutStandard = looks.reduce(0) { $0 + $1.withoutStandard }
        sample.moves = outcomes.first.count
        let seen = Set(rows.filter(\.moved).map(\.person))
        sample.movesOutside = outcomes.first.keys.count { !seen.contains($0.text) }
        sample.unmatched = Set(matching.unmatched).sorted()
        sample.ambiguous = Set(matching.ambiguous).sorted()
        sample.departures = matching.departures
        return sample
    }
}
