import Calibration
import Evidence
import Growth
public import Records
public import Workspace
import Writing

extension Desk {
    /// How many calibrators or cases a board takes.
    public static let mostOnBoard = 60
    /// The longest sentence of a vote, a note or a reason, in characters.
    public static let longestBoardWords = 600

    /// Boards that the reader convenes or sits on, the newest first, and what locked boards said of the reader.
    public func boards(for viewer: PersonID) async throws -> (lines: [BoardLine], own: [OwnOutcome], convenes: Bool) {
        let picture = try await picture()
        let all = try await records.boards()
        let decided = try await records.decidedCases()
        let voted = try await records.ownVotes(of: viewer)
        let convenes = BoardAccess.allows(.convene, as: roles(of: viewer, picture))
        var lines: [BoardLine] = []
        var own: [OwnOutcome] = []
        for board in all {
            let isSubject = board.locked != nil && board.cases.contains(viewer)
            let sees = BoardAccess.allows(.progress, as: roles(of: viewer, on: board, picture))
            guard isSubject || sees else { continue }
            // Words are opened only where the list shows one: the reader's own outcome.
            let words = isSubject ? try await records.words(of: board.id, about: viewer, vault: try key()) : []
            if isSubject, let locked = board.locked,
                let word = words.last(where: { $0.person == viewer && $0.sort == .decision }),
                let outcome = BoardOutcome(rawValue: word.choice)
            {
                own.append(
                    OwnOutcome(
                        board: board.name,
                        day: CivilDate(microseconds: locked),
                        outcome: outcome,
                        words: word.words
                    )
                )
            }
            guard sees else { continue }
            lines.append(
                BoardLine(
                    board: board,
                    decided: decided[board.id] ?? 0,
                    isCalibrator: board.seats.contains(viewer),
                    waiting: waiting(on: board, voted[board.id] ?? [], viewer, picture)
                )
            )
        }
        return (lines, own, convenes)
    }

