public import Workspace

/// All that was asked before, as far as it decides what is asked next.
public struct RequestHistory: Sendable, Hashable {
    /// The rounds, oldest first.
    public private(set) var rounds: [RequestRound]
    private var byPerson: [PersonID: [Int]] = [:]
    private var byColleague: [PersonID: [Int]] = [:]

    private static let week: Int64 = 7 * 86_400_000_000

    /// Knows the rounds.
    public init(_ rounds: [RequestRound] = []) {
        self.rounds = []
        for round in rounds.sorted(by: { ($0.moment, $0.id) < ($1.moment, $1.id) }) { add(round) }
    }

    /// Adds a round that was just sent.
    public mutating func add(_ round: RequestRound) {
        let place = rounds.count
        rounds.append(round)
        byPerson[round.subject, default: []].append(place)
        for colleague in round.colleagues { byColleague[colleague, default: []].append(place) }
    }

    /// The newest round about a person; nil when there was none.
    public func lastRound(about person: PersonID) -> RequestRound? {
        byPerson[person]?.map { rounds[$0] }.max { ($0.moment, $0.id) < ($1.moment, $1.id) }
    }

    /// Who was asked in the newest round about a person; they are not asked in the next.
    public func askedLastTime(about person: PersonID) -> Set<PersonID> {
        Set(lastRound(about: person)?.colleagues ?? [])
    }

    /// Days since the newest round about a person; infinity when there was none.
    public func daysSinceRound(about person: PersonID, now: Int64) -> Double {
        lastRound(about: person).map { Double(now - $0.moment) / 86_400_000_000 } ?? .infinity
    }

    /// How many requests a colleague got in the seven days before a moment, about anybody.
    public func requests(to colleague: PersonID, inTheWeekBefore now: Int64) -> Int {
        (byColleague[colleague] ?? [])
            .count { place in
                let moment = rounds[place].moment
                return moment <= now && now - moment < Self.week
            }
    }
}
