public import Calibration
import Evidence
import Foundation
public import Records
public import Workspace

extension Desk {
    /// Opens a calibration room with a cycle's drafts, which are sealed until the room is closed.
    ///
    /// Drafts of people who are not in the people file are left out. Errors: ``RoomError``; `VaultError.noKey`.
    public func openRoom(
        _ name: String,
        drafts: [RoomDraft],
        from: CivilDate? = nil,
        to: CivilDate? = nil,
        by viewer: Access.Viewer
    ) async throws -> (room: RoomRow, kept: Int) {
        let picture = try await open(.rooms, for: viewer)
        guard (1...60).contains(name.count),
            name.allSatisfy({ $0.isLetter || $0.isNumber || " ._-".contains($0) }),
            name.first?.isLetter == true || name.first?.isNumber == true
        else { throw RoomError.badName(name) }
        let last = to ?? CivilDate(microseconds: picture.now)
        let first = from ?? CivilDate(days: last.days - 182)
        guard first <= last else { throw DeskError.badPeriod }
        let known = drafts.filter { picture.people[$0.person] != nil }
        guard !known.isEmpty else { throw RoomError.noDrafts }
        let room = RoomRow(name: name, opened: clock(), from: first, to: last)
        var sealed: [PersonID: String] = [:]
        for draft in known { sealed[draft.person] = try Self.text(of: draft) }
        try await records.open(room, drafts: sealed, vault: try key(), by: viewer.actor.description)
        return (room, sealed.count)
    }

    /// Every room, the newest first.
    public func rooms(for viewer: Access.Viewer) async throws -> [RoomRow] {
        _ = try await open(.rooms, for: viewer)
        return try await records.rooms()
    }

    /// A room with its questions; nobody sees one about the own draft.
    ///
    /// Errors: ``RoomError``; `VaultError.noKey`, `VaultError.wrongKey`.
    public func room(_ name: String, for viewer: Access.Viewer) async throws -> RoomView {
        let picture = try await open(.rooms, for: viewer)
        let row = try await row(name)
        guard row.closed == nil else { throw RoomError.closed(row.name) }
        let vault = try key()
        let drafts = try await drafts(of: row, vault)
        let switchedOff = try await histories(before: row).filter(\.history.isSwitchedOff).map(\.history.family)
        let room = try await gathered(row, drafts, switchedOff: Set(switchedOff), picture)
        let answers = try await records.roomAnswers(vault: vault).filter { $0.room == row.name }
        let (reading, withheld) = room.read().visible(to: viewer)
        return RoomView(
            room: row,
            reading: reading,
            drafts: room.drafts.count,
            withheld: withheld,
            answers: Dictionary(answers.map { (CalibrationCue.ID($0.cue), $0) }, uniquingKeysWith: { _, last in last }),
            basis: room.expected.basis,
            isLink: room.expected.isLink
        )
    }

    /// Answers a cue; nobody answers one about the own draft, because nobody sees it.
    ///
    /// Errors: ``RoomError``.
    public func answer(
        _ cue: CalibrationCue.ID,
        in name: String,
        _ answer: CueAnswer,
        by viewer: Access.Viewer
    ) async throws {
        let view = try await room(name, for: viewer)
        guard let cue = view.reading.cues.first(where: { $0.id == cue }) else { throw RoomError.noSuchCue(cue.text) }
        guard answer.words.split(whereSeparator: \.isWhitespace).count >= 3 else { throw RoomError.noSentence }
        try await records.keep(
            RoomAnswer(
                room: view.room.name,
                cue: cue.id.text,
                family: cue.family.rawValue,
                outcome: answer.outcome.rawValue,
                words: answer.words,
                actor: viewer.actor.description,
                moment: clock()
            ),
            vault: try key()
        )
    }

    /// Closes a room: drafts are deleted, answers stay.
    public func closeRoom(_ name: String, by viewer: Access.Viewer) async throws -> RoomRow {
        _ = try await open(.rooms, for: viewer)
        let row = try await row(name)
        guard row.closed == nil else { throw RoomError.closed(row.name) }
        try await records.close(room: row.name, by: viewer.actor.description, now: clock())
        return row
    }

    /// Every family with what became of its cues.
    public func families(for viewer: Access.Viewer) async throws -> [FamilyView] {
        _ = try await open(.rooms, for: viewer)
        return try await histories()
    }

    /// Lets a family that switched itself off begin anew.
    public func switchOn(_ family: CueFamily, by viewer: Access.Viewer) async throws {
        _ = try await open(.rooms, for: viewer)
        try await records.switchOn(family: family.rawValue, by: viewer.actor.description, now: clock())
    }

    /// A room's drafts, for what asks about texts alone.
    func roomDrafts(_ name: String, for viewer: Access.Viewer) async throws -> [RoomDraft] {
        _ = try await open(.rooms, for: viewer)
        let row = try await row(name)
        guard row.closed == nil else { throw RoomError.closed(row.name) }
        return try await drafts(of: row, try key())
    }

    private func drafts(of row: RoomRow, _ vault: Vault) async throws -> [RoomDraft] {
        try await records.drafts(of: row.name, vault: vault).sorted { $0.key < $1.key }.map {
            try Self.draft(of: $0.value)
        }
    }

    private func row(_ name: String) async throws -> RoomRow {
        let rooms = try await records.rooms()
        guard let row = rooms.first(where: { $0.name == name }) else {
            throw RoomError.noSuchRoom(name, known: rooms.map(\.name))
        }
        return row
    }

    /// What became of every family; before a room, so that its own answers cannot take its questions away.
    private func histories(before room: RoomRow? = nil) async throws -> [FamilyView] {
        let earlier = try await records.rooms().filter { one in
            room.map { one.name != $0.name && one.opened <= $0.opened } ?? true
        }
        let rooms = Dictionary(
            earlier.map { ($0.name, $0.opened) },
            uniquingKeysWith: { first, _ in first }
        )
        let answers = try await records.roomAnswers(vault: nil)
        let switchedOn = try await records.familiesSwitchedOn()
        let cycles = Dictionary(grouping: answers) { [$0.room, $0.family] }.compactMap { key, answers -> FamilyCycle? in
            guard let family = CueFamily(rawValue: key[1]), let opened = rooms[key[0]] else { return nil }
            return FamilyCycle(
                room: key[0],
                opened: opened,
                family: family,
                explained: answers.filter { $0.outcome == CueAnswer.Outcome.explained.rawValue }.count,
                acted: answers.filter { $0.outcome == CueAnswer.Outcome.acted.rawValue }.count
            )
        }
        return CueFamily.allCases.map { family in
            let on = switchedOn[family.rawValue]
            return FamilyView(history: FamilyHistory(family, cycles, switchedOn: on), switchedOn: on)
        }
    }

    private static func text(of draft: RoomDraft) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(draft), as: UTF8.self)
    }

    private static func draft(of text: String) throws -> RoomDraft {
        try JSONDecoder().decode(RoomDraft.self, from: Data(text.utf8))
    }
}

extension RoomReading {
    /// What a viewer may see: nothing about the own draft; and how many that are.
    fileprivate func visible(to viewer: Access.Viewer) -> (reading: RoomReading, withheld: Int) {
        guard case .person(let id) = viewer else { return (self, 0) }
        let seen = leavingOut { $0.people.contains(id) }
        return (seen, cues.count - seen.cues.count)
    }
}
