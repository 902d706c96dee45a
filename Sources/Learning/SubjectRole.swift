public import Signals

/// Whom a signal is about, by the part they play in the talk and not by name, so that it can be said of another talk.
public enum SubjectRole: Sendable, Hashable {
    /// Whoever wrote the message.
    case author
    /// The other person who is mentioned first, second … in it; counted from 0.
    case mention(Int)
    /// The nearest other speaker before it, the next … ; counted from 0.
    case speaker(Int)
    /// Whoever began the thread.
    case root
    /// A team, or several people who are not all named.
    case group
    /// It cannot be said.
    case unknown

    /// The part that a subject plays in a passage; a mention before a speaker, a speaker before the thread's first.
    public init(_ subject: Subject, in passage: Passage) {
        switch subject {
        case .author: self = .author
        case .group: self = .group
        case .unknown: self = .unknown
        case .participant(let who):
            if who == passage.target.who {
                self = .author
            } else if let place = Self.mentioned(in: passage).firstIndex(of: who) {
                self = .mention(place)
            } else if let place = Self.speakers(before: passage).firstIndex(of: who) {
                self = .speaker(place)
            } else if passage.root?.who == who {
                self = .root
            } else {
                self = .unknown
            }
        }
    }

    /// Who plays this part in another passage; nil when nobody does.
    public func subject(in passage: Passage) -> Subject? {
        switch self {
        case .author: .author
        case .group: .group
        case .unknown: .unknown
        case .mention(let place): Self.person(Self.mentioned(in: passage), place)
        case .speaker(let place): Self.person(Self.speakers(before: passage), place)
        case .root: passage.root.flatMap { $0.who == passage.target.who ? nil : .participant($0.who) }
        }
    }

    private static func person(_ people: [String], _ place: Int) -> Subject? {
        people.indices.contains(place) ? .participant(people[place]) : nil
    }

    private static func mentioned(in passage: Passage) -> [String] {
        others(
            passage.target.mentions.sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }.map(\.who),
            passage
        )
    }

    private static func speakers(before passage: Passage) -> [String] {
        others(passage.before.reversed().map(\.who), passage)
    }

    private static func others(_ people: [String], _ passage: Passage) -> [String] {
        var found: [String] = []
        for who in people where who != passage.target.who && !found.contains(who) { found.append(who) }
        return found
    }
}

extension SubjectRole {
    /// `author`, `mention:0`, `speaker:1` …, for storage.
    public var text: String {
        switch self {
        case .author: "author"
        case .mention(let place): "mention:\(place)"
        case .speaker(let place): "speaker:\(place)"
        case .root: "root"
        case .group: "group"
        case .unknown: "unknown"
        }
    }

    /// Reads what `text` writes; nil for anything else.
    public init?(text: String) {
        switch text {
        case "author": self = .author
        case "root": self = .root
        case "group": self = .group
        case "unknown": self = .unknown
        default:
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let place = Int(parts[1]), place >= 0, String(place) == parts[1] else { return nil }
            switch parts[0] {
            case "mention": self = .mention(place)
            case "speaker": self = .speaker(place)
            default: return nil
            }
        }
    }
}
