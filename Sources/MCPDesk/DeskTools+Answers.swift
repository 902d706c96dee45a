import Answers
import Desk
import Evidence
import Ladder
import MCP
import Signals
import Workspace

extension DeskTools {
    func me() async throws -> ToolAnswer {
        let people = try await desk.people()
        guard let own = people.first(where: { $0.id == person }) else { throw Self.nobody }
        var reports: [Person] = []
        for one in people where one.manager == person {
            if try await desk.opens(.evidence, of: one.id, for: viewer) { reports.append(one) }
        }
        return try AnswerForm.answer(
            "Who you speak for, and whose records are open.",
            AssistantAnswer(
                person: PersonAnswer(own),
                reports: reports.map(ColleagueLine.init),
                today: CivilDate(microseconds: try await desk.now()).description
            )
        )
    }

    func week() async throws -> ToolAnswer {
        try AnswerForm.answer(
            "The week of the person you speak for.",
            WeekAnswer(try await desk.week(of: person, for: viewer))
        )
    }

    func ledger(_ arguments: ToolArguments) async throws -> ToolAnswer {
        let subject = try await subject(arguments, to: .evidence)
        let wish = try LedgerWish(arguments)
        let entries = try await desk.evidence(about: subject, for: viewer)
        let name = try await desk.name(of: subject) ?? subject.text
        let page = wish.page(of: entries, about: subject, name: name)
        return try AnswerForm.answer(
            "\(page.entries.count) of \(page.total) pieces of evidence, newest first."
                + (page.next == nil ? "" : " Ask again with “after” for more."),
            page
        )
    }

    func entry(_ arguments: ToolArguments) async throws -> ToolAnswer {
        let subject = try await subject(arguments, to: .evidence)
        let id = EntryID(arguments.text("id") ?? "")
        return try AnswerForm.answer(
            "One piece of evidence, with what was done to it.",
            EntryViewAnswer(try await desk.entry(id, about: subject, for: viewer))
        )
    }

    func prep(_ arguments: ToolArguments) async throws -> ToolAnswer {
        let subject = try await subject(arguments, to: .prep)
        return try AnswerForm.answer(
            "Preparation of a 1:1; both sides read the same facts.",
            PrepAnswer(try await desk.prep(subject, for: viewer))
        )
    }

    func clock(_ arguments: ToolArguments) async throws -> ToolAnswer {
        let subject = try await subject(arguments, to: .person)
        let target = try arguments.text("target").map { text in try Target(text, in: desk.ladder) }
        return try AnswerForm.answer(
            "What the evidence says about a level; a state with its sources, no score.",
            ClockAnswer(try await desk.clock(of: subject, target: target, for: viewer))
        )
    }

    func ladder() async throws -> ToolAnswer {
        guard try await desk.opens(.ladder, for: viewer) else { throw Self.nobody }
        return try AnswerForm.answer("The ladder in outline.", LadderAnswer(desk.ladder))
    }

    func level(_ arguments: ToolArguments) async throws -> ToolAnswer {
        guard try await desk.opens(.ladder, for: viewer) else { throw Self.nobody }
        guard let track = arguments.text("track").flatMap(LadderTrack.init), let number = arguments.whole("level"),
            let level = LevelAnswer(track, level: number, family: arguments.text("family"), in: desk.ladder)
        else { throw ToolRefusal("The ladder has no such level on this track.") }
        return try AnswerForm.answer("What one level asks for.", level)
    }

    func brief(_ arguments: ToolArguments) async throws -> ToolAnswer {
        guard try await desk.opens(.week, of: person, for: viewer) else { throw Self.nobody }
        guard let brief = try await brief(person, try Self.day("day", arguments)) else {
            throw ToolRefusal("No brief was made for that day.")
        }
        return try AnswerForm.answer("News of a day, in its sources' words.", brief)
    }

    func requests() async throws -> ToolAnswer {
        try AnswerForm.answer(
            "What the person you speak for was asked about colleagues.",
            OwnRequestsAnswer(requests: try await desk.requests(to: person, for: viewer).map(RequestView.init))
        )
    }
}

/// What of a ledger is wanted.
private struct LedgerWish {
    private let since: CivilDate?
    private let until: CivilDate?
    private let kind: SignalKind?
    private let words: String?
    private let limit: Int
    private let after: String?

    init(_ arguments: ToolArguments) throws(ToolRefusal) {
        since = try DeskTools.day("since", arguments)
        until = try DeskTools.day("until", arguments)
        kind = arguments.text("kind").flatMap(SignalKind.init)
        words = arguments.text("containing")?.lowercased()
        limit = arguments.whole("limit") ?? 20
        after = arguments.text("after")
    }

    /// The page; ids begin with the time, so their order is that of what happened.
    func page(of entries: [LedgerEntry], about person: PersonID, name: String) -> LedgerPageAnswer {
        let fitting = entries.filter(fits).sorted { $0.id > $1.id }
        let rest = after.map { after in fitting.filter { $0.id.text < after } } ?? fitting
        let shown = rest.prefix(limit)
        return LedgerPageAnswer(
            person: person.text,
            name: name,
            total: fitting.count,
            entries: shown.map(EntryAnswer.init),
            next: rest.count > shown.count ? shown.last?.id.text : nil
        )
    }

    /// What its subject was not shown yet, and what is gone, opens for nobody.
    private func fits(_ entry: LedgerEntry) -> Bool {
        guard entry.state != .captured, entry.state != .withdrawn else { return false }
        let day = CivilDate(microseconds: entry.moment)
        return since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
            && kind.map { entry.kind == $0 } ?? true
            && words.map { entry.quote.lowercased().contains($0) } ?? true
    }
}
