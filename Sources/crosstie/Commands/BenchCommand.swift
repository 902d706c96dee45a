import ArgumentParser
import Desk
import Evidence
import Growth
import Records
import Workspace
import Writing

/// Measures clocks and words of a company of any size; for those who work on the program.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure clocks and words on an invented company.",
        shouldDisplay: false,
        subcommands: [BenchFill.self, BenchClock.self, BenchWords.self]
    )
}

/// Writes an invented company into an empty database.
struct BenchFill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fill", shouldDisplay: false)

    @OptionGroup var globals: GlobalOptions
    @Option(help: "How many people work there.") var people = 5000
    @Option(help: "How many items there are about each, on average.") var items = 100

    func run() async throws {
        let records = try await globals.records(create: true)
        let company = BenchCompany(people: people)
        try await records.set(asOf: company.now)
        _ = try await globals.keyFile().vault(of: records)
        try await records.replacePeople(company.everybody, now: company.now)
        try await records.keep(channels: [BenchCompany.channel])
        // One message says something about ten people, so that there are not as many messages as items.
        let messages = people * items / BenchCompany.subjects
        for start in stride(from: 0, to: messages, by: 200) {
            let batch = (start..<min(messages, start + 200)).map { company.message($0, of: messages) }
            try await records.commit([BenchCompany.batch(batch)], now: company.now)
        }
    }
}

/// Reads everybody's clock, then lets new evidence come in and opens its subject's page.
struct BenchClock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clock", shouldDisplay: false)

    @OptionGroup var globals: GlobalOptions
    @Option(help: "How many new items come in one after the other.") var news = 0

    func run() async throws {
        let records = try await globals.records(create: false)
        let desk = try await globals.desk()
        let people = try await records.people().count
        let start = ContinuousClock.now
        let rows = try await desk.clocks(for: .console)
        let whole = (ContinuousClock.now - start).seconds
        let peak = Memory.peak
        var times: [Double] = []
        let company = BenchCompany(people: people)
        for number in 0..<news {
            let (message, subject) = company.news(number)
            try await records.commit([BenchCompany.batch([message])], now: company.now)
            let begin = ContinuousClock.now
            let page = try await desk.person(subject, for: .console)
            times.append((ContinuousClock.now - begin).seconds * 1000)
            guard page.happenings.contains(where: { $0.entries.contains { $0.id == message.entries[0].id } }) else {
                throw Failure(.fault, "the new item is not on the page of \(subject).")
            }
        }
        times.sort()
        try Console.json(
            Answer(
                people: people,
                states: Dictionary(grouping: rows) { $0.state?.rawValue ?? "none" }.mapValues(\.count),
                seconds: whole,
                peakMemoryBytes: peak,
                newsMillisecondsMedian: times.isEmpty ? nil : times[times.count / 2],
                newsMillisecondsMost: times.last
            )
        )
    }

    private struct Answer: Encodable {
        let people: Int
        let states: [String: Int]
        let seconds: Double
        let peakMemoryBytes: Int
        let newsMillisecondsMedian: Double?
        let newsMillisecondsMost: Double?
    }
}
