/// What can be told from the words of a decision without understanding them: general English, nothing of any one company.
///
/// Source: `docs/methods.md`, "Decisions".
enum DecisionWording {
    /// The fewest words with which somebody who was not there can tell what was decided.
    static let fewestWords = 5
    /// How many words of five letters and more it needs, since shorter ones name little.
    static let fewestNames = 2
    /// Up to how many words a text can be about a meeting alone.
    static let longestNotice = 60

    /// Words that carry something: no names after `@`, addresses, emoji codes or bare marks.
    static func words(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace).filter { word in
            let isCode = word.count > 2 && word.first == ":" && word.last == ":"
            return word.first != "@" && !isCode && !word.contains("://") && word.contains(where: \.isLetter)
        }
    }

    /// True where the text can stand in a ledger: names something, asks not only, is no notice of a meeting and no proposal
    /// that is still open.
    static func tells(_ text: String) -> Bool {
        let words = words(of: text)
        guard words.count >= fewestWords, words.count(where: { $0.count(where: \.isLetter) >= 5 }) >= fewestNames else {
            return false
        }
        return !isQuestion(text) && !isNotice(text) && !isOpen(plain(text))
    }

    /// True where the text says that something will not be built, bought or done.
    static func refrains(_ text: String) -> Bool { holds(plain(text), anyOf: refraining) }

    /// True where the text says that something decided before no longer holds.
    static func reverses(_ text: String) -> Bool { holds(plain(text), anyOf: reversing) }

    /// True where every sentence asks.
    private static func isQuestion(_ text: String) -> Bool {
        let asked = text.split { $0 == "." || $0 == "!" || $0 == "\n" }
            .filter { words(of: String($0)).count >= 2 }
        return !asked.isEmpty && asked.allSatisfy { part in part.last { !$0.isWhitespace } == "?" }
    }

    /// True for a short text that says when people meet, or that they do not: decided, but nothing to look at again.
    private static func isNotice(_ text: String) -> Bool {
        guard words(of: text).count <= longestNotice else { return false }
        let plain = plain(text)
        return holds(plain, anyOf: gatherings) && holds(plain, anyOf: times)
    }

    /// True for words that propose or wonder, where nothing in the text settles.
    private static func isOpen(_ plain: String) -> Bool {
        holds(plain, anyOf: proposing) && !holds(plain, anyOf: settling)
    }

    /// Lower-cased words with one space around each, so that whole words can be looked for.
    private static func plain(_ text: String) -> String {
        let text = text.lowercased().replacing("’", with: "'").replacing("'s ", with: " ")
        let parts = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        return " " + parts.joined(separator: " ") + " "
    }

    private static func holds(_ plain: String, anyOf phrases: [String]) -> Bool {
        phrases.contains { plain.contains(" \($0) ") }
    }

    private static let refraining = [
        "not build", "don't build", "won't build", "will not", "won't", "we do not", "not going to", "not do",
        "not add",
        "not use", "not buy", "not support", "decided not to", "decided against", "hold off", "on hold", "cancel",
        "cancelled", "canceled", "leave out", "leaving out", "left out", "drop", "dropping", "dropped", "out of scope",
        "no longer", "not worth",
    ]
    private static let reversing = [
        "revert", "reverts", "reverted", "reverting", "roll back", "rolled back", "rolling back", "back out",
        "backed out", "backing out", "undo", "undid", "undone", "undoing", "reverse", "reversed", "reversing",
        "overturn", "overturned", "changed our mind", "changed our minds", "changed my mind", "change of plan",
        "change of plans", "no longer", "scrap", "scrapped", "abandon", "abandoned", "supersede", "superseded",
        "supersedes", "reconsider", "reconsidered", "second thoughts", "on second thought", "was wrong", "were wrong",
        "my mistake", "our mistake", "not going ahead", "withdraw", "withdrawn", "drop the", "dropped the",
    ]
    private static let gatherings = [
        "meeting", "meetings", "meet", "call", "calls", "webex", "zoom", "hangout", "hangouts", "session", "sessions",
        "standup", "workshop", "meetup", "retro", "retrospective", "scrum", "sync", "invite", "doodle", "kickoff",
    ]
    private static let times = [
        "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "am", "pm", "noon", "week", "weeks", "agenda", "calendar", "schedule", "scheduled", "slot", "postponed",
        "cancelled", "canceled", "cancel", "cancelling", "canceling", "o'clock", "offline",
    ]
    private static let proposing = [
        "not sure", "i suggest", "suggest", "i propose", "i say", "i'd say", "how about", "what if", "we could",
        "perhaps we", "maybe we", "i guess", "should we", "shall we", "unless i hear", "would prefer",
    ]
    private static let settling = [
        "decided", "decide to", "decision", "agreed", "consensus", "conclusion", "let's", "lets", "we will", "we'll",
        "i will", "i'll", "going to", "stick with", "we stick", "go with", "go for", "go ahead", "hold off", "won't",
        "freeze", "approved", "accepted", "rejected",
    ]
}
