/// The words that a text about a move never uses: neither track is above the other, and nobody loses anything.
public enum MoveWording {
    /// Every such word found, in the order in which the text has them; as the text writes them.
    public static func found(in text: String) -> [String] {
        let words = words(of: text)
        var found: [String] = []
        for place in words.indices {
            for phrase in phrases where phrase.count <= words.count - place {
                let part = words[place..<(place + phrase.count)]
                if zip(part, phrase).allSatisfy({ $1.last == "*" ? $0.hasPrefix($1.dropLast()) : $0 == $1 }) {
                    found.append(part.joined(separator: " "))
                }
            }
        }
        return found
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    }

    /// A star stands for any ending.
    private static let phrases: [[String]] = [
        ["step", "down"], ["steps", "down"], ["stepped", "down"], ["stepping", "down"], ["step", "back"],
        ["demot*"], ["back", "to"], ["lost"], ["lose"], ["loses"], ["losing"], ["revert*"], ["downgrad*"],
        ["move", "down"], ["moved", "down"], ["moves", "down"], ["fall", "back"], ["fell", "back"], ["lower", "level"],
        ["loser"], ["not", "good", "enough"], ["only", "an", "ic"],
        ["just", "an", "ic"],
    ]
}

/// Sentences of a reason, counted roughly: three words and an end.
enum Sentences {
    static func count(_ text: String) -> Int {
        text.split { ".!?\n".contains($0) }.filter { $0.split(whereSeparator: \.isWhitespace).count >= 3 }.count
    }
}
