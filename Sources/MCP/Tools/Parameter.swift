/// Something that a caller may say to a tool; schema and check come from the same place.
public struct Parameter: Sendable, Hashable {
    /// What it can be.
    public enum Kind: Sendable, Hashable {
        /// Words, up to so many characters.
        case words(longest: Int)
        /// A whole number.
        case whole(ClosedRange<Int>)
        /// One of a few words.
        case choice([String])
        /// A day, `2026-06-30`.
        case day
    }

    /// Its name.
    public let name: String
    /// What it can be.
    public let kind: Kind
    /// What it is for, to be read by whoever chooses the call.
    public let purpose: String
    /// True where the call makes no sense without it.
    public let isNeeded: Bool

    /// Joins name, kind and purpose.
    public init(_ name: String, _ kind: Kind, needed isNeeded: Bool = false, _ purpose: String) {
        self.name = name
        self.kind = kind
        self.isNeeded = isNeeded
        self.purpose = purpose
    }

    /// As JSON Schema, 2020-12.
    var schema: JSONValue {
        var schema: [String: JSONValue] = ["description": .text(purpose)]
        switch kind {
        case .words(let longest):
            schema["type"] = "string"
            schema["minLength"] = 1
            schema["maxLength"] = .whole(longest)
        case .whole(let range):
            schema["type"] = "integer"
            schema["minimum"] = .whole(range.lowerBound)
            schema["maximum"] = .whole(range.upperBound)
        case .choice(let words):
            schema["type"] = "string"
            schema["enum"] = .list(words.map(JSONValue.text))
        case .day:
            schema["type"] = "string"
            schema["format"] = "date"
            schema["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        }
        return .object(schema)
    }

    /// What is wrong with a value; nil where it fits.
    func fault(in value: JSONValue) -> String? {
        switch kind {
        case .words(let longest):
            guard let text = value.text, !text.isEmpty, text.unicodeScalars.count <= longest else {
                return "“\(name)” is text of 1 to \(longest) characters."
            }
        case .whole(let range):
            guard let number = value.whole, range.contains(number) else {
                return "“\(name)” is a whole number from \(range.lowerBound) to \(range.upperBound)."
            }
        case .choice(let words):
            guard let text = value.text, words.contains(text) else {
                return "“\(name)” is one of: \(words.joined(separator: ", "))."
            }
        case .day:
            guard let text = value.text, Self.isDay(text) else { return "“\(name)” is a day such as 2026-06-30." }
        }
        return nil
    }

    private static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
        return bytes.enumerated().allSatisfy { place, byte in place == 4 || place == 7 || (48...57).contains(byte) }
    }
}
