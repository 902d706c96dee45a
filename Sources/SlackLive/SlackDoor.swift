public import Intake
public import Records
public import Slack
import Synchronization
import Workspace

/// Where Slack's deliveries come in, over HTTP and over Socket Mode alike: checked, stored, acknowledged, then worked on.
public final class SlackDoor: Sendable {
    private let secrets: SigningSecrets?
    private let writer: InboxWriter
    private let answers: any SlackAnswers
    private let late: @Sendable (String, WireValue) async -> Void
    private let now: @Sendable () -> Int64
    private let wakers = Mutex<[AsyncStream<Void>.Continuation]>([])
    private let gaps = Mutex(false)
    private let behind = Mutex(false)

    /// How much a request may bring, in bytes.
    public static let limit = 1 << 20
    /// How long an answer may take before the delivery is acknowledged without it.
    static let patience = Duration.milliseconds(2200)

    /// Joins the queue with what answers.
    ///
    /// `secrets` is what HTTP requests are signed with; without any none is taken. `vault` seals what waits. `late` sends an
    /// answer that took longer than Slack waits to the address that Slack gave for it.
    public init(
        secrets: SigningSecrets?,
        records: Records,
        vault: Vault,
        answers: any SlackAnswers = NoAnswers(),
        late: @escaping @Sendable (String, WireValue) async -> Void = { _, _ in },
        now: @escaping @Sendable () -> Int64
    ) {
        self.secrets = secrets
        writer = InboxWriter(records: records, vault: vault)
        self.answers = answers
        self.late = late
        self.now = now
    }

    /// Which of the three addresses.
    public enum Address: String, Sendable, CaseIterable {
        /// `/slack/events`.
        case events
        /// `/slack/commands`.
        case commands
        /// `/slack/interactions`.
        case interactions
    }

    /// What goes back over HTTP.
    public struct Answer: Sendable, Hashable {
        /// HTTP status.
        public let status: Int
        /// Type of the body; nil for an empty one.
        public let type: String?
        /// The body.
        public let body: [UInt8]

        static func status(_ status: Int) -> Answer { Answer(status: status, type: nil, body: []) }
        static func json(_ value: WireValue?) -> Answer {
            value.map { Answer(status: 200, type: "application/json; charset=utf-8", body: $0.bytes) } ?? status(200)
        }
    }

    /// Takes a request of Slack; `times` and `signatures` are all values of the two headers.
    public func take(
        _ address: Address,
        times: [String],
        signatures: [String],
        body: [UInt8]
    ) async -> Answer {
        // Nothing of the body is looked at before its signature was.
        guard let secrets,
            secrets.verify(times: times, signatures: signatures, body: body, now: now() / 1_000_000) == .genuine
        else { return .status(401) }
        let payload: WireValue
        switch address {
        case .events:
            guard let read = WireValue.read(body), read.isObject else { return .status(400) }
            payload = read
        case .commands:
            guard let fields = FormBody.fields(of: body) else { return .status(400) }
            payload = .object(fields.sorted { $0.key < $1.key }.map { WireField($0.key, .text($0.value)) })
        case .interactions:
            guard let text = FormBody.fields(of: body)?["payload"], let read = WireValue.read(text), read.isObject
            else { return .status(400) }
            payload = read
        }
        do {
            let delivery = Self.delivery(address, payload)
            if case .verification(let challenge) = delivery {
                return Answer(status: 200, type: "text/plain; charset=utf-8", body: Array(challenge.utf8))
            }
            return .json(try await take(delivery, payload))
        } catch {
            return .status(503)
        }
    }

    /// Takes what Socket Mode brought; once it returns, the delivery may be acknowledged.
    public func take(_ envelope: SocketEnvelope) async throws -> WireValue? {
        try await take(Delivery(envelope), envelope.payload)
    }

    private static func delivery(_ address: Address, _ payload: WireValue) -> Delivery {
        switch address {
        case .events: Delivery(event: payload)
        case .commands: Delivery(command: payload)
        case .interactions: Delivery(interaction: payload)
        }
    }

