/// Text written in the letters of base 64.
enum Base64Words {
    static func text(_ coded: String) -> String? {
        var bits: UInt32 = 0
        var count = 0
        var answer: [UInt8] = []
        for byte in coded.utf8 {
            let value: UInt32
            switch byte {
            case 65...90: value = UInt32(byte - 65)
            case 97...122: value = UInt32(byte - 71)
            case 48...57: value = UInt32(byte + 4)
            case 43, 45: value = 62
            case 47, 95: value = 63
            case 61, 9, 10, 13, 32: continue
            default: return nil
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                answer.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return String(validating: answer, as: UTF8.self)
    }
}
