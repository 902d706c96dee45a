import Desk
import Evidence
import Workspace

extension RequestPages {
    /// Pages of requests filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            list: { viewer in try await PageSource.refusing { try await RequestsPage.fill(from: desk, viewer: viewer) }
            },
            answer: { viewer, fields in
                try await PageSource.refusing { try await Self.answer(viewer, fields, desk) }
            },
            rounds: { viewer, person in
                try await PageSource.refusing { try await RoundsPage.fill(person, from: desk, viewer: viewer) }
            },
            act: { viewer, person, fields in
                try await PageSource.refusing { try await Self.act(viewer, person, fields, desk) }
            }
        )
    }

    private static func answer(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<RequestsPage> {
        guard let sight = ColleagueSight(rawValue: fields["sight"]) else {
            let complaint: Words = "Choose one of the three answers. Your sentence was kept."
            return .again(
                try await RequestsPage.fill(from: desk, viewer: viewer, sent: fields, complaint: complaint)
            )
        }
        do {
            try await desk.answerRequest(RequestID(fields["request"]), sight, words: fields["words"], by: viewer)
            return .done(.requests)
        } catch let error as RequestError {
            return .again(
                try await RequestsPage.fill(from: desk, viewer: viewer, sent: fields, complaint: error.pageWords)
            )
        }
    }

    private static func act(
        _ viewer: PersonID,
        _ person: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<RoundsPage> {
        let request = RequestID(fields["request"])
        do {
            switch fields["step"] {
            case "send": _ = try await desk.sendRequests(about: person, by: .person(viewer))
            case "accept": try await desk.acceptAnswer(request, by: viewer)
            case "contest": try await desk.contestAnswer(request, reason: fields["words"], by: viewer)
            default: throw RequestRefusal.notAForm
            }
            return .done(.rounds(about: person))
        } catch let error as RequestError {
            return .again(
                try await RoundsPage.fill(person, from: desk, viewer: viewer, complaint: error.pageWords)
            )
        }
    }
}

extension RequestError {
    /// The sentence for a page: without commands, beginning with a capital letter.
    var pageWords: Words {
        switch self {
        case .noSuchRequest: "This question does not wait for you any more."
        case .noSuchAnswer: "This answer is not here any more."
        case .answered: "You answered this before. Thank you; there is nothing more to do."
        case .expired(_, let day): "This question was open until \(DayMark(day)). Nothing is held against anybody."
        case .notDue(let name, let next?):
            "Colleagues were asked about \(name) not long ago. The next round can go out on \(DayMark(next))."
        case .notAutomatic: "Requests are sent by people only."
        default: Words(english: description.capitalisedFirst)
        }
    }
}

extension RequestsPage {
    /// What the viewer was asked.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: Words? = nil
    ) async throws -> RequestsPage {
        let requests = try await desk.requests(to: viewer, for: .person(viewer))
        return RequestsPage(
            complaint: complaint,
            waiting: requests.filter { $0.standing == .open }.map { RequestCard($0, sent: sent) },
            past: requests.filter { $0.standing != .open }.prefix(30).map { RequestLine($0) }
        )
    }
}

extension RequestCard {
    init(_ own: OwnRequest, sent: FormFields?) {
        let mine = sent?["request"] == own.request.id.text ? sent : nil
        let choices: [(ColleagueSight, Words)] = [
            (.present, Words(english: own.question.present)), (.next, Words(english: own.question.next)),
            (.unseen, "I did not see it."),
        ]
        self.init(
            key: own.request.id.text,
            heading: own.heading,
            question: "In the last eight weeks, which is closer to what you saw \(own.person.name) do?",
            sent: DayMark(own.sent),
            until: DayMark(CivilDate(microseconds: own.request.expires)),
            options: choices.map { sight, label in
                ChoiceOption(value: sight.rawValue, label: label, isChosen: mine?["sight"] == sight.rawValue)
            },
            typed: mine?["words"] ?? "",
            isReport: own.isReport
        )
    }
}

extension RequestLine {
    init(_ own: OwnRequest) {
        let answer = own.request.answer
        let words: Words =
            switch answer?.sight {
            case nil: "It went by unanswered, which says nothing about anybody."
            case .unseen?: "You did not see it."
            case .next?, .present?:
                answer?.state == .captured
                    ? "You answered. It is shown with three others at least." : "You answered. Thank you."
            }
        self.init(
            heading: own.heading,
            sent: DayMark(own.sent),
            words: answer?.state == .withdrawn ? "You took your answer back." : words,
            said: answer.flatMap { $0.words.isEmpty ? nil : $0.words }
        )
    }
}

extension OwnRequest {
    /// Such as `Ana Berg, hard decisions`.
    fileprivate var heading: Words { "\(person.name), \(question.name.lowercasedFirst)" }
}

extension RoundsPage {
    /// Rounds about a person.
    static func fill(
        _ id: PersonID,
        from desk: Desk,
        viewer: PersonID,
        complaint: Words? = nil
    ) async throws -> RoundsPage {
        let view = try await desk.rounds(about: id, for: .person(viewer))
        let isSubject = viewer == id
        return RoundsPage(
            person: PersonLink(name: view.person.name, link: .person(id)),
            readerIsSubject: isSubject,
            complaint: complaint,
            action: .rounds(about: id),
            isDue: view.isDue,
            pause: view.isDue
                ? nil
                : view.next.map { "The next round can go out on \(DayMark($0))." }
                    ?? "What is known is clear enough for now, so nobody needs to be asked.",
            rounds: view.rounds.map { RoundCard($0, isSubject: isSubject) }
        )
    }
}

extension RoundCard {
    init(_ round: RoundsView.Round, isSubject: Bool) {
        let (sender, until) = (round.sender, DayMark(round.until))
        let asked = Words.counted(
            round.asked,
            one: "One colleague was asked by \(sender), open until \(until).",
            other: "\(round.asked) colleagues were asked by \(sender), open until \(until)."
        )
        let unseen = round.answers.count { $0.answer.sight == .unseen }
        let blind = Words.counted(unseen, one: "One did not see it.", other: "\(unseen) did not see it.")
        self.init(
            competency: Words(english: round.question.name),
            sent: DayMark(round.sent),
            summary: unseen == 0 ? asked : .joined([asked, blind]),
            held: round.held == 0
                ? nil
                : .counted(
                    round.held,
                    one: "One answer waits to be shown together with others, so that nobody stands out.",
                    other: "\(round.held) answers wait to be shown together with others, so that nobody stands out."
                ),
            answers: round.answers.filter { $0.answer.sight != .unseen }.map { AnswerCard($0, isSubject: isSubject) }
        )
    }
}

extension AnswerCard {
    init(_ shown: RoundsView.Answer, isSubject: Bool) {
        let answer = shown.answer
        self.init(
            key: answer.request.text,
            name: shown.name,
            day: DayMark(CivilDate(microseconds: answer.moment)),
            sight: answer.sight == .next
                ? "closer to the next level’s statement" : "closer to the present level’s statement",
            said: answer.words.isEmpty ? nil : answer.words,
            state: StateMark(
                answer.state,
                countsFrom: answer.state == .shown ? answer.settlesAt.map { CivilDate(microseconds: $0) } : nil
            ),
            canAnswer: isSubject && (answer.state == .shown || answer.state == .settled)
        )
    }
}
