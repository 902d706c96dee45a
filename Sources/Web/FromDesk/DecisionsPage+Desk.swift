import Decisions
import Desk
import Evidence
import Workspace

extension DecisionPages {
    /// Pages of the ledger filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            list: { viewer in try await PageSource.refusing { try await DecisionsPage.fill(from: desk, viewer: viewer) }
            },
            begin: { viewer, fields in
                try await PageSource.refusing { try await Self.begin(viewer, fields, desk) }
            },
            decision: { viewer, decision in
                try await Self.hiding { try await DecisionPage.fill(decision, from: desk, viewer: viewer) }
            },
            step: { viewer, decision, fields in
                try await Self.hiding { try await Self.step(viewer, decision, fields, desk) }
            }
        )
    }

    private static func begin(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<DecisionsPage> {
        let reader = Access.Viewer.person(viewer)
        do {
            switch fields["step"] {
            case "confirm":
                var draft = DecisionDraft()
                draft.isNotBuilding = fields["refrains"] == "yes"
                let record = try await desk.confirmDecision(EntryID(fields["entry"]), draft, by: reader)
                return .done(.decision(record.id))
            case "dismiss":
                _ = try await desk.dismissDecision(EntryID(fields["entry"]), by: reader)
                return .done(.decisions)
            case "add":
                let record = try await desk.addDecision(DecisionDraft(fields), by: reader)
                return .done(.decision(record.id))
            default: throw RequestRefusal.notAForm
            }
        } catch let error as DecisionError {
            return .again(
                try await DecisionsPage.fill(from: desk, viewer: viewer, sent: fields, complaint: error.pageWords)
            )
        }
    }

    private static func step(
        _ viewer: PersonID,
        _ id: DecisionID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<DecisionPage> {
        let reader = Access.Viewer.person(viewer)
        do {
            switch fields["step"] {
            case "check":
                guard let outcome = DecisionOutcome(rawValue: fields["outcome"]) else { throw RequestRefusal.notAForm }
                let entries = fields.all("source").map { EntryID($0) }
                let words = fields["words"]
                _ = try await desk.checkDecision(id, outcome, words: words, entries: entries, by: reader)
            case "dissent": _ = try await desk.dissent(from: id, words: fields["words"], by: reader)
            case "set-aside": _ = try await desk.setAside([EntryID(fields["entry"])], of: id, by: reader)
            case "describe": _ = try await desk.describeDecision(id, DecisionDraft(fields), by: reader)
            default: throw RequestRefusal.notAForm
            }
            return .done(.decision(id))
        } catch DecisionError.noSuchDecision {
            throw PageRefusal.notFound
        } catch let error as DecisionError {
            return .again(
                try await DecisionPage.fill(id, from: desk, viewer: viewer, sent: fields, complaint: error.pageWords)
            )
        }
    }

    /// What may not be opened looks like what is not there.
    private static func hiding<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await PageSource.refusing(work)
        } catch DecisionError.noSuchDecision {
            throw PageRefusal.notFound
        }
    }
}

extension DecisionDraft {
    /// What a form says of a decision; a day that is none stays as it is.
    init(_ fields: FormFields) {
        self.init()
        words = fields["words"]
        day = fields.day("day")
        alternatives = Self.lines(fields["alternatives"])
        expected = fields["expected"]
        sign = fields["sign"]
        topic = fields["topic"]
        links = Self.lines(fields["links"])
        isNotBuilding = fields["refrains"] == "yes"
        isOpen = fields["open"] == "yes"
    }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

extension DecisionError {
    /// The sentence for a page: without commands, beginning with a capital letter.
    var pageWords: Words {
        switch self {
        case .noSuchProposal: "Nothing is proposed under this any more; somebody may have confirmed or dismissed it."
        case .taken: "A decision of the ledger rests on this already."
        case .needsPerson: "A person has to say this."
        default: Words(english: description.capitalisedFirst)
        }
    }
}

extension DecisionsPage {
    /// The ledger as the desk has it for the viewer.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: Words? = nil
    ) async throws -> DecisionsPage {
        let ledger = try await desk.decisionLedger(for: .person(viewer))
        let waiting = Set(ledger.due.map(\.record.id))
        let rest = ledger.decisions.filter { !waiting.contains($0.record.id) }
        var months: [(key: String, lines: [DecisionLine])] = []
        for view in rest {
            let key = DayMark(view.record.content.day).month
            if months.last?.key != key { months.append((key, [])) }
            months[months.count - 1].lines.append(DecisionLine(view))
        }
        return DecisionsPage(
            complaint: complaint,
            due: ledger.due.map { DecisionLine($0) },
            proposals: ledger.proposals.map { ProposalCard($0) },
            months: months.map { DecisionMonth(month: $0.key, lines: $0.lines) },
            entry: DecisionEntryForm(sent?["step"] == "add" ? sent : nil, today: ledger.today)
        )
    }
}

