import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Listening on a port.
@Suite struct Listening {
    @Test func `a port in use is named, with what to do`() async throws {
        let taken = try TakenPort()
        defer { taken.free() }
        let application = try Site().application(port: taken.port)
        await #expect(throws: WebError.portInUse(host: "127.0.0.1", port: taken.port)) {
            try await application.runService()
        }
    }

    @Test(arguments: [-1, 65_536]) func `a number that is no port is refused at once`(_ port: Int) {
        #expect(throws: WebError.badPort(port)) { try WebConfiguration(port: port, now: { 0 }) }
    }

    @Test func `the server listens on this machine only, unless told otherwise`() throws {
        let application = try Site().application()
        #expect("\(application.configuration.address)".contains("127.0.0.1"))
        #expect(try WebConfiguration(port: 9000, now: { 0 }).site.text == "http://127.0.0.1:9000")
    }

    @Test func `the site answers over the network`() async throws {
        try await PatientClient.running(Site().application()) { client in
            let answer = try await client.execute(uri: "/healthz", method: .get)
            #expect(answer.status == .ok && String(buffer: answer.body) == "ok\n")
            let page = try await client.execute(uri: "/sign-in", method: .get)
            #expect(page.status == .ok && page.headers[.contentLength] == "\(page.body.readableBytes)")
        }
    }
}

/// A port on which somebody else listens.
private struct TakenPort {
    let port: Int
    private let socket: Int32

    struct Unavailable: Error {}

    init() throws {
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        socket = makeSocket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 1) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard bound else { throw Unavailable() }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func free() { close(socket) }
}

/// The system's `socket`, which the field of the same name hides.
private func makeSocket(_ domain: Int32, _ kind: Int32, _ protocolNumber: Int32) -> Int32 {
    socket(domain, kind, protocolNumber)
}
