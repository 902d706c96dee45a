/// What the same words mean in some lines of business, where they run high.
struct IndustryRule: Sendable {
    /// The line of business, as it is shown.
    let industry: String
    /// Words by which it is recognised.
    let names: [String]
    let rule: TitleRule

    /// The first rule of a line of business whose words are in a title.
    static func first(for industry: String, in words: [String]) -> IndustryRule? {
        let named = Set(industry.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
        return table.first { !named.isDisjoint(with: $0.names) && $0.rule.pattern.range(in: words) != nil }
    }

    private static let banking = ["bank", "banking", "finance", "financial", "investment", "insurance", "securities"]
    private static let consulting = ["consulting", "consultancy", "advisory", "audit", "accounting"]
    private static let law = ["law", "legal"]
    private static let academia = ["university", "academia", "academic", "education", "science"]
    private static let agency = ["agency", "advertising", "media", "marketing"]

    private static let wide = (0.25, 0.45, 0.30)

    /// Source: usage in these trades, as practitioners describe it; not measured.
    private static let table: [IndustryRule] = [
        IndustryRule(
            industry: "banking",
            names: banking,
            rule: TitleRule("managing director", .ambiguous, 7, 8, 9, (0.1, 0.7, 0.2))
        ),
        IndustryRule(
            industry: "banking",
            names: banking,
            rule: TitleRule("executive director", .ambiguous, 5, 6, 7, wide)
        ),
        IndustryRule(
            industry: "banking",
            names: banking,
            rule: TitleRule("executive/senior vice president", .ambiguous, 5, 6, 7, wide)
        ),
        IndustryRule(
            industry: "banking",
            names: banking,
            rule: TitleRule("assistant/associate vice president", .ambiguous, 3, 4, 5, wide)
        ),
        IndustryRule(
            industry: "banking",
            names: banking,
            rule: TitleRule("vice president", .ambiguous, 4, 5, 6, wide)
        ),
        IndustryRule(
            industry: "banking",
            names: banking,
            rule: TitleRule("associate !director/partner", .ic, 2, 3, 4, (0.6, 0.15, 0.25))
        ),
        IndustryRule(
            industry: "consulting",
            names: consulting,
            rule: TitleRule("associate/senior partner", .ambiguous, 7, 8, 9, (0.1, 0.7, 0.2))
        ),
        IndustryRule(
            industry: "consulting",
            names: consulting,
            rule: TitleRule("partner", .ambiguous, 7, 8, 9, (0.1, 0.7, 0.2))
        ),
        IndustryRule(
            industry: "consulting",
            names: consulting,
            rule: TitleRule("engagement manager | project leader", .ambiguous, 4, 5, 6, wide)
        ),
        IndustryRule(
            industry: "consulting",
            names: consulting,
            rule: TitleRule("^ associate | senior associate", .ic, 2, 3, 4, (0.6, 0.15, 0.25))
        ),
        IndustryRule(
            industry: "law",
            names: law,
            rule: TitleRule("partner", .ambiguous, 6, 8, 9, (0.35, 0.35, 0.30))
        ),
        IndustryRule(industry: "law", names: law, rule: TitleRule("associate", .ic, 2, 4, 5, (0.7, 0.1, 0.2))),
        IndustryRule(
            industry: "universities",
            names: academia,
            rule: TitleRule("associate/assistant professor", .ic, 4, 5, 6, (0.6, 0.1, 0.3))
        ),
        IndustryRule(
            industry: "universities",
            names: academia,
            rule: TitleRule("professor", .ic, 6, 7, 9, (0.6, 0.1, 0.3))
        ),
        IndustryRule(
            industry: "universities",
            names: academia,
            rule: TitleRule("fellow", .ic, 2, 4, 6, (0.75, 0.08, 0.17))
        ),
        IndustryRule(
            industry: "agencies",
            names: agency,
            rule: TitleRule("account director", .ambiguous, 4, 5, 6, wide)
        ),
    ]
}
