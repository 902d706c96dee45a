import Evidence
public import Workspace

/// A sentence about calls, with the messages that it counts; nothing of their words is kept.
public struct CallSentence: Sendable, Hashable {
    /// The sentence.
    public let text: String
    /// The messages behind its count, oldest first.
    public let messages: [MessageID]

    /// Joins a sentence and what it counts.
    public init(_ text: String, messages: [MessageID]) {
        self.text = text
        self.messages = messages
    }
}

/// How a person is spoken of: to themselves as “you”, to others by name.
public struct Addressee: Sendable, Hashable {
    /// The name; nil for “you”.
    public let name: String?

    /// Speaks to the person.
    public static let you = Addressee(name: nil)

    /// Speaks about the person.
    public init(name: String?) { self.name = name }

    /// Behind a verb.
    var object: String { name ?? "you" }
    /// At the beginning of a sentence.
    var subject: String { name ?? "You" }
    /// With a verb that has an “s” for others.
    func does(_ verb: String) -> String { name.map { "\($0) \(verb)s" } ?? "You \(verb)" }
}

/// Numbers with their nouns.
enum Counted {
    static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
    static func teams(_ count: Int) -> String { count == 1 ? "1 other team" : "\(count) other teams" }
    static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Sequence where Element == Ask {
    /// Those after a moment that want something: to be named is not to be called.
    func wanting(since moment: Int64) -> [Ask] { filter { $0.kind != .mention && $0.moment > moment } }

    /// The messages that called, each once, oldest first.
    var messages: [MessageID] {
        Set(map(\.message)).sorted { ($0.time, $0.channel) < ($1.time, $1.channel) }
    }
}
