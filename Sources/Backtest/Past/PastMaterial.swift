public import Evidence
public import Growth
public import Ladder
import Signals
public import Workspace

/// The record as it can be read for the past: masked, grouped anew, each piece counting from its fifth working day on.
///
/// The past is replayed as if every piece had been shown on its day. Pieces that are contested or gone today are left out.
/// Source: `docs/methods.md`, "Backtest".
public struct PastMaterial: Sendable {
    /// Everybody, by id.
    public let people: [PersonID: Person]
    /// The ladder.
    public let ladder: CareerLadder
    let owners: [AccountID: PersonID]
    let marks: [TalkMark]
    let asks: [Ask]
    let praise: [PlainCounts.Praise]
    private let evidence: [PersonID: [Piece]]
    private let moves: [PersonID: KnownMove]

    /// A piece of evidence in both readings, and when it begins to count.
    struct Piece: Sendable {
        let confirmed: LedgerEntry
        let heard: LedgerEntry
        let counts: Int64
    }

    /// Takes over people, evidence and talk; nothing of masked channels gets in.
    ///
    /// - Parameters:
    ///   - people: everybody
    ///   - entries: the ledger, in any order
    ///   - marks: messages without their words, by channel and time
    ///   - masked: channels that must not be read
    ///   - incidentChannels: channels in which whoever asks, asks about an incident
    ///   - moves: each person's first known move, for the level before it
    ///   - ladder: the company's ladder
    public init(
        people: [Person],
        entries: [LedgerEntry],
        marks: [TalkMark],
        masked: Set<ChannelID> = [],
        incidentChannels: Set<ChannelID> = [],
        moves: [PersonID: KnownMove] = [:],
        ladder: CareerLadder
    ) {
        self.moves = moves
        let known = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.people = known
        self.ladder = ladder
        let owned = people.compactMap { person in person.account.map { ($0, person.id) } }
        let owners = Dictionary(owned, uniquingKeysWith: { min($0, $1) })
        self.owners = owners
        let marks = marks.filter { !masked.contains($0.id.channel) }
        self.marks = marks
        asks = AskFinder(people: owners, incidentChannels: incidentChannels).find(in: marks).asks
        let open = entries.filter {
            !masked.contains($0.message.channel) && $0.state != .contested && $0.state != .withdrawn
        }
        praise = open.compactMap { PlainCounts.Praise($0) }
        evidence = Dictionary(grouping: open.filter { known[$0.subject] != nil }, by: \.subject).mapValues(Self.pieces)
    }

    private static func pieces(_ entries: [LedgerEntry]) -> [Piece] {
        // A masked piece must not hold an episode together, so episodes are found anew.
        let episodes = Episodes.group(entries)
        return entries.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
            .map { entry in
                var heard = entry
                heard.state = .settled
                heard.episode = episodes[entry.id] ?? entry.episode
                var confirmed = heard
                confirmed.hearer = nil
                let counts = WorkingDays.after(entry.moment, count: WorkingDays.toSettle)
                return Piece(confirmed: confirmed, heard: heard, counts: counts)
            }
    }

    /// People about whom there is evidence, by id.
    public var subjects: [PersonID] { evidence.keys.sorted() }

    /// When evidence about a person first counts, microseconds since 1970 UTC; nil where there is none.
    public func firstCount(of person: PersonID) -> Int64? { evidence[person]?.map(\.counts).min() }

    /// What is asked about a person as of a moment; nil where there is nothing to hold the work against.
    ///
    /// - Parameters:
    ///   - id: who
    ///   - moment: microseconds since 1970 UTC; what did not count by then is not looked at
    ///   - standard: what everybody is held against
    ///   - heard: whether answers and reviews count as heard by those they were given to
    /// - Returns: what the clock has to be asked
    public func inquiry(
        about id: PersonID,
        at moment: Int64,
        standard: BacktestPlan.Standard,
        heard: Bool
    ) -> ClockInquiry? {
        guard let person = people[id].map({ asOf(moment, $0) }),
            let demand = TargetDemand.standard(standard, for: person, on: ladder)
        else { return nil }
        let pieces = (evidence[id] ?? []).filter { $0.counts <= moment }
        var asked = person
        // Joining begins with the first word; a level's start is known only where the level is.
        if standard != .nextLevel { asked.levelSince = nil }
        return ClockInquiry(
            person: asked,
            entries: pieces.map { heard ? $0.heard : $0.confirmed },
            demand: demand,
            now: moment
        )
    }

    /// The person as the people file would have said then; a level that began later is not known.
    private func asOf(_ moment: Int64, _ person: Person) -> Person {
        var past = person
        if let move = moves[person.id], let level = move.fromLevel, moment < move.day.microseconds {
            past.level = level
            past.levelSince = person.levelSince.flatMap { $0 < move.day && $0.microseconds <= moment ? $0 : nil }
        } else if let since = person.levelSince, since.microseconds > moment {
            past.level = nil
            past.levelSince = nil
        }
        return past
    }
}
