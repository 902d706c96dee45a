import Calibration
import Desk
import Records
import Workspace
import Writing

extension BoardListPage {
    /// Boards of a viewer; `sent` and `complaint` are those of a form that could not be taken.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: Words? = nil
    ) async throws -> BoardListPage {
        let (lines, own, convenes) = try await desk.boards(for: viewer)
        let chosen = Set(sent?.all("column") ?? BoardColumn.allCases.map(\.rawValue))
        return BoardListPage(
            boards: lines.map { line in
                let cases = line.board.cases.count
                let state: Words =
                    line.board.locked.map { "locked on \(DayMark(CivilDate(microseconds: $0)))" }
                    ?? "\(line.decided) of \(cases) decided"
                let seat: Words = line.isCalibrator ? "You sit on it." : "You convene it; its cases stay closed to you."
                return BoardLineCard(
                    name: line.board.name,
                    link: .board(line.board.id),
                    words: .counted(
                        cases,
                        one: "One case, \(state). \(seat)",
                        other: "\(cases) cases, \(state). \(seat)"
                    ),
                    waiting: line.waiting.map {
                        AskedVote(name: $0.name, ballot: .boardCase(line.board.id, $0.id))
                    }
                )
            },
            own: own.map {
                OwnOutcomeCard(board: $0.board, day: DayMark($0.day), outcome: $0.outcome.words, said: $0.words)
            },
            form: convenes
                ? BoardForm(
                    complaint: complaint,
                    name: sent?["name"] ?? "",
                    calibrators: sent?["calibrators"] ?? "",
                    cases: sent?["cases"] ?? "",
                    columns: BoardColumn.allCases.map {
                        ChoiceOption(
                            value: $0.rawValue,
                            label: $0.words,
                            isChosen: chosen.contains($0.rawValue)
                        )
                    }
                ) : nil
        )
    }
}

extension BoardRow {
    fileprivate var period: Words { "\(DayMark(from)) to \(DayMark(to))" }
}

extension BoardPage {
    /// A board as a desk has it.
    init(_ view: BoardView, complaint: Words? = nil) {
        let board = view.board
        let columns = BoardColumn.allCases.filter { board.columns.contains($0.rawValue) }
        let open = view.cases.count { $0.votes.given < $0.votes.of }
        let seal = board.locked.flatMap { locked in
            board.seal.map { digest in
                BoardSeal(
                    day: DayMark(CivilDate(microseconds: locked)),
                    digest: digest,
                    words: view.sealHolds == true
                        ? "What stands here is what was locked: its digest is the one that the audit keeps."
                        : "What stands here is not what was locked. Tell whoever runs Crosstie to run verify."
                )
            }
        }
        self.init(
            name: board.name,
            action: .board(board.id),
            period: board.period,
            calibrators: view.calibrators.map(\.name),
            headings: columns.map(\.words),
            cases: view.cases.map { line in
                BoardCaseLine(
                    name: line.person.name,
                    file: line.isOpenToReader ? .boardCase(board.id, line.person.id) : nil,
                    cells: columns.map { $0.cell(line) },
                    votes: line.hasVoted
                        ? "\(line.votes.given) of \(line.votes.of), yours among them"
                        : "\(line.votes.given) of \(line.votes.of)",
                    outcome: line.outcome?.words ?? "Open"
                )
            },
            along: TableLink("Cases", at: "cases", of: board.id),
            withheld: view.withheld > 0 ? "Your own case is not shown to you." : nil,
            complaint: complaint,
            mayLock: view.mayLock,
            missing: seal == nil && !view.mayLock
                ? open > 0
                    ? .counted(
                        open,
                        one: "Votes are missing in one case.",
                        other: "Votes are missing in \(open) cases."
                    )
                    : "Outcomes are missing."
                : nil,
            seal: seal
        )
    }
}

extension BoardColumn {
    fileprivate func cell(_ line: BoardView.Line) -> Words {
        switch self {
        case .role: line.person.role.english.isEmpty ? "—" : line.person.role
        case .team: line.person.team.map(Words.init(said:)) ?? "—"
        case .since: line.since.map { "\(DayMark($0))" } ?? "—"
        case .heard:
            line.heard.map { heard in
                .counted(
                    heard.voices,
                    one: "\(heard.pieces) pieces, 1 voice",
                    other: "\(heard.pieces) pieces, \(heard.voices) voices"
                )
            } ?? "—"
        }
    }
}

extension BoardSaid {
    fileprivate init(_ said: (name: String, word: BoardWord)) {
        let choice =
            BoardVote(rawValue: said.word.choice)?.words ?? BoardOutcome(rawValue: said.word.choice)?.words ?? ""
        self.init(
            author: said.name == "You" ? "You" : Words(said: said.name),
            choice: choice,
            said: said.word.words
        )
    }
}

extension BoardCasePage {
    /// A case as a desk has it; `complaint` and `typed` are those of a form that could not be taken.
    init(_ view: BoardCaseView, complaint: Words? = nil, typed: String = "") {
        let isLocked = view.board.locked != nil
        let votes = BoardVote.allCases.map {
            ChoiceOption(value: $0.rawValue, label: $0.words, isChosen: false)
        }
        let outcomes = BoardOutcome.allCases.map {
            ChoiceOption(value: $0.rawValue, label: $0.words, isChosen: false)
        }
        self.init(
            board: view.board.name,
            back: .board(view.board.id),
            action: .boardCase(view.board.id, view.person.id),
            name: view.person.name,
            role: view.person.role,
            manager: view.manager,
            period: view.board.period,
            counts: "\(view.counts.given) of \(view.counts.of) calibrators have voted",
            complaint: complaint,
            typed: typed,
            voting: view.own == nil && !isLocked ? BoardVoting(options: votes) : nil,
            clock: view.own == nil && !isLocked ? nil : ClockLine(view.reading),
            votes: (view.own.map { [BoardSaid(("You", $0))] } ?? []) + view.votes.map(BoardSaid.init),
            notes: view.notes.map(BoardSaid.init),
            mayNote: view.own != nil && !isLocked,
            decision: view.decision.map(BoardSaid.init),
            deciding: view.mayDecide ? BoardVoting(options: outcomes) : nil,
            twins: view.twins.map {
                BoardTwin(name: $0.name, role: $0.role, href: Link.boardCase(view.board.id, $0.id).href)
            },
            bias: view.bias?.lines.map { Fact(label: Words(phrase: $0.name), words: Words(english: $0.words)) } ?? [],
            timeline: view.happenings.map { EpisodeCard($0) },
            further: view.further > 0
                ? "\(view.further) older happenings of the period are not shown here." : nil,
            isLocked: isLocked
        )
    }
}
