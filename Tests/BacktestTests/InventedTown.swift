import Backtest
import Evidence
import Ladder
import Signals
import Statistics
import Workspace

/// A made-up community: people write, call each other and thank each other; whoever helps much moves later.
struct InventedTown {
    static let begin = CivilDate(days: 17_000)
    static let work: ChannelID = "C-work"
    static let secret: ChannelID = "C-secret"

    var people: [Person]
    var entries: [LedgerEntry] = []
    var marks: [TalkMark] = []
    private var random: SeededRandom
    private var serial: Int64 = 0

    init(people count: Int = 30, seed: UInt64 = 1) {
        people = (0..<count).map { Person(id: PersonID("p\($0)"), name: "Person \($0)", account: AccountID("U\($0)")) }
        random = SeededRandom(seed)
    }

    var channels: [Channel] {
        [Channel(id: Self.work, name: "work"), Channel(id: Self.secret, name: "secret-council")]
    }

    static func moment(_ day: Int, _ hour: Int = 12) -> Int64 {
        CivilDate(days: begin.days + day).microseconds + Int64(hour) * 3_600_000_000
    }

    /// Everybody writes, some much; the first `helpers` are thanked by many for what they did.
    mutating func live(days: Range<Int>, helpers: Int, in channel: ChannelID = work) {
        for day in days {
            for place in people.indices where random.share() < 0.6 {
                say(place, on: day, in: channel, naming: random.share() < 0.3 ? pick(not: place) : nil)
            }
            for helper in 0..<helpers where random.share() < 0.25 {
                thank(helper, by: pick(not: helper), on: day, in: channel)
            }
            if random.share() < 0.2 {
                let other = pick(not: -1)
                thank(other, by: pick(not: other), on: day, in: channel)
            }
        }
    }

    mutating func say(_ who: Int, on day: Int, in channel: ChannelID = work, naming other: Int? = nil) {
        marks.append(
            TalkMark(
                id: next(day, channel),
                author: people[who].account,
                marks: other == nil ? [] : .question,
                named: other.flatMap { people[$0].account }.map { [$0] } ?? []
            )
        )
    }

    mutating func thank(
        _ who: Int,
        by voice: Int,
        on day: Int,
        in channel: ChannelID = work,
        kind: SignalKind = .recognition,
        words: String = "thank you so much for the fix today"
    ) {
        let message = next(day, channel)
        marks.append(TalkMark(id: message, author: people[voice].account, marks: .thanks))
        entries.append(
            LedgerEntry(
                id: EntryID(message, kind: kind, subject: people[who].id),
                subject: people[who].id,
                voice: Voice(
                    person: people[voice].id,
                    account: people[voice].account ?? "",
                    name: people[voice].name,
                    team: nil
                ),
                kind: kind,
                workClass: .craft,
                confidence: 0.9,
                competencies: [CompetencyShare(competency: "craft", share: 0.8)],
                stage: 1,
                quote: words,
                link: nil,
                message: message,
                channelName: channel.text,
                episode: EpisodeID("as kept"),
                moment: message.time.microseconds,
                state: .shown,
                shownAt: message.time.microseconds,
                reader: ReaderStamp(name: "invented", version: "1"),
                ladderVersion: "1"
            )
        )
    }

    private mutating func next(_ day: Int, _ channel: ChannelID) -> MessageID {
        serial += 1
        // Half an hour apart within a day and never twice the same microsecond.
        let time = Self.moment(day, 0) + (serial * 1_800_000_000) % 86_000_000_000 + serial % 1000
        return MessageID(channel: channel, time: MessageTime(microseconds: time))
    }

    private mutating func pick(not person: Int) -> Int {
        var found = Int.random(in: people.indices, using: &random)
        while found == person { found = Int.random(in: people.indices, using: &random) }
        return found
    }

    func material(masking patterns: [String] = []) -> PastMaterial {
        let mask = ChannelMask(patterns)
        return PastMaterial(
            people: people,
            entries: entries,
            marks: marks.sorted { $0.id < $1.id },
            masked: Set(channels.filter(mask.covers).map(\.id)),
            ladder: .reference
        )
    }

    static func day(_ offset: Int) -> CivilDate { CivilDate(days: begin.days + offset) }
}