extension DecisionEntryForm {
    init(_ sent: FormFields?, today: CivilDate) {
        self.init(
            words: sent?["words"] ?? "",
            day: sent?["day"] ?? today.description,
            latest: DayMark(today),
            alternatives: sent?["alternatives"] ?? "",
            expected: sent?["expected"] ?? "",
            sign: sent?["sign"] ?? "",
            topic: sent?["topic"] ?? "",
            links: sent?["links"] ?? "",
            refrains: sent?["refrains"] == "yes",
            isOpen: sent.map { $0["open"] == "yes" } ?? true
        )
    }

    init(_ content: DecisionContent, today: CivilDate) {
        self.init(
            words: content.words,
            day: content.day.description,
            latest: DayMark(today),
            alternatives: content.alternatives.joined(separator: "\n"),
            expected: content.expected,
            sign: content.sign,
            topic: content.topic,
            links: content.links.joined(separator: "\n"),
            refrains: content.isNotBuilding,
            isOpen: content.isOpen
        )
    }
}

extension DecisionLine {
    init(_ view: DecisionView) {
        let reversals = view.later.count { $0.sort == .reversal }
        let talk: Words? = reversals == 0 ? nil : "Later talk may reverse it."
        let check: Words? = view.plan.due.map {
            "The check after \($0.checkpoint.days) days waits since \(DayMark($0.day))."
        }
        let waiting = [check, view.mayDecide ? talk : nil].compactMap(\.self)
        self.init(
            words: view.hasLostWords ? "A decision whose message is gone" : view.shortWords,
            link: .decision(view.record.id),
            day: DayMark(view.record.content.day),
            makers: view.makers,
            restraint: view.record.content.isNotBuilding ? "Not to build or do" : nil,
            mark: MoveMark(view.record.state),
            waiting: view.mayDecide && !waiting.isEmpty ? .joined(waiting) : nil
        )
    }
}

extension ProposalCard {
    init(_ view: ProposalView) {
        let lead = view.proposal.lead
        let more = view.proposal.entries.count - 1
        self.init(
            key: view.proposal.id.text,
            quote: lead.quote,
            day: DayMark(view.proposal.content.day),
            makers: view.deciders.map(\.name).joined(separator: ", "),
            channel: lead.channelName,
            place: lead.link.flatMap { Link($0) },
            refrains: view.proposal.content.isNotBuilding,
            others: more == 0
                ? nil
                : .counted(more, one: "One more message speaks of it.", other: "\(more) more messages speak of it.")
        )
    }
}

extension DecisionView {
    /// Who decided, by name.
    var makers: String { deciders.map(\.name).joined(separator: ", ") }

    /// The first line, of a length that fits a list.
    var shortWords: String {
        let line = words.split(separator: "\n").first.map(String.init) ?? words
        return line.count <= 160 ? line : String(line.prefix(159)) + "…"
    }
}

extension MoveMark {
    /// Where a decision stands.
    init(_ state: DecisionState) {
        switch state {
        case .stands: self.init(name: "Stands", meaning: "As it was made.", tone: "there")
        case .amended: self.init(name: "Amended", meaning: "It holds, changed.", tone: "there")
        case .reversedOnNewFacts:
            self.init(
                name: "Reversed on new facts",
                meaning: "Something became known that nobody could know.",
                tone: ""
            )
        case .reversedAsWrong:
            self.init(name: "Reversed as wrong", meaning: "Said openly, so that others need not repeat it.", tone: "")
        case .dismissed: self.init(name: "Dismissed", meaning: "No decision.", tone: "quiet")
        case .withdrawn: self.init(name: "Withdrawn", meaning: "Entered by mistake.", tone: "quiet")
        }
    }
}

extension DayMark {
    /// Such as `May 2026`.
    var month: String { text.split(separator: " ").dropFirst().joined(separator: " ") }
}
