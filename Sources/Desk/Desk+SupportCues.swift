import Evidence
import Records
public import Workspace
public import Writing

/// A cue on somebody's week, with its key and its last day.
public struct OpenCue: Sendable, Hashable, Identifiable {
    /// The key, by which an outcome is given.
    public let id: String
    /// The cue.
    public let cue: Cue
    /// When it was first on the week.
    public let opened: CivilDate
    /// The day on which it is gone.
    public let gone: CivilDate
}

extension Desk {
    /// What is worth doing this week for those who report to somebody; at most five, each gone after seven days.
    public func cues(of reader: PersonID, for viewer: Access.Viewer) async throws -> [OpenCue] {
        let picture = try await open(.week, of: reader, for: viewer)
        let looks = try await picture.looks(at: picture.reports[reader] ?? [])
        return try await keptCues(looks.map(\.report), of: reader, now: picture.now)
    }

    /// The cues of a week as they are kept: what is new is written down, so that it can be gone after seven days.
    func keptCues(_ known: [CueComposer.Report], of reader: PersonID, now: Int64) async throws -> [OpenCue] {
        let rows = try await records.cues(of: reader)
        let byID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let composer = CueComposer(now: now)
        let candidates = rows.map {
            Cue.Kept(key: $0.id, opened: $0.opened, isClosed: $0.outcome != nil)
        }
        let cues = composer.compose(known, for: reader, kept: candidates) { Self.id(of: $0, for: reader) }
        let new = cues.filter { byID[Self.id(of: $0, for: reader)] == nil }
        try await records.open(
            new.map {
                CueRow(
                    id: Self.id(of: $0, for: reader),
                    reader: reader,
                    person: $0.person,
                    kind: $0.kind.rawValue,
                    opened: now
                )
            }
        )
        return cues.map { cue in
            let id = Self.id(of: cue, for: reader)
            let opened = CivilDate(microseconds: byID[id]?.opened ?? now)
            return OpenCue(
                id: id,
                cue: cue,
                opened: opened,
                gone: CivilDate(days: opened.days + CueComposer.lifetime)
            )
        }
    }

    /// Keeps what came of a cue.
    ///
    /// Errors: `DeskError.notAllowed`, also where there is no such cue.
    public func closeCue(_ id: String, _ outcome: Cue.Outcome, by viewer: Access.Viewer) async throws {
        guard let row = try await records.cue(id) else { throw DeskError.notAllowed }
        let picture = try await open(.week, of: row.reader, for: viewer)
        _ = try await records.close(
            cue: id,
            of: row.reader,
            outcome.rawValue,
            by: viewer.actor.description,
            now: picture.now
        )
    }

    /// The key of a cue on somebody's weeks; says neither whom nor what it is about.
    static func id(of cue: Cue, for reader: PersonID) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(reader.text)\u{1F}\(cue.key)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
