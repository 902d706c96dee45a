import Evidence
import Workspace

/// When and where something was said, in a few forms.
struct Situation {
    let entry: LedgerEntry
    /// True where the period is longer than a year, so that a day needs its year.
    let namesYear: Bool

    private var day: String { Self.day(of: entry, namesYear: namesYear) }

    static func day(of entry: LedgerEntry, namesYear: Bool) -> String {
        let date = CivilDate(microseconds: entry.moment)
        return namesYear ? DateWords.dayAndYear(date) : DateWords.day(date)
    }

    private var place: String { "#\(entry.channelName)" }

    /// The forms that open a sentence.
    var opening: [String] {
        var forms = ["On \(day) in \(place)", "In \(place) on \(day)"]
        if entry.thread != nil { forms.append("In a thread in \(place) on \(day)") }
        if let ticket { forms.insert("When \(ticket) came up in \(place) on \(day)", at: 0) }
        return forms
    }

    /// The forms that stand inside one.
    var inside: [String] {
        var forms = ["on \(day) in \(place)", "in \(place) on \(day)"]
        if entry.thread != nil { forms.append("in a thread in \(place) on \(day)") }
        if let ticket { forms.insert("when \(ticket) came up in \(place) on \(day)", at: 0) }
        return forms
    }

    /// The ticket or incident that the words themselves name, where it is one only.
    private var ticket: String? {
        let named = entry.matters.filter { !$0.contains("/") && !$0.hasPrefix("#") && entry.quote.contains($0) }
        return named.count == 1 ? named[0] : nil
    }

    /// What these forms say of their own.
    static func phrases(for entries: [LedgerEntry]) -> [String] {
        var found = ["came up"]
        if entries.contains(where: { $0.thread != nil }) { found += ["In a thread", "in a thread"] }
        // Who heard it is a fact of the entry, not of its words.
        found += entries.compactMap(\.hearer?.name)
        return found
    }
}
