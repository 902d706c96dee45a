import ArgumentParser
import Desk
import Evidence
import Workspace

extension RequestsCommand {
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Agree with an answer about yourself; it settles at once."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request that it answers.")
        var request: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.acceptAnswer(RequestID(request), by: try await viewer.person(desk))
            try RequestWords.done("settled", RequestID(request), json: globals.json)
        }
    }

    struct Contest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Object to an answer about yourself; it counts for nothing until somebody looked into it."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request that it answers.")
        var request: String

        @Option(help: "Why.")
        var words: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.contestAnswer(RequestID(request), reason: words, by: try await viewer.person(desk))
            try RequestWords.done("contested", RequestID(request), json: globals.json)
        }
    }

    struct Settle: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Settle an objection: the answer stands, or it goes. For people operations."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request.")
        var request: String

        @Flag(inversion: .prefixedNo, help: "Whether the answer stands.")
        var stands: Bool

        @Option(help: "Why.")
        var words: String

        func run() async throws {
            let desk = try await globals.desk()
            let id = RequestID(request)
            try await desk.settleObjection(id, stands: stands, reason: words, by: try await viewer.viewer(desk))
            try RequestWords.done(stands ? "settled" : "withdrawn", id, json: globals.json)
        }
    }

    struct TakeBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "take-back",
            abstract: "Take your own answer back; its words go."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request.")
        var request: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.withdrawAnswer(RequestID(request), by: try await viewer.person(desk))
            try RequestWords.done("withdrawn", RequestID(request), json: globals.json)
        }
    }

    struct Automatic: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Let `requests send --due` send by schedule (on), or stop it (off); off unless somebody turned it on."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "on or off; without it, what is set.")
        var setting: Setting?

        enum Setting: String, ExpressibleByArgument { case on, off }

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            if let setting { try await desk.set(asksAutomatically: setting == .on, by: actor) }
            let isOn = try await desk.asksAutomatically(for: actor)
            if globals.json { return try Console.json(["automatic": isOn]) }
            Console.line(isOn ? "Requests may be sent by schedule." : "Requests are sent by people only.")
        }
    }
}

/// Requests on the terminal.
enum RequestWords {
    static func print(_ requests: [OwnRequest]) {
        if requests.isEmpty { return Console.line("Nobody asked you anything yet.") }
        for own in requests {
            let question = own.question
            Console.heading(
                "\(own.request.id): \(own.person.name), \(question.name): \(own.standing.words(own.request))"
            )
            guard own.standing == .open else { continue }
            Console.line(
                Console.wrapped(
                    "In the last eight weeks, which is closer to what you saw \(own.person.name) do?",
                    indent: 2
                )
            )
            Console.line(Console.wrapped("present: \(question.present)", indent: 4))
            Console.line(Console.wrapped("next: \(question.next)", indent: 4))
            Console.line("    unseen: I did not see it.")
            if own.isReport {
                Console.line("    Your answer is shown without your name, together with three others at least.")
            }
        }
    }

    static func print(_ rounds: [SentRound]) {
        if rounds.isEmpty { return Console.line("No round was sent in the last 60 days.") }
        Console.table(
            ["round", "sent", "about", "competency", "asked", "answered"],
            rounds.map {
                [
                    $0.id.text, CivilDate(microseconds: $0.sent).description, $0.subject.text, $0.question.name,
                    "\($0.requests.count)", "\($0.requests.count { $0.answer != nil })",
                ]
            }
        )
    }

    static func print(_ view: RoundsView) {
        Console.heading(
            "\(view.person.name): \(view.rounds.count == 1 ? "one round" : "\(view.rounds.count) rounds") of requests"
        )
        if view.isDue { Console.line("  It is time to ask: crosstie requests send \(view.person.id)") }
        if let next = view.next { Console.line("  The next round can go out on \(next).") }
        for round in view.rounds {
            Console.line()
            Console.heading("\(round.id), \(round.question.name), sent \(round.sent) by \(round.sender)")
            Console.line("  asked \(round.asked), open until \(round.until)")
            if round.held > 0 {
                Console.line(
                    "  \(round.held) waiting to be shown together with others, so that nobody stands out"
                )
            }
            for answer in round.answers {
                let words = answer.answer.words.isEmpty ? "" : " “\(answer.answer.words)”"
                Console.line(
                    Console.wrapped(
                        "\(answer.name): \(answer.answer.sight.words) (\(answer.answer.state.rawValue), \(answer.answer.request)).\(words)",
                        indent: 4
                    )
                )
            }
        }
    }

    static func done(_ word: String, _ id: RequestID, json: Bool) throws {
        if json { return try Console.json(["request": id.text, "state": word]) }
        Console.line("The answer to \(id) is \(word).")
    }
}

extension ColleagueRequest.Standing {
    func words(_ request: ColleagueRequest) -> String {
        switch self {
        case .open: "open until \(CivilDate(microseconds: request.expires))"
        case .answered: "answered, thank you"
        case .expired: "went by"
        }
    }
}

extension ColleagueSight {
    var words: String {
        switch self {
        case .next: "closer to the next level's statement"
        case .present: "closer to the present level's statement"
        case .unseen: "did not see it"
        }
    }
}
