import Decisions
import Desk
import Evidence
import Workspace

extension DecisionPage {
    /// One decision as the desk has it for the viewer; what was typed is kept in the form that it was typed in.
    static func fill(
        _ id: DecisionID,
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: Words? = nil
    ) async throws -> DecisionPage {
        DecisionPage(
            try await desk.decision(id, for: .person(viewer)),
            sent: sent ?? FormFields(),
            complaint: complaint
        )
    }

    init(_ view: DecisionView, sent: FormFields, complaint: Words?) {
        let content = view.record.content
        let typed = { (step: String) in sent["step"] == step ? sent["words"] : "" }
        let isDescribing = sent["step"] == "describe"
        self.init(
            decided: view.words,
            hasLostWords: view.hasLostWords,
            day: DayMark(content.day),
            makers: view.makers,
            restraint: content.isNotBuilding ? "Not to build or do" : nil,
            mark: MoveMark(view.record.state),
            readers: content.isOpen ? "Open to everybody who works here" : "For its deciders and whom they report to",
            complaint: complaint,
            facts: Self.facts(content),
            links: content.links.map { SourceLink(label: Words(said: $0), link: Link($0)) },
            timeline: DecisionTimeline(view.plan, decided: content.day, today: view.today),
            later: view.later.map { LaterCard($0) },
            action: .decision(view.record.id),
            check: Self.check(view, sent: sent, reason: typed("check")),
            dissents: view.record.dissents.map { StepLine($0, in: view) },
            dissent: view.record.state.isListed ? DissentForm(objection: typed("dissent")) : nil,
            sources: view.sources.map { EvidenceItem(open: $0) },
            losses: Self.losses(view).map(Words.init(english:)),
            completing: view.mayDecide && view.record.state.isListed
                ? isDescribing
                    ? DecisionEntryForm(sent, today: view.today) : DecisionEntryForm(content, today: view.today) : nil,
            history: view.record.events.map { StepLine($0, in: view) }
        )
    }

    private static func facts(_ content: DecisionContent) -> [Fact] {
        [
            content.topic.isEmpty ? nil : Fact(label: "About", words: Words(said: content.topic)),
            content.alternatives.isEmpty
                ? nil
                : Fact(
                    label: "What else was possible",
                    words: Words(said: content.alternatives.joined(separator: "; "))
                ),
            content.expected.isEmpty ? nil : Fact(label: "Expected", words: Words(said: content.expected)),
            content.sign.isEmpty ? nil : Fact(label: "To be seen by", words: Words(said: content.sign)),
        ].compactMap(\.self)
    }

    private static func check(_ view: DecisionView, sent: FormFields, reason: String) -> CheckForm? {
        guard view.mayDecide, view.record.state.isInForce else { return nil }
        let due = view.plan.due
        let chosen = Set(sent.all("source"))
        return CheckForm(
            asks: due.map { "The check after \($0.checkpoint.days) days waits since \(DayMark($0.day))." },
            outcomes: DecisionOutcome.allCases.filter { due != nil || $0 != .stands }.map {
                ChoiceOption(
                    value: $0.rawValue,
                    label: Words(phrase: $0.label),
                    isChosen: $0.rawValue == sent["outcome"]
                )
            },
            reason: reason,
            cites: view.later.map {
                CiteChoice(key: $0.id.text, label: $0.label, isChosen: chosen.contains($0.id.text))
            }
        )
    }

    private static func losses(_ view: DecisionView) -> String? {
        let all = view.record.content.entries.count
        var words: [String] = []
        if view.gone > 0 {
            words.append(
                view.gone == all
                    ? "Its sources are gone where they were said, so nothing confirms it here any more."
                    : "\(view.gone) of \(all) sources are gone where they were said; nothing rests on them any more."
            )
        }
        if view.contested > 0 {
            words.append(
                view.contested == 1
                    ? "One source is contested; until that is settled it confirms nothing."
                    : "\(view.contested) sources are contested; until that is settled they confirm nothing."
            )
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension LaterCard {
    init(_ talk: LaterTalk) {
        let meaning =
            talk.sort == .reversal ? "It has words of reversal" : "It reads as a later decision"
        let tie =
            switch talk.tie {
            case .thread: "was said in the same thread"
            case .matter: "names the same ticket, change or document"
            case .topic: "names the topic"
            case .words: "uses the same words"
            }
        self.init(
            key: talk.id.text,
            quote: talk.entry.quote,
            label: talk.label,
            meaning: "\(meaning), and \(tie).",
            spot: talk.entry.link.flatMap { Link($0) }
        )
    }
}

extension LaterTalk {
    /// Who, where, when.
    var label: String {
        "\(entry.voice.name), #\(entry.channelName), \(DayMark(CivilDate(microseconds: entry.moment)).text)"
    }
}

extension StepLine {
    init(_ event: DecisionEvent, in view: DecisionView) {
        let name = view.names[event.actor] ?? event.actor.description
        let outcome = Words(phrase: event.outcome?.words ?? "")
        let act: Words =
            switch event.act {
            case .entered: "\(name) entered it."
            case .confirmed: "\(name) confirmed it."
            case .dismissed: "\(name) dismissed it."
            case .described: "\(name) completed what is known of it."
            case .dissented: "\(name) saw it differently."
            case .checked:
                event.checkpoint.map { "\(name) checked it after \($0.days) days: \(outcome)." }
                    ?? "\(name) checked it between checks: \(outcome)."
            case .retracted: "\(name) took a check back."
            case .setAside: "\(name) set later talk aside: it changes nothing."
            case .withdrawn: "\(name) took it out of the ledger."
            }
        self.init(
            day: DayMark(CivilDate(microseconds: event.moment)),
            act: act,
            said: event.words.isEmpty ? nil : event.words
        )
    }
}

extension DecisionOutcome {
    /// The outcome as a choice.
    fileprivate var label: String {
        switch self {
        case .stands: "It stands as it was made"
        case .amended: "It holds, amended"
        case .reversedOnNewFacts: "Reversed: something became known that nobody could know then"
        case .reversedAsWrong: "Reversed: it was wrong when it was made"
        }
    }
}
