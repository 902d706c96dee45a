import Answers
import Audits
import Desk
import Evidence
import Moves
import Records
import Workspace

extension Operations {
    static let boards: [Operation] = [
        .lists(
            "listBoards",
            "/boards",
            .boards,
            "Boards that you convene or sit on, the newest first.",
            callers: "Calibrators and whoever convenes boards.",
            key: { (line: BoardLine) in Paging.newestFirst(line.board.convened, line.board.id) },
            row: { BoardLineAnswer($0) },
            run: { try await $0.desk.boards(for: $0.viewer).lines }
        ),
        .lists(
            "listOutcomes",
            "/me/outcomes",
            .own,
            "What locked boards wrote down about you, with reasons.",
            callers: everybody,
            key: { (own: OwnOutcome) in Paging.newestFirst(Int64(own.day.days), own.board) },
            row: { OwnOutcomeAnswer($0) },
            run: { try await $0.desk.boards(for: $0.viewer).own }
        ),
        .reads(
            "readBoard",
            "/boards/{board}",
            .boards,
            "A board with its cases; your own case is not among them.",
            callers: "Its calibrators and whoever convenes boards."
        ) { BoardAnswer(try await $0.desk.board($0.path["board"] ?? "", for: $0.viewer)) },
        .lists(
            "listCases",
            "/boards/{board}/cases",
            .boards,
            "A board's cases in lines; your own case is not among them.",
            callers: "Its calibrators and whoever convenes boards.",
            key: { (line: BoardView.Line) in line.person.id.text },
            row: { BoardCaseRow($0) },
            run: { try await $0.desk.board($0.path["board"] ?? "", for: $0.viewer).cases }
        ),
        .reads(
            "readCase",
            "/boards/{board}/cases/{person}",
            .boards,
            "One case; state and votes of others come after your own vote.",
            callers: "The board's calibrators, never about themselves."
        ) { call in
            BoardCaseAnswer(
                try await call.desk.boardCase(call.path["board"] ?? "", about: call.person, for: call.viewer)
            )
        },
    ]

    static let decisions: [Operation] = [
        .lists(
            "listDecisions",
            "/decisions",
            .decisions,
            "Decisions that you may read, the newest first.",
            callers: "Everybody; decisions of closed channels open for those who decided.",
            key: { (view: DecisionView) in
                Paging.newestFirst(Int64(view.record.content.day.days), view.record.id.text)
            },
            row: { DecisionAnswer($0) },
            run: { try await $0.desk.decisionLedger(for: $0.reader).decisions }
        ),
        .reads(
            "readDecision",
            "/decisions/{decision}",
            .decisions,
            "One decision with its checks, history and later talk.",
            callers: "Everybody; decisions of closed channels open for those who decided."
        ) { DecisionAnswer(try await $0.desk.decision(DecisionID($0.path["decision"] ?? ""), for: $0.reader)) },
    ]

    static let company: [Operation] = [
        .lists(
            "listAudits",
            "/audits",
            .company,
            "Audits that can be asked for.",
            callers: "People operations and representatives.",
            refusal: .notAllowed,
            key: { (audit: Audit) in audit.rawValue },
            row: { AuditLineAnswer($0) },
            run: { call in
                guard try await call.desk.opens(.audits, for: call.reader) else { throw DeskError.notAllowed }
                return Audit.allCases
            }
        ),
        .reads(
            "readAudit",
            "/audits/{audit}",
            .company,
            "One audit: findings, tables, limits. Leaves a receipt that everybody can see.",
            callers: "People operations; representatives without small groups.",
            refusal: .notAllowed
        ) { call in
            guard try await call.desk.opens(.audits, for: call.reader) else { throw DeskError.notAllowed }
            guard let audit = Audit(rawValue: call.path["audit"] ?? "") else { throw Problem.gone }
            return try await call.desk.audit(audit, for: call.reader)
        },
        .lists(
            "listChoiceGroups",
            "/choice/groups",
            .company,
            "What groups of five and more answered to the yearly question, once it is closed.",
            callers: "People operations and representatives.",
            key: { (row: ChoiceGroups.Row) in row.group },
            row: { ChoiceGroupAnswer($0) },
            run: { try await $0.desk.choices(for: $0.reader).groups.rows }
        ),
        .lists(
            "listTopics",
            "/network/topics",
            .company,
            "What people call for, by channel, from five callers on.",
            callers: everybody,
            key: { (topic: TopicView) in topic.channel },
            row: { TopicAnswer($0) },
            run: { try await $0.desk.topics(for: $0.reader) }
        ),
        .reads(
            "readCalls",
            "/people/{person}/calls",
            .company,
            "Who is called by name, for what: counts and places, never who called.",
            callers: pair
        ) { CallAnswer(try await $0.desk.calls(to: $0.person, for: $0.reader)) },
    ]

    static let own: [Operation] = [
        .reads(
            "readSettings",
            "/settings",
            .own,
            "What is switched on for you, and for the whole workspace.",
            callers: everybody
        ) {
            SettingsAnswer(try await $0.desk.settings(of: $0.viewer))
        },
        .lists(
            "listAverages",
            "/me/pay/averages",
            .own,
            "Averages of the category that your pay belongs to, from five people on. Leaves a receipt that you can see.",
            callers: everybody,
            key: { (line: AverageLine) in line.row.group },
            row: { AverageAnswer($0.row, currency: $0.currency) },
            run: { call in
                let pay = try await call.desk.payStatement(of: call.viewer, for: call.reader)
                return pay.averages.rows.map { AverageLine(row: $0, currency: pay.pay?.currency) }
            }
        ),
        .lists(
            "listLooks",
            "/me/looks",
            .own,
            "Who looked at your pay, the newest first.",
            callers: everybody,
            key: { (look: NumberedLook) in look.key },
            row: { LookAnswer($0.look) },
            run: { call in
                try await call.desk.looks(at: call.viewer, for: call.reader).enumerated()
                    .map { NumberedLook(number: $0, look: $1) }
            }
        ),
    ]
}

/// An average with the currency of the reader's own pay, in which it is told.
private struct AverageLine: Sendable {
    let row: CategoryAverages.Row
    let currency: String?
}

/// A receipt has no name of its own: its place from the newest on tells two of one moment apart.
private struct NumberedLook: Sendable {
    let number: Int
    let look: Look

    var key: String { Paging.newestFirst(look.moment, String(number)) }
}
