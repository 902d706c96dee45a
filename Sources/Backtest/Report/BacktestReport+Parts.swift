import Growth
import Workspace

extension BacktestReport {
    static func facts(of place: Int, rows: [PastRow], forecasts: [Forecast], plan: BacktestPlan) -> CutoffFacts {
        let own = rows.filter { $0.cutoff == place }
        var areas: [String: Double] = [:]
        for (column, forecast) in forecasts.enumerated() {
            areas[forecast.name] = StratifiedArea(own, score: { $0.scores[column] }, stratum: { _ in 0 }).value()
        }
        return CutoffFacts(
            cutoff: plan.cutoffs[place].description,
            candidates: own.count,
            moved: own.count(where: \.moved),
            areas: areas
        )
    }

    /// The headline among thirds of each day's candidates by what they wrote.
    static func thirds(_ rows: [PastRow]) -> [Double?] {
        var third = [Int?](repeating: nil, count: rows.count)
        for (_, places) in Dictionary(grouping: rows.indices, by: { rows[$0].cutoff }) {
            let ordered = places.sorted {
                (rows[$0].messages, rows[$0].person) < (rows[$1].messages, rows[$1].person)
            }
            for (rank, place) in ordered.enumerated() { third[place] = rank * 3 / ordered.count }
        }
        return (0..<3)
            .map { wanted in
                StratifiedArea(rows, score: { $0.scores[0] }) { third[$0] == wanted ? rows[$0].cutoff : nil }.value()
            }
    }

    static func states(_ rows: [PastRow]) -> [StateFacts] {
        LevelState.allCases.map { state in
            let own = rows.filter { $0.state == state.order }
            return StateFacts(state: state.rawValue, candidates: own.count, moved: own.count(where: \.moved))
        }
    }
}

/// What was asked, for readers of the report.
public struct PlanFacts: Sendable, Hashable, Codable {
    /// Days that were read.
    public var cutoffs: [String] = []
    /// Days before a move of which nothing was read.
    public var freezeDays = 0
    /// True where the freeze was kept person by person; false where everybody was read that much earlier.
    public var freezeByPerson = true
    /// Days within which a move counts as foreseen.
    public var horizonDays = 0
    /// Days over which plain counts run.
    public var lookBackDays = 0
    /// Messages that a candidate had to write; nil where a file names the candidates.
    public var minimumMessages: Int?
    /// What everybody was held against.
    public var standard = ""
    /// Channels that were not read.
    public var masked: [String] = []
    /// Masks that mean no channel.
    public var unusedMasks: [String] = []
    /// How often people were drawn anew.
    public var draws = 0
    /// Where random numbers started.
    public var seed: UInt64 = 0

    /// Takes over what a plan says.
    public init(_ plan: BacktestPlan, outcomes: KnownOutcomes) {
        cutoffs = plan.cutoffs.map(\.description)
        freezeDays = plan.freezeDays
        freezeByPerson = outcomes.areDated
        horizonDays = plan.horizonDays
        lookBackDays = plan.lookBackDays
        minimumMessages = outcomes.named.isEmpty ? plan.minimumMessages : nil
        draws = plan.draws
        seed = plan.seed
        standard =
            switch plan.standard {
            case .joining: "the ladder's first level, as somebody who stands on none yet"
            case .nextLevel: "the next level of each person's own track"
            case .level(let level): "level \(level), as somebody on level \(level - 1)"
            }
    }
}

/// Who was looked at, and who could not be.
public struct SampleFacts: Sendable, Hashable, Codable {
    /// Candidates on days.
    public var rows = 0
    /// Different people among them.
    public var people = 0
    /// Rows of people who moved.
    public var movedRows = 0
    /// Different people among those.
    public var movedPeople = 0
    /// Rows left out because the move came within the freeze.
    public var frozen = 0
    /// Rows left out because the person stood there already.
    public var already = 0
    /// Rows without a level to hold the person against.
    public var withoutStandard = 0
    /// Moves in the files, each person's first.
    public var moves = 0
    /// Moves of people who were never a candidate in time: moved before the first cutoff, after the last, or wrote too little.
    public var movesOutside = 0
    /// Rows of the files whose person is not in the record: file, line and id or handle, no names.
    public var unmatched: [String] = []
    /// Rows of the files that fit several people.
    public var ambiguous: [String] = []
    /// Rows about leaving, which are not looked at.
    public var departures = 0

    /// Nothing yet.
    public init() {}

    /// Counts rows.
    public mutating func count(_ rows: [PastRow]) {
        self.rows = rows.count
        people = Set(rows.map(\.person)).count
        movedRows = rows.count(where: \.moved)
        movedPeople = Set(rows.filter(\.moved).map(\.person)).count
    }
}
