import ArgumentParser
import Backtest
import Desk
import Intake
import Workspace

struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Read the past as of days before known moves, and see how well the clock would have told them.",
        discussion: """
            --moves takes CSV files of three kinds, several at once: moves (who, day), people on days with what became of \
            them (who, cutoff, label, and any numbers that were counted), and names that belong together. Columns that are \
            understood: slack_id, handle, email, github, name; date; cutoff, label; role_from, role_to, kind.

            Nothing is read of masked channels, nothing after a cutoff, and of nobody anything of the last --freeze-days \
            before the move. The answer is about all people together; nobody's number is shown.
            """
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var viewer: ViewerOptions

    @Option(parsing: .upToNextOption, help: "Files of known moves (CSV).")
    var moves: [String]

    @Option(parsing: .upToNextOption, help: "Files that say which names belong together (CSV).")
    var handles: [String] = []

    @Option(parsing: .upToNextOption, help: "Files of candidates on days (CSV).")
    var candidates: [String] = []

    @Option(
        name: .customLong("as-of"),
        parsing: .upToNextOption,
        help: "Days to read as of (YYYY-MM-DD); without them those of the files, else one every --every days."
    )
    var asOf: [String] = []

    @Option(help: "Days between cutoffs where none are named, such as 30d.")
    var every = "90d"

    @Option(parsing: .upToNextOption, help: "Channels that must not be read, such as '#maintainers' or '*-private'.")
    var mask: [String] = []

    @Option(
        name: .customLong("freeze-days"),
        help: "Days before a move of which nothing is read (90; 0 where the files name their own cutoffs)."
    )
    var freezeDays: String?

    @Option(name: .customLong("horizon-days"), help: "Days after a cutoff within which a move counts as foreseen.")
    var horizonDays = "270"

    @Option(name: .customLong("look-back-days"), help: "Days over which plain counts run.")
    var lookBackDays = "180"

    @Option(name: .customLong("minimum-messages"), help: "Messages a candidate wrote in that time.")
    var minimumMessages = 50

    @Option(help: "What everybody is held against: joining (the first level), next, or a level.")
    var against: String?

    @Option(help: "Only moves and candidates into this role.")
    var role: String?

    @Option(help: "How often people are drawn anew for the intervals.")
    var draws = 1000

    @Option(help: "The seed; the same seed gives the same intervals.")
    var seed: UInt64 = 1

    @Flag(help: "Keep the answer for the page “How far to trust the clock”, in the place of the last one.")
    var keep = false

    func run() async throws {
        let question = try question()
        let desk = try await globals.desk()
        let viewer = try await viewer.viewer(desk)
        let isWatched = Console.isWatched
        do {
            let report = try await desk.backtest(question, for: viewer) { done, all in
                if isWatched { Console.errorPart("\r\u{1B}[K\(done) of \(all) days read") }
            }
            if isWatched { Console.errorPart("\r\u{1B}[K") }
            if keep { try await desk.keep(Trial(report), by: viewer) }
            if globals.json { try Console.json(report) } else { report.show() }
        } catch let refusal as BacktestRefusal {
            throw Failure(.data, refusal.words)
        }
    }

    private func question() throws -> BacktestQuestion {
        let files = try (moves + handles + candidates).map { try MovesFile.read(path: $0) }
        let rows = files.flatMap { file in file.rows.map { (file.file, $0) } }
            .filter { _, row in role.map { row.isAbout(role: $0) } ?? true }
        var question = BacktestQuestion(rows: rows.map { KnownRow($0.1, file: $0.0) })
        var seen: Set<String> = []
        question.fileCounts = files.flatMap(\.counts).filter { seen.insert($0).inserted }
        question.cutoffs = try asOf.flatMap { $0.split(separator: ",") }
            .map { text in
                guard let day = CivilDate(String(text)) else {
                    throw Failure(.usage, "“\(text)” is not a day. Write it as year-month-day, such as 2024-03-01.")
                }
                return day
            }
        question.every = try Self.days(every, "--every", 1...3650)
        question.mask = ChannelMask(mask.flatMap { $0.split(separator: ",").map(String.init) })
        question.freezeDays = try freezeDays.map { try Self.days($0, "--freeze-days", 0...3650) }
        question.plan.horizonDays = try Self.days(horizonDays, "--horizon-days", 1...36500)
        question.plan.lookBackDays = try Self.days(lookBackDays, "--look-back-days", 1...3650)
        guard minimumMessages >= 1, (2...100_000).contains(draws) else {
            throw Failure(.usage, "give at least one message, and 2 to 100,000 draws.")
        }
        question.plan.minimumMessages = minimumMessages
        question.plan.draws = draws
        question.plan.seed = seed
        question.standard = try standard()
        for file in files where !file.unknownColumns.isEmpty && !globals.json {
            Console.error(
                "\(file.file): columns that mean nothing here: \(file.unknownColumns.joined(separator: ", "))"
            )
        }
        return question
    }

    private func standard() throws -> BacktestPlan.Standard? {
        switch against?.lowercased() {
        case nil: return nil
        case "joining": return .joining
        case "next": return .nextLevel
        case let text?:
            guard let level = Int(text), (1...10).contains(level) else {
                throw Failure(.usage, "“\(text)” is nothing to hold anybody against. Write joining, next, or a level.")
            }
            return .level(level)
        }
    }

    /// `30` or `30d`.
    private static func days(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws -> Int {
        let digits = text.lowercased().hasSuffix("d") ? String(text.dropLast()) : text
        guard let days = Int(digits), range.contains(days) else {
            throw Failure(
                .usage,
                "\(option) takes days, \(range.lowerBound) to \(range.upperBound), such as 30d; not “\(text)”."
            )
        }
        return days
    }
}

extension KnownRow {
    /// The same row, as the file has it.
    init(_ row: MovesFile.Row, file: String) {
        self.init(
            file: file,
            line: row.line,
            names: MovesFile.NameKind.allCases.compactMap { kind in
                row.names[kind].flatMap { text in Kind(rawValue: kind.rawValue).map { Name($0, text) } }
            },
            day: row.day,
            change: Change(rawValue: row.change.rawValue) ?? .move,
            fromLevel: row.from.flatMap(Self.level),
            toLevel: row.to.flatMap(Self.level),
            cutoff: row.cutoff,
            moved: row.label,
            counts: row.counts
        )
    }

    /// `5`, `L5`, `IC5`, `level 5`; nil for a role without a number of its own.
    private static func level(_ text: String) -> Int? {
        let folded = text.lowercased().filter { !$0.isWhitespace }
        for lead in ["level", "ic", "l", "m", ""] where folded.hasPrefix(lead) {
            if let level = Int(folded.dropFirst(lead.count)), (1...10).contains(level) { return level }
        }
        return nil
    }
}

extension MovesFile.Row {
    /// True for a row into a role, and for rows that only say which names belong together.
    func isAbout(role: String) -> Bool {
        guard day != nil || cutoff != nil else { return true }
        return to.map { $0.lowercased().contains(role.lowercased()) } ?? true
    }
}
