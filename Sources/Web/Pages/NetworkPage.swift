/// Who called the viewer and those who report to them, in counts that can be opened; and what people call for.
public struct NetworkPage: Page {
    /// The template that draws it.
    public static let template = "network"

    /// The day it is read.
    public let day: DayMark
    /// How many days a card looks back.
    public let days: Int
    /// The viewer's own card; nil where it is hidden.
    public let own: CallCardPart?
    /// What the viewer chose.
    public let choice: CallChoiceForm
    /// Cards of those who report to the viewer and were called, by name.
    public let reports: [CallCardPart]
    /// What people call for, by channel.
    public let topics: [TopicLine]
    /// The topics to take along.
    let along = TableLink("What people call for", at: "topics")

    /// Joins what the page shows.
    public init(
        day: DayMark,
        days: Int,
        own: CallCardPart?,
        choice: CallChoiceForm,
        reports: [CallCardPart] = [],
        topics: [TopicLine] = []
    ) {
        self.day = day
        self.days = days
        self.own = own
        self.choice = choice
        self.reports = reports
        self.topics = topics
    }
}

/// One person's card of calls.
public struct CallCardPart: Sendable, Hashable {
    /// Whose; nil for the viewer's own.
    public let person: PersonLink?
    /// What the counts say.
    public let sentences: [CountedLine]
    /// What hangs on this person alone.
    public let load: [CountedLine]
    /// How long calls waited against the time before; on the viewer's own card only.
    public let times: [String]
    /// Calls by month; nil where there was none in a year.
    public let chart: CallChart?

    /// Joins its parts.
    public init(
        person: PersonLink?,
        sentences: [CountedLine],
        load: [CountedLine] = [],
        times: [String] = [],
        chart: CallChart? = nil
    ) {
        self.person = person
        self.sentences = sentences
        self.load = load
        self.times = times
        self.chart = chart
    }
}

/// A sentence with the messages that it counts.
public struct CountedLine: Sendable, Hashable {
    /// The sentence.
    public let words: String
    /// How many messages it counts, in words; nil where it counts none.
    public let opens: String?
    /// The messages, newest first.
    public let sources: [SourceLink]

    /// Joins sentence and messages.
    public init(_ words: String, sources: [SourceLink] = []) {
        self.words = words
        opens = sources.isEmpty ? nil : sources.count == 1 ? "the message" : "the \(sources.count) messages"
        self.sources = sources
    }
}

/// What a viewer chose about the own card.
public struct CallChoiceForm: Sendable, Hashable {
    /// True when the card is gone for everybody.
    public let isHidden: Bool
    /// True when others may be sent to the viewer.
    public let isNamed: Bool

    /// Joins the two.
    public init(isHidden: Bool, isNamed: Bool) {
        self.isHidden = isHidden
        self.isNamed = isNamed
    }
}

/// What people call for in one channel.
public struct TopicLine: Sendable, Hashable {
    /// The channel.
    public let channel: String
    /// How many people called.
    public let callers: Int
    /// How often.
    public let calls: Int
    /// How many calls were answered.
    public let answered: Int
    /// Who can be asked, in words; nil where nobody chose to be named.
    public let toAsk: String?

    /// Joins its parts.
    public init(channel: String, callers: Int, calls: Int, answered: Int, toAsk: String?) {
        self.channel = channel
        self.callers = callers
        self.calls = calls
        self.answered = answered
        self.toAsk = toAsk
    }
}

/// Calls of twelve months as bars, told apart by filling as well as by place.
///
/// Shape: geometry for a drawing 320 units wide and 110 high.
public struct CallChart: Sendable, Hashable {
    /// What the drawing says, for those who do not see it.
    public let description: String
    /// The months, the oldest first.
    public let months: [CallBar]
    /// The highest month's count.
    public let top: Int

    /// Draws months; nil where there was no call at all.
    public init?(_ months: [CallCount]) {
        let totals = months.map { $0.incidents + $0.decisions + $0.unblocks + $0.questions + $0.mentions }
        guard let top = totals.max(), top > 0 else { return nil }
        self.top = top
        let busiest = zip(months, totals).first { $0.1 == top }?.0.month ?? ""
        let sum = totals.reduce(0, +)
        description =
            "Calls by month over a year: \(sum) in all, \(top == sum ? "all of them" : "most, \(top),") in \(busiest)."
        let step = 320 / max(1, months.count)
        self.months = months.enumerated().map { index, month in
            let heavy = Self.height(month.incidents + month.decisions, top)
            let middle = Self.height(month.unblocks + month.questions, top)
            let light = Self.height(month.mentions, top)
            return CallBar(
                month: month.month,
                initial: month.initial,
                words: month.words,
                x: index * step + 3,
                middleX: index * step + step / 2,
                width: step - 6,
                heavy: CallBar.Part(y: 90 - heavy, height: heavy),
                middle: CallBar.Part(y: 90 - heavy - middle, height: middle),
                light: CallBar.Part(y: 90 - heavy - middle - light, height: light)
            )
        }
    }

    private static func height(_ count: Int, _ top: Int) -> Int { count == 0 ? 0 : max(1, count * 80 / top) }
}

/// One month of a chart.
public struct CallBar: Sendable, Hashable {
    /// Such as `May 2026`.
    let month: String
    /// Its first letter.
    let initial: String
    /// Its counts in words.
    let words: String
    let x: Int
    let middleX: Int
    let width: Int
    /// Incidents and decisions.
    let heavy: Part
    /// Questions and reviews.
    let middle: Part
    /// Mentions.
    let light: Part

    /// A part of the bar.
    struct Part: Sendable, Hashable {
        let y: Int
        let height: Int
    }
}

/// Counts of one month.
public struct CallCount: Sendable, Hashable {
    /// Such as `May 2026`.
    public let month: String
    /// Calls in incidents.
    public let incidents: Int
    /// Calls for a decision.
    public let decisions: Int
    /// Reviews and unblockings.
    public let unblocks: Int
    /// Questions.
    public let questions: Int
    /// Mentions.
    public let mentions: Int

    /// Joins the counts.
    public init(month: String, incidents: Int, decisions: Int, unblocks: Int, questions: Int, mentions: Int) {
        self.month = month
        self.incidents = incidents
        self.decisions = decisions
        self.unblocks = unblocks
        self.questions = questions
        self.mentions = mentions
    }

    /// The first letter of the month.
    var initial: String { String(month.prefix(1)) }

    /// The counts in words.
    var words: String {
        let parts = [
            (incidents, "in incidents"), (decisions, "for a decision"), (unblocks, "to review or unblock"),
            (questions, "with a question"), (mentions, "by name only"),
        ]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
}
