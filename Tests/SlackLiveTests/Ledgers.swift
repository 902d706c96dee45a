import Evidence
import Foundation
import Importing
import Intake
import Records
import Signals
import Slack
import SlackLive
import Store
import Workspace

/// Sees recognition wherever somebody is named, and says how sure it is by everything around the words: any difference in
/// what a message is read with shows in the ledger.
struct TouchyReader: Reader {
    let stamp = ReaderStamp(name: "touchy", version: "1")

    func read(_ passages: [Passage]) async throws -> [[Signal]] {
        passages.map { passage in
            var around = [passage.target.who, passage.target.text, passage.root?.text ?? "-"]
            around += passage.before.map { $0.who + $0.text }
            around += passage.reactions.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }
            let share = Double(StableHash.hash(around) % 1000) / 2000
            let named = passage.target.mentions.first { $0.who != passage.target.who }
            var found: [Signal] = []
            if let named {
                found.append(
                    Signal(
                        kind: .recognition,
                        subject: .participant(named.who),
                        confidence: 0.45 + share,
                        workClass: .craft
                    )
                )
            }
            if passage.target.text.contains("take the") || passage.target.text.contains("we go with") {
                found.append(Signal(kind: .judgement, subject: .author, confidence: 0.45 + share, workClass: .decision))
            }
            return found
        }
    }
}

/// A record with the made-up people in it, and every way that words can come into it.
struct LiveWorld: Sendable {
    let records: Records
    let vault: Vault
    let now: Int64 = Int64(MadeUpChat.start + 40 * 86_400) * 1_000_000

    init(_ database: (any Database)? = nil) async throws {
        records = try await Records.open(try database ?? openDatabase(.memory, create: true))
        vault = try Vault(key: Array(repeating: 7, count: Vault.keyBytes))
        try await records.begin(name: "Made up", now: now)
    }

    var capture: Capture {
        var people: [AccountID: Person] = [:]
        var names: [AccountID: String] = [:]
        for id in MadeUpChat.people {
            let name = "\(id.dropFirst(2).capitalized) Example"
            people[AccountID(id)] = Person(
                id: PersonID(id.lowercased()),
                name: name,
                account: AccountID(id),
                team: "one"
            )
            names[AccountID(id)] = name
        }
        return Capture(
            people: people,
            names: names,
            address: ChatAddress(base: "https://made-up.example"),
            reader: TouchyReader().stamp,
            ladderVersion: "1",
            privateMatters: nil,
            now: now
        )
    }

    func follower(history: MadeUpChat? = nil, limit: Int = 1000) async throws -> Follower {
        try await follower(asking: history.map(MadeUpHistory.init), limit: limit)
    }

    func follower(
        asking history: (any ChatHistory)?,
        limit: Int = 1000,
        clock: (@Sendable () -> Int64)? = nil
    ) async throws -> Follower {
        let (capture, now) = (capture, now)
        let follower = Follower(
            records: records,
            sources: LiveSources(reading: { .init(reader: TouchyReader(), capture: capture) }, now: clock ?? { now }),
            app: FollowedApp(team: "T0MADEUP", account: "U0APP"),
            history: history,
            limit: limit
        )
        await follower.ask(atMost: 10_000)
        try await follower.begin()
        return follower
    }

    /// Works on some events at once.
    func take(_ events: some Sequence<WireValue>, by follower: Follower) async throws {
        let all = events.compactMap { event -> EventEnvelope? in
            if case .event(let envelope) = Delivery(event: event) { envelope } else { nil }
        }
        _ = try await follower.take(all)
    }

    /// Follows events that come in batches of any size.
    func follow(_ events: [WireValue], by follower: Follower, _ chance: inout Chance) async throws {
        var rest = events[...]
        while !rest.isEmpty {
            let size = Int.random(in: 1...9, using: &chance)
            let batch = rest.prefix(size).compactMap { event -> EventEnvelope? in
                if case .event(let envelope) = Delivery(event: event) { envelope } else { nil }
            }
            _ = try await follower.take(batch)
            rest = rest.dropFirst(size)
        }
        try await follower.group()
    }

    func importing(_ chat: MadeUpChat) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "crosstie-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try chat.writeExport(to: folder)
        let run = try await ImportRun.prepare(
            try SlackExport.open(folder.path),
            selection: .allPublic,
            into: records,
            reader: TouchyReader(),
            settings: .init(capture: capture)
        )
        _ = try await run.run()
    }

    /// Everything that anybody sees, as text that can be compared.
    func ledger() async throws -> [String] {
        var lines: [String] = []
        for person in MadeUpChat.people {
            for entry in try await records.entries(about: PersonID(person.lowercased()), now: now) {
                lines.append(
                    [
                        entry.id.text, entry.subject.text, entry.voice.name, entry.kind.rawValue, "\(entry.confidence)",
                        entry.quote, entry.link ?? "-", entry.channelName, entry.episode.text, entry.state.rawValue,
                        "\(entry.shownAt ?? 0)", "\(entry.thread?.slack ?? "-")", entry.matters.joined(separator: ","),
                        "\(entry.scope)", entry.hearer?.name ?? "-", entry.reason.rawValue,
                    ].joined(separator: " | ")
                )
            }
        }
        return lines.sorted()
    }
}
