import Evidence
import Signals
import Workspace

/// Three open questions of three kinds: about the work, about growth, about what is in the way.
struct PrepQuestions {
    let person: Person
    let askAbout: [String]
    let edge: GrowthEdge?

    /// The questions that fit what happened; the choice is the same whenever it is asked again.
    func three(about happenings: [Happening], blocked: Sentence?) -> [Sentence] {
        [work(happenings), growth(), obstacle(blocked, happenings)].map { Sentence($0, role: .question) }
    }

    private func work(_ happenings: [Happening]) -> String {
        guard let happening = happenings.first, let entry = happening.teller else {
            return pick([
                "What did you work on these weeks that nobody spoke about?",
                "Which piece of work deserves more light than it got?",
                "What took most of your time, and did it show anywhere?",
            ])
        }
        let place = "#\(entry.channelName) on \(DateWords.day(of: entry.moment))"
        switch happening.workClass {
        case .upkeep:
            return
                "What would have happened without the work that came up in \(place), and what would make it unnecessary?"
        case .decision: return "Which way did you nearly go before what was settled in \(place)?"
        case .enablement: return "What did the others take away from \(place), as far as you could tell?"
        case .ownership: return "What did it take to see through what came up in \(place)?"
        case .launch: return "What did you leave out of what shipped (\(place)), and why?"
        case .craft: return "Which part of what was discussed in \(place) would you argue differently today?"
        }
    }

    private func growth() -> String {
        if let edge {
            return pick([
                "Where in the coming weeks could you try this: “\(edge.statement)”",
                "Which piece of work ahead would let you practise \(edge.competency.lowercased())?",
            ])
        }
        if let blank = askAbout.first {
            return "I see little of your work in \(blank.lowercased()). What should I know, and who was there?"
        }
        return pick([
            "What would you like to be asked for more often?",
            "Whose work would you like to learn from next, and on what?",
        ])
    }

    private func obstacle(_ blocked: Sentence?, _ happenings: [Happening]) -> String {
        if blocked != nil { return "What have you tried on what is in the way, and what do you need from me?" }
        return pick([
            "What slows you down that I could clear away this week?",
            "What did I do lately that made your work harder or easier?",
            "Which meeting, rule or wait would you drop first?",
            "What are you waiting for, and from whom?",
        ])
    }

    /// Different people get different words; the same person keeps theirs.
    private func pick(_ choices: [String]) -> String {
        choices[Int(StableHash.hash([person.id.text, choices[0]]) % UInt64(choices.count))]
    }
}
