/// Dates with the month as a word, in whatever order and language.
enum WordyDate {
    static func read(_ text: String) -> Int64? {
        var words = split(text)
        if let first = words.first, weekdays.contains(where: { first.hasPrefix($0) }), words.count > 3 {
            words.removeFirst()
        }
        if words.count == 1, let slashed = slashed(words) { return slashed }
        if let slashed = slashed(words) { return slashed }
        guard let place = words.prefix(3).firstIndex(where: { month($0) != nil }), let month = month(words[place])
        else { return nil }
        if place == 0 { return monthFirst(Array(words.dropFirst()), month) }
        guard place == 1, let day = number(words[0]), words.count > 2, let year = year(words[2]) else { return nil }
        return whole(year, month, day, Array(words.dropFirst(3)))
    }

    /// Words in lower case; commas, and hyphens between a day and its month, part them too.
    private static func split(_ text: String) -> [String] {
        var words = text.lowercased().split { " ,\t\n\r\u{A0}".contains($0) }.map(String.init)
        if let index = words.prefix(2).firstIndex(where: { word in
            let parts = word.split(separator: "-")
            return parts.count == 3 && parts[0].allSatisfy(\.isASCIIDigit) && month(String(parts[1])) != nil
        }) {
            words.replaceSubrange(index...index, with: words[index].split(separator: "-").map(String.init))
        }
        // "Hungarian" and "Greek" texts carry marks behind months; German and Nordic ones a dot behind the day.
        return words.map { word in word.hasSuffix(".") && word.count > 1 ? String(word.dropLast()) : word }
            .filter { !["de", "of", "at", "kl", "um", "à", "a", "ימי"].contains($0) }
    }

    /// `Jan 5 2004 10:00:00`, `Jan 5 10:00:00 2004`, `Jan 5 10:00:00 GMT 2004`.
    private static func monthFirst(_ words: [String], _ month: Int) -> Int64? {
        guard let first = words.first, let day = number(first) else { return nil }
        let rest = Array(words.dropFirst())
        if let next = rest.first, let year = year(next) { return whole(year, month, day, Array(rest.dropFirst())) }
        guard let place = rest.lastIndex(where: { year($0) != nil && !$0.contains(":") }), place > 0,
            let year = year(rest[place])
        else {
            return nil
        }
        var clock = rest
        clock.remove(at: place)
        return whole(year, month, day, clock)
    }

    /// `31/12/2003` and `12/31/2003` where only one reading is possible; with time behind.
    private static func slashed(_ words: [String]) -> Int64? {
        guard let first = words.first else { return nil }
        for mark in ["/", ".", "-"] as [Character] {
            let parts = first.split(separator: mark)
            guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), parts[2].count == 4,
                let one = Int(parts[0]), let two = Int(parts[1]), let year = Int(parts[2])
            else { continue }
            if one > 12 || mark == "." { return whole(year, two, one, Array(words.dropFirst())) }
            // Twelve or less in both places: the American order of the slash, which most programs print.
            return mark == "/" || two > 12 ? whole(year, one, two, Array(words.dropFirst())) : nil
        }
        return nil
    }

    private static func whole(_ year: Int, _ month: Int, _ day: Int, _ rest: [String]) -> Int64? {
        var words = rest
        guard var clock = words.first else { return FeedDate.moment(year: year, month: month, day: day) }
        words.removeFirst()
        // "10:00:00GMT", "10:00:00+0200" and "10:00pm".
        let digits = clock.prefix { $0.isASCIIDigit || $0 == ":" || $0 == "." }
        if digits.count < clock.count {
            words.insert(String(clock[digits.endIndex...]), at: 0)
            clock = String(digits)
        }
        guard clock.contains(":") || clock.contains(".") || clock.isEmpty else { return nil }
        let parts = clock.split { $0 == ":" || $0 == "." }
        guard clock.isEmpty || (2...4).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        var hour = numbers.first ?? 0
        if let half = words.first, ["am", "pm", "a.m", "p.m"].contains(half) {
            guard hour <= 12 else { return nil }
            hour = hour % 12 + (half.hasPrefix("p") ? 12 : 0)
            words.removeFirst()
        }
        guard let offset = FeedZone.offset(words.joined(separator: " ")) else { return nil }
        let minute = numbers.count > 1 ? numbers[1] : 0
        let second = numbers.count > 2 ? numbers[2] : 0
        return FeedDate.moment(
            year: year,
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second,
            offset: offset
        )
    }

    private static func number(_ word: String) -> Int? {
        var digits = word[...]
        for end in ["st", "nd", "rd", "th", "er"] where digits.hasSuffix(end) { digits = digits.dropLast(2) }
        guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(digits)
    }

    private static func year(_ word: String) -> Int? {
        guard word.allSatisfy(\.isASCIIDigit), (2...4).contains(word.count), let year = Int(word) else { return nil }
        return FeedYear.whole(year)
    }

    private static func month(_ word: String) -> Int? {
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        if let known = months[bare] { return known }
        guard bare.count > 3, let known = months[String(bare.prefix(3))],
            english[known - 1].hasPrefix(bare) || bare == "sept"
        else { return nil }
        return known
    }

    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let weekdays = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mo", "di",
        "mi", "do",
        "fr", "sa", "so", "δευ", "τρι", "τετ", "πεμ", "παρ", "σαβ", "κυρ", "dom", "mié", "mie", "jue", "vie", "sáb",
        "gio", "seg", "ter", "qua",
        "qui", "sex", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "ma", "wo", "vr", "za", "zo",
    ]

    private static let months: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, name) in english.enumerated() { table[String(name.prefix(3))] = index + 1 }
        for (index, names) in others.enumerated() {
            for name in names.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()

    /// Months of French, German, Spanish, Italian, Portuguese, Dutch, Nordic, Greek, Hungarian and Russian feeds.
    private static let others = [
        "janvier janv januar jän jänner enero ene gennaio gen janeiro januari ιαν január янв января",
        "février févr fév februar febrero febbraio fevereiro fev februari φεβ február фев февраля",
        "mars märz mär mrz marzo março maart mrt μάρ μαρ március мар марта",
        "avril avr abril abr aprile απρ április апр апреля",
        "mai mayo maggio mag maio mei maj μάι μαϊ μαι május мая май",
        "juin juni junio giugno giu junho ιούν ιουν június июн июня",
        "juillet juil juli julio luglio lug julho ιούλ ιουλ július июл июля",
        "août aoû aout agosto ago augustus augusti αύγ αυγ augusztus авг августа",
        "septembre septiembre settembre set setembro σεπ szeptember сен сентября",
        "octobre oktober okt octubre ottobre ott outubro out οκτ október окт октября",
        "novembre noviembre novembro νοέ νοε нояб ноя ноября",
        "décembre déc dezember dez diciembre dic dicembre dezembro desember des δεκ дек декабря",
    ]
}

