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

/// A card for programs.
struct CallAnswer: Encodable {
    struct Sentence: Encodable {
        let text: String
        let messages: [Place]
    }
    struct Place: Encodable {
        let id: String
        let channel: String
        let day: String
        let link: String?
    }
    struct Month: Encodable {
        let month: String
        let counts: [String: Int]
    }
    struct Time: Encodable {
        let kind: String
        let medianWorkingHours: Double
        let before: Double
        let calls: Int
    }

    let person: String
    let hidden: Bool?
    let named: Bool?
    let days: Int?
    let callers: Int?
    let calls: Int?
    let otherTeams: [String]?
    let kinds: [String: Int]?
    let outcomes: [String: Int]?
    let calledWidely: Bool?
    let sentences: [Sentence]
    let load: [Sentence]
    let bridges: [Sentence]
    let times: [Time]
    let months: [Month]

    init(_ view: CallView) {
        person = view.person.id.text
        hidden = view.choice?.hidden
        named = view.choice?.named
        days = view.card?.days
        callers = view.card?.callers
        calls = view.card?.calls.count
        otherTeams = view.card?.otherTeams
        kinds = view.card.map { card in
            card.calls.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 }
        }
        outcomes = view.card.map { card in
            card.calls.reduce(into: [:]) { $0[$1.outcome.rawValue, default: 0] += 1 }
        }
        calledWidely = view.card?.isCalledWidely
        let sentence = { (sentence: CallSentence) in
            Sentence(
                text: sentence.text,
                messages: sentence.messages.map { id in
                    let place = view.places[id]
                    return Place(
                        id: "\(id.channel)/\(id.time.slack)",
                        channel: place?.channel ?? id.channel.text,
                        day: (place?.day ?? CivilDate(microseconds: id.time.microseconds)).description,
                        link: place?.link
                    )
                }
            )
        }
        sentences = view.sentences.map(sentence)
        load = view.load.map(sentence)
        bridges = view.bridges.map(sentence)
        times = view.times.map {
            Time(kind: $0.kind.rawValue, medianWorkingHours: $0.hours, before: $0.before, calls: $0.calls)
        }
        months = (view.card?.months ?? []).map { month in
            Month(
                month: month.name,
                counts: Dictionary(uniqueKeysWithValues: month.counts.map { ($0.key.rawValue, $0.value) })
            )
        }
    }
}

/// A topic for programs.
struct TopicAnswer: Encodable {
    let channel: String
    let callers: Int
    let calls: Int
    let answered: Int
    let toAsk: [String]

    init(_ topic: TopicView) {
        channel = topic.channel
        callers = topic.calls.callers
        calls = topic.calls.calls
        answered = topic.calls.answered
        toAsk = topic.toAsk.map(\.id.text)
    }
}
