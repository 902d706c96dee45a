import Workspace

/// Reactions under a message: skin tones folded, each person once an emoji, the source's own count kept.
enum ReactionList {
    static func read(_ list: JSON) -> [Reaction] {
        var found: [(name: String, people: [AccountID], count: Int)] = []
        for entry in list.elements {
            guard let full = entry["name"].bytes, !full.isEmpty else { continue }
            let name = JSON.string(base(full))
            let place: Int
            if let known = found.firstIndex(where: { $0.name == name }) {
                place = known
            } else {
                place = found.count
                found.append((name, [], 0))
            }
            var users = 0
            for user in entry["users"].elements {
                guard let id = user.words else { continue }
                users += 1
                found[place].people.append(AccountID(id))
            }
            let count = max(0, Int(clamping: entry["count"].integer ?? Int64(users)))
            found[place].count =
                found[place].count.addingReportingOverflow(count).overflow ? Int.max : found[place].count + count
        }
        if found.count > 1 { found.sort { $0.name < $1.name } }
        return found.map { Reaction(name: $0.name, people: distinct($0.people), count: $0.count) }
    }

    private static func distinct(_ people: [AccountID]) -> [AccountID] {
        guard people.count > 1 else { return people }
        var distinct: [AccountID] = []
        distinct.reserveCapacity(people.count)
        for person in people.sorted() where distinct.last != person { distinct.append(person) }
        return distinct
    }

    private static let tone = Array("::skin-tone-".utf8)

    /// The name before a skin tone.
    private static func base(_ name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return name }
        for start in colon..<max(colon, name.count - tone.count)
        where name[start] == UInt8(ascii: ":") && name[start...].starts(with: tone) {
            return UnsafeBufferPointer(rebasing: name[..<start])
        }
        return name
    }
}
