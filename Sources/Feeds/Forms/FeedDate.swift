private import Workspace

/// Moments as feeds write them.
///
/// Read are RFC 822 and 2822 with every bend that is met (no day of the week, two-digit years, named and broken zones, months in
/// other languages), ISO 8601 and RFC 3339 in whole or in part (weeks, days of the year, no separators), the C library's order,
/// and moments with the year first and slashes or dots. Anything else is nil, never a guess.
public enum FeedDate {
    /// Microseconds since 1970; a missing zone counts as UTC, a missing time as midnight.
    public static func microseconds(_ text: String) -> Int64? {
        let clean = text.trimmed
        guard !clean.isEmpty, clean.utf8.count <= 120 else { return nil }
        return ISODate.read(clean) ?? EastAsianDate.read(clean) ?? WordyDate.read(clean)
    }

    /// Puts a moment together; nil for one that no clock shows.
    static func moment(
        year: Int,
        month: Int,
        day: Int,
        hour: Int = 0,
        minute: Int = 0,
        second: Int = 0,
        micro: Int = 0,
        offset: Int = 0
    ) -> Int64? {
        guard (1...9999).contains(year), let date = CivilDate(year: year, month: month, day: day) else { return nil }
        return moment(days: date.days, hour: hour, minute: minute, second: second, micro: micro, offset: offset)
    }

    static func moment(days: Int, hour: Int, minute: Int, second: Int, micro: Int, offset: Int) -> Int64? {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second), abs(offset) < 86_400,
            hour < 24 || (minute == 0 && second == 0)
        else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return Int64(seconds) * 1_000_000 + Int64(micro)
    }
}

/// Numbers in a text, taken from the left.
struct DigitReader {
    private let bytes: [UInt8]
    private(set) var at = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { at >= bytes.count }
    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    /// How many digits stand next.
    var run: Int { bytes[at...].prefix { $0 &- 48 < 10 }.count }

    mutating func number(_ digits: Int) -> Int? {
        guard run >= digits, digits > 0, digits <= 9 else { return nil }
        var value = 0
        for _ in 0..<digits {
            value = value * 10 + Int(bytes[at] - 48)
            at += 1
        }
        return value
    }

    mutating func take(_ wanted: Character) -> Bool {
        guard let byte = wanted.asciiValue, next == byte else { return false }
        at += 1
        return true
    }

    mutating func skipSpaces() { while next == 32 { at += 1 } }
    mutating func skip() { at += 1 }

    var rest: String { String(decoding: bytes[min(at, bytes.count)...], as: UTF8.self) }
}

/// ISO 8601 and its relatives: the year first.
enum ISODate {
    static func read(_ text: String) -> Int64? {
        var digits = DigitReader(text)
        guard let day = day(&digits) else { return nil }
        if digits.isAtEnd { return FeedDate.moment(days: day, hour: 0, minute: 0, second: 0, micro: 0, offset: 0) }
        guard digits.take("T") || digits.take("t") || digits.take(" ") || digits.take("_") || digits.take(",") else {
            let zone = digits.rest.trimmed
            return zone == "Z" ? FeedDate.moment(days: day, hour: 0, minute: 0, second: 0, micro: 0, offset: 0) : nil
        }
        digits.skipSpaces()
        return time(&digits, day)
    }

    /// Days since 1970 of the date at the left.
    private static func day(_ digits: inout DigitReader) -> Int? {
        let run = digits.run
        switch run {
        case 4:
            guard let year = digits.number(4) else { return nil }
            return day(of: year, &digits)
        case 8:
            guard let year = digits.number(4), let month = digits.number(2), let day = digits.number(2) else {
                return nil
            }
            return CivilDate(year: year, month: month, day: day)?.days
        case 7:
            guard let year = digits.number(4), let day = digits.number(3) else { return nil }
            return ordinal(year, day)
        case 6:
            guard let year = digits.number(2), let month = digits.number(2), let day = digits.number(2) else {
                return nil
            }
            return CivilDate(year: FeedYear.whole(year), month: month, day: day)?.days
        case 2:
            // 03-12-31: two digits of the year first, only where nothing else fits.
            guard let year = digits.number(2), digits.take("-"), digits.run == 2, let month = digits.number(2),
                digits.take("-"),
                digits.run == 2, let day = digits.number(2), month <= 12
            else { return nil }
            return CivilDate(year: FeedYear.whole(year), month: month, day: day)?.days
        default: return nil
        }
    }

    private static func day(of year: Int, _ digits: inout DigitReader) -> Int? {
        guard year >= 1000 else { return nil }
        if digits.isAtEnd { return CivilDate(year: year, month: 1, day: 1)?.days }
        guard digits.take("-") || digits.take("/") || digits.take(".") else { return nil }
        if digits.take("W") || digits.take("w") {
            guard let week = digits.number(2), (1...53).contains(week) else { return nil }
            let weekday = digits.take("-") ? digits.number(1) ?? 1 : 1
            guard let fourth = CivilDate(year: year, month: 1, day: 4), (1...7).contains(weekday) else { return nil }
            return fourth.days - (fourth.weekday - 1) + (week - 1) * 7 + weekday - 1
        }
        if digits.run == 3, let day = digits.number(3) { return ordinal(year, day) }
        guard (1...2).contains(digits.run), let month = digits.number(digits.run) else { return nil }
        guard digits.take("-") || digits.take("/") || digits.take(".") else {
            return digits.isAtEnd ? CivilDate(year: year, month: month, day: 1)?.days : nil
        }
        guard (1...2).contains(digits.run), let day = digits.number(digits.run) else { return nil }
        return CivilDate(year: year, month: month, day: day)?.days
    }

    private static func ordinal(_ year: Int, _ day: Int) -> Int? {
        guard let first = CivilDate(year: year, month: 1, day: 1), (1...366).contains(day) else { return nil }
        return first.days + day - 1
    }

    private static func time(_ digits: inout DigitReader, _ day: Int) -> Int64? {
        guard (1...6).contains(digits.run), let hour = digits.number(min(2, digits.run)) else { return nil }
        var minute = 0
        var second = 0
        var micro = 0
        let colon = digits.take(":")
        if colon || digits.run >= 2 {
            guard let value = digits.number(min(2, max(1, digits.run))) else { return nil }
            minute = value
            if digits.take(":") || digits.run >= 2 {
                guard let value = digits.number(min(2, max(1, digits.run))) else { return nil }
                second = value
            }
        }
        if digits.take(".") || digits.take(",") {
            let run = min(6, digits.run)
            guard run > 0, let part = digits.number(run) else { return nil }
            micro = part
            for _ in run..<6 { micro *= 10 }
            while digits.run > 0 { digits.skip() }
        }
        digits.skipSpaces()
        guard let offset = FeedZone.offset(digits.rest.trimmed) else { return nil }
        return FeedDate.moment(days: day, hour: hour, minute: minute, second: second, micro: micro, offset: offset)
    }
}

/// Years of two digits.
enum FeedYear {
    /// RFC 2822: 0–49 are of this century, 50–999 of the last.
    static func whole(_ year: Int) -> Int { year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year }
}