    private func take(_ delivery: Delivery, _ payload: WireValue) async throws -> WireValue? {
        switch delivery {
        case .verification, .certificateCheck, .unknown: return nil
        case .held:
            lostSome()
            return nil
        case .event(let envelope):
            // Talk between people is not even stored; that something came is.
            let isDirect = if case .message(let event) = envelope.event { event.isDirect } else { false }
            let kept = isDirect ? Self.withoutWords(payload) : payload
            let isNew = try await store("event", id: envelope.id, kept)
            if isNew { wake() }
            return nil
        case .command(let command):
            let id = command.trigger.isEmpty ? "\(command.user.text) \(now())" : command.trigger
            guard try await store("command", id: id, .null) else { return nil }
            return await inTime(command.responseURL) { await self.answers.answer(command) }
        case .interaction(let interaction):
            guard try await store("interaction", id: Self.id(of: interaction, now: now()), .null) else { return nil }
            let address: String? = if case .submission = interaction.act { nil } else { interaction.responseURL }
            return await inTime(address) { await self.answers.answer(interaction) }
        }
    }

    /// The same form sent twice is one form; each press of a button has a trigger of its own.
    private static func id(of interaction: Interaction, now: Int64) -> String {
        switch interaction.act {
        case .submission(let view): "view \(view.id) \(view.hash)"
        default: interaction.trigger.isEmpty ? "\(interaction.user.text) \(now)" : "press \(interaction.trigger)"
        }
    }

    private static func withoutWords(_ payload: WireValue) -> WireValue {
        let event = payload["event"]
        let kept: WireValue = [
            "type": event["type"], "channel": event["channel"], "channel_type": event["channel_type"],
            "user": event["user"], "bot_id": event["bot_id"].isNothing ? nil : event["bot_id"],
            "subtype": event["subtype"].isNothing ? nil : event["subtype"],
        ]
        return payload.setting("event", to: kept)
    }

    private func store(_ kind: String, id: String, _ payload: WireValue) async throws -> Bool {
        let moment = now()
        let bytes = payload.isNothing ? [] : payload.bytes
        return try await writer.store(KeptEnvelope(id: "\(kind) \(id)", kind: kind, payload: bytes, arrived: moment))
    }

    /// The answer where it is there in time; else it goes to the address that Slack gave.
    private func inTime(_ address: String?, _ work: @escaping @Sendable () async -> WireValue?) async -> WireValue? {
        let (answers, give) = AsyncStream.makeStream(of: WireValue?.self)
        let late = late
        let gate = LateGate()
        Task {
            let answer = await work()
            if gate.finish() {
                give.yield(answer)
            } else if let address, let answer {
                await late(address, answer)
            }
            give.finish()
        }
        Task {
            try? await Task.sleep(for: Self.patience)
            if gate.expire() { give.finish() }
        }
        for await answer in answers { return answer }
        return nil
    }
}

/// Which came first: the answer or the end of patience.
private final class LateGate: Sendable {
    private let isDecided = Mutex(false)

    func finish() -> Bool { decide() }
    func expire() -> Bool { decide() }

    private func decide() -> Bool {
        isDecided.withLock { decided in
            defer { decided = true }
            return !decided
        }
    }
}

extension SlackDoor {
    /// Tells whenever there may be something to work on.
    func arrivals() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wakers.withLock { $0.append(continuation) }
        return stream
    }

    /// Events were lost or held back: what is missing has to be read again.
    public func lostSome() {
        gaps.withLock { $0 = true }
        wake()
    }

    /// Something was read without all that stands around it: it is read again when there is time.
    func fellBehind() { behind.withLock { $0 = true } }

    /// True once after something was.
    func takeBehind() -> Bool {
        behind.withLock { behind in
            defer { behind = false }
            return behind
        }
    }

    /// True once after events were lost.
    func takeGap() -> Bool {
        gaps.withLock { gap in
            defer { gap = false }
            return gap
        }
    }

    func wake() {
        let all = wakers.withLock { $0 }
        for one in all { one.yield() }
    }
}
