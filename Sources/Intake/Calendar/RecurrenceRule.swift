import Workspace

/// How an event repeats: every so many days, weeks, months or years.
///
/// Source: RFC 5545, section 3.3.10. Rules by hour, minute, second, week number and day of the year are not followed.
struct RecurrenceRule: Hashable {
    var frequency: Frequency
    var interval = 1
    var count: Int?
    var until: CalendarTime?
    var weekdays: [Weekday] = []
    var monthDays: [Int] = []
    var months: [Int] = []
    var positions: [Int] = []
    /// 1 Monday to 7 Sunday.
    var weekStart = 1

    enum Frequency: String, Hashable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// `MO`, `2TU`, `-1FR`; a place of 0 stands for every one.
    struct Weekday: Hashable {
        let place: Int
        let day: Int
    }

    enum Failure: Error { case bad, other }

    init(frequency: Frequency) { self.frequency = frequency }

    init(_ text: String) throws(Failure) {
        var parts: [String: String] = [:]
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { throw .bad }
            parts[pair[0].uppercased()] = pair[1].uppercased()
        }
        guard let word = parts["FREQ"] else { throw .bad }
        guard let frequency = Frequency(rawValue: word) else {
            throw ["HOURLY", "MINUTELY", "SECONDLY"].contains(word) ? .other : .bad
        }
        let others = ["BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO", "BYYEARDAY"]
        guard others.allSatisfy({ parts[$0] == nil }) else { throw .other }
        self.frequency = frequency
        interval = try Self.number(parts["INTERVAL"], in: 1...10_000) ?? 1
        count = try Self.number(parts["COUNT"], in: 1...1_000_000)
        if let text = parts["UNTIL"] {
            guard let time = CalendarTime(text) else { throw .bad }
            until = time
        }
        weekdays = try Self.list(parts["BYDAY"], Self.weekday)
        monthDays = try Self.list(parts["BYMONTHDAY"]) { Self.signed($0, upTo: 31) }
        months = try Self.list(parts["BYMONTH"]) { Self.signed($0, upTo: 12).flatMap { $0 > 0 ? $0 : nil } }
        positions = try Self.list(parts["BYSETPOS"]) { Self.signed($0, upTo: 366) }
        if let text = parts["WKST"] {
            guard let day = Self.names.firstIndex(of: text) else { throw .bad }
            weekStart = day + 1
        }
    }

    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func number(_ text: String?, in range: ClosedRange<Int>) throws(Failure) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), range.contains(number) else { throw .bad }
        return number
    }

    private static func list<Value>(_ text: String?, _ read: (Substring) -> Value?) throws(Failure) -> [Value] {
        guard let text else { return [] }
        var values: [Value] = []
        for part in text.split(separator: ",") {
            guard let value = read(part), values.count < 400 else { throw .bad }
            values.append(value)
        }
        return values
    }

    private static func weekday(_ text: Substring) -> Weekday? {
        guard let day = names.firstIndex(of: String(text.suffix(2))) else { return nil }
        let place = text.dropLast(2)
        if place.isEmpty { return Weekday(place: 0, day: day + 1) }
        return signed(place, upTo: 53).map { Weekday(place: $0, day: day + 1) }
    }

    private static func signed(_ text: Substring, upTo limit: Int) -> Int? {
        let digits = text.first == "+" ? text.dropFirst() : text
        guard let number = Int(digits), number != 0, abs(number) <= limit else { return nil }
        return number
    }
}

extension RecurrenceRule {
    /// The first day of a stretch that the rule looks at as one: a day, a week, a month, a year.
    func period(_ number: Int, from start: CivilDate) -> (first: CivilDate, days: Int)? {
        let (step, overflow) = number.multipliedReportingOverflow(by: interval)
        guard !overflow, step < 4_000_000 else { return nil }
        switch frequency {
        case .daily: return (CivilDate(days: start.days + step), 1)
        case .weekly:
            let back = (start.weekday - weekStart + 7) % 7
            return (CivilDate(days: start.days - back + step * 7), 7)
        case .monthly:
            let month = start.parts.year * 12 + start.parts.month - 1 + step
            return Self.stretch(from: month, months: 1)
        case .yearly: return Self.stretch(from: (start.parts.year + step) * 12, months: 12)
        }
    }

