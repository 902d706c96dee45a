/// A reading while it comes together.
struct TitleSketch {
    var track = TitleTrack.unknown
    var low = 1
    var mode: Int?
    var high = 9
    var mixture = TitleMixture.even
    var fact: LevelFact?
    var reasons: [TitleReason] = []

    /// Kinds of managers who manage work, not people.
    private static let workManagers = [
        "product", "program", "programme", "project", "account", "release", "community", "delivery", "case", "office",
        "business development", "customer success", "relationship", "incident", "change", "configuration", "category",
        "brand", "content", "social media", "event", "events", "territory", "partnership", "knowledge", "risk",
    ].map { "\($0) manager" }
    private static let workManagerIndex = PatternIndex(workManagers.map { TitlePattern($0) })

    /// The first rule whose words are found, of the line of business or of all.
    mutating func apply(rulesFor words: [String], industry: String?) {
        let workManager =
            words.contains("manager")
            ? Self.workManagerIndex.firstMatch(in: words).map { Self.workManagers[$0.index] } : nil
        if let industry, let own = IndustryRule.first(for: industry, in: words),
            let place = own.rule.pattern.range(in: words)
        {
            take(own.rule)
            reasons.append(.industry(own.industry, words: words[place].joined(separator: " ")))
        } else if let found = TitleRule.index.firstMatch(
            in: words,
            where: { workManager == nil || !TitleRule.table[$0].speaksOfManaging }
        ) {
            let rule = TitleRule.table[found.index]
            take(rule)
            let matched = words[found.range].joined(separator: " ")
            reasons.append(.words(matched, track: rule.track, low: rule.low, high: rule.high))
        }
        guard let workManager, track == .unknown || track == .management else { return }
        track = .ic
        if mode == nil { (low, mode, high) = (2, 3, 5) }
        reasons.append(.managesWork(workManager))
    }

    private mutating func take(_ rule: TitleRule) {
        (track, low, mode, high, mixture) = (rule.track, rule.low, rule.mode, rule.high, rule.mixture)
    }

    /// A grade at the end narrows a plain role and moves the middle of any other.
    mutating func applyGrade(of text: TitleText) {
        let tokens = text.tokens
        guard mode != nil, let last = tokens.last, last.isWord, let grade = Grade(last.text) else { return }
        let chunk = text.lastChunk
        guard chunk > 0, Grade.roles.contains(tokens[chunk - 1].text) else { return }
        let number = grade.number
        if Self.isPlainRole(tokens) {
            let level = number <= 4 ? min(4, max(1, number)) : 5
            (low, mode) = (max(1, level - 1), level)
            high = number > 1 ? min(9, level + 1) : level
            reasons.append(.grade(number))
        } else {
            mode = min(high, low + number - 1)
            reasons.append(.gradeInside(number))
        }
    }

    /// True when nothing but a craft stands before the role.
    private static func isPlainRole(_ tokens: [TitleText.Token]) -> Bool {
        let crafts: Set<String> = [
            "software", "data", "test", "security", "platform", "backend", "frontend", "fullstack", "web", "mobile",
            "cloud", "network", "systems", "qa",
        ]
        let pairs = ["site": "reliability", "machine": "learning"]
        var place = 0
        while place < tokens.count {
            let next = place + 1 < tokens.count ? tokens[place + 1] : nil
            guard next?.spaceBefore == true else { return false }
            if ["engineer", "developer", "scientist", "analyst"].contains(tokens[place].text) { return true }
            if crafts.contains(tokens[place].text) {
                place += 1
            } else if let second = pairs[tokens[place].text], next?.text == second {
                place += 2
            } else {
                return false
            }
        }
        return false
    }

    // MARK: The reading

    func reading(
        normalised: String,
        mixture: TitleMixture,
        archetypes: [TitleArchetype],
        query: TitleQuery
    ) -> TitleReading {
        var reasons = reasons
        var levels = low...max(low, high)
        if fact == nil, low == high {
            levels = max(1, low - 1)...min(9, high + 1)
            reasons.append(.widened)
        }
        let spans = spans(mixture, over: levels)
        return TitleReading(
            normalised: normalised,
            track: track,
            low: low,
            mode: mode,
            high: high,
            levels: levels,
            basis: fact.map { .company($0) } ?? .title,
            mixture: mixture,
            emphasis: mixture.emphasis,
            technicalDepth: spans?.depth,
            organisationalReach: spans?.reach,
            archetypes: archetypes,
            reasons: reasons,
            questions: questions(levels, mixture.emphasis, query)
        )
    }

    private func spans(_ mixture: TitleMixture, over levels: ClosedRange<Int>) -> (depth: TitleSpan, reach: TitleSpan)?
    {
        guard let mode else { return nil }
        let (low, middle, high) = (
            mixture.extent(at: levels.lowerBound), mixture.extent(at: mode), mixture.extent(at: levels.upperBound)
        )
        return (
            TitleSpan(low: low.depth, typical: middle.depth, high: high.depth),
            TitleSpan(low: low.reach, typical: middle.reach, high: high.reach)
        )
    }

    /// The most useful first, at most four.
    private func questions(
        _ levels: ClosedRange<Int>,
        _ emphasis: TitleEmphasis,
        _ query: TitleQuery
    ) -> [TitleQuestion] {
        var questions: [TitleQuestion] = []
        if mode == nil { questions.append(.work) }
        if track == .ambiguous || track == .unknown { questions.append(.track) }
        if (query.company ?? "").trimmed.isEmpty {
            questions.append(.company)
        } else if fact == nil || levels.count > 1 {
            questions.append(.code)
        }
        if levels.count > 1 { questions.append(levels.upperBound <= 4 ? .given : .reach) }
        if query.size == .small { questions.append(.dependence) }
        if (emphasis == .unclear || emphasis == .both), levels.upperBound >= 4 { questions.append(.depthOrReach) }
        if levels.count > 2 { questions.append(.horizon) }
        return Array(questions.prefix(4))
    }
}
