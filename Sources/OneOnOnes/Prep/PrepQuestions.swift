import Evidence
import Signals
import Workspace
import Writing

/// Three open questions of three kinds, which fit what happened and are not those of the last time.
///
/// Never yes or no, never about private life; the same facts give the same three.
struct PrepQuestions {
    let facts: PrepFacts
    /// The first day that is looked at.
    let since: CivilDate
    /// True where a chance for the growth edge is named beside it.
    let hasChance: Bool

    /// A statement of more words is not said again in a question.
    static let longStatement = 24

    func three(about episodes: [Happening], isBlocked: Bool) -> [PrepQuestion] {
        [work(episodes), growth(), obstacle(isBlocked)]
    }

    private func work(_ episodes: [Happening]) -> PrepQuestion {
        // Another piece of work than the last time, where there are several.
        let turn = episodes.isEmpty ? 0 : Int(seed(.work) % UInt64(episodes.count))
        guard !episodes.isEmpty, let entry = episodes[turn].entries.first else {
            return pick(.work, "unseen", QuestionBank.unseenWork)
        }
        let place = "#\(entry.channelName) on \(DateWords.day(of: entry.moment))"
        let sort = episodes[turn].workClass
        return pick(.work, sort.rawValue, QuestionBank.work(sort), ["PLACE": place])
    }

    private func growth() -> PrepQuestion {
        if let edge = facts.edge {
            let words = ["COMPETENCY": "“\(edge.competency)”", "STATEMENT": Self.bare(edge.statement)]
            // A long statement stands beside the questions already.
            let isLong = PrepText.wordCount(edge.statement) > Self.longStatement
            let skipped = isLong ? "STATEMENT" : nil
            return hasChance
                ? pick(.growth, "chance", QuestionBank.chance, words, without: skipped)
                : pick(.growth, "edge", QuestionBank.edge, words, without: skipped)
        }
        if let blank = Self.blank(of: facts) {
            return pick(.growth, "blank", QuestionBank.blank, ["COMPETENCY": "“\(blank.competency)”"])
        }
        return pick(.growth, "open", QuestionBank.openGrowth)
    }

    /// The competency of which nothing can be said that is asked about; another for other people and days.
    static func blank(of facts: PrepFacts) -> GrowthEdge? {
        guard !facts.askAbout.isEmpty else { return nil }
        let day = (facts.last?.day ?? CivilDate(microseconds: facts.now)).days
        let turn = StableHash.hash([facts.person.id.text, "blank", String(day)])
        return facts.askAbout[Int(turn % UInt64(facts.askAbout.count))]
    }

    private func obstacle(_ isBlocked: Bool) -> PrepQuestion {
        isBlocked
            ? pick(.obstacle, "blocked", QuestionBank.blocked) : pick(.obstacle, "open", QuestionBank.openObstacle)
    }

    /// One of the choices: another for other people and other 1:1s, and none that was asked the last time.
    private func pick(
        _ kind: PrepQuestion.Kind,
        _ family: String,
        _ choices: [String],
        _ words: [String: String] = [:],
        without skipped: String? = nil
    ) -> PrepQuestion {
        let asked = Set(facts.last?.asked ?? [])
        let keys = choices.indices.map { "\(kind.rawValue).\(family).\($0 + 1)" }
        let fitting = choices.indices.filter { place in skipped.map { !choices[place].contains($0) } ?? true }
        let fresh = fitting.filter { !asked.contains(keys[$0]) }
        let left = fresh.isEmpty ? fitting : fresh
        let place = left[Int(seed(kind) % UInt64(left.count))]
        let text = words.reduce(choices[place]) { $0.replacing($1.key, with: $1.value) }
        return PrepQuestion(kind: kind, key: keys[place], text: text)
    }

    private func seed(_ kind: PrepQuestion.Kind) -> UInt64 {
        StableHash.hash([facts.person.id.text, kind.rawValue, String(since.days)])
    }

