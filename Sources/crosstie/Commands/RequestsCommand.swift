import Answers
import ArgumentParser
import Desk
import Evidence
import Workspace

struct RequestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: "Ask colleagues who were there, and answer what you were asked.",
        discussion: """
            A round asks up to five colleagues one question about one person: which of two statements comes closer to what \
            they saw, or that they did not see it. Nobody gets more than two requests a week, or two rounds in a row about \
            one person. Answers are shown to the person and settle like any other evidence.
            """,
        subcommands: [
            List.self, Rounds.self, Send.self, Answer.self, Accept.self, Contest.self, Settle.self, TakeBack.self,
            Automatic.self,
        ],
        defaultSubcommand: List.self
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what you were asked (--as PERSON); without it the rounds of the last 60 days."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            guard case .person(let own) = actor else {
                let rounds = try await desk.recentRounds(for: actor)
                if globals.json { return try Console.json(rounds.map(RequestRoundAnswer.init)) }
                return RequestWords.print(rounds)
            }
            let requests = try await desk.requests(to: own, for: actor)
            if globals.json { return try Console.json(requests.map(RequestView.init)) }
            RequestWords.print(requests)
        }
    }

    struct Rounds: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the rounds about a person, and what was answered."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            let view = try await desk.rounds(
                about: try await desk.find(person).id,
                for: try await viewer.viewer(desk)
            )
            if globals.json { return try Console.json(RoundsAnswer(view)) }
            RequestWords.print(view)
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask colleagues about a person, or with --due about everybody whose turn it is."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String?

        @Flag(help: "Every round that is due; only where the workspace lets the schedule send.")
        var due = false

        func run() async throws {
            let desk = try await globals.desk()
            let actor = try await viewer.viewer(desk)
            let sent: [SentRound]
            if due {
                sent = try await desk.sendDueRequests(for: actor)
            } else {
                guard let person else { throw Failure(.usage, "name the person, or add --due.") }
                sent = [try await desk.sendRequests(about: try await desk.find(person).id, by: actor)]
            }
            if globals.json { return try Console.json(sent.map(RequestRoundAnswer.init)) }
            if sent.isEmpty { Console.line("Nothing is due.") }
            for round in sent {
                let asked = round.requests.count
                Console.line(
                    "\(round.id): asked \(asked == 1 ? "one colleague" : "\(asked) colleagues") about \(round.question.name.lowercased()). They have \(RequestSchedule.daysToAnswer) days."
                )
            }
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer what you were asked: next, present or unseen, and a sentence if you like."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The request, as `crosstie requests --as YOU` names it.")
        var request: String

        @Argument(help: "next, present or unseen.")
        var sight: ColleagueSight

        @Argument(help: "What you saw, in one sentence.")
        var sentence = ""

        func run() async throws {
            let desk = try await globals.desk()
            let answer = try await desk.answerRequest(
                RequestID(request),
                sight,
                words: sentence,
                by: try await viewer.person(desk)
            )
            if globals.json { return try Console.json(AnswerView(answer, name: answer.voice.name)) }
            Console.line(
                answer.state == .captured
                    ? "Kept. It is shown without your name, once three others who report to the same person have answered."
                    : "Kept. The person sees it now; it counts after five working days unless contested."
            )
        }
    }
}
