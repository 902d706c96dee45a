import Workspace

/// Puts a signal into words: conditions and numbers, one thing to do, never a label.
///
/// Source: `docs/methods.md`, "Support signals".
public struct SupportWords: Sendable, Hashable {
    /// What was found, with its numbers.
    public let what: String
    /// What to do about it.
    public let act: String
    /// How it is worked out.
    public let how: String

    /// Words that never stand in anything that is generated.
    public static let forbidden = [
        "burnout", "burned out", "burnt out", "depressed", "anxious", "stressed", "unhappy", "disengaged",
        "flight risk",
        "attitude", "moody", "struggling", "at risk", "demotion",
    ]

    /// Words of a signal for one of the two readers.
    ///
    /// Shape: the person is spoken to; about the person, the manager reads a question to ask.
    public init(_ signal: SupportSignal, name: String, for reader: SupportReader) {
        let finding = signal.finding
        what = Self.what(finding.reason, name: name, for: reader)
        act = Self.act(finding, name: name, plainer: signal.isPlainer(for: reader), for: reader)
        how = Self.how(finding.reason)
    }

    private static func what(_ reason: SupportFinding.Reason, name: String, for reader: SupportReader) -> String {
        let isOwn = reader == .person
        let who = isOwn ? "you" : name
        let whose = isOwn ? "your" : "\(name)'s"
        switch reason {
        case .openBlocker(let since, let days):
            return
                "On \(Self.day(since)) \(who) said what stands in the way, and \(count(days)) working days later nothing shows that it has moved."
        case .moreBlockers(let number, let weeks, let usual):
            return "In \(span(weeks)) \(who) said \(times(number)) that something stands in the way (\(often(usual)))."
        case .unanswered(let open, let all, let usual):
            return
                "\(count(open).firstUpper) of \(whose) last \(count(all)) questions to others had no reply within two working days (\(share(usual)))."
        case .silence(let weeks, let expected):
            return
                "For \(count(weeks)) weeks nothing was said about \(whose) work in the channels that Crosstie reads; at the usual pace it would have been about \(number(expected)) things."
        case .saidLess(let number, let weeks, let usual):
            return "In \(span(weeks)) others said something about \(whose) work \(times(number)) (\(often(usual)))."
        case .moreAsked(let number, let weeks, let usual):
            return
                "In \(span(weeks)) \(count(number)) questions, reviews and incidents came to \(who) (\(often(usual)))."
        case .moreHours(let number, let weeks, let usual):
            return
                "In \(span(weeks)) \(who) wrote in \(count(number)) different hours outside \(isOwn ? "the hours that you gave" : "the declared hours") (\(often(usual)))."
        case .alone(let system):
            return "When \(system) needs somebody, nearly every call goes to \(who) alone."
        case .quietEdge(let competency, let weeks):
            return
                "“\(competency)” was named as a growth edge; for \(count(weeks)) weeks nothing was seen of it and nobody was asked."
        }
    }

    private static func act(_ finding: SupportFinding, name: String, plainer: Bool, for reader: SupportReader) -> String
    {
        switch reader {
        case .person:
            let opening = plainer ? "This is the second thing within six weeks. Please ask" : "You may want to ask"
            if finding.kind == .afterHours {
                return plainer
                    ? "This is the second thing within six weeks. Look at what could wait, or go to somebody else."
                    : "If you did not choose it, look at what could wait. Only you can see this."
            }
            return "\(opening) \(wish(finding.kind, of: "you"))."
        case .manager:
            let question = wish(finding.kind, of: name)
            return plainer ? "Please ask \(question)." : "Maybe ask \(question)."
        }
    }

    /// What to ask; the person asks for it, the manager asks about it.
    private static func wish(_ kind: SupportKind, of who: String) -> String {
        let isOwn = who == "you"
        switch kind {
        case .blocked:
            return isOwn ? "in your next 1:1 who can clear the way" : "\(who) what would clear the way, and clear it"
        case .unanswered:
            return isOwn ? "for a person to turn to, by name" : "\(who) what would unblock them, and who owes a reply"
        case .loneKeeper:
            return isOwn
                ? "for a second person to learn the system with you" : "\(who) whom to bring in as a second person"
        case .load:
            return isOwn
                ? "which of it can wait, or go to somebody else" : "\(who) what could wait, or go to somebody else"
        case .drought:
            return isOwn
                ? "somebody who saw your work what they saw"
                : "those who saw \(who)'s work what they saw, and pass it on"
        case .quietEdge:
            return isOwn
                ? "for a chance to do it, or to name another"
                : "\(who) which chance would fit, or whether another edge matters more"
        case .afterHours: return "what could wait"
        }
    }

    private static func how(_ reason: SupportFinding.Reason) -> String {
        switch reason {
        case .openBlocker:
            "Told when your own words about what stands in the way are more than five working days old and nobody replied to the last of them."
        case .moreBlockers, .moreAsked:
            "Each week is held against your own 26 weeks before, busy weeks of the whole company taken out. Told when the excess adds up to more than chance brings in ten years of weeks like yours."
        case .unanswered:
            "Told from five questions in three weeks on, when at least three in five had no reply in two working days, fewer than three in ten usually have none, and chance alone would hardly bring it."
        case .silence:
            "Told after six weeks without a word, when words usually came every other week or more often and at least six would have come."
        case .saidLess:
            "Each week is held against your own 26 weeks before, quiet weeks of the whole company taken out. Told when what is missing adds up to more than chance brings in ten years of weeks like yours."
        case .moreHours:
            "Counts hours with a message between 20:00 and 7:00 and at weekends, in the zone that you gave, weeks on call left out. Told when two ways of looking agree within six weeks."
        case .alone:
            "Told when one person answers for a system that others call for; the go-to network shows from which calls."
        case .quietEdge:
            "Told ten weeks after an edge was named, when no evidence spoke to it and nobody was asked."
        }
    }
}

// Numbers as people say them.
extension SupportWords {
    static func count(_ number: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        return words.indices.contains(number) ? words[number] : String(number)
    }

    static func times(_ number: Int) -> String {
        switch number {
        case 0: "not once"
        case 1: "once"
        case 2: "twice"
        default: "\(count(number)) times"
        }
    }

    static func span(_ weeks: Int) -> String { weeks == 1 ? "one week" : "\(count(weeks)) weeks" }

    /// `usually about three a week`, `usually about one in two weeks`.
    static func often(_ usual: Double) -> String {
        if usual >= 0.95 { return "usually about \(number(usual)) a week" }
        guard usual >= 0.05 else { return "usually hardly ever" }
        let weeks = Int((1 / usual).rounded())
        return weeks <= 1 ? "usually about one a week" : "usually about one in \(count(weeks)) weeks"
    }

    /// `usually one in ten`.
    static func share(_ usual: Double) -> String {
        guard usual >= 0.04 else { return "usually hardly any" }
        let among = max(2, Int((1 / usual).rounded()))
        return "usually about one in \(count(among))"
    }

    /// A decimal number as a whole one, in words.
    static func number(_ value: Double) -> String { count(Int(value.rounded())) }

    /// `3 March`.
    static func day(_ date: CivilDate) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        let parts = date.parts
        return "\(parts.day) \(months[parts.month - 1])"
    }
}

extension String {
    /// The same with a capital first letter.
    fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
