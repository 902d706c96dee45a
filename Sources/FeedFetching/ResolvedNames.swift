import Workspace

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// All addresses of a name, as the C library finds them.
enum ResolvedNames {
    static func all(_ host: String) -> [NumericAddress] {
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, nil, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [NumericAddress] = []
        var next = list
        while let one = next {
            var name = [CChar](repeating: 0, count: 1_025)
            if let address = one.pointee.ai_addr,
                getnameinfo(address, one.pointee.ai_addrlen, &name, socklen_t(name.count), nil, 0, 1) == 0
            {
                let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                if let numeric = NumericAddress(text.prefix { $0 != "%" }) { found.append(numeric) }
            }
            next = one.pointee.ai_next
        }
        return found
    }
}
