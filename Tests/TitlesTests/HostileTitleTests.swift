import Testing
import Titles

/// Small, fast and the same everywhere (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}

@Suite struct `Hostile titles` {
    let resolver = TitleResolver()

    @Test(arguments: [
        "a", "senior ", "lead a b ", "-", "senior senior manager ", "é", "e\u{301}\u{302}", "\u{FDFA}", "高", "sr.",
        "((((", "i ", "full ",
    ])
    func `ten thousand characters are read like ten`(part: String) {
        let long = String(repeating: part, count: 10_000 / part.count)
        let reading = resolver.resolve(TitleQuery(long, company: long, industry: long, description: long))
        #expect((1...9).contains(reading.low) && reading.low <= reading.high)
    }

    @Test func `random scraps never break a reading`() {
        let scraps = [
            "senior", "staff", "lead", "principal", "manager", "engineer", "ii", "3", "l5", "ic6", "of", "head", ",",
            ".", "-",
            "/", "(", "vp", "sr.", "chief", "officer", "architect", "\u{200D}", "👩‍💻", "ß", "İ", "ǅ", "ﬁ", "㍿", "\u{0}",
            "__", "&",
            "werkstudent", "工程师", "Ⅳ", "+", "technical", "group", "product",
        ]
        var numbers = SeededNumbers(state: 11)
        for _ in 0..<3000 {
            let title = (0..<Int.random(in: 0...9, using: &numbers)).compactMap { _ in
                scraps.randomElement(using: &numbers)
            }
            .joined(separator: Bool.random(using: &numbers) ? " " : "")
            let company = ["Google", "Amazon", "", "Nobody & Co", nil].randomElement(using: &numbers) ?? nil
            let reading = resolver.resolve(
                TitleQuery(title, company: company, size: CompanySize.allCases.randomElement(using: &numbers))
            )
            #expect(reading.levels.contains(reading.low) && reading.levels.contains(reading.high), "\(title)")
            #expect((reading.mode == nil) == (reading.technicalDepth == nil), "\(title)")
            let sum = reading.mixture.depth + reading.mixture.scope + reading.mixture.both
            #expect(abs(sum - 1) < 1e-9, "\(title)")
            if case .title = reading.basis { #expect(reading.levels.count > 1, "\(title)") }
            for span in [reading.technicalDepth, reading.organisationalReach].compactMap(\.self) {
                #expect(
                    (1...5).contains(span.low) && span.low <= span.typical && span.typical <= span.high
                        && span.high <= 5,
                    "\(title)"
                )
            }
        }
    }

    @Test func `case, outer spaces and full width change nothing`() {
        for item in LabelledTitle.all {
            let plain = resolver.resolve(item.query)
            let query = TitleQuery(
                "  \(item.query.title.uppercased()) ,",
                company: item.query.company,
                industry: item.query.industry,
                size: item.query.size
            )
            // Turkish dotless letters and ß have no way back from capitals.
            guard item.query.title.lowercased() == item.query.title.uppercased().lowercased() else { continue }
            let loud = resolver.resolve(query)
            #expect(loud.track == plain.track && loud.levels == plain.levels, "\(item.query.title)")
        }
    }
}
