public import Workspace

/// Who moved when, who stood there already, and who is a candidate on which day.
public struct KnownOutcomes: Sendable, Hashable {
    /// Each person's first move.
    public private(set) var first: [PersonID: KnownMove] = [:]
    /// People who stood there already when the records begin; never candidates.
    public private(set) var standing: Set<PersonID>
    /// Candidates that a file names, by cutoff; empty where it names none.
    public private(set) var named: [CivilDate: [NamedCandidate]] = [:]

    /// Takes over moves and candidates; a later move of the same person is another matter and left out.
    public init(moves: [KnownMove], standing: Set<PersonID> = [], named: [NamedCandidate] = []) {
        self.standing = standing
        for move in moves {
            if let known = first[move.person], known.day <= move.day { continue }
            first[move.person] = move
        }
        // The same person twice on one day, for two roles say: moved where any of the rows says so.
        let merged = Dictionary(grouping: named, by: NamedKey.init).values
            .compactMap { rows -> NamedCandidate? in
                guard let first = rows.first else { return nil }
                let answers = rows.compactMap(\.moved)
                return NamedCandidate(
                    person: first.person,
                    cutoff: first.cutoff,
                    moved: answers.isEmpty ? nil : answers.contains(true),
                    counts: first.counts
                )
            }
        for candidate in merged { self.named[candidate.cutoff, default: []].append(candidate) }
        for (cutoff, candidates) in self.named { self.named[cutoff] = candidates.sorted { $0.person < $1.person } }
    }

    private struct NamedKey: Hashable {
        let person: PersonID
        let cutoff: CivilDate
        init(_ candidate: NamedCandidate) {
            person = candidate.person
            cutoff = candidate.cutoff
        }
    }

    /// Why somebody is not looked at on a day.
    public enum Refusal: String, Sendable, Hashable, CaseIterable, Codable {
        /// Stands there already.
        case already
        /// Moved so soon after the cutoff that the packet may have been open.
        case frozen
    }

    /// What is known of a person on a day.
    public enum Outcome: Sendable, Hashable {
        /// Moved within the horizon, or did not.
        case candidate(moved: Bool)
        /// Is not looked at.
        case leftOut(Refusal)
    }

    /// What is known of a person on a day.
    ///
    /// - Parameters:
    ///   - person: who
    ///   - cutoff: the day
    ///   - said: what a file says became of the person
    ///   - plan: freeze and horizon
    /// - Returns: whether the person is looked at, and moved
    public func outcome(of person: PersonID, at cutoff: CivilDate, said: Bool?, plan: BacktestPlan) -> Outcome {
        guard let move = first[person], move.day > cutoff else {
            if said == nil, standing.contains(person) || first[person] != nil { return .leftOut(.already) }
            return .candidate(moved: said ?? false)
        }
        let wait = move.day.days - cutoff.days
        if wait <= plan.freezeDays { return .leftOut(.frozen) }
        return .candidate(moved: said ?? (wait <= plan.horizonDays))
    }

    /// True when every candidate who is said to have moved has a day for it, so that the freeze can be kept person by person.
    public var areDated: Bool {
        named.values.allSatisfy { candidates in
            candidates.allSatisfy { candidate in
                candidate.moved != true || first[candidate.person].map { $0.day > candidate.cutoff } ?? false
            }
        }
    }

    /// The moment up to which everybody is read at a cutoff, microseconds since 1970 UTC.
    ///
    /// The cutoff's end; where not all days of moves are known, the whole freeze before it.
    public func horizon(of cutoff: CivilDate, plan: BacktestPlan) -> Int64 {
        let end = CivilDate(days: cutoff.days + 1).microseconds - 1
        return areDated ? end : end - Int64(plan.freezeDays) * 86_400_000_000
    }

    /// Days for reading, every so many days, from the first day with a look back to the last with a known outcome.
    public func cutoffs(every step: Int, from begin: CivilDate, to end: CivilDate, plan: BacktestPlan) -> [CivilDate] {
        guard step > 0, let last = first.values.map(\.day.days).max() else { return [] }
        let stop = min(end.days, last - plan.freezeDays - 1)
        return stride(from: begin.days + plan.lookBackDays, through: stop, by: step).map { CivilDate(days: $0) }
    }
}
