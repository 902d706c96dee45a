public import Workspace

/// The key of a round of requests: the person's id and the round's number.
public struct RoundID: Identifier {
    /// The identifier, such as `ana.r3`.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
    /// The key of a person's round by its number, from 1.
    public init(_ subject: PersonID, number: Int) { text = "\(subject.text).r\(number)" }
}

/// The key of one request: its round and a number.
public struct RequestID: Identifier {
    /// The identifier, such as `ana.r3.2`.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
    /// The key of a round's request by its number, from 1.
    public init(_ round: RoundID, number: Int) { text = "\(round.text).\(number)" }
}

/// Who did something about a request or a decision.
public enum LedgerActor: Sendable, Hashable, CustomStringConvertible {
    /// Somebody who works here.
    case person(PersonID)
    /// The command line.
    case console
    /// The schedule, where the workspace lets it send by itself.
    case schedule

    /// Reads the written form.
    public init(_ text: String) {
        switch text {
        case "@console": self = .console
        case "@schedule": self = .schedule
        default: self = .person(PersonID(text))
        }
    }

    /// The written form.
    public var description: String {
        switch self {
        case .person(let id): id.text
        case .console: "@console"
        case .schedule: "@schedule"
        }
    }

    /// The person, where it was one.
    public var person: PersonID? { if case .person(let id) = self { id } else { nil } }
}