    private static func bare(_ statement: String) -> String {
        statement.hasSuffix(".") ? String(statement.dropLast()) : statement
    }
}

/// The questions; words in capitals are filled in.
enum QuestionBank {
    static let unseenWork = [
        "What did you work on since we last talked that nobody spoke about?",
        "Which piece of work deserves more light than it got?",
        "What took most of your time, and where did it show?",
        "Who would notice first if you stopped doing what you did these weeks?",
    ]

    static func work(_ sort: WorkClass) -> [String] {
        switch sort {
        case .upkeep:
            [
                "What would have happened without the work that came up in PLACE, and what would make it unnecessary?",
                "How often does what came up in PLACE come back, and what would end it?",
                "Who else could have done what came up in PLACE, and what would they need to know?",
            ]
        case .decision:
            [
                "Which way did you nearly go before what was settled in PLACE?",
                "What would make you take back what was settled in PLACE?",
                "Who saw it differently in PLACE, and what did you make of it?",
            ]
        case .enablement:
            [
                "What did the others take away from PLACE, as far as you could tell?",
                "Which part of what you passed on in PLACE should be written down for everybody?",
                "What does helping as you did in PLACE take, and what do you leave for it?",
            ]
        case .ownership:
            [
                "What did it take to see through what came up in PLACE?",
                "Which part of what came up in PLACE was the hardest to hand over or let go?",
                "How do you know that what came up in PLACE is really done?",
            ]
        case .launch:
            [
                "What did you leave out of what came up in PLACE, and why?",
                "How will you know in a month whether what came up in PLACE was worth it?",
                "What did you learn from what came up in PLACE that the next one needs?",
            ]
        case .craft:
            [
                "Which part of what was discussed in PLACE would you argue differently today?",
                "What made the difference in what came up in PLACE?",
                "What would you show somebody new about the work that came up in PLACE?",
            ]
        }
    }

    static let edge = [
        "Where in the coming weeks could you try this: “STATEMENT”?",
        "Which piece of work ahead would let you practise COMPETENCY?",
        "Whom have you seen do this well: “STATEMENT”, and what did they do?",
        "What would a first small step in COMPETENCY look like?",
    ]

    static let chance = [
        "What would it take to make that chance one for COMPETENCY?",
        "How would the work ahead look if you did this in it: “STATEMENT”?",
        "Whose eyes would you like on the work ahead, so that COMPETENCY shows?",
    ]

    static let blank = [
        "Little can be seen here of your work in COMPETENCY. What should be known, and who was there?",
        "What did you do lately in COMPETENCY that left no trace in a channel?",
        "Who could say something about your work in COMPETENCY, and about which part?",
    ]

    static let openGrowth = [
        "What would you like to be asked for more often?",
        "Whose work would you like to learn from next, and on what?",
        "Which part of your work has become too easy, and what should follow it?",
        "What do you want to be able to do in half a year that you cannot do yet?",
    ]

    static let blocked = [
        "What have you tried on what is in the way, and what do you need from me?",
        "Who could clear the way, and how do we reach them this week?",
        "What can you drop or move until the way is clear?",
    ]

    static let openObstacle = [
        "What slows you down that I could clear away this week?",
        "What did I do lately that made your work harder or easier?",
        "Which meeting, rule or wait would you drop first?",
        "What are you waiting for, and from whom?",
        "What do I keep asking for that helps nobody?",
        "Where did you have to guess what I want?",
        "What did you have to do twice, and why?",
        "Which question of yours is still open, and who could answer it?",
        "What would you stop doing tomorrow if it were yours to decide?",
        "Where did somebody wait for you, and what kept you?",
    ]

    /// Every question, for tests.
    static var all: [String] {
        WorkClass.allCases.flatMap(work) + unseenWork + edge + chance + blank + openGrowth + blocked + openObstacle
    }
}
