#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A connection that sends and reads bytes as a test says, from an address of this machine that it says.
struct RawClient: Sendable {
    private let file: Int32

    struct Unavailable: Error {}

    /// Connects to a port of 127.0.0.1; reading gives up after half an hour.
    init(port: Int, from source: UInt8 = 1) throws {
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        file = socket(AF_INET, kind, 0)
        var patience = timeval(tv_sec: 1800, tv_usec: 0)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var own = Self.address(UInt32(0x7f00_0000) | UInt32(source), port: 0)
        var other = Self.address(0x7f00_0001, port: UInt16(port))
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isThere =
            Self.raw(&own) { bind(file, $0, length) == 0 } && Self.raw(&other) { connect(file, $0, length) == 0 }
        guard isThere else {
            close()
            throw Unavailable()
        }
    }

    private static func address(_ bits: UInt32, port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = bits.bigEndian
        address.sin_port = port.bigEndian
        return address
    }

    private static func raw(_ address: inout sockaddr_in, _ use: (UnsafePointer<sockaddr>) -> Bool) -> Bool {
        withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0) } }
    }

    /// Sends text; false once the other end is gone.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        #if canImport(Glibc)
        return Glibc.send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        #else
        return Darwin.send(file, bytes, bytes.count, 0) == bytes.count
        #endif
    }

    /// What comes next; empty once the other end has closed.
    func read(upTo limit: Int = 65_536) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = recv(file, &bytes, limit, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    /// True when nothing more comes because the other end has closed, whatever came before.
    func isClosedByOther() -> Bool {
        while true {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = recv(file, &bytes, bytes.count, 0)
            if count == 0 { return true }
            if count < 0 { return errno == ECONNRESET || errno == EPIPE }
        }
    }

    func close() {
        #if canImport(Glibc)
        Glibc.close(file)
        #else
        Darwin.close(file)
        #endif
    }
}
