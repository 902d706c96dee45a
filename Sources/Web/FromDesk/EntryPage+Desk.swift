import Desk
import Evidence
import Signals
import Workspace
import Writing

extension LedgerPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            record: { viewer, person, page, at in
                try await PageSource.refusing {
                    RecordPage(
                        try await desk.person(person, for: .person(viewer)),
                        viewer: viewer,
                        page: page,
                        at: at
                    )
                }
            },
            entry: { viewer, person, entry in
                try await PageSource.refusing {
                    EntryPage(try await desk.entry(entry, about: person, for: .person(viewer)))
                }
            },
            act: { viewer, person, entry, fields in
                try await PageSource.refusing { try await Self.act(viewer, person, entry, fields, desk) }
            }
        )
        objections = { viewer in
            try await PageSource.refusing { try await ObjectionsPage.fill(from: desk, viewer: viewer) }
        }
    }

    private static func act(
        _ viewer: PersonID,
        _ person: PersonID,
        _ entry: EntryID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<EntryPage> {
        let words = fields["words"]
        do {
            switch fields["step"] {
            case "stands", "goes":
                try await desk.answerObjection(
                    to: entry,
                    about: person,
                    stands: fields["step"] == "stands",
                    reason: words,
                    by: .person(viewer)
                )
                // What goes has no page any more.
                return .done(fields["step"] == "stands" ? .entry(entry, of: person) : .record(of: person))
            // Everything else is the subject's alone.
            case _ where viewer != person: throw PageRefusal.notAllowed
            case "accept": try await desk.accept(entry, by: viewer)
            case "contest": try await desk.contest(entry, reason: words, by: viewer)
            case "context": try await desk.addContext(words, to: entry, by: viewer)
            case "hide":
                try await desk.hide(entry, by: viewer)
                return .done(.record(of: person))
            default: throw RequestRefusal.notAForm
            }
            return .done(.entry(entry, of: person))
        } catch let error as EntryRefusal where error != .noSuchEntry {
            return .again(
                EntryPage(
                    try await desk.entry(entry, about: person, for: .person(viewer)),
                    complaint: error.pageWords,
                    typed: words
                )
            )
        }
    }
}

extension EntryRefusal {
    /// The sentence for a page.
    var pageWords: Words {
        switch self {
        case .noSuchEntry: "This piece of evidence is not here any more."
        case .noReason:
            "Write at least \(Objection.fewestWords) words, so that somebody can answer. Your words were kept."
        case .tooLong: "Keep it under \(Objection.longest) characters. Your words were kept."
        case .notNow: "Something else was done to it in the meantime. Look at it as it stands now."
        }
    }
}

extension RecordPage {
    /// A person's record as a desk has it.
    init(_ view: PersonView, viewer: PersonID, page: Int?, at episode: EpisodeID?) {
        let all = view.happenings
        let size = Self.episodesOnPage
        let place = episode.flatMap { id in all.firstIndex { $0.id == id } }.map { $0 / size + 1 }
        let last = max(1, (all.count + size - 1) / size)
        let number = min(max(1, place ?? page ?? 1), last)
        let from = (number - 1) * size
        let shown = all[min(from, all.count)..<min(from + size, all.count)]
        let id = view.person.id
        self.init(
            person: PersonLink(name: view.person.name, link: .person(id)),
            readerIsSubject: viewer == id,
            place: all.count > size
                ? "Episodes \(from + 1) to \(from + shown.count) of \(all.count), newest first"
                : .counted(all.count, one: "One episode", other: "\(all.count) episodes, newest first"),
            timeline: shown.map { EpisodeCard($0, viewer: viewer) },
            newer: number > 1 ? .record(of: id, page: number - 1) : nil,
            older: number < last ? .record(of: id, page: number + 1) : nil
        )
    }
}

extension EntryPage {
    /// A piece of evidence as a desk has it; `complaint` and `typed` are those of a form that could not be taken.
    init(_ view: EntryView, complaint: Words? = nil, typed: String = "") {
        let (entry, id) = (view.entry, view.person.id)
        let due = view.answerDue.map { DayMark($0) }
        self.init(
            person: PersonLink(name: view.person.name, link: .person(id)),
            readerIsSubject: view.isSubject,
            evidence: EvidenceItem(open: entry),
            confidence: entry.confidence >= 0.9
                ? "The reader was sure."
                : entry.confidence >= 0.7 ? "The reader was fairly sure." : "The reader was not very sure.",
            competencies: view.competencies,
            action: .entry(entry.id, of: id),
            back: .episode(entry.episode.text, of: id),
            steps: view.steps.map(EntryStep.init),
            complaint: complaint,
            typed: typed,
            mayAccept: view.mayAccept,
            objecting: view.mayContest ? Self.answering(view) : nil,
            mayAdd: view.mayAdd,
            due: due.map { "An answer is due by \($0)." },
            mayAnswer: view.mayAnswer
        )
    }

    /// Who answers an objection, and by when; nobody answers for their own words.
    private static func answering(_ view: EntryView) -> Words {
        let days = Objection.daysToAnswer
        guard let manager = view.person.manager, view.entry.voice.person != manager else {
            return
                "Whoever runs Crosstie answers within \(days) days, since your manager said the words or nobody leads you; until then it counts for nothing."
        }
        return "Your manager answers within \(days) days; until then it counts for nothing."
    }
}

extension EntryStep {
    fileprivate init(_ step: EntryView.Step) {
        let what: Words =
            switch step.act {
            case EvidenceAct.accept.rawValue: "\(step.name) agreed."
            case EvidenceAct.contest.rawValue: "\(step.name) objected."
            case EvidenceAct.uphold.rawValue: "\(step.name) looked into the objection: it stands."
            case EvidenceAct.correct.rawValue: "\(step.name) put it right."
            default: "\(step.name) added context."
            }
        self.init(day: DayMark(step.day), what: what, said: step.words.isEmpty ? nil : step.words)
    }
}

extension EntryDoor {
    /// The way to a piece's own page, for those who can do something there.
    init?(_ entry: LedgerEntry, viewer: PersonID) {
        let day = DayMark(CivilDate(microseconds: entry.moment))
        let what: Words = "what \(entry.voice.name) said on \(day)"
        let label: Words
        switch entry.state {
        case .shown, .settled, .corrected:
            guard viewer == entry.subject else { return nil }
            label = entry.state == .shown ? "Agree or object to \(what)" : "Object, add context or hide \(what)"
        case .contested:
            label = viewer == entry.subject ? "Your objection to \(what)" : "Answer the objection to \(what)"
        case .captured, .withdrawn: return nil
        }
        self.init(href: Link.entry(entry.id, of: entry.subject).href, label: label)
    }
}
