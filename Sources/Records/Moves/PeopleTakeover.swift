import Evidence
import Store
public import Workspace

/// What taking over a people file did to where people stand.
public struct PeopleOutcome: Sendable, Hashable {
    /// People whose level or track the file changed; a move says so in their history.
    public let stated: [PersonID]
    /// People of whose decided move the file has not heard yet; the decision stands.
    public let behind: [PersonID]
}

/// A people file held against what is known.
struct PeopleTakeover {
    /// Everybody as they are kept afterwards.
    let people: [Person]
    let outcome: PeopleOutcome
    private let changes: [(kept: Person, new: Person)]
    private let counts: [PersonID: Int]
    private let today: CivilDate

    init(file: [Person], kept: [Person], moves: [Move], today: CivilDate) {
        let known = Dictionary(kept.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let moves = Dictionary(grouping: moves, by: \.person)
        var people: [Person] = []
        var changes: [(kept: Person, new: Person)] = []
        var behind: [PersonID] = []
        people.reserveCapacity(file.count)
        for person in file {
            guard let kept = known[person.id] else {
                people.append(person)
                continue
            }
            let own = moves[person.id]?.filter(\.state.isInForce) ?? []
            var person = person
            if Self.isBehind(person, kept: kept, last: own.last) {
                behind.append(person.id)
                person.track = kept.track
                person.level = kept.level
                person.levelSince = kept.levelSince
                person.title = kept.title
            }
            if Self.keepsClock(person, kept: kept, moves: own) { person.levelSince = kept.levelSince }
            // A level that was never told before is no move.
            let isFirstWord = kept.level == nil
            if Standing(kept) != Standing(person), !isFirstWord { changes.append((kept, person)) }
            people.append(person)
        }
        // Whoever is missing from the file stays, marked as left.
        let listed = Set(file.map(\.id))
        for person in kept where !listed.contains(person.id) {
            var gone = person
            gone.active = false
            people.append(gone)
        }
        self.people = people
        self.changes = changes
        self.today = today
        counts = moves.mapValues(\.count)
        outcome = PeopleOutcome(stated: changes.map(\.new.id), behind: behind)
    }

    /// The moves that the file states.
    func moves(ladder: String, now: Int64) -> [(move: Move, events: [MoveEvent])] {
        changes.map { kept, new in
            let isLevel = kept.level != new.level
            let stated = isLevel ? new.levelSince.flatMap { $0 <= today ? $0 : nil } : nil
            let day = stated ?? today
            let move = Move(
                id: MoveID(new.id, number: (counts[new.id] ?? 0) + 1),
                person: new.id,
                kind: .stated,
                from: Standing(kept),
                to: Standing(new),
                state: .stated,
                begun: now,
                day: day,
                ladder: ladder
            )
            return (move, [MoveEvent(position: 1, act: .stated, actor: .peopleFile, moment: now, day: day)])
        }
    }

    /// True for a file that still says what was before a decided move, and names no later day.
    private static func isBehind(_ person: Person, kept: Person, last: Move?) -> Bool {
        guard let last, last.state == .granted, let day = last.day, Standing(kept) == last.to,
            Standing(person) == last.from
        else { return false }
        return person.levelSince.map { $0 <= day } ?? true
    }

    /// True where only the track changed: the level is held as long as before, whatever day the file gives it.
    private static func keepsClock(_ person: Person, kept: Person, moves: [Move]) -> Bool {
        guard person.level == kept.level, let since = kept.levelSince, let stated = person.levelSince, stated > since
        else { return false }
        if person.track != kept.track { return true }
        return moves.contains { move in
            guard move.changedTrack, move.from.level == move.to.level, move.to.level == person.level, let day = move.day
            else { return false }
            return abs(day.days - stated.days) <= 45
        }
    }
}
