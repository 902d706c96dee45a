/// An amount of money as spreadsheets write it: `85000`, `85,000.50`, `85.000,50 €`, `EUR 85 000`, `85'000`.
///
/// A single point or comma before exactly three digits parts thousands: nobody is paid a thousandth.
struct MoneyCell {
    let hundredths: Int64
    /// The currency that the cell itself names.
    let currency: String?

    init?(_ text: String) {
        var named: String?
        var digits: [UInt8] = []
        var letters = ""
        for character in text {
            switch character {
            case "€": named = "EUR"
            case "£": named = "GBP"
            case "$", "¥", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}": continue
            case "0"..."9", ".", ",": digits.append(contentsOf: character.utf8)
            case "A"..."Z", "a"..."z": letters.append(character)
            default: return nil
            }
        }
        if !letters.isEmpty {
            guard letters.count == 3, named == nil else { return nil }
            named = letters.uppercased()
        }
        guard let amount = Self.amount(digits) else { return nil }
        hundredths = amount
        currency = named
    }

    private static func amount(_ bytes: [UInt8]) -> Int64? {
        let point = UInt8(ascii: ".")
        let comma = UInt8(ascii: ",")
        let marks = bytes.indices.filter { bytes[$0] == point || bytes[$0] == comma }
        var decimal: Int?
        if let last = marks.last {
            let behind = bytes.count - last - 1
            let sameKind = marks.filter { bytes[$0] == bytes[last] }.count
            // The last mark parts the fraction when it stands alone of its kind and no three digits follow.
            if sameKind == 1, behind == 1 || behind == 2 || (behind == 3 && marks.count > 1) { decimal = last }
            if behind == 3, marks.count > 1, sameKind == 1 { return nil }
        }
        let whole = bytes[..<(decimal ?? bytes.count)]
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == point || $0 == comma }
        guard let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let number = groups.joined()
        guard number.count <= 12, let units = Int64(String(decoding: Array(number), as: UTF8.self)) else { return nil }
        guard let decimal else { return units * 100 }
        let fraction = bytes[(decimal + 1)...]
        guard let part = Int64(String(decoding: fraction, as: UTF8.self)) else { return nil }
        return units * 100 + (fraction.count == 1 ? part * 10 : part)
    }
}
