import ArgumentParser
import Desk
import Evidence
import Reviews
import Workspace

/// What every step takes: the review, who acts, and the version that was before their eyes.
struct ReviewStepOptions: ParsableArguments {
    @OptionGroup var globals: GlobalOptions
    @OptionGroup var viewer: ViewerOptions

    @Argument(help: "The review, such as ana.v1.")
    var review: String

    @Option(
        help:
            "The version that you worked on; the last one without it. With another one kept by now, nothing is changed."
    )
    var version: Int?

    func take(_ step: ReviewStep) async throws {
        let desk = try await globals.desk()
        let actor = try await viewer.person(desk)
        let id = ReviewID(review)
        let last = try await desk.review(id, for: actor).review.version
        let kept = try await desk.take(step, on: id, version: version ?? last, by: actor)
        if globals.json { return try await ReviewWords.show(id, desk, actor, json: true) }
        Console.line("\(id), version \(kept.version): \(kept.state.words).")
        let untouched = kept.untouched
        if kept.state == .writing, !untouched.isEmpty {
            Console.line("Your hand is missing in: \(untouched.joined(separator: ", ")).")
        }
    }
}

extension ReviewCommand {
    struct Keep: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Tell a piece of evidence.")
        @OptionGroup var step: ReviewStepOptions
        @Argument(help: "The evidence, as `review show` names it.")
        var entry: String
        func run() async throws { try await step.take(.choose(EntryID(entry), .keep)) }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Leave a piece of evidence out.")
        @OptionGroup var step: ReviewStepOptions
        @Argument(help: "The evidence.")
        var entry: String
        @Flag(help: "Take the decision back instead.")
        var undo = false
        func run() async throws { try await step.take(.choose(EntryID(entry), undo ? nil : .drop)) }
    }

    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add your own words to a piece of evidence.")
        @OptionGroup var step: ReviewStepOptions
        @Argument(help: "The evidence.")
        var entry: String
        @Argument(help: "Your words; empty to take them away.")
        var words: String
        func run() async throws { try await step.take(.note(EntryID(entry), words)) }
    }

    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put your words into the place of a sentence; the check looks at them again."
        )
        @OptionGroup var step: ReviewStepOptions
        @Argument(help: "The sentence's number, as `review show` gives it.")
        var line: Int
        @Argument(help: "Your words.")
        var words: String
        @Option(help: "The evidence that it cites, once for each; without it what it cited before.")
        var source: [String] = []
        func run() async throws {
            let sources = source.isEmpty ? nil : source.map { EntryID($0) }
            try await step.take(.edit(line: line, words, sources: sources))
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a sentence of yours to a part.")
        @OptionGroup var step: ReviewStepOptions
        @Argument(help: "The part, such as summary or competency:craft.")
        var part: String
        @Argument(help: "Your words.")
        var words: String
        @Option(help: "The evidence that it cites, once for each.")
        var source: [String] = []
        func run() async throws {
            try await step.take(.add(block: part, words, sources: source.map { EntryID($0) }))
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a sentence out.")
        @OptionGroup var step: ReviewStepOptions
        @Argument(help: "The sentence's number.")
        var line: Int
        func run() async throws { try await step.take(.remove(line: line)) }
    }

    struct Compose: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put the program's sentences together anew from the evidence of today; yours stay."
        )
        @OptionGroup var step: ReviewStepOptions
        func run() async throws { try await step.take(.compose) }
    }

    struct Share: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let the other side read it.")
        @OptionGroup var step: ReviewStepOptions
        func run() async throws { try await step.take(.share) }
    }

    struct TakeBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "take-back",
            abstract: "Take a shared review back to write on."
        )
        @OptionGroup var step: ReviewStepOptions
        func run() async throws { try await step.take(.takeBack) }
    }

    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that you read it, with a comment where you like; it is not agreeing."
        )
        @OptionGroup var step: ReviewStepOptions
        @Option(help: "Your comment; it is sealed with the review.")
        var comment = ""
        func run() async throws { try await step.take(.acknowledge(comment)) }
    }

    struct Seal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keep it for good, with a hash over its text.")
        @OptionGroup var step: ReviewStepOptions
        func run() async throws { try await step.take(.seal) }
    }
}
