public import Evidence
public import Workspace

/// Who called one person, as counts that can be opened; no score and no place in any order.
///
/// Source: `docs/methods.md`, "Calls".
public struct CallCard: Sendable, Hashable {
    /// Whose card.
    public let person: PersonID
    /// How many days it looks back.
    public let days: Int
    /// Calls of these days that wanted something, oldest first; a mere mention is on the chart alone.
    public let calls: [Ask]
    /// Calls by month and kind over a year, the oldest month first.
    public let months: [CallMonth]
    /// Teams that called, other than the person's own, by name.
    public let otherTeams: [String]
    /// How many different people called.
    public let callers: Int
    /// How many of them are known to be of another team.
    public let callersFromOtherTeams: Int
    /// True where several teams rely on the person: at least eight calls by other teams, of three or more in effect.
    public let isCalledWidely: Bool

    /// How many days a card looks back.
    public static let days = 90
    /// From how many calls by other teams on a card says that several teams rely on somebody.
    static let manyCalls = 8
    /// From how many teams in effect.
    static let manyTeams = 3.0

    /// Reads a person's calls out of a graph.
    ///
    /// Units: `now` in microseconds since 1970 UTC.
    public init(of person: PersonID, in graph: CallGraph, now: Int64) {
        let all = graph.calls.filter { $0.helper == person }
        let recent = all.wanting(since: now - Int64(Self.days) * 86_400_000_000)
        let team = graph.place(of: person).flatMap { graph.teams[$0] }
        let teamOf = { (caller: PersonID) in graph.place(of: caller).flatMap { graph.teams[$0] } }
        let across = recent.filter { call in teamOf(call.asker).map { team != nil && $0 != team } ?? false }
        self.person = person
        days = Self.days
        calls = recent
        months = CallMonth.year(of: all, now: now)
        otherTeams = Set(across.compactMap { teamOf($0.asker) }).sorted()
        callers = Set(recent.map(\.asker)).count
        callersFromOtherTeams = Set(across.map(\.asker)).count
        let pulls = across.reduce(into: [String: Double]()) { $0[teamOf($1.asker) ?? "", default: 0] += 1 }
        let inEffect = CallGraph.effectiveNumber(of: pulls.sorted { $0.key < $1.key }.map(\.value))
        isCalledWidely = across.count >= Self.manyCalls && inEffect >= Self.manyTeams
    }

    /// The card in sentences, to the person or about them.
    public func sentences(to addressee: Addressee) -> [CallSentence] {
        guard !calls.isEmpty else {
            let text =
                "In \(days) days nobody called \(addressee.object) for anything by name in channels open to everyone. "
            return [CallSentence(text + "This says nothing about the work.", messages: [])]
        }
        var sentences = [calling(addressee), answering]
        let decisions = calls.filter { $0.kind == .decision }
        if !decisions.isEmpty {
            sentences.append(
                CallSentence(
                    "\(decisions.count == 1 ? "One call" : "\(decisions.count) calls") asked for a decision.",
                    messages: decisions.messages
                )
            )
        }
        if isCalledWidely {
            let text = "Several teams rely on \(addressee.object): \(Counted.list(otherTeams))."
            sentences.append(CallSentence(text, messages: calls.messages))
        }
        return sentences
    }

    private func calling(_ addressee: Addressee) -> CallSentence {
        let who =
            switch callersFromOtherTeams {
            case 0: Counted.people(callers)
            case callers: "\(Counted.people(callers)) from \(Counted.teams(otherTeams.count))"
            default:
                "\(Counted.people(callers)), \(callersFromOtherTeams) of them from \(Counted.teams(otherTeams.count)),"
            }
        let incidents = calls.count { $0.kind == .incident }
        let during =
            switch incidents {
            case 0: ""
            case calls.count: calls.count == 1 ? ", during an incident" : ", each time during an incident"
            default: ", \(Counted.times(incidents)) during incidents"
            }
        let times = calls.count == callers ? "" : " \(Counted.times(calls.count))"
        return CallSentence(
            "In \(days) days \(who) called \(addressee.object)\(times)\(during).",
            messages: calls.messages
        )
    }

    private var answering: CallSentence {
        let answered = calls.filter { $0.outcome != .none }
        let settled = calls.count { $0.outcome == .resolved }
        if calls.count == 1 {
            let text = answered.isEmpty ? "It was not answered in the same talk." : "It was answered."
            return CallSentence(settled == 1 ? "It was answered and settled." : text, messages: answered.messages)
        }
        if answered.isEmpty { return CallSentence("None was answered in the same talk.", messages: []) }
        let tail = settled == 0 ? "" : "; \(settled) settled, by thanks or by word that it works"
        return CallSentence(
            "\(answered.count) of \(calls.count) were answered\(tail).",
            messages: answered.messages
        )
    }
}

/// Calls of one month by kind.
public struct CallMonth: Sendable, Hashable {
    /// Year.
    public let year: Int
    /// Month, 1 to 12.
    public let month: Int
    /// How many calls of each kind.
    public let counts: [Ask.Kind: Int]

    /// How many calls in all.
    public var total: Int { counts.values.reduce(0, +) }

    /// The last twelve months, the oldest first, those without calls among them.
    static func year(of calls: [Ask], now: Int64) -> [CallMonth] {
        let last = index(of: now)
        let byMonth = Dictionary(grouping: calls) { index(of: $0.moment) }
        return (last - 11...last).map { index in
            let counts = (byMonth[index] ?? []).reduce(into: [Ask.Kind: Int]()) { $0[$1.kind, default: 0] += 1 }
            return CallMonth(year: index / 12, month: index % 12 + 1, counts: counts)
        }
    }

    /// Months since the year 0.
    private static func index(of moment: Int64) -> Int {
        let day = CivilDate(microseconds: moment).parts
        return day.year * 12 + day.month - 1
    }
}
