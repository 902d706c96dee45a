import Answers
import ArgumentParser
import Desk
import Foundation
import Intake
import OneOnOnes
import Workspace
import Writing

extension OneOnOneCommand {
    struct Schedule: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set the weekday and hour on which two people talk.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Whose 1:1: id, e-mail address or unique name.")
        var person: String

        @Option(help: "The weekday, such as tuesday.")
        var weekday: String?

        @Option(help: "The hour, such as 14:30.")
        var hour = "10:00"

        @Option(help: "Every how many weeks, 1 to 4, from this week on.")
        var weeks = 1

        @Option(help: "The zone of the hour, such as Europe/Berlin.")
        var zone = "UTC"

        @Flag(help: "Take the day back.")
        var off = false

        func run() async throws {
            let desk = try await globals.desk()
            let id = try await desk.find(person).id
            let reader = try await viewer.viewer(desk)
            if off {
                try await desk.set(nil, with: id, by: reader)
            } else {
                guard let day = weekday.flatMap({ MeetingPlan.weekday($0) }), let minute = MeetingPlan.minute(hour)
                else { throw OneOnOneError.badPlan }
                let plan = try MeetingPlan(
                    weekday: day,
                    minute: minute,
                    weeks: weeks,
                    anchor: CivilDate(microseconds: try await desk.now()),
                    zone: zone
                )
                try await desk.set(plan, with: id, by: reader)
            }
            try OneOnOneAnswer.print(try await desk.oneOnOne(id, for: reader), json: globals.json)
        }
    }

    struct CalendarImport: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "calendar",
            abstract: "Find 1:1s in an iCalendar file or address; only when they begin is kept."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "An .ics file, or its address: https://… or webcal://…")
        var source: String

        @Option(help: "Whose calendar it is: id, e-mail address or unique name.")
        var of: String

        @Option(help: "The zone of times that name none.")
        var zone = "UTC"

        @Flag(help: "Let the address lead into this machine's own network.")
        var allowOwnNetwork = false

        func run() async throws {
            let desk = try await globals.desk()
            let owner = try await desk.find(of)
            let now = try await desk.now()
            let reading = try CalendarFile(zone: zone).read(
                try await bytes(),
                name: source.contains("://") ? "the calendar" : source,
                from: now,
                to: now + Desk.calendarReach
            )
            let take = try await desk.take(
                calendar: reading.meetings,
                of: owner.id,
                by: try await viewer.viewer(desk)
            )
            if globals.json { return try Console.json(CalendarAnswer(take, reading)) }
            for found in take.found {
                let next = found.next.map { ", next on \($0.words) (UTC)" } ?? ""
                Console.line("\(found.person.name) and \(found.manager.name): \(found.count) found\(next)")
            }
            if take.found.isEmpty {
                Console.line(
                    "No 1:1 of \(owner.name) was found among \(reading.meetings.count) meetings. A 1:1 has exactly the two as attendees, or both words such as “1:1” and a name in its title."
                )
            }
            for problem in reading.problems.prefix(10) { Console.error(problem.words) }
        }

        private func bytes() async throws -> [UInt8] {
            if source.contains("://") {
                return try await WebFetch(allowsOwnNetwork: allowOwnNetwork).bytes(from: source)
            }
            // One byte more than the limit is enough to know.
            guard let file = FileHandle(forReadingAtPath: source) else {
                throw Failure(.noInput, "there is no readable file \(source).")
            }
            defer { try? file.close() }
            return Array(try file.read(upToCount: CalendarLimits().bytes + 1) ?? Data())
        }
    }

    struct Due: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whose preparation is made today: the day before each 1:1, Friday for a Monday."
        )

        @OptionGroup var globals: GlobalOptions

        @Option(help: "Another day, YYYY-MM-DD.")
        var day: String?

        func run() async throws {
            let desk = try await globals.desk()
            let today = CivilDate(microseconds: try await desk.now())
            let due = try await desk.prepsDue(on: try day.map(Import.day) ?? today)
            if globals.json {
                return try Console.json(
                    due.map {
                        ["person": $0.person.id.text, "manager": $0.manager.id.text, "day": $0.next.day.description]
                    }
                )
            }
            if due.isEmpty { Console.line("No preparation is due.") }
            for prep in due {
                Console.line("\(prep.person.name) and \(prep.manager.name), \(prep.next.words)")
            }
        }
    }
}

/// What a calendar said, for programs.
struct CalendarAnswer: Encodable {
    struct Found: Encodable {
        let person: String
        let manager: String
        let count: Int
        let next: String?
    }

    let meetings: Int
    let found: [Found]
    let problems: [String]

    init(_ take: CalendarTake, _ reading: CalendarReading) {
        meetings = reading.meetings.count
        found = take.found.map {
            Found(
                person: $0.person.id.text,
                manager: $0.manager.id.text,
                count: $0.count,
                next: $0.next?.day.description
            )
        }
        problems = reading.problems.map(\.words)
    }
}

/// What two people keep of their 1:1s, for programs; no notes.
struct OneOnOneAnswer: Encodable {
    let person: String
    let manager: String
    let next: String?
    let plan: String?
    let kept: [String]
    let open: [ActionAnswer]
    let closed: [ActionAnswer]

    init(_ view: OneOnOneView) {
        person = view.person.id.text
        manager = view.manager.id.text
        next = view.next.map { "\($0.day) \(MeetingPlan.hour($0.minute))" }
        plan = view.plan?.words
        kept = view.kept.map(\.description)
        open = view.open.map(ActionAnswer.init)
        closed = view.closed.map(ActionAnswer.init)
    }

    static func print(_ view: OneOnOneView, json: Bool) throws {
        if json { return try Console.json(OneOnOneAnswer(view)) }
        Console.heading("\(view.person.name) and \(view.manager.name)")
        Console.line("  next: \(view.next?.words ?? "nobody said; set a day with `crosstie one-on-one schedule`")")
        if let plan = view.plan { Console.line("  set: \(plan.words)") }
        Console.line("  last: \(view.kept.first.map(DateWords.dayAndYear) ?? "none noted yet")")
        Console.line()
        Console.heading("Agreed and open")
        if view.open.isEmpty { Console.line("  Nothing is open.") }
        for action in view.open {
            let line = ActionWords.line(action, person: view.person, manager: view.manager, today: view.today)
            Console.line(Console.wrapped("· \(line)", indent: 2))
        }
        for action in view.closed {
            Console.line(Console.wrapped("· \(action.state.rawValue): \(action.text)", indent: 2))
        }
    }
}

extension Failure {
    /// Words for something about a 1:1 that cannot be done.
    init(oneOnOne error: OneOnOneError) {
        let code: Code =
            switch error {
            case .noSuchAction: .noInput
            case .noManager: .data
            default: .usage
            }
        self.init(code, error.words)
    }
}
