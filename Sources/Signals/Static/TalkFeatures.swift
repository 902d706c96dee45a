#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// What a passage looks like apart from its words, as numbers; the order is that of `CONTEXT` in `training/features.py`.
enum TalkFeatures {
    /// How many numbers there are.
    static let count = 44

    /// What the tokenizer counted and the talk shows.
    struct Given {
        var target: Tokenizer.Counts
        var answered: Utterance?
        var answeredCounts: Tokenizer.Counts
        var ownBefore: Bool
        /// Bytes of each message around the target that are read.
        var contextBytes: Int
    }

    /// Writes the numbers.
    static func write(
        _ given: borrowing Given,
        of passage: borrowing Passage,
        _ talk: borrowing Talk,
        to out: UnsafeMutablePointer<Float>
    ) {
        writeTalk(given, passage, talk, to: out)
        writeTarget(given, passage, talk, to: out + 16)
        writeRest(given, passage, talk, to: out + 39)
    }

    @inline(__always)
    private static func flag(_ value: Bool) -> Float { value ? 1 : 0 }

    /// Logarithm to base 2, a quarter of it: 15 gives 1.
    @inline(__always)
    static func log(_ count: Int) -> Float {
        count < quarters.count ? quarters[max(0, count)] : log2f(Float(count) + 1) / 4
    }

    private static let quarters: [Float] = (0..<512).map { log2f(Float($0 + 1)) / 4 }

    private static func asks(_ text: String, within limit: Int) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { $0.prefix(limit).contains(63) }
        return found ?? text.utf8.prefix(limit).contains(63)
    }

    private static func writeTalk(
        _ given: borrowing Given,
        _ passage: borrowing Passage,
        _ talk: borrowing Talk,
        to out: UnsafeMutablePointer<Float>
    ) {
        let author = passage.target.who
        let other = given.answeredCounts
        var asked = false
        var spoke = false
        var voices = 0
        for place in talk.before.indices {
            if talk.isFirst(place) { voices += 1 }
            guard talk.before[place].who == author else { continue }
            spoke = true
            asked = asked || asks(talk.before[place].text, within: given.contextBytes)
        }
        out[0] = flag(talk.root != nil)
        out[1] = flag(talk.root?.who == author)
        out[2] = flag(given.answered != nil)
        out[3] = flag(talk.other != nil && talk.other == talk.before.count - 1)
        out[4] = flag(given.ownBefore)
        out[5] = flag(spoke)
        out[6] = flag(asked)
        out[7] = flag(other.asks > 0)
        out[8] = flag(other.endsAsking)
        out[9] = log(other.tokens)
        out[10] = flag(other.codes + other.blocks > 0)
        out[11] = log(other.mentions)
        out[12] = flag(given.answered?.mentions.contains { PersonName.same($0.who, author) } ?? false)
        out[13] = flag(!talk.before.isEmpty && talk.other == nil)
        out[14] = log(voices)
        out[15] = flag(talk.before.isEmpty)
    }

    private static func writeTarget(
        _ given: borrowing Given,
        _ passage: borrowing Passage,
        _ talk: borrowing Talk,
        to out: UnsafeMutablePointer<Float>
    ) {
        let target = given.target
        let mentions = passage.target.mentions
        out[0] = log(target.tokens)
        out[1] = flag(target.tokens <= 3)
        out[2] = flag(target.tokens <= 8)
        out[3] = flag(target.tokens > 60)
        out[4] = log(target.asks)
        out[5] = flag(target.endsAsking)
        out[6] = log(target.shouts)
        out[7] = flag(target.mentions > 0)
        out[8] = flag(target.mentions > 1)
        out[9] = flag(target.startsWithMention)
        out[10] = flag(names(mentions, given.answered))
        out[11] = flag(names(mentions, talk.root))
        out[12] = flag(target.links > 0)
        out[13] = flag(target.pulls > 0)
        out[14] = flag(target.codes > 0)
        out[15] = flag(target.blocks > 0)
        out[16] = log(target.identifiers)
        out[17] = log(target.numbers)
        out[18] = flag(target.names > 0)
        out[19] = log(target.lines)
        out[20] = flag(target.quotes > 0)
        out[21] = flag(target.emoji > 0)
        out[22] = flag(target.broadcasts > 0)
    }

    private static func writeRest(
        _ given: borrowing Given,
        _ passage: borrowing Passage,
        _ talk: borrowing Talk,
        to out: UnsafeMutablePointer<Float>
    ) {
        out[0] = log(passage.reactions.values.reduce(0, &+))
        out[1] = flag(talk.root.map { asks($0.text, within: given.contextBytes) } ?? false)
        out[2] = flag(talk.root?.who == passage.target.who)
        out[3] = talk.other.map { log(talk.before.count - 1 - $0) } ?? 0
        out[4] = flag(given.answeredCounts.shouts > 0)
    }

    private static func names(_ mentions: [Utterance.Named], _ utterance: Utterance?) -> Bool {
        guard let utterance else { return false }
        return mentions.contains { PersonName.same($0.who, utterance.who) }
    }
}
