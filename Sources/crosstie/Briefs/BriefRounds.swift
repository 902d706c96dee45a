import Briefing
import Desk
import Foundation
import Reading
import SlackDesk
import Workspace

/// Everybody's briefs: makes those that are due, and hands them to whoever delivers.
///
/// A brief is due from its reader's hour on, in the reader's zone, once a day. Only who stated what to read is a reader.
struct BriefRounds: Sendable {
    let room: ReadingRoom
    let desk: Desk

    /// A reader whose hour has come.
    private struct Due {
        let person: Person
        let notebook: ReadingNotebook
        let day: CivilDate
    }

    /// Readers whose hour has come today.
    private func due(now: Int64) async throws -> [Due] {
        var due: [Due] = []
        for person in try await desk.people() where try room.store.isReader(person.id) {
            let notebook = try await room.store.notebook(of: person.id)
            guard let profile = notebook.profile else { continue }
            let day = ReadingRoom.day(now, in: profile.zone)
            guard ReadingRoom.hour(now, in: profile.zone) >= profile.hour else { continue }
            due.append(Due(person: person, notebook: notebook, day: day))
        }
        return due
    }

    /// Makes the briefs that are due and not there; returns how many were made.
    ///
    /// Readers with the same sources choose from the same pool, so that items are read once for all of them.
    @discardableResult
    func make(now: Int64) async throws -> Int {
        var waiting: [Set<String>: [Due]] = [:]
        for one in try await due(now: now) where try await room.store.brief(of: one.person.id, on: one.day) == nil {
            let profile = room.profile(of: one.person, one.notebook)
            waiting[Set(room.sources(for: profile, one.notebook).map(\.id)), default: []].append(one)
        }
        guard !waiting.isEmpty else { return 0 }
        let inside = ReadingRoom.inside(try await desk.insideNews())
        let colleagues = Colleagues(try await desk.people().map(\.name))
        let feeds = try await room.store.feeds()
        var made = 0
        for (wanted, readers) in waiting {
            let pool = await room.pool(of: wanted, among: feeds, inside: inside, now: now)
            for one in readers {
                try Task.checkCancellation()
                _ = try await room.brief(
                    of: one.person,
                    on: one.day,
                    from: pool,
                    one.notebook,
                    colleagues: colleagues
                )
                made += 1
            }
        }
        return made
    }

    /// Fetches the feeds of all readers that are due.
    func fetch() async throws -> ReadingRoom.Round {
        var sources: [String: NewsSource] = [:]
        for person in try await desk.people() where try room.store.isReader(person.id) {
            let notebook = try await room.store.notebook(of: person.id)
            guard let profile = notebook.profile else { continue }
            for source in room.sources(for: profile, notebook) where !profile.mutedSources.contains(source.id) {
                sources[source.id] = source
            }
        }
        let all = sources.values.sorted { $0.id < $1.id }
        return try await room.fetch(all, all: false, allowsOwnNetwork: false) { GlobalOptions.now() }
    }
}

extension BriefRounds: SlackDesk.BriefSource {
    func dueBriefs(now: Int64) async throws -> [DueBrief] {
        var briefs: [DueBrief] = []
        for one in try await due(now: now) {
            guard try await !room.store.isDelivered(to: one.person.id, on: one.day),
                let brief = try await room.store.brief(of: one.person.id, on: one.day), !brief.items.isEmpty
            else { continue }
            briefs.append(
                DueBrief(
                    reader: one.person.id,
                    key: one.day.description,
                    title: "Your brief for \(one.day)",
                    items: brief.items.map { item in
                        DueBrief.Item(
                            title: item.headline,
                            words: (item.happened.prefix(1) + [item.matters]).joined(separator: " "),
                            address: item.sources.first?.link
                        )
                    },
                    path: "/brief?day=\(one.day)"
                )
            )
        }
        return briefs
    }

    func claim(_ brief: DueBrief, now: Int64) async throws -> Bool {
        guard let day = CivilDate(brief.key) else { return false }
        return try await room.store.claimDelivery(to: brief.reader, on: day)
    }
}
