public import Evidence
import Ladder
import Records
import Signals
public import Workspace

/// One piece of evidence, with what was done to it.
public struct EntryView: Sendable {
    /// The piece.
    public let entry: LedgerEntry
    /// Whom it is about.
    public let person: Person
    /// Names of the competencies that it is held to speak for.
    public let competencies: [String]
    /// What people did to it, oldest first.
    public let steps: [Step]
    /// True when the reader is the one it is about.
    public let isSubject: Bool
    /// True when the reader may answer an objection to it.
    public let mayAnswer: Bool
    /// The last day for an answer; nil where nothing waits for one.
    public let answerDue: CivilDate?

    /// One thing that was done.
    public struct Step: Sendable, Hashable {
        /// What, as the audit names it.
        public let act: String
        /// Who, by name.
        public let name: String
        /// The reason or the context that was given.
        public let words: String
        /// When.
        public let day: CivilDate
    }

    /// True when its subject can agree.
    public var mayAccept: Bool { isSubject && entry.state.after(.accept) != nil }
    /// True when its subject can object.
    public var mayContest: Bool { isSubject && entry.state.after(.contest) != nil }
    /// True when its subject can add context or hide it.
    public var mayAdd: Bool { isSubject }
}

/// Why nothing was done to a piece of evidence.
public enum EntryRefusal: Error, Sendable, Hashable {
    /// There is no such piece about this person.
    case noSuchEntry
    /// A reason needs a few words.
    case noReason
    /// The words are longer than are kept.
    case tooLong
    /// Its state does not allow it any more.
    case notNow
}

extension Desk {
    /// One piece of evidence about a person, for whoever may open that person's evidence.
    ///
    /// Errors: `EntryRefusal.noSuchEntry`, also for what its subject has not been shown yet; `DeskError`.
    public func entry(_ id: EntryID, about person: PersonID, for viewer: Access.Viewer) async throws -> EntryView {
        let picture = try await open(.evidence, of: person, for: viewer)
        guard let subject = picture.people[person], let entry = try await records.entry(id, now: picture.now),
            entry.subject == person, entry.state != .captured, entry.state != .withdrawn
        else { throw EntryRefusal.noSuchEntry }
        let names = ladder.competencies(for: subject.track == .ic ? .ic : .management, family: subject.family)
        let acts = try await records.acts(on: id)
        let objected = acts.last { $0.name == EvidenceAct.contest.rawValue }
        let steps = acts.map { act in
            EntryView.Step(
                act: act.name,
                name: picture.people[PersonID(act.actor)]?.name ?? (act.actor == "reader" ? "Crosstie" : "The console"),
                words: act.words,
                day: CivilDate(microseconds: act.moment)
            )
        }
        return EntryView(
            entry: entry,
            person: subject,
            competencies: entry.competencies.compactMap { share in
                names.first { $0.id == share.competency }?.name
            },
            steps: steps,
            isSubject: viewer == .person(person),
            mayAnswer: entry.state == .contested && Self.mayAnswer(entry, viewer),
            answerDue: entry.state == .contested
                ? objected.map { CivilDate(days: CivilDate(microseconds: $0.moment).days + Objection.daysToAnswer) }
                : nil
        )
    }

    /// The subject agrees, so that it settles at once.
    public func accept(_ id: EntryID, by person: PersonID) async throws {
        try await perform(.accept, on: id, about: person, reason: "", by: .person(person))
    }

    /// The subject objects, with a reason; it counts for nothing until that is answered.
    ///
    /// Errors: `EntryRefusal.noReason` below three words.
    public func contest(_ id: EntryID, reason: String, by person: PersonID) async throws {
        try await perform(.contest, on: id, about: person, reason: try Self.reason(reason), by: .person(person))
    }

    /// The subject hides it: the words go, and what rested on them is worked out again.
    public func hide(_ id: EntryID, by person: PersonID) async throws {
        try await perform(.withdraw, on: id, about: person, reason: "hidden by its subject", by: .person(person))
    }

    /// The subject adds what the words leave out; it stands beside the evidence wherever that is opened whole.
    ///
    /// Errors: `EntryRefusal.noReason` below three words.
    public func addContext(_ words: String, to id: EntryID, by person: PersonID) async throws {
        let words = try Self.reason(words)
        _ = try await entry(id, about: person, for: .person(person))
        try await records.note(
            Records.contextAdded,
            on: id.text,
            by: person.text,
            detail: words,
            now: try await now()
        )
    }

    /// Answers an objection: the evidence stands, or it goes.
    ///
    /// Neither its subject nor its voice may.
    ///
    /// Errors: `EntryRefusal.noReason`; `DeskError.notAllowed`.
    public func answerObjection(
        to id: EntryID,
        about person: PersonID,
        stands: Bool,
        reason: String,
        by viewer: Access.Viewer
    ) async throws {
        let reason = try Self.reason(reason)
        let view = try await entry(id, about: person, for: viewer)
        guard Self.mayAnswer(view.entry, viewer) else { throw DeskError.notAllowed }
        guard view.entry.state == .contested else { throw EntryRefusal.notNow }
        try await perform(stands ? .uphold : .withdraw, on: id, about: person, reason: reason, by: viewer)
    }

    private static func mayAnswer(_ entry: LedgerEntry, _ viewer: Access.Viewer) -> Bool {
        guard case .person(let id) = viewer else { return true }
        return id != entry.subject && id != entry.voice.person
    }

    private static func reason(_ text: String) throws(EntryRefusal) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= Objection.fewestWords else { throw .noReason }
        let line = words.joined(separator: " ")
        guard line.count <= Objection.longest else { throw .tooLong }
        return line
    }

    private func perform(
        _ act: EvidenceAct,
        on id: EntryID,
        about person: PersonID,
        reason: String,
        by viewer: Access.Viewer
    ) async throws {
        let view = try await entry(id, about: person, for: viewer)
        guard view.entry.state.after(act) != nil else { throw EntryRefusal.notNow }
        let actor = PersonID(viewer.actor.description)
        do {
            try await records.perform(act, on: id, by: actor, reason: reason, now: try await now())
        } catch RecordError.notFrom {
            throw EntryRefusal.notNow
        }
    }
}
