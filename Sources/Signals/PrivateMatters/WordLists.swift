/// Word lists of eight private matters, of words for persons and of words of the trade; each word as its hash.
struct WordLists {
    /// Private matters that have a list.
    static let matters = 8
    /// Numbers that the lists give for a sentence.
    static let outputs = 3 * matters + 4

    /// Ordered.
    let hashes: UnsafePointer<UInt64>
    /// The lists that a word is on, as bits: matters, person, trade.
    let masks: UnsafePointer<UInt16>
    let count: Int

    /// The weighted sum of what the lists say of a sentence: which matters are named, which stand at most three words
    /// behind a person, which stand where no word of the trade does, and how many.
    func sum(_ tokenizer: borrowing Tokenizer, weights: UnsafePointer<Float>) -> Float {
        var named: UInt16 = 0
        var near: UInt16 = 0
        var all: UInt16 = 0
        var sincePerson = 4
        for index in 0..<tokenizer.counts.tokens {
            let mask = mask(of: tokenizer.tokens[index])
            let matters = mask & Self.ofMatters
            all |= mask
            named |= matters
            if sincePerson <= 3 { near |= matters }
            sincePerson = mask & Self.person != 0 ? 1 : min(4, sincePerson + 1)
        }
        let isTrade = all & Self.trade != 0
        var total: Float = 0
        for matter in 0..<Self.matters where named >> UInt16(matter) & 1 != 0 {
            total += weights[matter]
            if near >> UInt16(matter) & 1 != 0 { total += weights[Self.matters + matter] }
            if !isTrade { total += weights[2 * Self.matters + matter] }
        }
        let last = weights + 3 * Self.matters
        if all & Self.person != 0 { total += last[0] }
        if isTrade { total += last[1] }
        total += last[2] * Float(named.nonzeroBitCount) / 4
        return tokenizer.counts.tokens <= 3 ? total + last[3] : total
    }

    private static let ofMatters: UInt16 = (1 << 8) - 1
    private static let person: UInt16 = 1 << 8
    private static let trade: UInt16 = 1 << 9

    private func mask(of hash: UInt64) -> UInt16 {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < count && hashes[low] == hash ? masks[low] : 0
    }
}
