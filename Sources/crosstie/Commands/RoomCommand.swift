import ArgumentParser
import Calibration
import Desk
import Evidence
import Intake
import Ladder
import Records
import Workspace

struct RoomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "room",
        abstract: "Calibration rooms: questions about a cycle's draft ratings, which you bring.",
        discussion: """
            Crosstie makes no rating and suggests none. Drafts are kept sealed until the room is closed; `close` deletes them. A \
            cue is a question for the room: it changes nothing, and can be answered with a sentence. Families whose cues are \
            mostly explained away for two cycles switch themselves off.
            """,
        subcommands: [
            Open.self, Cues.self, Answer.self, Families.self, Words.self, Language.self, List.self, Close.self,
        ]
    )

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a room with a cycle's drafts, or bring new drafts to it."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The room's name, one a cycle: “2026 autumn”.")
        var name: String

        @Option(
            help:
                "CSV: person, rating 1–5; optional rater (the manager without it), second rater and second rating, last rating, cited (ids of entries), text or text file, and columns named like the ladder's competencies."
        )
        var ratings: String

        @Option(help: "The last cycle's final ratings: CSV with person and rating.")
        var last: String?

        @Option(help: "The first day of the period, YYYY-MM-DD; half a year before the last without it.")
        var from: String?

        @Option(help: "The last day of the period; today without it.")
        var to: String?

        func run() async throws {
            let records = try await globals.records(create: false)
            _ = try await globals.keyFile(key).vault(of: records)
            let desk = try await globals.desk(key)
            let known = Set(desk.ladder.competencies.map(\.id))
            let people = PeopleNames(try await desk.people())
            let file = try Self.read(ratings, known)
            var earlier: [PersonID: Double] = [:]
            if let last {
                for row in try Self.read(last, known).rows {
                    if let person = people[row.person] { earlier[person] = row.rating }
                }
            }
            let drafts = try Self.drafts(file, people, earlier, name: ratings)
            let (room, kept) = try await RoomCommand.refusing {
                try await desk.openRoom(
                    name,
                    drafts: drafts,
                    from: try from.map(Import.day),
                    to: try to.map(Import.day),
                    by: try await viewer.viewer(desk)
                )
            }
            if globals.json { return try Console.json(RoomAnswerWords(room, drafts: kept)) }
            Console.line(
                "The room “\(room.name)” has \(kept) drafts, sealed, over \(room.from) to \(room.to). Read it with: crosstie room cues “\(room.name)”."
            )
            if !file.unknownColumns.isEmpty {
                Console.error("Not read: \(file.unknownColumns.joined(separator: ", ")).")
            }
        }

        private static func read(_ path: String, _ known: Set<String>) throws -> RatingsFile {
            do throws(RatingsError) {
                return try RatingsFile.read(path: path, competencies: known)
            } catch {
                throw Failure(ratings: error)
            }
        }

        private static func drafts(
            _ file: RatingsFile,
            _ people: PeopleNames,
            _ earlier: [PersonID: Double],
            name: String
        ) throws -> [RoomDraft] {
            var problems: [RatingsProblem] = []
            func who(_ text: String, _ line: Int) -> PersonID? {
                let found = people[text]
                if found == nil {
                    problems.append(RatingsProblem(line: line, column: nil, fault: .unknownPerson(text)))
                }
                return found
            }
            let drafts = file.rows.compactMap { row -> RoomDraft? in
                guard let person = who(row.person, row.line) else { return nil }
                let rater = row.rater.flatMap { who($0, row.line) } ?? people.manager(of: person) ?? "nobody"
                return RoomDraft(
                    person: person,
                    rater: rater,
                    rating: row.rating,
                    seconds: row.seconds.compactMap { second in
                        who(second.rater, row.line).map { SecondRating(rater: $0, rating: second.rating) }
                    },
                    competencies: row.competencies,
                    cited: row.cited.map { .init($0) },
                    text: row.text,
                    last: row.last ?? earlier[person]
                )
            }
            guard problems.isEmpty else { throw Failure(ratings: .problems(file: name, problems)) }
            return drafts
        }
    }

    struct Cues: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Read a room: its questions, and what was looked at.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The room's name.")
        var name: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let view = try await RoomCommand.refusing {
                try await desk.room(name, for: try await viewer.viewer(desk))
            }
            if globals.json { return try Console.json(RoomViewWords(view)) }
            RoomWords.print(view)
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say what became of a cue.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The room's name.")
        var name: String

        @Argument(help: "The cue's id.")
        var cue: String

        @Option(help: "There is a reason, and nothing has to change: a sentence.")
        var explained: String?

        @Option(help: "Something was looked at again: a sentence.")
        var acted: String?

        func run() async throws {
            let answer: CueAnswer
            switch (explained, acted) {
            case (let words?, nil): answer = CueAnswer(.explained, words: words)
            case (nil, let words?): answer = CueAnswer(.acted, words: words)
            default: throw Failure(.usage, "give either --explained “…” or --acted “…”.")
            }
            let desk = try await globals.desk(key)
            try await RoomCommand.refusing {
                try await desk.answer(.init(cue), in: name, answer, by: try await viewer.viewer(desk))
            }
            if globals.json { return try Console.json(["cue": cue, "outcome": answer.outcome.rawValue]) }
            Console.line("Kept: \(cue) was \(answer.outcome.rawValue).")
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Close a room: drafts are deleted, answers stay.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The room's name.")
        var name: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let room = try await RoomCommand.refusing {
                try await desk.closeRoom(name, by: try await viewer.viewer(desk))
            }
            if globals.json { return try Console.json(["closed": room.name]) }
            Console.line("The room “\(room.name)” is closed. Its drafts are deleted; its answers stay.")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rooms.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        func run() async throws {
            let desk = try await globals.desk()
            let rooms = try await desk.rooms(for: try await viewer.viewer(desk))
            if globals.json { return try Console.json(rooms.map { RoomAnswerWords($0, drafts: nil) }) }
            Console.table(
                ["room", "from", "to", "state"],
                rooms.map { [$0.name, "\($0.from)", "\($0.to)", $0.closed == nil ? "open" : "closed"] }
            )
        }
    }

    /// What a room refuses, in the program's own words.
    static func refusing<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as RoomError {
            throw Failure(room: error)
        }
    }
}

