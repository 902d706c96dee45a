import Evidence
public import OneOnOnes
import Records
public import Workspace
import Writing

/// A weekly note, and what to do with it now.
public struct WeeklyNoteView: Sendable {
    /// The note; nil where there is nothing to say.
    public let note: WeeklyNote?
    /// Send it, wait, or nothing.
    public let step: WeeklyNotePlan.Step
    /// When the reader got one before, microseconds since 1970 UTC.
    public let last: Int64?
}

extension Desk {
    /// Somebody's weekly note: at most five cues, and the 1:1s of the week.
    ///
    /// Shape: quiet hours are in the zone that the reader gave for hours, else in UTC. Delivery sends it when `step` says so, and
    /// then calls `claimWeeklyNote` first.
    public func weeklyNote(of reader: PersonID, for viewer: Access.Viewer) async throws -> WeeklyNoteView {
        let picture = try await open(.week, of: reader, for: viewer)
        guard let person = picture.people[reader] else { throw DeskError.noSuchPerson(reader.text) }
        let today = CivilDate(microseconds: picture.now)
        let cues = try await cues(of: reader, for: viewer).map { open in
            WeeklyNote.Item(
                title: open.cue.title,
                why: open.cue.why.text,
                sources: open.cue.why.sources.map(\.text),
                link: "/cues",
                due: open.cue.due
            )
        }
        let waiting = try await objectionsToAnswer(for: .person(reader)).map(WeeklyNote.Item.init)
        var meetings: [(start: Int64, item: WeeklyNote.Item)] = []
        for other in [person] + (picture.reports[reader] ?? []) {
            guard let next = try await next(of: other, picture: picture),
                next.day.days < today.days - today.weekday + 8
            else { continue }
            let name = other.id == reader ? other.manager.flatMap { picture.people[$0]?.name } ?? "" : other.name
            let item = WeeklyNote.Item(title: "\(name): \(next.words)", link: "/people/\(other.id)/prep")
            meetings.append((next.start, item))
        }
        let note = WeeklyNote(
            reader: reader,
            name: person.name,
            day: today,
            items: waiting + (try await votes(of: reader)) + cues,
            meetings: meetings.sorted { ($0.start, $0.item.title) < ($1.start, $1.item.title) }.map(\.item)
        )
        let last = try await records.lastWeeklyNote(of: reader)
        let zone = try await records.supportChoices()[reader]?.zone
        let plan = WeeklyNotePlan(quiet: QuietHours(clock: zone.flatMap(WallClock.init) ?? .utc))
        return WeeklyNoteView(note: note, step: plan.step(note: note, last: last, now: picture.now), last: last)
    }

    /// One line for each board on which cases wait for the reader's vote.
    private func votes(of reader: PersonID) async throws -> [WeeklyNote.Item] {
        // Without the key a locked board's words stay closed, and with them the list.
        guard vault != nil else { return [] }
        return try await boards(for: reader).lines.filter { !$0.waiting.isEmpty }.map { line in
            let cases = line.waiting.count == 1 ? "One case waits" : "\(line.waiting.count) cases wait"
            return WeeklyNote.Item(
                title: "\(cases) for your vote on the board “\(line.board.name)”",
                why: "Others' votes are shown after your own.",
                link: "/boards"
            )
        }
    }

    /// Claims a note before it goes out, so that of two who send, one does.
    ///
    /// - Returns: false when somebody else sent it.
    public func claimWeeklyNote(of reader: PersonID, after last: Int64?, for viewer: Access.Viewer) async throws -> Bool
    {
        let picture = try await open(.week, of: reader, for: viewer)
        return try await records.keepWeeklyNote(of: reader, after: last, now: picture.now)
    }
}

extension WeeklyNote.Item {
    /// An objection to answer; it comes before everything else, since somebody waits for it.
    init(_ objection: OpenObjection) {
        let entry = objection.entry
        self.init(
            title:
                "Answer \(objection.person.name)'s objection to what \(entry.voice.name) said in #\(entry.channelName)",
            why: "Until somebody answers, it counts for nothing.",
            sources: [entry.id.text],
            link: "/people/\(objection.person.id)/evidence/\(entry.id)",
            due: objection.due
        )
    }
}