    private static func stretch(from month: Int, months: Int) -> (first: CivilDate, days: Int)? {
        func first(_ month: Int) -> CivilDate? { CivilDate(year: month / 12, month: month % 12 + 1, day: 1) }
        guard month / 12 < 9_000, let start = first(month), let end = first(month + months) else { return nil }
        return (start, end.days - start.days)
    }

    /// About which stretch a day lies in, so that a rule without a count need not be walked from its beginning.
    func stretches(from start: CivilDate, before day: CivilDate) -> Int {
        guard day > start else { return 0 }
        let days = day.days - start.days
        let length =
            switch frequency {
            case .daily: 1
            case .weekly: 7
            case .monthly: 31
            case .yearly: 366
            }
        return max(0, days / (length * interval) - 1)
    }

    /// The days of a stretch on which it falls, in order.
    func days(in stretch: (first: CivilDate, days: Int), start: CivilDate) -> [CivilDate] {
        var days: [CivilDate]
        switch frequency {
        case .daily, .weekly:
            let wanted = Set(weekdays.map(\.day))
            days = (0..<stretch.days).map { CivilDate(days: stretch.first.days + $0) }.filter { day in
                if !wanted.isEmpty { return wanted.contains(day.weekday) }
                return frequency == .daily || day.weekday == start.weekday
            }
            if !monthDays.isEmpty { days = days.filter(isMonthDay) }
        case .monthly: days = daysOfMonth(stretch, start: start)
        case .yearly: days = daysOfYear(stretch, start: start)
        }
        if !months.isEmpty { days = days.filter { months.contains($0.parts.month) } }
        guard !positions.isEmpty else { return days }
        let chosen = positions.compactMap { place in
            let index = place > 0 ? place - 1 : days.count + place
            return days.indices.contains(index) ? days[index] : nil
        }
        return Set(chosen).sorted()
    }

    private func daysOfMonth(_ month: (first: CivilDate, days: Int), start: CivilDate) -> [CivilDate] {
        let all = (0..<month.days).map { CivilDate(days: month.first.days + $0) }
        if weekdays.isEmpty, monthDays.isEmpty { return all.filter { $0.parts.day == start.parts.day } }
        return all.filter { day in
            (monthDays.isEmpty || isMonthDay(day)) && (weekdays.isEmpty || isWeekday(day, in: month))
        }
    }

    private func daysOfYear(_ year: (first: CivilDate, days: Int), start: CivilDate) -> [CivilDate] {
        let number = year.first.parts.year
        if months.isEmpty, monthDays.isEmpty, !weekdays.isEmpty {
            return (0..<year.days).map { CivilDate(days: year.first.days + $0) }.filter { isWeekday($0, in: year) }
        }
        let wanted = months.isEmpty ? (monthDays.isEmpty ? [start.parts.month] : Array(1...12)) : months.sorted()
        return wanted.flatMap { month -> [CivilDate] in
            Self.stretch(from: number * 12 + month - 1, months: 1).map { daysOfMonth($0, start: start) } ?? []
        }
    }

    private func isMonthDay(_ day: CivilDate) -> Bool {
        let (year, month, number) = day.parts
        guard let stretch = Self.stretch(from: year * 12 + month - 1, months: 1) else { return false }
        return monthDays.contains(number) || monthDays.contains(number - stretch.days - 1)
    }

    private func isWeekday(_ day: CivilDate, in stretch: (first: CivilDate, days: Int)) -> Bool {
        weekdays.contains { wanted in
            guard wanted.day == day.weekday else { return false }
            let ahead = (day.days - stretch.first.days) / 7 + 1
            let behind = (stretch.first.days + stretch.days - 1 - day.days) / 7 + 1
            return wanted.place == 0 || wanted.place == ahead || wanted.place == -behind
        }
    }
}
