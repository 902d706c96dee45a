import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// One WebSocket connection to Slack, upgraded and ready to be read.
struct WebSocketLink: Sendable {
    typealias Channel = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    let channel: Channel

    private enum Upgrade: Sendable {
        case done(Channel)
        case refused
    }

    /// Opens a connection; a ticket in the address is good for this one alone.
    ///
    /// Errors: `SlackFault.noSocket`.
    static func open(_ address: WebSocketAddress, on group: any EventLoopGroup) async throws -> WebSocketLink {
        let tls = try address.isSecure ? NIOSSLContext(configuration: .makeClientConfiguration()) : nil
        do {
            let upgrade = try await ClientBootstrap(group: group)
                .connectTimeout(.seconds(10))
                .connect(host: address.host, port: address.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let tls {
                            let name = address.host.contains(":") ? nil : address.host
                            let handler = try NIOSSLClientHandler(context: tls, serverHostname: name)
                            try channel.pipeline.syncOperations.addHandler(handler)
                        }
                        return try Self.pipeline(of: channel, to: address)
                    }
                }
            switch try await upgrade.get() {
            case .done(let channel): return WebSocketLink(channel: channel)
            case .refused: throw SlackFault.noSocket(reason: "the server did not switch to WebSocket")
            }
        } catch let fault as SlackFault {
            throw fault
        } catch {
            throw SlackFault.noSocket(reason: "\(type(of: error))")
        }
    }

    private static func pipeline(
        of channel: any NIOCore.Channel,
        to address: WebSocketAddress
    ) throws -> EventLoopFuture<Upgrade> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Upgrade>(maxFrameSize: SocketAssembly.limit) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                .done(try Channel(wrappingChannelSynchronously: channel))
            }
        }
        var headers = HTTPHeaders()
        headers.add(name: "Host", value: address.authority)
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: address.target, headers: headers)
        let upgrade = NIOTypedHTTPClientUpgradeConfiguration<Upgrade>(
            upgradeRequestHead: head,
            upgraders: [upgrader]
        ) { channel in channel.eventLoop.makeSucceededFuture(.refused) }
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: .init(upgradeConfiguration: upgrade)
        )
    }
}

extension WebSocketFrame {
    /// A frame as a client sends it: masked with fresh bytes.
    static func masked(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
    }

    /// An orderly close.
    static var close: WebSocketFrame {
        var data = ByteBuffer()
        data.writeInteger(UInt16(1000))
        return masked(.connectionClose, data)
    }
}
