import Calibration
import Evidence
import Growth
import Records
public import Workspace
import Writing

extension Desk {
    /// How many happenings a case shows.
    static let happeningsOfCase = 24

    /// One case; state and votes of others come only after the reader's own vote.
    public func boardCase(_ id: String, about person: PersonID, for viewer: PersonID) async throws -> BoardCaseView {
        let (board, picture) = try await board(id, .open, about: person, viewer)
        guard board.cases.contains(person), let subject = picture.people[person] else { throw BoardRefusal.notFound }
        let words = try await records.words(of: id, vault: try key()).filter { $0.person == person }
        let own = words.first { $0.sort == .vote && $0.author == viewer }
        let counting = try await counting(person, board, picture)
        let happenings = Happening.all(of: counting)
        let named = { (word: BoardWord) in (picture.people[word.author]?.name ?? word.author.text, word) }
        let given = words.filter { $0.sort == .vote }
        let shows = own != nil || board.locked != nil
        return BoardCaseView(
            board: board,
            person: subject,
            manager: subject.manager.flatMap { picture.people[$0]?.name },
            happenings: Array(happenings.prefix(Self.happeningsOfCase)),
            further: max(0, happenings.count - Self.happeningsOfCase),
            own: own,
            reading: shows ? try await picture.reading(of: subject) : nil,
            votes: shows ? given.filter { $0.author != viewer }.map(named) : [],
            counts: (given.count, board.voters(on: person).count),
            notes: shows ? words.filter { $0.sort == .note }.map(named) : [],
            decision: shows ? words.last { $0.sort == .decision }.map(named) : nil,
            twins: try await twins(of: subject, board, viewer, picture),
            bias: shows ? try await draft(person, from: board.from, to: board.to, for: .console).bias : nil,
            mayDecide: own != nil && board.locked == nil && given.count >= min(2, board.voters(on: person).count)
        )
    }

    /// Votes on a case, once, before the talk.
    public func vote(
        _ vote: BoardVote,
        words: String,
        on id: String,
        about person: PersonID,
        by viewer: PersonID
    ) async throws {
        let view = try await boardCase(id, about: person, for: viewer)
        guard view.own == nil else { throw BoardRefusal.votedBefore }
        try await keep(.vote, vote.rawValue, words, on: view.board, about: person, by: viewer)
    }

    /// Adds a note to a case, after the own vote.
    public func note(words: String, on id: String, about person: PersonID, by viewer: PersonID) async throws {
        let view = try await boardCase(id, about: person, for: viewer)
        guard view.own != nil else { throw BoardRefusal.voteFirst }
        try await keep(.note, "", words, on: view.board, about: person, by: viewer)
    }

    /// Writes down what the board says of a case, with its reason; a later word stands in the place of an earlier one.
    public func decide(
        _ outcome: BoardOutcome,
        words: String,
        on id: String,
        about person: PersonID,
        by viewer: PersonID
    ) async throws {
        let view = try await boardCase(id, about: person, for: viewer)
        guard view.own != nil else { throw BoardRefusal.voteFirst }
        guard view.board.locked == nil else { throw BoardRefusal.locked }
        guard view.mayDecide else { throw BoardRefusal.waitsForVotes }
        try await keep(.decision, outcome.rawValue, words, on: view.board, about: person, by: viewer)
    }

    private func keep(
        _ sort: BoardWord.Sort,
        _ choice: String,
        _ text: String,
        on board: BoardRow,
        about person: PersonID,
        by viewer: PersonID
    ) async throws {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 3 else { throw BoardRefusal.noSentence }
        let line = words.joined(separator: " ")
        guard line.count <= Self.longestBoardWords else { throw BoardRefusal.tooLong }
        let word = BoardWord(
            person: person,
            sort: sort,
            choice: choice,
            words: line,
            author: viewer,
            moment: clock()
        )
        guard try await records.keep(word, on: board.id, vault: try key()) else { throw BoardRefusal.locked }
    }

    /// Cases of the other track at the same level, the nearest scope first; never the reader's own.
    private func twins(
        of person: Person,
        _ board: BoardRow,
        _ viewer: PersonID,
        _ picture: CompanyPicture
    ) async throws -> [Person] {
        let scopes = try await records.roleFacts().compactMapValues(\.scope)
        let away = { (other: Person) -> Double in
            guard let one = scopes[person.id], let two = scopes[other.id] else { return .infinity }
            return abs(one - two)
        }
        return board.cases.filter { $0 != viewer && $0 != person.id }.compactMap { picture.people[$0] }
            .filter { $0.level != nil && $0.level == person.level && $0.track != person.track }
            .sorted { (away($0), $0.name) < (away($1), $1.name) }
    }
}
