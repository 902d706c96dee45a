import ArgumentParser
import Desk
import Foundation
import Growth
import Simulation
import Workspace

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Live through made-up companies and count how often the clock would be wrong, and how soon right.",
        discussion: """
            The people are made up, so that it is known who grew and who did not. Set the dials to what your company is \
            like and see what to expect before you trust a reading. The same seed gives the same figures; nothing is read \
            from the record, and nothing is written but the answer itself where --keep asks for it.

            Rows A to K are ways to tell, each with one more part; J is the clock as it is. --row all shows them all.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "How many companies.")
    var organisations = 40

    @Option(help: "How many people in each.")
    var people = 240

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "Which parts are in use: A to K, or all.")
    var row = "J"

    @Option(
        help:
            "How requests are timed: together (all in the same weeks) or planned (two a week for a colleague; rows J and K)."
    )
    var asking = SimulationRule.Timing.together

    @OptionGroup(title: "The clock") var clock: ClockDials
    @OptionGroup(title: "The company") var company: CompanyDials

    @Flag(help: "Show people with two launches a year, too.")
    var launches = false

    @Flag(help: "Check, too, that intervals hold the truth as often as they say.")
    var intervals = false

    @Option(help: "How many companies are lived at a time; as many as there are processors unless told.")
    var workers: Int?

    @Flag(help: "Keep the answer for the page “How far to trust the clock”, in the place of the last one.")
    var keep = false

    struct ClockDials: ParsableArguments {
        @Option(help: "Share of the evidence that has to be at the next level.")
        var threshold = ClockParameters().threshold

        @Option(help: "Certainty that is needed.")
        var certainty = ClockParameters().entryCertainty

        @Option(help: "Days after which evidence weighs half.")
        var halfLife = ClockParameters().halfLifeDays

        @Option(help: "How many of the last six eight-week windows have to support.")
        var windowsNeeded = ClockParameters().windowsNeeded

        @Option(help: "How many people have to be heard.")
        var minimumObservers = ClockParameters().minimumObservers

        @Option(help: "The level worked towards; it says from how many teams people have to be heard.")
        var nextLevel = 5

        var parameters: ClockParameters {
            var dials = ClockParameters()
            dials.threshold = threshold
            dials.entryCertainty = certainty
            dials.leaveOneOutCertainty = min(dials.leaveOneOutCertainty, certainty)
            dials.halfLifeDays = halfLife
            dials.windowsNeeded = windowsNeeded
            dials.minimumObservers = minimumObservers
            return dials
        }
    }

    struct CompanyDials: ParsableArguments {
        @Option(help: "Items a month about people in quiet roles (1.3).")
        var quietItems: Double?

        @Option(help: "Items a month about most people (3.9).")
        var ordinaryItems: Double?

        @Option(help: "Items a month about people in visible roles (8.7).")
        var visibleItems: Double?

        @Option(help: "Share of items that are read the wrong way.")
        var readingErrors = WorldAssumptions().readingErrors

        @Option(help: "Share of requests that are answered.")
        var requestResponse = WorldAssumptions().requestResponse

        @Option(help: "Share of next-level work of people at their level.")
        var shareAtLevel = WorldAssumptions().shareAtLevel

        @Option(help: "Share of next-level work of people who have grown.")
        var shareAtNext = WorldAssumptions().shareAtNext

        @Option(help: "How many times as often a next-level act is mentioned.")
        var mentionsOfNext = WorldAssumptions().mentionsOfNext

        @Flag(help: "A company in which nobody grows.")
        var nobodyGrows = false

        func assumptions(people: Int) -> WorldAssumptions {
            var world = WorldAssumptions()
            world.people = people
            func weekly(_ month: Double?, else usual: Double) -> Double {
                month.map { $0 / WorldAssumptions.weeksOfMonth } ?? usual
            }
            world.quietItems = weekly(quietItems, else: world.quietItems)
            world.ordinaryItems = weekly(ordinaryItems, else: world.ordinaryItems)
            world.visibleItems = weekly(visibleItems, else: world.visibleItems)
            world.readingErrors = readingErrors
            world.requestResponse = requestResponse
            world.shareAtLevel = shareAtLevel
            world.shareAtNext = shareAtNext
            world.mentionsOfNext = mentionsOfNext
            world.nobodyGrows = nobodyGrows
            return world
        }
    }

    func run() async throws {
        do {
            let desk = keep ? try await globals.desk() : nil
            let answer = try await Interruption.watch { try await self.answer() }
            try await desk?.keep(answer.trial, by: .console)
            if globals.json { try Console.json(answer) } else { answer.show() }
        } catch let error as SimulationError {
            throw Failure(.usage, "\(error)")
        } catch is CancellationError {
            throw Failure(.stopped, "stopped; there is nothing to show yet.")
        }
    }

    private func answer() async throws -> SimulationAnswer {
        let rows = try rows()
        let world = company.assumptions(people: people)
        guard (2...9).contains(clock.nextLevel) else {
            throw SimulationError.outside(.nextLevel, value: Double(clock.nextLevel), low: 2, high: 9)
        }
        let progress = SimulationProgress(companies: organisations * rows.count)
        defer { progress.end() }
        var reports: [SimulationReport] = []
        for (place, row) in rows.enumerated() {
            let rule = SimulationRule(
                row: row,
                dials: clock.parameters,
                nextLevel: clock.nextLevel,
                timing: asking
            )
            let simulation = CompanySimulation(
                assumptions: world,
                rule: rule,
                organisations: organisations,
                seed: seed
            )
            let before = place * organisations
            let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
            reports.append(try await simulation.run(workers: workers) { progress.show(before + $0) })
        }
        return SimulationAnswer(
            assumptions: world,
            rows: reports,
            launches: launches
                ? LaunchSimulation(assumptions: world, dials: clock.parameters, seed: seed).run() : nil,
            intervals: intervals ? IntervalCheck(dials: clock.parameters, seed: seed) : nil
        )
    }

    private func rows() throws -> [Ablation] {
        if row.lowercased() == "all" { return Ablation.allCases }
        guard let one = Ablation(rawValue: row.uppercased()) else { throw SimulationError.noSuchRow(row) }
        return [one]
    }
}

/// All that `crosstie simulate` found out.
struct SimulationAnswer: Encodable {
    let assumptions: WorldAssumptions
    let rows: [SimulationReport]
    let launches: LaunchSimulation.Report?
    let intervals: IntervalCheck?
}

/// Says on standard error how many companies were lived.
final class SimulationProgress: Sendable {
    private let companies: Int
    private let isWatched = Console.isWatched

    init(companies: Int) { self.companies = companies }

    func show(_ done: Int) {
        if isWatched {
            Console.errorPart("\r\u{1B}[K\(done.grouped) of \(companies.grouped) companies")
        } else if done == companies || done.isMultiple(of: max(1, companies / 10)) {
            Console.error("\(done.grouped) of \(companies.grouped) companies")
        }
    }

    func end() { if isWatched { Console.errorPart("\r\u{1B}[K") } }
}
