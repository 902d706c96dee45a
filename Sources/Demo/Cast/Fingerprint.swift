/// A number that depends on nothing but some words, so that every run makes the same ids and the same minutes.
///
/// Source: FNV-1a, 64 bits, mixed by the finaliser of SplitMix64.
struct Fingerprint: Sendable {
    /// The number.
    let value: UInt64

    /// Takes the fingerprint of some words, which may not be joined in another way to the same result.
    init(_ words: String...) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        value = Self.mixed(hash)
    }

    private static func mixed(_ seed: UInt64) -> UInt64 {
        var mixed = seed &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, a bound.
    func below(_ bound: Int64) -> Int64 { Int64(value % UInt64(max(1, bound))) }

    /// So many letters of an alphabet; as many as asked for, whatever the length.
    func letters(_ count: Int, from alphabet: String) -> String {
        let letters = Array(alphabet)
        var rest = value
        var text = ""
        for index in 0..<count {
            if index % 10 == 9 { rest = Self.mixed(rest ^ value) }
            text.append(letters[Int(rest % UInt64(letters.count))])
            rest /= UInt64(letters.count)
        }
        return text
    }

    /// An id as Slack makes them: a letter that says what it is, `0`, nine capitals or digits.
    func slackID(_ kind: String) -> String { kind + "0" + letters(9, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") }

    /// An id in the form of a UUID of version 4.
    var uuid: String {
        let digits = letters(32, from: "0123456789abcdef")
        func part(_ from: Int, _ count: Int) -> String { String(digits.dropFirst(from).prefix(count)) }
        return part(0, 8) + "-" + part(8, 4) + "-4" + part(13, 3) + "-a" + part(17, 3) + "-" + part(20, 12)
    }
}
