import Evidence
import OrgNetwork
import Records
import Workspace

/// Who called whom in a year, in conversations that are open to everyone.
struct CompanyNetwork: Sendable {
    let now: Int64
    let graph: CallGraph
    let choices: [PersonID: NetworkChoice]
    /// What hangs on one person now.
    let load: [LoadCue]
    /// What did a week ago, too: only that is told to anybody but the person.
    let loadBefore: [LoadCue]
    private let channels: [ChannelID: String]
    private let address: ChatAddress

    init(
        found: AskFinder.Found,
        people: [Person],
        channels: [Channel],
        choices: [PersonID: NetworkChoice],
        address: ChatAddress,
        now: Int64
    ) {
        self.now = now
        // Somebody who left since counts as a caller still: they did call.
        let heard = Set(found.asks.flatMap { [$0.asker, $0.helper] })
        let known = people.filter { $0.active || heard.contains($0.id) }
        graph = CallGraph(
            asks: found.asks,
            people: Dictionary(known.map { ($0.id, $0.team) }, uniquingKeysWith: { first, _ in first }),
            named: found.named,
            now: now
        )
        self.choices = choices
        load = LoadCue.find(in: graph, now: now)
        loadBefore = LoadCue.find(in: graph, now: now - LoadCue.headStart)
        self.channels = Dictionary(channels.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.address = address
    }

    func name(of channel: ChannelID) -> String { channels[channel] ?? channel.text }

    /// To the person at once, to others once it has held for a week.
    func load(of person: PersonID, for isOwn: Bool) -> [LoadCue] {
        load.filter { cue in
            cue.person == person
                && (isOwn || loadBefore.contains { $0.topic == cue.topic && $0.person == cue.person })
        }
    }

    /// Where the messages that called somebody stand.
    func places(of person: PersonID) -> [MessageID: MessagePlace] {
        var places: [MessageID: MessagePlace] = [:]
        for call in graph.calls where call.helper == person {
            places[call.message] = MessagePlace(
                channel: name(of: call.channel),
                day: CivilDate(microseconds: call.moment),
                link: address.link(to: call.message, thread: call.thread)
            )
        }
        return places
    }
}

/// Keeps the last network as long as nothing changed.
actor NetworkShelf {
    private var kept: (state: String, network: CompanyNetwork)?
    /// The look under way; whoever comes meanwhile waits for it instead of beginning another.
    private var work: Task<CompanyNetwork, any Error>?

    /// How far back calls are looked at, in microseconds: a year.
    static let reach: Int64 = 365 * 86_400_000_000

    func network(records: Records, people: [Person], now: Int64) async throws -> CompanyNetwork {
        while let work { _ = try? await work.value }
        let task = Task {
            defer { work = nil }
            return try await refresh(records: records, people: people, now: now)
        }
        work = task
        return try await task.value
    }

    private func refresh(records: Records, people: [Person], now: Int64) async throws -> CompanyNetwork {
        // The place comes first: what is written meanwhile is looked at again next time.
        let state = "\(try await records.auditPosition()) \(now / 3_600_000_000)"
        if let kept, kept.state == state { return kept.network }
        let network = CompanyNetwork(
            found: try await records.asks(from: now - Self.reach, to: now, people: people),
            people: people,
            channels: try await records.channels(),
            choices: try await records.networkChoices(),
            address: ChatAddress(base: try await records.workspaceState()?.address),
            now: now
        )
        kept = (state, network)
        return network
    }
}
