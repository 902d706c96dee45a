import Foundation
import Workspace

/// Asks the system which addresses a name has.
enum HostLookup {
    /// Every address of a name; of an address, itself; empty where nobody knows the name.
    static func addresses(of host: String) async -> [NumericAddress] {
        if let address = NumericAddress(host) { return [address] }
        return await withCheckedContinuation { continuation in
            // The system's look-up blocks, so it stands on a thread of its own.
            Thread.detachNewThread { continuation.resume(returning: lookUp(host)) }
        }
    }

    private static func lookUp(_ host: String) -> [NumericAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        #if os(Linux)
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
        hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [NumericAddress] = []
        var next = list
        while let info = next?.pointee {
            if let address = info.ai_addr.flatMap(address), !found.contains(address) { found.append(address) }
            next = info.ai_next
        }
        return found
    }

    private static func address(_ socket: UnsafeMutablePointer<sockaddr>) -> NumericAddress? {
        switch Int32(socket.pointee.sa_family) {
        case AF_INET:
            socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { NumericAddress(bytes: Array($0)) }
            }
        case AF_INET6:
            socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { NumericAddress(bytes: Array($0)) }
            }
        default: nil
        }
    }
}
