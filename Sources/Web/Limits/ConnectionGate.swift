import NIOCore
import NIOHTTPTypes
import Synchronization
import Workspace

/// Counts the connections of a server and closes those that are too many.
final class ConnectionDoor: Sendable {
    private struct State: Sendable {
        var book: ConnectionBook
        var channels: [Int: any NIOCore.Channel] = [:]
    }

    let times: ConnectionPatience.Times
    /// The most bytes of a body; whoever sends more is cut off in the middle.
    let bytes: Int
    private let limits: AskingLimits
    private let isSecure: Bool
    private let state: Mutex<State>

    init(_ limits: AskingLimits, room: Int, bytes: Int, isSecure: Bool) {
        times = ConnectionPatience.Times(limits)
        self.bytes = bytes
        self.limits = limits
        self.isSecure = isSecure
        state = Mutex(State(book: ConnectionBook(room: room, roomOfOne: limits.connectionsOfOne)))
    }

    /// How many are open.
    var count: Int { state.withLock { $0.book.count } }

    /// Notes a connection; nil where it has to go.
    func open(_ channel: any NIOCore.Channel) -> Int? {
        let end = end(of: channel)
        let (number, refused, loser) = state.withLock { state in
            let (number, verdict) = state.book.open(end)
            switch verdict {
            case .refused: return (number, true, nil as (any NIOCore.Channel)?)
            case .welcome:
                state.channels[number] = channel
                return (number, false, nil)
            case .insteadOf(let other):
                state.channels[number] = channel
                return (number, false, state.channels.removeValue(forKey: other))
            }
        }
        loser?.close(promise: nil)
        return refused ? nil : number
    }

    func close(_ number: Int) {
        state.withLock { state in
            state.book.close(number)
            state.channels[number] = nil
        }
    }

    private func end(of channel: any NIOCore.Channel) -> ConnectionBook.End {
        guard let peer = NumericAddress(of: channel)?.unmapped else { return .unbounded }
        let isProxy = limits.proxies.contains(peer) || (isSecure && peer.isLoopback)
        guard !isProxy, !(peer.isLoopback && limits.sparesThisMachine) else { return .unbounded }
        return .block(AddressBlock(peer))
    }
}

extension NumericAddress {
    /// The address at the other end; nil where it has none.
    init?(of channel: any NIOCore.Channel) {
        guard let text = channel.remoteAddress?.ipAddress else { return nil }
        self.init(text.prefix { $0 != "%" })
    }
}

/// Closes a connection whose other end takes too long or sends too much.
///
/// Source: the attacks known as slowloris, slow post and slow read; OWASP, "Denial of Service Cheat Sheet".
final class ConnectionGate: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let door: ConnectionDoor
    private var patience: ConnectionPatience
    private var number: Int?
    private var alarm: Scheduled<Void>?
    private var alarmAt = NIODeadline.distantFuture
    private var bytes = 0

    init(_ door: ConnectionDoor) {
        self.door = door
        patience = ConnectionPatience(door.times, now: Self.now)
    }

    private static var now: Int64 { Int64(clamping: NIODeadline.now().uptimeNanoseconds) }

    func handlerAdded(context: ChannelHandlerContext) {
        number = door.open(context.channel)
        if let number {
            let door = door
            context.channel.closeFuture.whenComplete { _ in door.close(number) }
            watch(context)
        } else {
            // The channel is not ready to be closed before it was set up.
            let channel = context.channel
            context.eventLoop.execute { channel.close(promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bytes = 0
            patience.head(now: Self.now)
        case .body(let part):
            bytes += part.readableBytes
            guard bytes <= door.bytes else {
                context.close(promise: nil)
                return
            }
        case .end: patience.body()
        }
        watch(context)
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head:
            patience.answer(now: Self.now)
            watch(context)
            context.write(data, promise: promise)
        case .end:
            let taken = promise ?? context.eventLoop.makePromise(of: Void.self)
            let here = NIOLoopBound((gate: self, context: context), eventLoop: context.eventLoop)
            taken.futureResult.whenSuccess {
                let (gate, context) = here.value
                gate.patience.taken(now: Self.now)
                gate.watch(context)
            }
            context.write(data, promise: taken)
        default: context.write(data, promise: promise)
        }
    }

    /// Sets the alarm for the nearest end of patience; one that stands earlier only looks and sets itself anew.
    private func watch(_ context: ChannelHandlerContext) {
        guard let due = patience.due else { return }
        let moment = NIODeadline.uptimeNanoseconds(UInt64(max(0, due)))
        if alarm != nil, alarmAt <= moment { return }
        alarm?.cancel()
        alarmAt = moment
        let here = NIOLoopBound((gate: self, context: context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: moment) {
            let (gate, context) = here.value
            gate.ring(context)
        }
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        alarmAt = .distantFuture
        guard let due = patience.due else { return }
        if due <= Self.now {
            context.close(promise: nil)
        } else {
            watch(context)
        }
    }
}
