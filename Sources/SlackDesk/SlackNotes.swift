public import Desk
import OneOnOnes
public import Records
import Slack
public import SlackLive
import Workspace

/// Puts the notes that are due into the outbox: the weekly note, at most one a week and person.
public struct SlackNotes: Sendable {
    private let desk: Desk
    private let records: Records
    private let site: String?
    private let rules: OutboxRules

    /// Joins the desk with the outbox; `site` is where the pages are, for links.
    public init(desk: Desk, records: Records, site: String?, rules: OutboxRules) {
        self.desk = desk
        self.records = records
        self.site = site
        self.rules = rules
    }

    /// Looks once; returns how many notes were put in.
    @discardableResult
    public func look(now: Int64) async throws -> Int {
        var count = 0
        for person in try await desk.people() {
            guard let account = person.account else { continue }
            let viewer = Access.Viewer.person(person.id)
            let view = try await desk.weeklyNote(of: person.id, for: viewer)
            guard view.step == .send, let note = view.note else { continue }
            // Claimed first: of two programs that look, one writes.
            guard try await desk.claimWeeklyNote(of: person.id, after: view.last, for: viewer) else { continue }
            let isNew = try await Outbox.put(
                message(note),
                key: "weekly \(person.id.text) \(note.monday)",
                kind: "weekly",
                to: account,
                expires: 2 * 86_400_000_000,
                into: records,
                rules: rules,
                now: now
            )
            if isNew { count += 1 }
        }
        return count
    }

    private func message(_ note: WeeklyNote) -> OutgoingMessage {
        var blocks: [Block?] = [.header("Your week from \(note.monday)")]
        for item in note.items {
            blocks.append(.section(title(item) + Mrkdwn(item.why.isEmpty ? "" : "\n\(item.why)")))
            if !item.sources.isEmpty {
                blocks.append(.context([Mrkdwn("from \(item.sources.prefix(4).joined(separator: ", "))")]))
            }
        }
        if !note.meetings.isEmpty {
            blocks.append(.section(.joined([.bold("1:1s this week")] + note.meetings.map(title), by: "\n")))
        }
        blocks.append(.context([Mrkdwn("/crosstie notes off weekly switches this note off.")]))
        return OutgoingMessage(Mrkdwn("Your week from \(note.monday)"), blocks: blocks)
    }

    private func title(_ item: WeeklyNote.Item) -> Mrkdwn {
        guard let link = item.link else { return .bold(item.title) }
        if link.hasPrefix("https://") || link.hasPrefix("http://") { return .link(link, item.title) }
        return site.map { .link($0 + link, item.title) } ?? .bold(item.title)
    }
}
