import Desk
import Records
import Workspace

extension BoardPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init()
        list = { viewer in
            try await PageSource.refusing { try await BoardListPage.fill(from: desk, viewer: viewer) }
        }
        convene = { viewer, fields in
            try await PageSource.refusing { try await Self.convene(viewer, fields, desk) }
        }
        board = { viewer, id in
            try await PageSource.refusing { BoardPage(try await desk.board(id, for: viewer)) }
        }
        lock = { viewer, id, fields in
            try await PageSource.refusing {
                // Whoever may not see the board is told nothing else.
                let page = BoardPage(try await desk.board(id, for: viewer))
                guard fields["step"] == "lock" else { return .again(page) }
                do {
                    try await desk.lockBoard(id, by: viewer)
                    return .done(.board(id))
                } catch let refusal as BoardRefusal where refusal != .notFound {
                    return .again(BoardPage(try await desk.board(id, for: viewer), complaint: refusal.pageWords))
                }
            }
        }
        file = { viewer, id, person in
            try await PageSource.refusing {
                BoardCasePage(try await desk.boardCase(id, about: person, for: viewer))
            }
        }
        say = { viewer, id, person, fields in
            try await PageSource.refusing { try await Self.say(viewer, id, person, fields, desk) }
        }
    }

    private static func convene(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<BoardListPage> {
        do {
            let board = try await desk.convene(
                fields["name"],
                calibrators: fields["calibrators"].lines,
                cases: fields["cases"].lines,
                columns: fields.all("column").compactMap(BoardColumn.init),
                from: fields.day("from"),
                to: fields.day("to"),
                by: viewer
            )
            return .done(.board(board.id))
        } catch let refusal as BoardRefusal where refusal != .notFound {
            return .again(
                try await BoardListPage.fill(from: desk, viewer: viewer, sent: fields, complaint: refusal.pageWords)
            )
        }
    }

    private static func say(
        _ viewer: PersonID,
        _ id: String,
        _ person: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<BoardCasePage> {
        let words = fields["words"]
        do {
            switch fields["step"] {
            case "vote":
                guard let vote = BoardVote(rawValue: fields["choice"]) else { throw BoardRefusal.noSentence }
                try await desk.vote(vote, words: words, on: id, about: person, by: viewer)
            case "note": try await desk.note(words: words, on: id, about: person, by: viewer)
            case "decide":
                guard let outcome = BoardOutcome(rawValue: fields["choice"]) else { throw BoardRefusal.noSentence }
                try await desk.decide(outcome, words: words, on: id, about: person, by: viewer)
            default: throw RequestRefusal.notAForm
            }
            return .done(.boardCase(id, person))
        } catch let refusal as BoardRefusal where refusal != .notFound {
            return .again(
                BoardCasePage(
                    try await desk.boardCase(id, about: person, for: viewer),
                    complaint: refusal.pageWords,
                    typed: words
                )
            )
        }
    }
}

extension String {
    /// What stands on each line, or between commas.
    fileprivate var lines: [String] {
        split { $0.isNewline || $0 == "," }.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
    }
}

extension BoardRefusal {
    /// The sentence for a page.
    var pageWords: Words {
        switch self {
        case .notFound: "There is no such board."
        case .noName: "Give the board a name of 3 to 80 characters."
        case .tooFew: "A board needs two calibrators at least, and one case."
        case .tooMany(let most): "A board looks at \(most) cases at most, with as many calibrators."
        case .nobody(let name): "“\(name)” is nobody here, or several people. Use the id or the e-mail address."
        case .noSentence: "Choose one, and write a sentence of three words at least. Your words were kept."
        case .tooLong: "Keep it under \(Desk.longestBoardWords) characters. Your words were kept."
        case .votedBefore: "You have voted on this case. What you think now belongs into a note."
        case .voteFirst: "Vote first; then you see what others think."
        case .waitsForVotes: "Two calibrators have to vote before an outcome is written down."
        case .undecided(let count):
            count == 1
                ? "One case has no outcome yet, so the record stays open."
                : "\(count) cases have no outcome yet, so the record stays open."
        case .locked: "The record is locked. Nothing can be added or changed."
        }
    }
}

extension BoardVote {
    /// The vote as pages say it.
    var words: Words {
        switch self {
        case .agree: "The evidence shows the next level"
        case .question: "I have a question first"
        case .pass: "I cannot say"
        }
    }
}

extension BoardOutcome {
    /// The outcome as pages say it.
    var words: Words {
        switch self {
        case .shows: "The evidence shows the next level"
        case .notYet: "Not yet"
        case .hearMore: "More has to be heard first"
        }
    }
}

extension BoardColumn {
    /// The heading.
    var words: Words {
        switch self {
        case .role: "Role"
        case .team: "Team"
        case .since: "At this level since"
        case .heard: "Heard in the period"
        }
    }
}
