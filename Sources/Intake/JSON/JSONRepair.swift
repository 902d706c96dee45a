/// Makes JSON readable whose only fault is in its characters: bytes that are not UTF-8, halves of surrogate pairs,
/// bare control characters, and the numbers that JSON does not have.
enum JSONRepair {
    /// The mended bytes; nil when there was nothing of the kind to mend.
    static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count + 64)
        var changed = false
        var inString = false
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte >= 0x80 {
                let length = characterLength(bytes, place)
                if length == 0 {
                    kept.append(contentsOf: replacement)
                    changed = true
                    place += 1
                } else {
                    kept.append(contentsOf: bytes[place..<place + length])
                    place += length
                }
            } else if inString {
                place = copyInString(bytes, place, &kept, &inString, &changed)
            } else {
                if byte == UInt8(ascii: "\"") { inString = true }
                if let word = strangeNumber(bytes, place) {
                    if kept.last == UInt8(ascii: "-") { kept.removeLast() }
                    kept.append(contentsOf: "null".utf8)
                    place += word
                    changed = true
                } else {
                    kept.append(byte)
                    place += 1
                }
            }
        }
        return changed ? kept : nil
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Copies one character or escape inside a string; returns the place after it.
    private static func copyInString(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ place: Int,
        _ kept: inout [UInt8],
        _ inString: inout Bool,
        _ changed: inout Bool
    ) -> Int {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\\"), place + 1 < bytes.count {
            guard let unit = escapedUnit(bytes, place) else {
                kept.append(contentsOf: bytes[place...place + 1])
                return place + 2
            }
            let isHigh = (0xD800..<0xDC00).contains(unit)
            let isLow = (0xDC00..<0xE000).contains(unit)
            if isHigh, let second = escapedUnit(bytes, place + 6), (0xDC00..<0xE000).contains(second) {
                kept.append(contentsOf: bytes[place..<place + 12])
                return place + 12
            }
            if isHigh || isLow {
                kept.append(contentsOf: replacement)
                changed = true
            } else {
                kept.append(contentsOf: bytes[place..<place + 6])
            }
            return place + 6
        }
        if byte == UInt8(ascii: "\"") { inString = false }
        if byte < 0x20 {
            kept.append(0x20)
            changed = true
        } else {
            kept.append(byte)
        }
        return place + 1
    }

    /// The code unit of a `\u` escape that begins here.
    private static func escapedUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit = 0
        for byte in bytes[place + 2..<place + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit * 16 + digit
        }
        return unit
    }

    /// How many bytes a word takes that stands where a number should.
    private static func strangeNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        for word in ["NaN", "Infinity"] where bytes[place] == word.utf8.first {
            if bytes[place...].starts(with: word.utf8) { return word.utf8.count }
        }
        return nil
    }

    /// How many bytes the UTF-8 character that begins here has; 0 when it is none.
    private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let first = bytes[place]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, place + length <= bytes.count else { return 0 }
        let part = UnsafeBufferPointer(rebasing: bytes[place..<place + length])
        return String(validating: part, as: UTF8.self) == nil ? 0 : length
    }
}
