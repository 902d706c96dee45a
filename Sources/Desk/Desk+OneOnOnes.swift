public import OneOnOnes
import Records
public import Workspace

/// What two people keep of their 1:1s: shared by both but for the notes, which are the viewer's own.
public struct OneOnOneView: Sendable {
    /// Whom the 1:1 is about.
    public let person: Person
    /// Who leads it.
    public let manager: Person
    /// The day it is read.
    public let today: CivilDate
    /// When they talk next; nil where nobody said.
    public let next: NextOneOnOne?
    /// The weekday and hour that were set; nil where none was.
    public let plan: MeetingPlan?
    /// Days on which they talked, the newest first.
    public let kept: [CivilDate]
    /// What is open, the soonest first.
    public let open: [AgreedAction]
    /// What was closed in the last weeks, the newest first.
    public let closed: [AgreedAction]
    /// The viewer's own notes, the newest first; nil where no key is there to open them, and for the console.
    public let notes: [PrivateNote]?

    /// For how many days a closed action is still shown.
    public static let closedDays = 30
}

extension Desk {
    /// What is kept of somebody's 1:1s.
    ///
    /// Errors: `DeskError.notAllowed`, `OneOnOneError.noManager`.
    public func oneOnOne(_ id: PersonID, for viewer: Access.Viewer) async throws -> OneOnOneView {
        let (picture, person, manager) = try await pair(id, for: viewer)
        let key = PairKey(person: id, manager: manager.id)
        let today = CivilDate(microseconds: picture.now)
        let actions = try await records.actions(
            of: key,
            closedSince: CivilDate(days: today.days - OneOnOneView.closedDays)
        ).compactMap { AgreedAction($0) }
        return OneOnOneView(
            person: person,
            manager: manager,
            today: today,
            next: try await next(of: person, picture: picture),
            plan: try await records.meetingPlans(of: id).first { $0.pair == key }.flatMap { MeetingPlan($0) },
            kept: try await records.oneOnOnes(of: key).map(\.day),
            open: actions.filter { $0.state == .open }.sorted(by: AgreedAction.isSooner),
            closed: actions.filter { $0.state != .open }.sorted {
                ($0.closed ?? today, $1.id) > ($1.closed ?? today, $0.id)
            },
            notes: try await ownNotes(about: id, for: viewer)
        )
    }

    /// Keeps that a 1:1 took place, with what its preparation told, so that it is no news the next time.
    ///
    /// Errors: `OneOnOneError.notYet`, `.tooLongAgo`, `.alreadyKept`, `.noManager`.
    public func keepOneOnOne(with id: PersonID, on day: CivilDate? = nil, by viewer: Access.Viewer) async throws {
        let (picture, person, manager) = try await pair(id, for: viewer)
        let today = CivilDate(microseconds: picture.now)
        let facts = try await prepFacts(of: person, picture: picture)
        try KeptOneOnOne.check(day ?? today, today: today, kept: facts.kept)
        let prep = PrepComposer(facts, for: .manager).compose()
        let row = OneOnOneRow(
            id: Self.freshKey(),
            pair: PairKey(person: id, manager: manager.id),
            day: day ?? today,
            told: prep.told,
            edge: prep.edgeID,
            asked: prep.questions.map(\.key)
        )
        guard try await records.keep(row, by: viewer.actor.description, now: picture.now) else {
            throw OneOnOneError.alreadyKept(day ?? today)
        }
    }

    /// Keeps what the two agreed.
    ///
    /// Errors: those of `AgreedAction.agreed`; `OneOnOneError.noManager`.
    public func agree(
        _ words: String,
        with id: PersonID,
        owner: PersonID,
        due: CivilDate?,
        by viewer: Access.Viewer
    ) async throws -> AgreedAction {
        let (picture, _, manager) = try await pair(id, for: viewer)
        let key = PairKey(person: id, manager: manager.id)
        let today = CivilDate(microseconds: picture.now)
        let open = try await records.actions(of: key, closedSince: today).count { $0.state == "open" }
        let action = try AgreedAction.agreed(
            words,
            id: Self.freshKey(),
            person: id,
            manager: manager.id,
            owner: owner,
            on: today,
            due: due,
            open: open
        )
        try await records.keep(action.row, by: viewer.actor.description, now: picture.now)
        return action
    }

    /// Keeps what came of an action; either of the two can say it.
    ///
    /// Errors: `OneOnOneError.noSuchAction`, also where it is not the viewer's; `.alreadyClosed`, `.badDue`.
    public func follow(_ id: String, _ step: AgreedAction.Step, by viewer: Access.Viewer) async throws -> AgreedAction {
        guard let row = try await records.action(id), let action = AgreedAction(row) else {
            throw OneOnOneError.noSuchAction
        }
        let (picture, manager): (CompanyPicture, Person)
        do {
            (picture, _, manager) = try await pair(action.person, for: viewer)
        } catch DeskError.notAllowed {
            throw OneOnOneError.noSuchAction
        }
        guard manager.id == action.manager else { throw OneOnOneError.noSuchAction }
        let next = try action.after(step, on: CivilDate(microseconds: picture.now))
        let isKept = try await records.follow(
            next.row,
            carriedBefore: action.carried,
            by: viewer.actor.description,
            now: picture.now
        )
        guard isKept else { throw OneOnOneError.alreadyClosed }
        return next
    }

    /// Seals a note for whoever writes it.
    ///
    /// Errors: `VaultError.noKey`; `OneOnOneError.noWords`, `.tooLong`; `DeskError.notAllowed`, for the console always.
    public func writeNote(_ words: String, about id: PersonID, by author: PersonID) async throws {
        let (picture, _, _) = try await pair(id, for: .person(author))
        guard picture.access.allows(.person(author), to: .notes, of: author) else { throw DeskError.notAllowed }
        let note = NoteRow(
            id: Self.freshKey(),
            author: author,
            person: id,
            moment: picture.now,
            words: try PrivateNote.tidied(words)
        )
        try await records.keep(note, vault: try key())
    }

    /// Removes a note of one's own.
    public func removeNote(_ note: String, by author: PersonID) async throws {
        _ = try await open(.notes, of: author, for: .person(author))
        _ = try await records.forget(note: note, of: author)
    }

    private func ownNotes(about id: PersonID, for viewer: Access.Viewer) async throws -> [PrivateNote]? {
        guard case .person(let author) = viewer, let vault else { return nil }
        do {
            return try await records.notes(by: author, about: id, vault: vault).map {
                PrivateNote(id: $0.id, author: $0.author, moment: $0.moment, text: $0.words)
            }
        } catch VaultError.wrongKey {
            // The page opens all the same; only the notes stay sealed.
            return nil
        }
    }

    /// The two of a 1:1, once the viewer may open it.
    func pair(
        _ id: PersonID,
        for viewer: Access.Viewer
    ) async throws -> (picture: CompanyPicture, person: Person, manager: Person) {
        let picture = try await open(.oneOnOnes, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        guard let manager = person.manager.flatMap({ picture.people[$0] }) else {
            throw OneOnOneError.noManager(person.name)
        }
        return (picture, person, manager)
    }

    /// A key that nobody can guess.
    static func freshKey() -> String {
        let text = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
