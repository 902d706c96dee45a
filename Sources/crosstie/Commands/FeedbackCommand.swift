public import ArgumentParser
import Desk
public import Reviews
import Workspace

struct FeedbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback",
        abstract: "Ask colleagues for words about a piece of work, and give them.",
        discussion: """
            The person or the manager asks; colleagues are proposed for work that both had a part in. Whoever gives says who \
            may read it, and it is read with their name. What is vague is asked back once and then taken as it is. Nobody gets \
            more than two requests of any sort a week.
            """,
        subcommands: [List.self, Ask.self, Answer.self, Decline.self, TakeBack.self],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "List what you were asked; with --person what was asked and given about somebody, and whom to ask."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String?

        func run() async throws {
            let desk = try await globals.desk()
            let own = try await viewer.person(desk)
            guard let person else {
                let requests = try await desk.feedbackRequests(to: own)
                if globals.json { return try Console.json(requests.map(FeedbackAnswerView.init)) }
                return FeedbackPrint.print(requests)
            }
            let view = try await desk.feedback(about: try await desk.find(person).id, for: own)
            if globals.json { return try Console.json(FeedbackListAnswer(view)) }
            FeedbackPrint.print(view)
        }
    }

    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ask colleagues about a person's work.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Whose work: id, e-mail address or unique name.")
        var person: String

        @Argument(help: "Whom to ask; `crosstie feedback list --person PERSON` proposes some.")
        var colleagues: [String]

        @Option(help: "What you would like to hear about.")
        var about = ""

        func run() async throws {
            _ = try await globals.keyFile().vault(of: try await globals.records(create: false))
            let desk = try await globals.desk()
            var asked: [PersonID] = []
            for name in colleagues { asked.append(try await desk.find(name).id) }
            let ids = try await desk.askForFeedback(
                about: try await desk.find(person).id,
                from: asked,
                about,
                by: try await viewer.person(desk)
            )
            if globals.json { return try Console.json(ids.map(\.text)) }
            Console.line("Asked: \(ids.map(\.text).joined(separator: ", ")). Each has two weeks for it.")
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which work it was, what they did, and what came of it."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request, as `crosstie feedback list` names it.")
        var request: String

        @Option(help: "Which work.")
        var work = ""

        @Option(help: "What they did.")
        var behaviour = ""

        @Option(help: "What came of it.")
        var effect = ""

        @Option(help: "go-on, or change for what should be done otherwise next time.")
        var lean: FeedbackAnswer.Lean = .goOn

        @Option(help: "Who may read it: person, or person-and-manager; the latter becomes evidence with your name.")
        var visibility: FeedbackAnswer.Visibility = .personAndManager

        @Option(help: "The first day on which it is shown, YYYY-MM-DD; at once without it.")
        var held: String?

        func run() async throws {
            let desk = try await globals.desk()
            let question = try await desk.giveFeedback(
                FeedbackID(request),
                FeedbackWords(work: work, behaviour: behaviour, effect: effect),
                lean,
                visibility: visibility,
                heldUntil: try held.map(Import.day),
                by: try await viewer.person(desk)
            )
            if globals.json { return try Console.json(["askedBack": question ?? ""]) }
            Console.line(Console.wrapped(question ?? "Kept. Thank you."))
            if question != nil { Console.line("Send it again, with more or as it is; then it is taken.") }
        }
    }

    struct Decline: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Rather not; says nothing about anybody.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request.")
        var request: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.declineFeedback(FeedbackID(request), by: try await viewer.person(desk))
            if !globals.json { Console.line("Kept.") }
        }
    }

    struct TakeBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "take-back",
            abstract: "Take back what you gave; its words go, also from what was written with them."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request.")
        var request: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.withdrawFeedback(FeedbackID(request), by: try await viewer.person(desk))
            if !globals.json { Console.line("Taken back.") }
        }
    }
}

extension FeedbackAnswer.Lean: ExpressibleByArgument {}
extension FeedbackAnswer.Visibility: ExpressibleByArgument {}

/// Feedback on the terminal.
enum FeedbackPrint {
    static func print(_ requests: [OwnFeedbackRequest]) {
        guard !requests.isEmpty else { return Console.line("Nobody asked you for feedback.") }
        for own in requests {
            Console.heading("\(own.request.id): \(own.person.name), asked by \(own.asker) (\(own.standing.rawValue))")
            Console.line(Console.wrapped(own.request.reason, indent: 2))
            if !own.request.about.isEmpty { Console.line(Console.wrapped("About: \(own.request.about)", indent: 2)) }
            if let question = own.question { Console.line(Console.wrapped(question, indent: 2)) }
        }
    }

    static func print(_ view: FeedbackView) {
        for asked in view.requests {
            Console.heading(
                "\(asked.request.id): \(asked.colleague), asked by \(asked.asker) (\(asked.standing.rawValue))"
            )
            Console.line(Console.wrapped(asked.request.reason, indent: 2))
            if let answer = asked.request.answer, !answer.words.isEmpty {
                Console.line(Console.wrapped("“\(answer.words.text)”", indent: 2))
            }
        }
        if view.requests.isEmpty { Console.line("Nobody was asked about \(view.person.name) yet.") }
        guard !view.nominees.isEmpty else { return }
        Console.line()
        Console.heading("Who was there")
        for nominee in view.nominees {
            Console.line(Console.wrapped("\(nominee.person.name) (\(nominee.person.id)): \(nominee.reason)", indent: 2))
        }
    }
}

/// What somebody was asked, for programs.
struct FeedbackAnswerView: Encodable {
    let id: String
    let person: String
    let asker: String
    let reason: String
    let about: String
    let standing: String
    let question: String?

    init(_ own: OwnFeedbackRequest) {
        id = own.request.id.text
        person = own.person.id.text
        asker = own.asker
        reason = own.request.reason
        about = own.request.about
        standing = own.standing.rawValue
        question = own.question
    }
}

/// Feedback about somebody, for programs.
struct FeedbackListAnswer: Encodable {
    struct Request: Encodable {
        let id: String
        let colleague: String
        let reason: String
        let standing: String
        let words: FeedbackWords?
    }
    struct Proposal: Encodable {
        let person: String
        let reason: String
    }

    let requests: [Request]
    let nominees: [Proposal]

    init(_ view: FeedbackView) {
        requests = view.requests.map { asked in
            Request(
                id: asked.request.id.text,
                colleague: asked.request.colleague.text,
                reason: asked.request.reason,
                standing: asked.standing.rawValue,
                words: asked.request.answer.flatMap { $0.words.isEmpty ? nil : $0.words }
            )
        }
        nominees = view.nominees.map { Proposal(person: $0.person.id.text, reason: $0.reason) }
    }
}
