import Workspace

/// A plain text in the making; its room is kept from message to message.
struct TextDraft {
    var bytes: [UInt8] = []
    var mentions: [Mention] = []
    var groups: [String] = []
    var channels: [ChannelID] = []
    var links: [String] = []
    var broadcasts: [String] = []
    /// Accounts that were named inside code only; Slack does not tell them, so they are not mentions.
    var named: [AccountID] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        if !mentions.isEmpty { mentions = [] }
        if !groups.isEmpty { groups = [] }
        if !channels.isEmpty { channels = [] }
        if !links.isEmpty { links = [] }
        if !broadcasts.isEmpty { broadcasts = [] }
        if !named.isEmpty { named = [] }
    }

    mutating func append(_ text: String) {
        if text.utf8.contains(0) {
            bytes.append(contentsOf: text.utf8.lazy.filter { $0 != 0 })
        } else {
            bytes.append(contentsOf: text.utf8)
        }
    }

    /// Copies literal bytes, without zeros.
    mutating func append(_ literal: UnsafeBufferPointer<UInt8>) {
        if literal.contains(0) {
            bytes.append(contentsOf: literal.lazy.filter { $0 != 0 })
        } else {
            bytes.append(contentsOf: literal)
        }
    }

    /// Begins a new line unless one has just begun.
    mutating func newLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    mutating func mention(_ account: AccountID, name: String) {
        let start = bytes.count
        bytes.append(UInt8(ascii: "@"))
        append(name)
        mentions.append(Mention(account: account, span: start..<bytes.count))
    }

    mutating func link(_ address: String) { links.append(Secrets.stripped(address)) }

    mutating func broadcast(_ range: String) {
        bytes.append(UInt8(ascii: "@"))
        append(range)
        broadcasts.append(range)
    }

    /// Takes over what another reading of the same words points to and this one does not.
    mutating func unite(with other: TextDraft) {
        for mention in other.mentions
        where !named.contains(mention.account) && !mentions.contains(where: { $0.account == mention.account }) {
            mentions.append(Mention(account: mention.account, span: nil))
        }
        for group in other.groups where !groups.contains(group) { groups.append(group) }
        for range in other.broadcasts where !broadcasts.contains(range) { broadcasts.append(range) }
    }

    /// The finished text; secrets are gone from it.
    mutating func finish() -> PlainText {
        if Secrets.mayHold(bytes) { strip() }
        let text = bytes.withUnsafeBufferPointer { JSON.string($0) }
        return PlainText(
            text,
            mentions: mentions,
            groups: groups,
            channels: channels,
            links: links,
            broadcasts: broadcasts
        )
    }

    private mutating func strip() {
        for secret in Secrets.ranges(in: bytes).reversed() {
            bytes.replaceSubrange(secret, with: Secrets.mark.utf8)
            let shift = Secrets.mark.utf8.count - secret.count
            mentions = mentions.map { mention in
                guard let span = mention.span, span.lowerBound >= secret.upperBound else { return mention }
                return Mention(account: mention.account, span: span.lowerBound + shift..<span.upperBound + shift)
            }
        }
    }
}
