public import Moves
import Records
public import Workspace

/// A person's own answer to the yearly question, for their eyes alone.
public struct OwnChoice: Sendable {
    /// The question's year and days.
    public let round: ChoiceRound
    /// The answer; nil while there is none.
    public let answer: ChoiceAnswer?
    /// What the other track would mean; offered where the answer is no.
    public let preview: SwitchPreview?
}

/// What groups of five and more answered.
public struct ChoicePicture: Sendable {
    /// The question's year and days.
    public let round: ChoiceRound
    /// Groups that may be told.
    public let groups: ChoiceGroups
}

extension Desk {
    /// Opens a year's question; a year that was opened before stays as it was.
    public func openQuestion(
        year: Int,
        by dimension: ChoiceDimension,
        closes: CivilDate,
        for viewer: Access.Viewer
    ) async throws -> ChoiceRound {
        let today = CivilDate(microseconds: try await open(.question, for: viewer).now)
        guard closes >= today else { throw DeskError.badPeriod }
        let round = ChoiceRound(year: year, dimension: dimension, opens: today, closes: closes)
        return try await records.open(round, by: viewer.actor.description, now: clock())
    }

    /// Answers the question of the year, or of the newest year unless told; until it closes, it can be answered anew.
    ///
    /// Errors: `MoveError.noQuestion`, `.questionClosed`; `VaultError.noKey`.
    public func answerQuestion(
        year: Int? = nil,
        _ choice: Choice,
        words: String = "",
        by person: PersonID
    ) async throws -> OwnChoice {
        let picture = try await open(.choice, of: person, for: .person(person))
        guard let somebody = picture.people[person] else { throw DeskError.noSuchPerson(person.text) }
        let round = try await round(year)
        let today = CivilDate(microseconds: picture.now)
        guard (round.opens...max(round.opens, round.closes)).contains(today) else {
            throw MoveError.questionClosed(from: round.opens, to: round.closes)
        }
        let answer = ChoiceAnswer(
            choice,
            group: try await group(of: somebody, by: round.dimension),
            words: String(words.prefix(400))
        )
        try await records.keep(answer, of: person, year: round.year, vault: try key())
        return try await own(answer, round, somebody)
    }

    /// A person's own answer; nobody else can open it, the command line included.
    ///
    /// Errors: `DeskError.notAllowed`; `MoveError.noQuestion`; `VaultError.noKey`.
    public func choice(of person: PersonID, year: Int? = nil, for viewer: Access.Viewer) async throws -> OwnChoice {
        let picture = try await open(.choice, of: person, for: viewer)
        guard let somebody = picture.people[person] else { throw DeskError.noSuchPerson(person.text) }
        let round = try await round(year)
        let answer = try await records.choice(of: person, year: round.year, vault: try key())
        return try await own(answer, round, somebody)
    }

    /// Answers by groups, once the question is closed.
    ///
    /// Errors: `DeskError.notAllowed`; `MoveError.noQuestion`, `.questionOpen`; `VaultError.noKey`.
    public func choices(year: Int? = nil, for viewer: Access.Viewer) async throws -> ChoicePicture {
        let picture = try await open(.choices, for: viewer)
        let round = try await round(year)
        guard CivilDate(microseconds: picture.now) > round.closes else {
            throw MoveError.questionOpen(until: round.closes)
        }
        let tallies = try await records.choiceTallies(year: round.year, vault: try key())
        return ChoicePicture(round: round, groups: ChoiceGroups(tallies))
    }

    private func own(_ answer: ChoiceAnswer?, _ round: ChoiceRound, _ person: Person) async throws -> OwnChoice {
        var preview: SwitchPreview?
        if answer?.choice == .no, person.level != nil {
            let other: Track = person.track == .ic ? .management : .ic
            preview = try await switchPreview(of: person.id, to: other, for: .person(person.id))
        }
        return OwnChoice(round: round, answer: answer, preview: preview)
    }

    private func round(_ year: Int?) async throws -> ChoiceRound {
        let rounds = try await records.choiceRounds()
        guard let round = rounds.first(where: { year == nil || $0.year == year }) else {
            let now = CivilDate(microseconds: try await now()).parts.year
            throw MoveError.noQuestion(year: year ?? now)
        }
        return round
    }

    private func group(of person: Person, by dimension: ChoiceDimension) async throws -> String {
        switch dimension {
        case .track: person.track.rawValue
        case .level: person.level.map { "level \($0)" } ?? "no level"
        case .family: person.family
        case .country: try await records.roleFacts()[person.id]?.country ?? "not stated"
        }
    }
}
