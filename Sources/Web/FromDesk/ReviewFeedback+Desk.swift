import Desk
import Reviews
import Workspace

extension ReviewFeedbackPage {
    /// What the viewer was asked for; `sent` keeps the words of a form that could not be taken.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: String? = nil
    ) async throws -> ReviewFeedbackPage {
        let requests = try await desk.feedbackRequests(to: viewer)
        return ReviewFeedbackPage(
            complaint: complaint,
            waiting: requests.filter(\.isWaiting).map { FeedbackCard($0, sent: sent) },
            past: requests.filter { !$0.isWaiting }.prefix(30).map { FeedbackLine($0) }
        )
    }
}

extension FeedbackCard {
    init(_ own: OwnFeedbackRequest, sent: FormFields?) {
        let mine = sent?["request"] == own.request.id.text ? sent : nil
        let kept = own.request.answer
        let lean = mine?["lean"] ?? kept?.lean.rawValue ?? ""
        let readers = mine?["readers"] ?? kept?.visibility.rawValue ?? ""
        let name = own.person.name
        let both = own.manager.map { "\(name) and \($0)" } ?? name
        let leans: [(FeedbackAnswer.Lean, String)] = [
            (.goOn, "Go on like this"), (.change, "Next time something else"),
        ]
        let visibilities: [(FeedbackAnswer.Visibility, String)] = [
            (.person, "\(name) alone. It never becomes evidence."),
            (.personAndManager, "\(both). It becomes evidence, with your name, and counts after five working days."),
        ]
        self.init(
            key: own.request.id.text,
            heading: "\(name), asked by \(own.asker)",
            reason: own.request.reason,
            about: own.request.about.isEmpty ? nil : own.request.about,
            until: DayMark(CivilDate(microseconds: own.request.expires)),
            question: own.question,
            work: mine?["work"] ?? kept?.words.work ?? "",
            behaviour: mine?["behaviour"] ?? kept?.words.behaviour ?? "",
            effect: mine?["effect"] ?? kept?.words.effect ?? "",
            leans: leans.map { FeedbackChoice(value: $0.rawValue, label: $1, isChosen: lean == $0.rawValue) },
            readers: visibilities.map {
                FeedbackChoice(value: $0.rawValue, label: $1, isChosen: readers == $0.rawValue)
            },
            held: mine?["held"] ?? kept?.heldUntil?.description ?? ""
        )
    }
}

extension FeedbackLine {
    init(_ own: OwnFeedbackRequest) {
        let answer = own.request.answer
        self.init(
            key: own.request.id.text,
            heading: "\(own.person.name), asked by \(own.asker)",
            words: Self.words(own.standing, answer),
            given: answer.flatMap { $0.words.isEmpty ? nil : $0.words.text },
            canTakeBack: own.standing == .answered || own.standing == .held
        )
    }

    init(_ asked: FeedbackView.Asked) {
        let answer = asked.request.answer
        self.init(
            key: asked.request.id.text,
            heading: "\(asked.colleague), asked by \(asked.asker)",
            words: asked.request.reason + " " + Self.words(asked.standing, answer),
            given: answer.flatMap { $0.words.isEmpty ? nil : $0.words.text },
            canTakeBack: false
        )
    }

    private static func words(_ standing: FeedbackRequest.Standing, _ answer: FeedbackAnswer?) -> String {
        let readers = answer.map { $0.visibility == .person ? "the person alone" : "the person and the manager" } ?? ""
        return switch standing {
        case .open: "It waits for an answer."
        case .askedBack: "One thing was asked back; it waits."
        case .held:
            "Given for \(readers), shown from \(answer?.heldUntil.map { DayMark($0).text } ?? "a later day") on."
        case .answered: "Given for \(readers)."
        case .declined: "They would rather not, which says nothing about anybody."
        case .expired: "It went by unanswered, which says nothing about anybody."
        case .withdrawn: "It was taken back."
        }
    }
}

extension ReviewFeedbackAboutPage {
    /// Feedback about a person as the viewer may see it.
    static func fill(
        _ id: PersonID,
        from desk: Desk,
        viewer: PersonID,
        sent: FormFields? = nil,
        complaint: String? = nil
    ) async throws -> ReviewFeedbackAboutPage {
        let view = try await desk.feedback(about: id, for: viewer)
        return ReviewFeedbackAboutPage(
            person: PersonLink(name: view.person.name, link: .person(id)),
            readerIsSubject: viewer == id,
            complaint: complaint,
            action: .feedback(about: id),
            nominees: view.nominees.map {
                FeedbackNominee(id: $0.person.id.text, name: $0.person.name, reason: $0.reason)
            },
            typed: sent?["words"] ?? "",
            asked: view.requests.map { FeedbackLine($0) }
        )
    }
}
