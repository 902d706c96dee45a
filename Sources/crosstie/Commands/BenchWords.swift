import ArgumentParser
import Desk
import OneOnOnes
import Records
import Workspace
import Writing

/// How long a 1:1 preparation and a review draft take for the person with most evidence, from the record to the words.
struct BenchWords: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "words", shouldDisplay: false)

    @OptionGroup var globals: GlobalOptions
    @Option(help: "How often each is written.") var times = 20

    func run() async throws {
        let desk = try await globals.desk()
        let records = try await globals.records(create: false)
        var most: (person: PersonID, items: Int) = ("", 0)
        for person in try await records.people() {
            let count = try await desk.evidence(about: person.id, for: .console).count
            if count > most.items { most = (person.id, count) }
        }
        let subject = most.person
        let today = CivilDate(microseconds: BenchCompany(people: 1).now)
        let start = CivilDate(days: today.days - 365)
        var words = (prep: 0, draft: 0)
        let prep = try await measure { words.prep = try await desk.prep(subject, for: .console).prep.wordCount }
        let draft = try await measure {
            let draft = try await desk.draft(subject, from: start, to: today, for: .console).draft
            words.draft = draft.sentences.reduce(0) { $0 + $1.text.split(separator: " ").count }
        }
        try Console.json(
            Answer(
                items: most.items,
                prepWords: words.prep,
                prepMillisecondsMedian: prep.median,
                prepMillisecondsMost: prep.most,
                draftWords: words.draft,
                draftMillisecondsMedian: draft.median,
                draftMillisecondsMost: draft.most
            )
        )
    }

    private func measure(_ work: () async throws -> Void) async throws -> (median: Double, most: Double) {
        var taken: [Double] = []
        for _ in 0..<max(1, times) {
            let begin = ContinuousClock.now
            try await work()
            taken.append((ContinuousClock.now - begin).seconds * 1000)
        }
        taken.sort()
        return (taken[taken.count / 2], taken[taken.count - 1])
    }

    private struct Answer: Encodable {
        let items: Int
        let prepWords: Int
        let prepMillisecondsMedian: Double
        let prepMillisecondsMost: Double
        let draftWords: Int
        let draftMillisecondsMedian: Double
        let draftMillisecondsMost: Double
    }
}
