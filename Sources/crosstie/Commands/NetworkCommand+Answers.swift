import Answers
import Desk
import Evidence
import OrgNetwork
import Records
import Workspace

/// Cards of calls on the terminal.
enum NetworkWords {
    static func print(_ view: CallView) {
        Console.heading("Who called \(view.choice == nil ? view.person.name : "you")")
        if let choice = view.choice, choice.hidden {
            Console.line(Console.wrapped(words(choice), indent: 2))
            return
        }
        guard let card = view.card else {
            Console.line("  There is no card to open.")
            return
        }
        for sentence in view.sentences { line(sentence, view) }
        for time in view.times {
            Console.line(Console.wrapped(time.words, indent: 2))
        }
        if !view.load.isEmpty {
            Console.line()
            Console.heading("Share the load")
            for sentence in view.load { line(sentence, view) }
        }
        if !view.bridges.isEmpty {
            Console.line()
            Console.heading("Between teams")
            for sentence in view.bridges { line(sentence, view) }
        }
        if card.months.contains(where: { $0.total > 0 }) {
            Console.line()
            Console.heading("Calls by month")
            for month in card.months {
                let kinds = Ask.Kind.allCases.compactMap { kind in
                    month.counts[kind].map { "\($0) \(kind.words($0))" }
                }
                Console.line("  \(month.name): \(kinds.isEmpty ? "none" : kinds.joined(separator: ", "))")
            }
        }
        if let choice = view.choice {
            Console.line()
            Console.line(Console.wrapped(words(choice), indent: 2))
        }
    }

    /// A sentence and, under it, where the first of its messages stand.
    private static func line(_ sentence: CallSentence, _ view: CallView) {
        Console.line(Console.wrapped(sentence.text, indent: 2))
        let places = sentence.messages.suffix(3).compactMap { view.places[$0] }
        for place in places.reversed() {
            Console.line("    #\(place.channel), \(place.day)\(place.link.map { "  \($0)" } ?? "")")
        }
        let rest = sentence.messages.count - places.count
        if rest > 0, !places.isEmpty { Console.line("    and \(rest) earlier, with --json") }
    }

    static func print(_ topics: [TopicView]) {
        Console.heading("What people call for, in \(CallCard.days) days")
        if topics.isEmpty {
            Console.line("  In no channel did \(TopicCalls.leastCallers) people call somebody by name.")
        }
        for topic in topics {
            let counts =
                "\(topic.calls.callers) people called \(topic.calls.calls) times, \(topic.calls.answered) answered."
            let names = topic.toAsk.map(\.name)
            let ask = names.isEmpty ? "" : " You can ask \(names.joined(separator: ", "))."
            Console.line(Console.wrapped("#\(topic.channel): \(counts)\(ask)", indent: 2))
        }
        Console.line()
        Console.line("  Channels with fewer callers are left out. Named is only who chose to be.")
    }

    static func words(_ choice: NetworkChoice) -> String {
        if choice.hidden {
            return
                "Your card is hidden: nobody sees it, your manager included. `crosstie network --show` brings it back."
        }
        return "Your card is seen by you and your manager. "
            + (choice.named
                ? "Others may be sent to you (--opt-out ends that)."
                : "Nobody else is sent to you (--opt-in allows it).")
    }
}

extension ResponseTime {
    /// The median against the time before, in a sentence.
    var words: String {
        let (now, then) = (Self.hours(hours), Self.hours(before))
        let what = "\(calls) \(kind.words(calls))"
        return now == then
            ? "You answered \(what) within \(now) at the median, as before."
            : "You answered \(what) within \(now) at the median; before it was \(then)."
    }

    private static func hours(_ hours: Double) -> String {
        switch hours {
        case ..<0.25: "minutes"
        case ..<0.75: "half a working hour"
        case ..<1.5: "one working hour"
        default: "\(Int(hours.rounded())) working hours"
        }
    }
}

extension CallMonth {
    /// `2026-05`.
    var name: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}

extension Ask.Kind {
    /// The kind as a noun.
    func words(_ count: Int) -> String {
        switch self {
        case .incident: count == 1 ? "call in an incident" : "calls in incidents"
        case .decision: count == 1 ? "decision" : "decisions"
        case .unblock: count == 1 ? "review or unblocking" : "reviews and unblockings"
        case .question: count == 1 ? "question" : "questions"
        case .mention: count == 1 ? "mention" : "mentions"
        }
    }
}

/// What `crosstie network` prints for programs: counts and places, never who called.
struct NetworkAnswer: Encodable {
    let own: CallAnswer
    let reports: [CallAnswer]
}
