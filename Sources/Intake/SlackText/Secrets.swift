/// Tokens of Slack that must not be kept, logged or shown: the export's own download token, and any that people paste.
enum Secrets {
    /// What stands in a text where a token stood.
    static let mark = "[removed]"

    /// False when no token can be there; quick.
    static func mayHold(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for place in bytes.indices where bytes[place] == UInt8(ascii: "x") && begins(bytes, place) { return true }
            return false
        }
    }

    /// Where tokens stand, in order.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { bytes in
            var found: [Range<Int>] = []
            var place = 0
            while place < bytes.count {
                guard bytes[place] == UInt8(ascii: "x"), begins(bytes, place) else {
                    place += 1
                    continue
                }
                let end = bytes[place...].firstIndex { !isTokenByte($0) } ?? bytes.endIndex
                found.append(place..<end)
                place = end
            }
            return found
        }
    }

    /// An address without tokens; a `t=` parameter that holds one goes as a whole.
    static func stripped(_ address: String) -> String {
        let bytes = Array(address.utf8)
        guard mayHold(bytes) else { return address }
        guard let question = address.firstIndex(of: "?") else { return masked(bytes) }
        let kept = address[address.index(after: question)...].split(separator: "&").filter { parameter in
            !mayHold(Array(parameter.utf8))
        }
        let base = masked(Array(address[..<question].utf8))
        return kept.isEmpty ? base : base + "?" + kept.joined(separator: "&")
    }

    /// A text without tokens.
    static func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return mayHold(bytes) ? masked(bytes) : text
    }

    private static func masked(_ bytes: [UInt8]) -> String {
        var bytes = bytes
        for secret in ranges(in: bytes).reversed() { bytes.replaceSubrange(secret, with: mark.utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `xox` and a letter, then `-` or `.`, then token bytes; or `xapp-` likewise.
    private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place + 5 < bytes.count else { return false }
        let joint = bytes[place + 4]
        let isOAuth =
            bytes[place + 1] == UInt8(ascii: "o") && bytes[place + 2] == UInt8(ascii: "x")
            && isLetter(bytes[place + 3]) && (joint == UInt8(ascii: "-") || joint == UInt8(ascii: "."))
        let isApp =
            bytes[place + 1] == UInt8(ascii: "a") && bytes[place + 2] == UInt8(ascii: "p")
            && bytes[place + 3] == UInt8(ascii: "p") && joint == UInt8(ascii: "-")
        guard isOAuth || isApp else { return false }
        // The export's own token goes whatever its length; others only where more than their usual beginning stands.
        if isOAuth, bytes[place + 3] == UInt8(ascii: "e") { return isTokenByte(bytes[place + 5]) }
        return place + 13 <= bytes.count && bytes[place + 5..<place + 13].allSatisfy(isTokenByte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
