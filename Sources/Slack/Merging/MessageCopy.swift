public import Workspace

/// What is known of one message, however often and in whatever order its copies came.
///
/// Two rules: the copy with the newest edit wins, and a deletion wins over everything. Merging is commutative, associative
/// and idempotent, so that order and repetition do not matter; of two copies with one edit the one that was seen later
/// wins, and of those an order that every machine shares. Source: `docs/methods.md`, "Slack, live".
public struct MessageCopy: Sendable, Hashable {
    /// True once any copy or event said that it was deleted.
    public private(set) var isDeleted: Bool
    private var content: Seen<Message>?
    private var reactions: Seen<[Reaction]>?
    private var turns: [Turn: Latest] = [:]

    private struct Seen<Value: Sendable & Hashable>: Sendable, Hashable {
        let value: Value
        let at: MessageTime
    }

    private struct Turn: Sendable, Hashable {
        let name: String
        let user: AccountID
    }

    private struct Latest: Sendable, Hashable {
        let at: MessageTime
        let isAdded: Bool
    }

    /// A copy as it was seen at a moment: when it was posted, when the event came about, or when it was fetched.
    public init(_ message: Message, seen at: MessageTime) {
        isDeleted = message.deleted
        guard !message.deleted else { return }
        content = Seen(value: message, at: at)
        reactions = Seen(value: message.reactions, at: at)
    }

    /// The fact that a message is gone.
    public static var deleted: MessageCopy {
        var copy = MessageCopy()
        copy.isDeleted = true
        return copy
    }

    /// A reaction that came or went.
    public init(_ event: ReactionEvent) {
        isDeleted = false
        let at = event.at ?? MessageTime(microseconds: 0)
        turns[Turn(name: event.name, user: event.user)] = Latest(at: at, isAdded: event.isAdded)
    }

    /// Nothing yet.
    public init() { isDeleted = false }

    /// The message as it now stands; nil where only its deletion or reactions are known.
    public var message: Message? {
        guard !isDeleted, var message = content?.value else { return nil }
        message.reactions = standing
        return message
    }

    /// The reactions last seen as a whole, and what was told one by one since.
    private var standing: [Reaction] {
        var standing = reactions?.value ?? []
        let since = turns.filter { turn in reactions.map { turn.value.at > $0.at } ?? true }
        for (turn, latest) in since.sorted(by: { ($0.key.name, $0.key.user) < ($1.key.name, $1.key.user) }) {
            let name = Self.base(turn.name)
            let place = standing.firstIndex { $0.name == name }
            let old = place.map { standing[$0] } ?? Reaction(name: name, people: [], count: 0)
            let isThere = old.people.contains(turn.user)
            guard isThere != latest.isAdded else { continue }
            let people = latest.isAdded ? (old.people + [turn.user]).sorted() : old.people.filter { $0 != turn.user }
            let new = Reaction(name: name, people: people, count: max(old.count + (latest.isAdded ? 1 : -1), 0))
            if let place { standing[place] = new } else { standing.append(new) }
        }
        return standing.filter { $0.count > 0 }.sorted { $0.name < $1.name }
    }

    /// What both know together.
    public func merged(with other: MessageCopy) -> MessageCopy {
        var merged = self
        if isDeleted || other.isDeleted {
            return .deleted
        }
        merged.content = Self.newest(content, other.content) { left, right in
            let edits = (left.value.edited?.microseconds ?? 0, right.value.edited?.microseconds ?? 0)
            return edits.0 == edits.1 ? nil : edits.0 < edits.1
        }
        merged.reactions = Self.newest(reactions, other.reactions) { _, _ in nil }
        merged.turns.merge(other.turns) { left, right in
            if left.at != right.at { return left.at > right.at ? left : right }
            return left.isAdded ? right : left
        }
        return merged
    }

    /// The later of two; `isOlder` may decide before the moments do, and the bytes after them.
    private static func newest<Value>(
        _ left: Seen<Value>?,
        _ right: Seen<Value>?,
        isOlder: (Seen<Value>, Seen<Value>) -> Bool?
    ) -> Seen<Value>? {
        guard let left else { return right }
        guard let right else { return left }
        if let answer = isOlder(left, right) { return answer ? right : left }
        if left.at != right.at { return left.at < right.at ? right : left }
        return "\(left.value)" < "\(right.value)" ? right : left
    }

    private static func base(_ name: String) -> String {
        name.firstRange(of: "::skin-tone-").map { String(name[..<$0.lowerBound]) } ?? name
    }
}
