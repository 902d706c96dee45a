import ArgumentParser
import Desk
import Records
import Workspace
import WriterEndpoint
import Writing

extension WriterCommand {
    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show what became of sentences, what it cost this month, and whether the model treats people alike.",
            discussion: """
                With --pairs N the configured model rewords N sentences twice, told of two persons who differ only in name, \
                pronoun and track. No personality words may appear, lengths have to stay within 0.9 and 1.1 of each other, the \
                tone within 0.02; otherwise the exit code is 1.
                """
        )

        @OptionGroup var globals: GlobalOptions

        @Option(help: "How many sentences to tell of two persons each; 200 make a fair trial.")
        var pairs: Int?

        func run() async throws {
            let desk = try await globals.desk()
            let report = try await desk.writerReport()
            var finding: SameEvidence.Finding?
            if let pairs {
                guard let writer = desk.writer else {
                    throw Failure(
                        .usage,
                        "no model rewords here. Choose one with `crosstie writer use URL --model NAME`."
                    )
                }
                let left = report.setting.monthlyTokens.map { Int(max(0, $0 - report.month.tokens)) }
                writer.allow(tokens: left)
                let names = try await desk.people().map(\.name)
                let material = try await desk.evenPairs(most: pairs, for: .console)
                finding = try await SameEvidence(writer, names: names).compare(material)
                try await desk.settleWriter()
            }
            if globals.json {
                try Console.json(WriterReportAnswer(try await desk.writerReport(), finding))
            } else {
                Self.show(try await desk.writerReport(), finding)
            }
            if let finding, !finding.isEven {
                throw Failure(.finding, "the model does not treat both persons of each pair alike.")
            }
        }

        private static func show(_ report: WriterReport, _ finding: SameEvidence.Finding?) {
            let setting = report.setting
            Console.line(
                setting.isOn
                    ? "\(setting.model ?? "") at \(setting.address ?? "") may reword composed sentences."
                    : "No model rewords anything here."
            )
            let limit = setting.monthlyTokens.map { " of \(Int($0).grouped)" } ?? ""
            let month = report.month
            Console.line("This month: \(Int(month.calls).grouped) calls, \(Int(month.tokens).grouped)\(limit) tokens.")
            if !report.counts.isEmpty {
                Console.line()
                Console.table(
                    ["model and prompt", "what became of it", "faults", "sentences"],
                    report.counts.map { [$0.stamp, $0.outcome, $0.faults, Int($0.count).grouped] }
                )
            }
            guard let finding else { return }
            Console.line()
            Console.table(
                ["the same evidence about two persons", ""],
                [
                    ["pairs", finding.pairs.grouped],
                    ["pairs that the model could tell apart", finding.seenApart.grouped],
                    ["sentences reworded", "\(finding.reworded.grouped) of \(finding.sentences.grouped)"],
                    ["pairs with the same words", finding.alike.grouped],
                    ["sentences with personality words", finding.personal.grouped],
                    ["length, one to the other", String(rounded(finding.lengthRatio))],
                    ["tone, one less the other", String(rounded(finding.toneDifference))],
                ]
            )
            Console.line(finding.isEven ? "Both are treated alike." : "They are not treated alike.")
        }

        private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
    }

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have the sentences of a person's draft reworded, and show both beside each other."
        )

        @OptionGroup var globals: GlobalOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            guard desk.writer != nil else {
                throw Failure(.usage, "no model rewords here. Choose one with `crosstie writer use URL --model NAME`.")
            }
            let person = try await desk.find(person)
            let (claims, brief) = try await desk.draftBrief(person.id, for: .console)
            let worded = try await desk.reword(claims, brief: brief, for: .console)
            var answers: [TriedSentence] = []
            for one in worded {
                var view: RewordingView?
                if let id = one.rewording { view = try await desk.rewording(id, about: person.id, for: .console) }
                answers.append(TriedSentence(one, view))
            }
            if globals.json { return try Console.json(answers) }
            for answer in answers {
                Console.line(Console.wrapped("composed: \(answer.original)", indent: 2))
                Console.line(Console.wrapped("stands:   \(answer.stands)", indent: 2))
                if let outcome = answer.outcome {
                    let reasons = answer.reasons.isEmpty ? "" : " (\(answer.reasons.joined(separator: " ")))"
                    Console.line(Console.wrapped("          \(outcome)\(reasons)", indent: 2))
                }
                Console.line()
            }
            let count = answers.count { $0.stands != $0.original }
            Console.line("\(count) of \(answers.count) sentences were reworded.")
        }
    }
}

/// A sentence of a trial.
struct TriedSentence: Encodable {
    let original: String
    let stands: String
    let rewording: String?
    let outcome: String?
    let reasons: [String]

    init(_ worded: Worded, _ view: RewordingView?) {
        original = worded.original.text
        stands = worded.sentence.text
        rewording = worded.rewording?.text
        outcome = view?.kept.outcome
        reasons = view?.reasons.last ?? []
    }
}

/// The report for programs.
struct WriterReportAnswer: Encodable {
    struct Count: Encodable {
        let stamp: String
        let outcome: String
        let faults: String
        let sentences: Int64
    }
    struct Evenness: Encodable {
        let pairs: Int
        let toldApart: Int
        let sentences: Int
        let reworded: Int
        let alike: Int
        let personality: Int
        let lengthRatio: Double
        let toneDifference: Double
        let even: Bool
    }

    let setting: WriterAnswer
    let calls: Int64
    let questionTokens: Int64
    let answerTokens: Int64
    let counts: [Count]
    let evenness: Evenness?

    init(_ report: WriterReport, _ finding: SameEvidence.Finding?) {
        setting = WriterAnswer(report.setting, stamp: "")
        calls = report.month.calls
        questionTokens = report.month.questionTokens
        answerTokens = report.month.answerTokens
        counts = report.counts.map {
            Count(stamp: $0.stamp, outcome: $0.outcome, faults: $0.faults, sentences: $0.count)
        }
        evenness = finding.map {
            Evenness(
                pairs: $0.pairs,
                toldApart: $0.seenApart,
                sentences: $0.sentences,
                reworded: $0.reworded,
                alike: $0.alike,
                personality: $0.personal,
                lengthRatio: $0.lengthRatio,
                toneDifference: $0.toneDifference,
                even: $0.isEven
            )
        }
    }
}
