import ArgumentParser
import Desk
import Foundation
import OneOnOnes
import Reviews
import Workspace

struct DeliveriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "What is due for whom now: preparations for the next working day, and weekly notes.",
        discussion: """
            Nothing is sent and nothing is kept as sent. Quiet hours, what people switched off and what was delivered before \
            are looked at, as when messages go out.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "Another moment: YYYY-MM-DDTHH:MM, in UTC.")
    var now: String?

    @Flag(help: "Print the words of each message, too.")
    var words = false

    func run() async throws {
        let desk = try await globals.desk()
        let moment = try now.map(Self.moment)
        var due: [DeliveryView] = []
        for delivery in try await desk.deliveries(at: moment) {
            if let view = try await desk.words(of: delivery) { due.append(view) }
        }
        if globals.json { return try Console.json(due.map(DeliveryAnswer.init)) }
        guard !due.isEmpty else { return Console.line("Nothing is due.") }
        for view in due {
            Console.line("\(view.reader.name): \(view.subject)")
            if words { Console.line(view.document.markdown) }
        }
    }

    private static func moment(_ text: String) throws -> Int64 {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = CivilDate(String(parts[0])), let minute = MeetingPlan.minute(parts[1]) else {
            throw Failure(.usage, "“\(text)” is no moment. Write one such as 2026-05-20T09:30, in UTC.")
        }
        return WallClock.utc.moment(of: day, minute: minute)
    }
}

/// A delivery for programs.
struct DeliveryAnswer: Encodable {
    let id: String
    let reader: String
    let kind: String
    let subject: String
    let parts: [String]
    let expires: String
    let markdown: String

    init(_ view: DeliveryView) {
        id = view.delivery.id
        reader = view.reader.id.text
        kind = view.delivery.kind.rawValue
        subject = view.subject
        parts = view.delivery.parts.map(\.key)
        let (day, minute) = WallClock.utc.reading(at: view.delivery.expires)
        expires = "\(day)T\(MeetingPlan.hour(minute))Z"
        markdown = view.document.markdown
    }
}