/// People by what a file may call them.
struct PeopleNames {
    private let ids: [String: PersonID?]
    private let managers: [PersonID: PersonID]

    init(_ people: [Person]) {
        var ids: [String: PersonID?] = [:]
        for person in people {
            for text in Set(
                [person.id.text, person.email, person.account?.text, person.name].compactMap { $0?.lowercased() }
            ) {
                // What fits two people fits nobody; ids are set below and always win.
                ids[text] = .some(ids[text] == nil ? person.id : nil)
            }
        }
        for person in people { ids[person.id.text.lowercased()] = .some(person.id) }
        self.ids = ids
        managers = people.reduce(into: [:]) { $0[$1.id] = $1.manager }
    }

    subscript(_ text: String) -> PersonID? { ids[text.lowercased()] ?? nil }

    func manager(of person: PersonID) -> PersonID? { managers[person] }
}

extension Failure {
    /// Words for a ratings file that was not taken.
    init(ratings error: RatingsError) {
        switch error {
        case .cannotOpen: self.init(.noInput, error.words)
        case .problems: self.init(.data, error.words)
        }
    }

    /// Words for a room that says no.
    init(room error: RoomError) {
        switch error {
        case .noSuchRoom, .noSuchCue, .closed: self.init(.noInput, error.words)
        case .noDrafts: self.init(.data, error.words)
        case .badName, .noSentence: self.init(.usage, error.words)
        }
    }
}
