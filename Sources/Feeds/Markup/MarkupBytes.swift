extension UInt8 {
    /// A letter, `_`, `:` or part of a character beyond ASCII.
    var startsName: Bool { (self | 0x20) &- 97 < 26 || self == 95 || self == 58 || self >= 0x80 }
    /// What may stand between `&` and `;`.
    var isReference: Bool {
        (self | 0x20) &- 97 < 26 || self &- 48 < 10 || self == 35 || self == 46 || self == 45 || self == 95
    }
}

extension [UInt8] {
    func hasSuffix(_ word: String) -> Bool { has(word, at: count - word.utf8.count) }

    func has(_ word: String, at place: Int, anyCase: Bool = false) -> Bool {
        guard place >= 0, place + word.utf8.count <= count else { return false }
        var at = place
        for byte in word.utf8 {
            let own = self[at]
            guard own == byte || (anyCase && byte.startsName && own | 0x20 == byte | 0x20) else { return false }
            at += 1
        }
        return true
    }

    /// The place behind the next occurrence of a word.
    func place(after word: String, from start: Int) -> Int? {
        guard let first = word.utf8.first, start < count else { return nil }
        var at = start
        while let next = self[at...].firstIndex(of: first) {
            if has(word, at: next) { return next + word.utf8.count }
            at = next + 1
            if at >= count { return nil }
        }
        return nil
    }
}