/// Korean and Japanese dates, and Hungarian ones, which put the year first and words between.
enum EastAsianDate {
    static func read(_ text: String) -> Int64? {
        hungarian(text) ?? korean(text)
    }

    /// `2004년 05월 28일 01:31:15` and `2004-05-25 오후 11:23:17`, `2004年5月28日 10:00`: times of Korea and Japan.
    private static func korean(_ text: String) -> Int64? {
        let marks = ["년", "월", "일", "年", "月", "日", "오전", "오후"]
        guard marks.contains(where: { text.contains($0) }) else { return nil }
        var plain = text
        for mark in ["년", "월", "年", "月"] {
            plain = plain.split(separator: mark, omittingEmptySubsequences: false).joined(separator: "-")
        }
        for mark in ["일", "日"] {
            plain = plain.split(separator: mark, omittingEmptySubsequences: false).joined(separator: " ")
        }
        let afternoon = plain.contains("오후")
        let morning = plain.contains("오전")
        let words = plain.split(separator: " ").map(String.init).filter { $0 != "오후" && $0 != "오전" }
        let date = words.joined().contains(":") ? words.dropLast().joined() : words.joined()
        let days = date.split(separator: "-").compactMap { Int($0) }
        let clock = (words.last ?? "").split(separator: ":").compactMap { Int($0) }
        guard days.count == 3 else { return nil }
        var hour = clock.count > 1 ? clock[0] : 0
        if afternoon || morning {
            guard hour <= 12 else { return nil }
            hour = hour % 12 + (afternoon ? 12 : 0)
        }
        return FeedDate.moment(
            year: days[0],
            month: days[1],
            day: days[2],
            hour: hour,
            minute: clock.count > 1 ? clock[1] : 0,
            second: clock.count > 2 ? clock[2] : 0,
            offset: 9 * 3_600
        )
    }

    /// `2004-július-13T9:15-05:00`.
    private static func hungarian(_ text: String) -> Int64? {
        let months = [
            "január", "februári", "március", "április", "május", "június", "július", "augusztus", "szeptember",
            "október", "november",
            "december",
        ]
        let lower = text.lowercased()
        for (index, name) in months.enumerated() {
            guard let range = lower.firstRange(of: "-\(name)-") else { continue }
            let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            return ISODate.read(text[..<range.lowerBound] + "-\(number)-" + text[range.upperBound...])
        }
        return nil
    }
}
