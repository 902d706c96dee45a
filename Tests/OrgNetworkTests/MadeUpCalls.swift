import Evidence
import OrgNetwork
import Statistics
import Workspace

/// Calls between made-up people, named by number; teams of eight unless told.
struct MadeUpCalls {
    static let now: Int64 = 1_790_000_000_000_000
    static let day: Int64 = 86_400_000_000
    var asks: [Ask] = []
    var people: [PersonID: String?]
    private var count: Int64 = 0

    init(people count: Int, perTeam: Int = 8) {
        people = Dictionary(uniqueKeysWithValues: (0..<count).map { (Self.id($0), "team \($0 / perTeam)") })
    }

    static func id(_ number: Int) -> PersonID {
        let digits = String(number)
        return PersonID("p" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    mutating func call(
        _ asker: Int,
        _ helper: Int,
        _ kind: Ask.Kind = .question,
        _ outcome: Ask.Outcome = .answered,
        daysAgo: Double = 1,
        summoned: Bool = true,
        in channel: ChannelID = "C1"
    ) {
        count += 1
        let moment = Self.now - Int64(daysAgo * Double(Self.day)) - count
        asks.append(
            Ask(
                message: MessageID(channel: channel, time: MessageTime(microseconds: moment)),
                asker: Self.id(asker),
                helper: Self.id(helper),
                kind: kind,
                outcome: outcome,
                summoned: summoned,
                answeredAt: outcome == .none ? nil : moment + 3_600_000_000
            )
        )
    }

    func graph(rules: CallRules = .standard, named: [ChannelID: Int] = [:]) -> CallGraph {
        CallGraph(asks: asks, people: people, named: named, now: Self.now, rules: rules)
    }

    /// Calls that look like chance.
    static func random(seed: UInt64, people count: Int = 24, calls: Int = 160) -> MadeUpCalls {
        var random = SeededRandom(seed)
        var made = MadeUpCalls(people: count, perTeam: 4)
        for _ in 0..<calls {
            made.call(
                Int(random.share() * Double(count)),
                Int(random.share() * Double(count)),
                Ask.Kind.allCases[Int(random.share() * 5)],
                Ask.Outcome.allCases[Int(random.share() * 3)],
                daysAgo: random.share() * 400,
                summoned: random.share() < 0.8,
                in: ChannelID("C\(Int(random.share() * 7))")
            )
        }
        return made
    }
}
