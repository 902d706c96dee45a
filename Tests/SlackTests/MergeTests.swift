import Intake
import Slack
import Testing
import Workspace

/// Copies of one message come in any order and any number; what is known in the end is the same.
@Suite struct `Copies of a message` {
    private struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func time(_ seconds: Int64) -> MessageTime {
        MessageTime(microseconds: (1_760_000_000 + seconds) * 1_000_000)
    }

    private static func copy(_ chance: inout Chance) throws -> MessageCopy {
        let at = time(Int64.random(in: 0..<6, using: &chance))
        switch Int.random(in: 0..<10, using: &chance) {
        case 0..<6:
            let edit = Int64.random(in: 0..<4, using: &chance)
            let reactions = Bool.random(using: &chance) ? [Reaction(name: "clap", people: ["U1"], count: 1)] : []
            return MessageCopy(
                Message(
                    id: MessageID(channel: "C1", time: time(0)),
                    author: .account("U0"),
                    text: PlainText("text \(Int.random(in: 0..<3, using: &chance))"),
                    edited: edit == 0 ? nil : time(edit),
                    reactions: reactions
                ),
                seen: at
            )
        case 6..<9:
            return MessageCopy(
                try reaction(at: at, "U\(Int.random(in: 1..<3, using: &chance))", Bool.random(using: &chance))
            )
        default: return Int.random(in: 0..<4, using: &chance) == 0 ? .deleted : MessageCopy()
        }
    }

    private static func reaction(at: MessageTime, _ user: String, _ isAdded: Bool) throws -> ReactionEvent {
        let json = """
            {"type":"event_callback","event_id":"E","event":{"type":"reaction_\(isAdded ? "added" : "removed")",
            "user":"\(user)","reaction":"clap::skin-tone-3","item":{"type":"message","channel":"C1","ts":"\(time(0).slack)"},
            "event_ts":"\(at.slack)"}}
            """
        let payload = try #require(WireValue.read(json.replacing("\n", with: "")))
        var found: ReactionEvent?
        if case .event(let envelope) = Delivery(event: payload), case .reaction(let event) = envelope.event {
            found = event
        }
        return try #require(found)
    }

    @Test(arguments: UInt64(1)...40)
    func `end the same in any order and any number`(seed: UInt64) throws {
        var chance = Chance(state: seed)
        var copies: [MessageCopy] = []
        for _ in 0..<Int.random(in: 2...9, using: &chance) { copies.append(try Self.copy(&chance)) }
        let expected = copies.reduce(MessageCopy()) { $0.merged(with: $1) }
        for _ in 0..<20 {
            let repeated = (copies + copies.filter { _ in Bool.random(using: &chance) }).shuffled(using: &chance)
            #expect(repeated.reduce(MessageCopy()) { $0.merged(with: $1) } == expected)
        }
        for left in copies {
            #expect(left.merged(with: left) == left)
            for right in copies { #expect(left.merged(with: right) == right.merged(with: left)) }
        }
    }

    @Test func `a deletion wins over everything that comes later`() {
        let message = Message(
            id: MessageID(channel: "C1", time: Self.time(0)),
            author: .account("U0"),
            text: PlainText("back"),
            edited: Self.time(99)
        )
        let copy = MessageCopy.deleted.merged(with: MessageCopy(message, seen: Self.time(100)))
        #expect(copy.isDeleted && copy.message == nil)
    }

    @Test func `an older edit never replaces a newer one, whenever it is seen`() {
        func copy(_ text: String, edited: Int64, seen: Int64) -> MessageCopy {
            MessageCopy(
                Message(
                    id: MessageID(channel: "C1", time: Self.time(0)),
                    author: .account("U0"),
                    text: PlainText(text),
                    edited: Self.time(edited)
                ),
                seen: Self.time(seen)
            )
        }
        let merged = copy("new", edited: 5, seen: 6).merged(with: copy("old", edited: 2, seen: 90))
        #expect(merged.message?.text.text == "new")
    }

    @Test func `reactions told one by one count until a later look at all of them`() throws {
        let base = MessageCopy(
            Message(id: MessageID(channel: "C1", time: Self.time(0)), author: .account("U0"), text: PlainText("x")),
            seen: Self.time(2)
        )
        let early = MessageCopy(try Self.reaction(at: Self.time(1), "U1", true))
        let late = MessageCopy(try Self.reaction(at: Self.time(3), "U2", true))
        let gone = MessageCopy(try Self.reaction(at: Self.time(4), "U2", false))
        #expect(base.merged(with: early).message?.reactions.isEmpty == true)
        #expect(base.merged(with: late).message?.reactions.map(\.count) == [1])
        #expect(base.merged(with: gone).merged(with: late).message?.reactions.isEmpty == true)
    }
}
