public import Intake

/// What Socket Mode brings: the payload that HTTP would carry, and what it is.
public struct SocketEnvelope: Sendable, Hashable {
    /// Slack's id of this delivery; a redelivery has another.
    public let id: String
    /// `events_api`, `slash_commands`, `interactive`, or something newer.
    public let type: String
    /// The payload; `null` where there is none.
    public let payload: WireValue
    /// True when the acknowledgement may carry an answer.
    public let takesAnswer: Bool
    /// 0 for the first delivery.
    public let attempt: Int

    /// Reads an envelope; nil for what needs no acknowledgement.
    public init?(_ message: WireValue) {
        guard let id = message["envelope_id"].words else { return nil }
        self.id = id
        type = message["type"].words ?? ""
        payload = message["payload"]
        takesAnswer = message["accepts_response_payload"].isTrue
        attempt = Int(clamping: message["retry_attempt"].integer ?? 0)
    }

    /// The acknowledgement; an answer only where Slack takes one.
    func acknowledgement(_ answer: WireValue?) -> WireValue {
        ["envelope_id": .text(id), "payload": takesAnswer ? answer : nil]
    }
}

/// Words of the connection itself.
enum SocketNotice: Equatable {
    case hello
    /// Another connection is wanted; this one ends soon.
    case leave
    /// Socket Mode was switched off.
    case off
    case other

    init(_ message: WireValue) {
        switch (message["type"].words, message["reason"].words) {
        case ("hello", _): self = .hello
        case ("disconnect", "link_disabled"): self = .off
        case ("disconnect", _): self = .leave
        default: self = .other
        }
    }
}
