import Answers

/// A mark of an answer's bytes, so that what a program has already need not be sent again.
///
/// Source: RFC 9110, 8.8.3 and 13.1.2; FNV-1a, 64 bits, twice with different beginnings.
enum EntityTag {
    static func of(_ bytes: [UInt8]) -> String {
        var (first, second): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)
        for byte in bytes {
            first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            second = (second ^ UInt64(byte) ^ 0x5a) &* 0x0000_0100_0000_01b3
        }
        return "\"\(String(first, radix: 36))\(String(second, radix: 36))\""
    }

    /// The bytes with their mark, or nothing where the program has them.
    static func reply(
        of bytes: [UInt8],
        type: String,
        to request: ProgramRequest,
        next: String? = nil
    ) -> ProgramReply {
        let tag = of(bytes)
        let isKnown = (request.header("If-None-Match") ?? "").split(separator: ",").contains { given in
            let name = given.drop(while: \.isWhitespace)
            let strong = name.hasPrefix("W/") ? name.dropFirst(2) : name
            return strong.filter { !$0.isWhitespace } == tag || name == "*"
        }
        var headers = [(name: "ETag", value: tag), (name: "Cache-Control", value: "private, no-cache")]
        if isKnown { return ProgramReply(status: 304, headers: headers) }
        headers.append((name: "Content-Type", value: type))
        if let next { headers.append((name: "Link", value: next)) }
        return ProgramReply(status: 200, headers: headers, body: bytes)
    }
}