    /// Cases of an open board on which the reader sits and has not voted; never the reader's own.
    private func waiting(
        on board: BoardRow,
        _ voted: Set<PersonID>,
        _ viewer: PersonID,
        _ picture: CompanyPicture
    ) -> [Person] {
        guard board.locked == nil else { return [] }
        return board.cases.filter { person in
            !voted.contains(person)
                && BoardAccess.allows(.vote, as: roles(of: viewer, on: board, about: person, picture))
        }.compactMap { picture.people[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Convenes a board; people are named by id, address or unique name.
    public func convene(
        _ name: String,
        calibrators: [String],
        cases: [String],
        columns: [BoardColumn],
        from: CivilDate?,
        to: CivilDate?,
        by viewer: PersonID
    ) async throws -> BoardRow {
        let picture = try await picture()
        guard BoardAccess.allows(.convene, as: roles(of: viewer, picture)) else { throw BoardRefusal.notFound }
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (3...80).contains(name.count) else { throw BoardRefusal.noName }
        for names in [calibrators, cases] where names.count > Self.mostOnBoard {
            throw BoardRefusal.tooMany(Self.mostOnBoard)
        }
        let (seats, files) = (
            try Self.ids(calibrators, among: picture.people), try Self.ids(cases, among: picture.people)
        )
        guard seats.count >= 2, !files.isEmpty else { throw BoardRefusal.tooFew }
        let last = to ?? CivilDate(microseconds: picture.now)
        let first = from ?? CivilDate(days: last.days - 182)
        guard first <= last else { throw DeskError.badPeriod }
        let moment = clock()
        let board = BoardRow(
            id: String(moment, radix: 36),
            name: name,
            columns: columns.map(\.rawValue),
            from: first,
            to: last,
            convened: moment,
            convener: viewer,
            seats: seats,
            cases: files
        )
        try await records.convene(board)
        return board
    }

    /// A board with its cases; the reader's own case is not among them.
    public func board(_ id: String, for viewer: PersonID) async throws -> BoardView {
        let (board, picture) = try await board(id, .progress, viewer)
        let words = try await records.words(of: board.id, vault: try key())
        let roles = roles(of: viewer, on: board, picture)
        var lines: [BoardView.Line] = []
        for person in board.cases.filter({ $0 != viewer }).compactMap({ picture.people[$0] }) {
            lines.append(try await line(person, board, words, roles, viewer, picture))
        }
        let decided = Set(words.filter { $0.sort == .decision }.map(\.person))
        return BoardView(
            board: board,
            calibrators: board.seats.compactMap { picture.people[$0] }.sorted { $0.name < $1.name },
            cases: lines.sorted { ($0.person.name, $0.person.id) < ($1.person.name, $1.person.id) },
            withheld: board.cases.contains(viewer) ? 1 : 0,
            mayLock: board.locked == nil && decided.isSuperset(of: board.cases)
                && BoardAccess.allows(.lock, as: roles),
            sealHolds: board.seal.map { $0 == records.seal(of: words) }
        )
    }

    /// Locks a board's record.
    ///
    /// Errors: ``BoardRefusal``.
    public func lockBoard(_ id: String, by viewer: PersonID) async throws {
        let (board, _) = try await board(id, .lock, viewer)
        guard board.locked == nil else { throw BoardRefusal.locked }
        let words = try await records.words(of: board.id, vault: try key())
        let decided = Set(words.filter { $0.sort == .decision }.map(\.person))
        let left = board.cases.filter { !decided.contains($0) }.count
        guard left == 0 else { throw BoardRefusal.undecided(left) }
        guard try await records.lock(board: id, vault: try key(), by: viewer.text, now: clock()) != nil else {
            throw BoardRefusal.locked
        }
    }

    private static func ids(_ names: [String], among people: [PersonID: Person]) throws -> [PersonID] {
        var found: [PersonID] = []
        for name in names {
            do {
                let person = try Self.find(name, among: people)
                guard person.active else { throw BoardRefusal.nobody(name) }
                if !found.contains(person.id) { found.append(person.id) }
            } catch is DeskError {
                throw BoardRefusal.nobody(name)
            }
        }
        return found
    }

    private func line(
        _ person: Person,
        _ board: BoardRow,
        _ words: [BoardWord],
        _ roles: Set<BoardAccess.Role>,
        _ viewer: PersonID,
        _ picture: CompanyPicture
    ) async throws -> BoardView.Line {
        let opens = BoardAccess.allows(.open, as: roles)
        let votes = words.filter { $0.sort == .vote && $0.person == person.id }
        let hasVoted = votes.contains { $0.author == viewer }
        var heard: (Int, Int)?
        if board.columns.contains(BoardColumn.heard.rawValue), opens {
            let counting = try await counting(person.id, board, picture)
            heard = (counting.count, Set(counting.map(\.voice.key)).count)
        }
        let decision = words.last { $0.sort == .decision && $0.person == person.id }
        return BoardView.Line(
            person: person,
            since: person.levelSince,
            heard: heard,
            votes: (votes.count, board.voters(on: person.id).count),
            hasVoted: hasVoted,
            outcome: hasVoted || board.locked != nil ? decision.flatMap { BoardOutcome(rawValue: $0.choice) } : nil,
            isOpenToReader: opens
        )
    }

    /// Evidence of a board's period that counts.
    func counting(_ person: PersonID, _ board: BoardRow, _ picture: CompanyPicture) async throws -> [LedgerEntry] {
        try await picture.entries(about: person).filter { entry in
            let day = CivilDate(microseconds: entry.moment)
            return entry.state.counts && day >= board.from && day <= board.to
        }
    }

    /// A board that the reader may do something on; whoever may not is told that there is none.
    func board(
        _ id: String,
        _ act: BoardAccess.Act,
        about person: PersonID? = nil,
        _ viewer: PersonID
    ) async throws -> (BoardRow, CompanyPicture) {
        let picture = try await picture()
        guard picture.people[viewer]?.active == true,
            let board = try await records.boards().first(where: { $0.id == id }),
            BoardAccess.allows(act, as: roles(of: viewer, on: board, about: person, picture))
        else { throw BoardRefusal.notFound }
        return (board, picture)
    }

    func roles(
        of viewer: PersonID,
        on board: BoardRow? = nil,
        about person: PersonID? = nil,
        _ picture: CompanyPicture
    ) -> Set<BoardAccess.Role> {
        guard picture.people[viewer]?.active == true else { return [] }
        var roles: Set<BoardAccess.Role> = [.colleague]
        if picture.access.allows(.person(viewer), to: .rooms) { roles.insert(.convener) }
        if board?.seats.contains(viewer) == true { roles.insert(.calibrator) }
        if person == viewer { roles.insert(.subject) }
        return roles
    }
}

extension BoardRow {
    /// Who may vote on a case: everybody on the board but its subject.
    func voters(on person: PersonID) -> [PersonID] { seats.filter { $0 != person } }
}
