public import Workspace

/// Who the rows are about, and what they say of moves and candidates.
public struct RowMatching: Sendable, Hashable {
    /// Moves of people in the record.
    public private(set) var moves: [KnownMove] = []
    /// People who stood there already when the records begin.
    public private(set) var standing: Set<PersonID> = []
    /// Candidates that the files name.
    public private(set) var named: [NamedCandidate] = []
    /// Rows whose person is not in the record.
    public private(set) var unmatched: [String] = []
    /// Rows that fit several people.
    public private(set) var ambiguous: [String] = []
    /// Rows about leaving.
    public private(set) var departures = 0
    /// True where most moves have levels as numbers.
    public private(set) var hasLevels = false

    /// All that is known of outcomes.
    public var outcomes: KnownOutcomes { KnownOutcomes(moves: moves, standing: standing, named: named) }

    /// Finds the person of each row: by the row's own names, else by names that other rows put beside them.
    public init(_ rows: [KnownRow], in index: PersonIndex) {
        let aliases = Aliases(rows)
        var already: [(PersonID, CivilDate?)] = []
        var levels = 0
        for row in rows {
            var found = index.found(row.names)
            if found == .nobody { found = index.found(aliases.names(beside: row.names)) }
            guard case .person(let person) = found else {
                if found == .several { ambiguous.append(row.place) } else { unmatched.append(row.place) }
                continue
            }
            if let cutoff = row.cutoff {
                named.append(NamedCandidate(person: person, cutoff: cutoff, moved: row.moved, counts: row.counts))
                // A day beside a cutoff dates the move, unless the row says that there was none.
                if row.moved == false { continue }
            }
            switch row.change {
            case .left: departures += 1
            case .already: already.append((person, row.day))
            case .move, .atLatest:
                guard let day = row.day else { continue }
                if row.toLevel != nil { levels += 1 }
                moves.append(
                    KnownMove(
                        person: person,
                        day: day,
                        isAtLatest: row.change == .atLatest,
                        fromLevel: row.fromLevel ?? row.toLevel.map { $0 - 1 }
                    )
                )
            }
        }
        hasLevels = levels > 0 && 2 * levels >= moves.count
        let first = Dictionary(moves.map { ($0.person, $0.day) }, uniquingKeysWith: min)
        for (person, day) in already {
            // A first list of another team, after a move that is known, says nothing new.
            if let day, let moved = first[person], moved < day { continue }
            standing.insert(person)
        }
    }
}

/// Names that stand in one row belong to one person, across all rows.
private struct Aliases {
    private var byName: [Key: Int] = [:]
    private var rows: [[KnownRow.Name]] = []

    private struct Key: Hashable {
        let kind: KnownRow.Kind
        let text: String
        init(_ name: KnownRow.Name) {
            kind = name.kind
            text = name.folded
        }
    }

    init(_ known: [KnownRow]) {
        rows = known.map(\.names)
        var parents = Array(rows.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while parents[place] != place {
                parents[place] = parents[parents[place]]
                place = parents[place]
            }
            return place
        }
        var owner: [Key: Int] = [:]
        for (place, names) in rows.enumerated() {
            for name in names {
                let key = Key(name)
                if let other = owner[key] { parents[root(place)] = root(other) } else { owner[key] = place }
            }
        }
        var groups: [Int: [KnownRow.Name]] = [:]
        for (place, names) in rows.enumerated() { groups[root(place), default: []] += names }
        var merged: [[KnownRow.Name]] = []
        for (_, names) in groups.sorted(by: { $0.key < $1.key }) {
            for name in names { byName[Key(name)] = merged.count }
            merged.append(Array(Set(names)).sorted { ($0.kind.place, $0.text) < ($1.kind.place, $1.text) })
        }
        rows = merged
    }

    func names(beside names: [KnownRow.Name]) -> [KnownRow.Name] {
        names.lazy.compactMap { byName[Key($0)] }.first.map { rows[$0] } ?? []
    }
}
