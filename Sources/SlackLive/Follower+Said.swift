public import Evidence
import Importing
public import Intake
import Records
public import Signals
import Slack
public import Workspace

extension Follower {
    /// What became of a message that somebody asked to be read.
    public enum ReadNow: Sendable {
        /// The conversation is not one that is read.
        case notRead
        /// What is kept of it.
        case kept([LedgerEntry])
    }

    /// Reads one message that somebody points at; only in a conversation that is read anyway.
    public func readNow(_ object: WireValue, in id: ChannelID) async throws -> ReadNow {
        try await onRequest {
            guard let channel = try await channel(id, kind: nil), isRead(channel),
                let message = wire.messages(.list([object]), of: id).messages.first
            else { return .notRead }
            let time = message.id.time
            let copy = MessageCopy(message, seen: MessageTime(microseconds: sources.now()))
            if try await !readAround(time, in: channel, copy) {
                var followed = followed(channel)
                followed.take(copy, of: time)
                channels[id] = followed
                try await write([id])
            }
            return .kept(try await records.entries(of: MessageID(channel: id, time: time), now: sources.now()))
        }
    }

    /// Keeps what somebody said about a colleague to the app; false where it touches a private matter.
    public func keepSaid(
        _ words: String,
        to account: AccountID,
        by giver: AccountID,
        as id: MessageID,
        in name: String,
        kind: SignalKind = .recognition
    ) async throws -> Bool {
        try await onRequest {
            let reading = try await present()
            let channel = Channel(id: id.channel, name: name, audience: .direct, listed: false)
            let named = reading.capture.speakers.name(of: account)
            let text = "@\(named) \(words)"
            let mention = Mention(account: account, span: 0..<("@" + named).utf8.count)
            let message = Message(id: id, author: .account(giver), text: PlainText(text, mentions: [mention]))
            let signal = Signal(
                kind: kind,
                subject: .participant(named),
                reason: .mentioned,
                confidence: 1,
                workClass: .craft
            )
            let captured = reading.capture.captured(from: message, in: channel, signals: [signal])
            guard !captured.isPrivate, !captured.kept.isEmpty else { return false }
            try await records.keep(channels: [channel])
            let batch = MessageBatch(
                channel: id.channel,
                messages: [MessageKey(message)],
                entries: captured.kept,
                reading: 0
            )
            let outcome = try await records.commit([batch], now: sources.now())
            subjects.formUnion(outcome.subjects)
            return true
        }
    }

    /// Somebody chose whether their messages are read; what the record says of it counts from here on.
    public func choicesChanged() async throws { silence = try await records.silence() }
}
