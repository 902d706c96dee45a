import NIOCore
import NIOWebSocket

/// Puts the frames of one connection together; control frames may stand between the fragments of a message.
struct SocketAssembly {
    /// What the other side said.
    enum Said: Equatable {
        case text([UInt8])
        case ping(ByteBuffer)
        case pong
        case closed
        /// A message of another kind; nothing is done with it.
        case ignored
        /// The other side broke the protocol or sent more than the limit.
        case broken
    }

    /// The longest message, in bytes; Slack's own are far shorter.
    static let limit = 4 << 20

    private var opened: WebSocketOpcode?
    private var gathered: [UInt8] = []

    /// Takes one frame; nil while its message is not whole.
    mutating func take(_ frame: WebSocketFrame) -> Said? {
        let data = frame.unmaskedData
        switch frame.opcode {
        case .ping: return .ping(data)
        case .pong: return .pong
        case .connectionClose: return .closed
        case .text, .binary:
            guard opened == nil else { return .broken }
            opened = frame.opcode
            gathered = []
        case .continuation:
            guard opened != nil else { return .broken }
        default: return .ignored
        }
        guard gathered.count + data.readableBytes <= Self.limit else { return .broken }
        gathered.append(contentsOf: data.readableBytesView)
        guard frame.fin else { return nil }
        defer { (opened, gathered) = (nil, []) }
        return opened == .text ? .text(gathered) : .ignored
    }
}
