import Workspace

/// A day and a time on the wall, without a zone.
struct LocalTime: Hashable, Comparable {
    /// The day.
    let day: CivilDate
    /// Seconds since midnight.
    let second: Int

    /// Seconds since 1970-01-01 on the wall.
    var seconds: Int { day.days * 86_400 + second }

    init(day: CivilDate, second: Int) {
        self.day = day
        self.second = second
    }

    init(seconds: Int) {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        day = CivilDate(days: days)
        second = seconds - days * 86_400
    }

    static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

/// A value of a calendar that names a time: `20260503`, `20260503T140000`, `20260503T120000Z`.
struct CalendarTime: Hashable {
    let local: LocalTime
    /// True for a day without an hour.
    let isDay: Bool
    /// True for `Z`.
    let isUTC: Bool

    /// Reads DATE and DATE-TIME (RFC 5545, 3.3.4 and 3.3.5); nil for anything else.
    init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        isUTC = bytes.last == UInt8(ascii: "Z")
        if isUTC { bytes.removeLast() }
        guard bytes.count == 8 || bytes.count == 15, let year = Self.number(bytes[0..<4]),
            let month = Self.number(bytes[4..<6]), let number = Self.number(bytes[6..<8]), year >= 1600,
            let day = CivilDate(year: year, month: month, day: number)
        else { return nil }
        isDay = bytes.count == 8
        if isDay {
            guard !isUTC else { return nil }
            local = LocalTime(day: day, second: 0)
            return
        }
        guard bytes[8] == UInt8(ascii: "T"), let hour = Self.number(bytes[9..<11]),
            let minute = Self.number(bytes[11..<13]), let second = Self.number(bytes[13..<15]), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        local = LocalTime(day: day, second: hour * 3600 + minute * 60 + min(second, 59))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 48)
        }
        return number
    }
}

/// Lengths of time: `P1D`, `PT1H30M`, `-PT15M`, `P2W`.
enum CalendarDuration {
    /// Seconds (RFC 5545, 3.3.6); nil for anything else, and for more than ten years.
    static func seconds(_ text: some StringProtocol) -> Int? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        guard rest.first == "P" else { return nil }
        rest.removeFirst()
        var (seconds, number, isTime, parts) = (0, "", false, 0)
        for character in rest {
            if character.isASCII, character.isNumber {
                number.append(character)
                guard number.count <= 9 else { return nil }
                continue
            }
            if character == "T", number.isEmpty, !isTime {
                isTime = true
                continue
            }
            guard let count = Int(number) else { return nil }
            let unit: Int? =
                switch (character, isTime) {
                case ("W", false): 604_800
                case ("D", false): 86_400
                case ("H", true): 3_600
                case ("M", true): 60
                case ("S", true): 1
                default: nil
                }
            guard let unit, case let (product, overflow) = count.multipliedReportingOverflow(by: unit), !overflow
            else { return nil }
            seconds += product
            number = ""
            parts += 1
            guard seconds <= 3_660 * 86_400 else { return nil }
        }
        guard number.isEmpty, parts > 0 else { return nil }
        return isNegative ? -seconds : seconds
    }

    /// Seconds east of UTC: `+0200`, `-0330`, `+013015` (RFC 5545, 3.3.14).
    static func offset(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 7, let sign = bytes.first, sign == 43 || sign == 45,
            bytes.dropFirst().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let digits = bytes.dropFirst().map { Int($0) - 48 }
        let minutes = digits[2] * 10 + digits[3]
        let seconds = digits.count == 6 ? digits[4] * 10 + digits[5] : 0
        let offset = (digits[0] * 10 + digits[1]) * 3600 + minutes * 60 + seconds
        guard minutes < 60, seconds < 60, offset < 86_400 else { return nil }
        return sign == 45 ? -offset : offset
    }
}
