import Answers
import Decisions
import Desk
import Evidence
import Workspace

/// Decisions on the terminal.
enum DecisionWords {
    static func print(_ ledger: DecisionLedger, onlyDue: Bool) {
        let count = ledger.due.count
        Console.heading(count == 0 ? "No check is due." : count == 1 ? "One check is due" : "\(count) checks are due")
        for view in ledger.due {
            line(view)
            if let due = view.plan.due {
                Console.line("    due since \(due.day): the check after \(due.checkpoint.days) days")
            }
            for talk in view.later where talk.sort == .reversal { print(talk) }
        }
        guard !onlyDue else { return }
        var month = ""
        for view in ledger.decisions {
            let this = String(view.record.content.day.description.prefix(7))
            if this != month {
                Console.line()
                Console.heading(this)
                month = this
            }
            line(view)
        }
        guard !ledger.proposals.isEmpty else { return }
        Console.line()
        Console.heading("Proposed: \(ledger.proposals.count). Confirm or dismiss each by its id.")
        for proposal in ledger.proposals { print(proposal) }
    }

    static func print(_ view: DecisionView) {
        let content = view.record.content
        Console.heading("\(view.record.id): \(view.record.state.words), of \(content.day)")
        Console.line(
            Console.wrapped(
                view.hasLostWords
                    ? "The words were a message's, and the message is gone. Describe the decision in your own words to keep it."
                    : view.words,
                indent: 2
            )
        )
        Console.line("  decided by \(view.deciders.map(\.name).joined(separator: ", "))")
        if content.isNotBuilding { Console.line("  decided not to build, buy or do") }
        if !content.topic.isEmpty { Console.line("  about \(content.topic)") }
        for alternative in content.alternatives {
            Console.line(Console.wrapped("instead of: \(alternative)", indent: 2))
        }
        if !content.expected.isEmpty { Console.line(Console.wrapped("expected: \(content.expected)", indent: 2)) }
        if !content.sign.isEmpty { Console.line(Console.wrapped("to be seen by: \(content.sign)", indent: 2)) }
        for link in content.links { Console.line("  \(link)") }
        for check in view.plan.checks {
            let said = check.said.map { ": \($0.outcome?.words ?? "")" } ?? ""
            Console.line("  after \(check.checkpoint.days) days, \(check.day): \(check.standing.words)\(said)")
        }
        history(view)
        for entry in view.sources { Console.line(Console.wrapped("– “\(entry.quote)” (\(entry.id))", indent: 2)) }
        if view.gone > 0 {
            Console.line(
                "  \(view.gone) of \(content.entries.count) sources are gone at their source; nothing rests on them any more."
            )
        }
        if view.contested > 0 { Console.line("  \(view.contested) of \(content.entries.count) sources are contested.") }
        for talk in view.later { print(talk) }
    }

    private static func history(_ view: DecisionView) {
        for event in view.record.events {
            let name = view.names[event.actor] ?? event.actor.description
            let outcome = event.outcome.map { " \($0.words)" } ?? ""
            let about = event.about.map { " \($0)" } ?? ""
            Console.line(
                Console.wrapped(
                    "\(event.position). \(CivilDate(microseconds: event.moment)) \(event.act.rawValue)\(outcome)\(about) by \(name). \(event.words)",
                    indent: 2
                )
            )
        }
    }

    static func kept(_ record: DecisionRecord, json: Bool) throws {
        if json { return try Console.json(DecisionAnswer.Record(record)) }
        Console.line("\(record.id): \(record.state.words), of \(record.content.day).")
    }

    private static func line(_ view: DecisionView) {
        let names = view.deciders.map(\.name).joined(separator: ", ")
        let mark = view.record.content.isNotBuilding ? ", not to build" : ""
        Console.line("  \(view.record.id)  \(view.record.content.day)  \(view.record.state.words)\(mark)  \(names)")
        Console.line(Console.wrapped(view.hasLostWords ? "(its message is gone)" : short(view.words), indent: 4))
    }

    private static func print(_ view: ProposalView) {
        let names = view.deciders.map(\.name).joined(separator: ", ")
        let mark = view.proposal.content.isNotBuilding ? ", perhaps not to build" : ""
        Console.line("  \(view.proposal.id)  \(view.proposal.content.day)  \(names)\(mark)")
        Console.line(Console.wrapped("“\(short(view.proposal.lead.quote))”", indent: 4))
    }

    private static func print(_ talk: LaterTalk) {
        let words = talk.sort == .reversal ? "may reverse it" : "decides about it again"
        Console.line(
            Console.wrapped(
                "later talk that \(words), \(talk.tie.words) (\(talk.id)): “\(short(talk.entry.quote))”",
                indent: 4
            )
        )
    }

    /// The first line of a long text.
    private static func short(_ text: String) -> String {
        let line = text.split(separator: "\n").first.map(String.init) ?? text
        return line.count <= 220 ? line : String(line.prefix(219)) + "…"
    }
}

extension DecisionPlan.Standing {
    var words: String {
        switch self {
        case .ahead: "ahead"
        case .due: "due"
        case .taken: "taken"
        case .passed: "went by; a later check stands for it"
        case .dropped: "dropped, since it was reversed"
        }
    }
}

extension LaterTalk.Tie {
    var words: String {
        switch self {
        case .thread: "in the same thread"
        case .matter: "about the same matter"
        case .topic: "naming the topic"
        case .words: "in the same words"
        }
    }
}
