import Intake
import Reviews
import Slack
import Workspace

/// The form in which somebody says what they saw of a colleague's work, and who may read it.
struct FeedbackForm: Sendable {
    static let callback = "give_feedback"
    static let title = "What you saw"

    /// Whose work.
    var person: Person
    /// The manager's name; nil where nobody is named.
    var manager: String?
    /// The request that it answers; nil where nobody asked.
    var request: FeedbackID?
    /// Why this colleague is asked, and what about.
    var reasons: [String] = []
    /// What is asked back.
    var question: String?
    /// What was filled in.
    var words = FeedbackWords()
    var lean: FeedbackAnswer.Lean?
    var visibility: FeedbackAnswer.Visibility?

    /// Who can read it, in words.
    static func readers(_ visibility: FeedbackAnswer.Visibility, _ person: String, _ manager: String?) -> String {
        switch visibility {
        case .person: "\(person) alone"
        case .personAndManager: "\(person) and \(manager ?? "whoever manages \(person)")"
        }
    }

    /// Comes back with the form and is not believed: whose request it is, the record says.
    var metadata: String {
        if let request { return "request \(request.text)" }
        return "\(question == nil ? "unasked" : "again") \(person.account?.text ?? "")"
    }

    var modal: Modal {
        Modal(
            Self.title,
            callback: Self.callback,
            blocks: [
                .section(
                    .bold(question ?? "What did you see of \(person.name)'s work?")
                        + Mrkdwn(reasons.map { "\n" + $0 }.joined())
                ),
                .input("Which piece of work was it?", field("work", words.work), optional: true),
                .input("What did they do that you saw?", field("behaviour", words.behaviour)),
                .input("What came of it?", field("effect", words.effect), optional: true),
                .input(
                    "What would you say of it?",
                    .radios(
                        "lean",
                        [
                            Option("Go on like this", FeedbackAnswer.Lean.goOn.rawValue),
                            Option("Next time something else", FeedbackAnswer.Lean.change.rawValue),
                        ],
                        chosen: lean?.rawValue
                    )
                ),
                .input(
                    "Who may read it?",
                    .radios(
                        "visibility",
                        FeedbackAnswer.Visibility.allCases.reversed().map {
                            Option(
                                Self.readers($0, person.name, manager),
                                $0.rawValue,
                                below: $0 == .person ? notEvidence : "Kept as evidence, with your name."
                            )
                        },
                        chosen: visibility?.rawValue
                    ),
                    below: "Whoever reads it also reads who may."
                ),
            ],
            submit: "Send",
            metadata: metadata
        )
    }

    private var notEvidence: String {
        request == nil ? "A message from you; Crosstie does not keep it." : "Kept for them; never evidence."
    }

    private func field(_ id: String, _ words: String) -> BlockElement {
        .words(id, initial: words, most: FeedbackWords.longest)
    }
}

extension OpenView {
    /// What was filled in; nil where a choice is missing.
    var feedback: (words: FeedbackWords, lean: FeedbackAnswer.Lean, visibility: FeedbackAnswer.Visibility)? {
        guard let lean = self["lean"].text.flatMap({ FeedbackAnswer.Lean(rawValue: $0) }),
            let visibility = self["visibility"].text.flatMap({ FeedbackAnswer.Visibility(rawValue: $0) })
        else { return nil }
        let words = FeedbackWords(
            work: self["work"].text ?? "",
            behaviour: self["behaviour"].text ?? "",
            effect: self["effect"].text ?? ""
        )
        return (words, lean, visibility)
    }
}
