public import Workspace

/// Finds the 1:1s of two people among the meetings of a calendar.
///
/// Source: `docs/methods.md`, "When the next 1:1 is". Exactly the two as attendees; or a title that names one of them and says
/// that it is a 1:1, where nobody else is asked to come.
public struct MeetingFinder: Sendable {
    let person: Person
    let manager: Person

    /// The longest meeting that is taken for a 1:1, in microseconds.
    static let longest: Int64 = 3 * 3_600_000_000

    /// Words of titles that say that two people talk.
    static let signs = [
        "1:1", "1-1", "1on1", "1-on-1", "1:1s", "one on one", "one-on-one", "1 on 1", "1&1", "jour fixe",
    ]

    /// Looks for the 1:1s of these two.
    public init(person: Person, manager: Person) {
        self.person = person
        self.manager = manager
    }

    /// When they begin, in order, each once; microseconds since 1970 UTC.
    public func starts(in meetings: [Meeting]) -> [Int64] {
        Set(meetings.filter(isTheirs).map(\.start)).sorted()
    }

    private func isTheirs(_ meeting: Meeting) -> Bool {
        guard !meeting.isAllDay, meeting.end - meeting.start <= Self.longest else { return false }
        let both = Set([person.email, manager.email].compactMap { $0?.lowercased() })
        let asked = Set(meeting.attendees)
        if both.count == 2, asked == both { return true }
        // A calendar of one's own often lists nobody, or the other one alone.
        guard asked.isSubset(of: both) else { return false }
        let title = meeting.title.lowercased()
        guard Self.signs.contains(where: { Self.words(title, say: $0) }) else { return false }
        let names = isNamed(person, in: title)
        return asked.isEmpty ? names : names || asked.contains(person.email?.lowercased() ?? "")
    }

    /// The whole name, or the first name of it as a word.
    private func isNamed(_ person: Person, in title: String) -> Bool {
        let name = person.name.lowercased()
        guard let first = name.split(separator: " ").first else { return false }
        return Self.words(title, say: name) || first.count >= 2 && Self.words(title, say: String(first))
    }

    /// True where the words stand in a text with no letter or number beside them.
    private static func words(_ text: String, say words: String) -> Bool {
        var from = text.startIndex
        while let range = text[from...].firstRange(of: words) {
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            if ![before, after].contains(where: { $0.map { $0.isLetter || $0.isNumber } ?? false }) { return true }
            from = text.index(after: range.lowerBound)
        }
        return false
    }
}
