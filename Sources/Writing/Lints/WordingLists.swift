/// Words that a review does without; English, reviewed by hand, the same for everybody.
///
/// Source: `docs/methods.md`, "Wording"; the classes follow Snyder 2014, Correll et al. 2020 and Textio 2022.
enum WordingLists {
    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Words about what somebody is like.
    static let personality = set(
        """
        abrasive aggressive arrogant bossy bubbly cold combative confrontational cranky defensive difficult emotional feisty \
        hysterical immature insecure irrational irritable judgemental judgmental lazy loud negative nagging naive opinionated \
        oversensitive passive pushy rude selfish sensitive shrill shy stubborn strident submissive temperamental timid \
        unfriendly unlikable unprofessional weak nice friendly warm kind sweet cheerful supportive agreeable likable likeable \
        charming pleasant caring compassionate empathetic nurturing sociable approachable ambitious assertive confident \
        decisive dominant driven fearless forceful strategic visionary charismatic brilliant genius gifted natural rockstar \
        ninja superstar talented smart clever intelligent ingenious wizard guru hero heroic humble modest loyal passionate \
        energetic introverted extroverted introvert extrovert personable diligent hardworking hard-working dedicated \
        enthusiastic motivated unmotivated careless sloppy dependable trustworthy honest sincere mature professional \
        proactive thoughtful considerate generous patient impatient attitude personality temperament demeanor demeanour
        """
    )

    /// Words that the house never writes about anybody.
    static let forbidden = [
        "burnout", "burned out", "burnt out", "depressed", "anxious", "stressed", "unhappy", "disengaged",
        "flight risk",
        "attitude", "moody", "struggling", "at risk", "demotion", "demoted",
    ]

    /// Ratings, grades and places in an order.
    static let ratings = [
        "exceeds expectations", "exceeded expectations", "meets expectations", "met expectations", "below expectations",
        "above expectations", "needs improvement", "rating", "rated", "top performer", "low performer",
        "high performer",
        "underperformer", "top talent", "out of 5", "out of five", "out of 10", "out of ten", "grade a", "score",
        "ranked",
        "ranking", "percentile", "high potential", "9-box", "nine-box", "stack rank",
    ]

    /// Comparisons between people.
    static let comparisons = [
        "better than", "worse than", "more than any", "more than anyone", "than others", "than the others",
        "than peers",
        "than the rest", "than her peers", "than his peers", "than their peers", "compared to", "compared with",
        "unlike",
        "the best on", "the best in", "best engineer", "strongest on the team", "outperforms", "outperformed",
        "ahead of",
        "behind the others", "the most of anyone", "more than colleagues", "faster than", "stronger than",
        "weaker than",
        "than anyone", "than everyone", "than anybody", "than most",
    ]

    /// Health, family, age, sex, faith, origin.
    static let privateMatters = set(
        """
        sick illness ill disease health healthy medical doctor hospital surgery disability disabled depression anxiety adhd autism \
        autistic therapy pregnant pregnancy maternity paternity parental childcare child children kids kid baby mother father mom \
        dad mum wife husband spouse partner's married divorce divorced single widow family young younger youthful old older elderly \
        age aged senior-citizen girl girls boy boys lady ladies gentleman female male feminine masculine motherly fatherly \
        girlfriend boyfriend gay lesbian trans religion religious church mosque christian muslim jewish hindu accent foreign \
        nationality immigrant race racial ethnic ethnicity union
        """
    )

    /// Praise that names nothing.
    static let vague = [
        "great job", "good job", "great work", "good work", "awesome work", "amazing work", "excellent work",
        "nice work",
        "well done", "keep it up", "team player", "goes above and beyond", "above and beyond", "go-to person",
        "rock star",
        "strong contributor", "valuable member", "asset to the team", "does a great", "did a great", "does good",
        "positive impact", "big impact", "huge impact", "hard worker", "hit the ground running", "can be counted on",
    ]

    /// Words that leave no exception.
    static let absolutes = set("always never constantly every-time everytime invariably nobody everybody everyone")

    /// Numbers of people as a measure of scope.
    static let headcount = [
        "direct reports", "headcount", "size of the team", "team size", "manages a team of", "managed a team of",
        "leads a team of",
        "led a team of", "span of control", "people under", "people reporting", "reports to him", "reports to her",
        "largest team", "grew the team", "bigger team",
    ]

    /// Softeners that leave open what was seen.
    static let hedges = [
        "seems to", "tends to", "somewhat", "sort of", "kind of", "comes across as", "is perceived as",
    ]

    static let forbiddenWords = Set(forbidden.filter { !$0.contains(" ") })
    private static let forbiddenPairs = Set(forbidden.filter { $0.contains(" ") })
    static let firstOfPairs = Set(forbiddenPairs.compactMap { $0.split(separator: " ").first.map(String.init) })

    /// True when words hold something that the house never writes or that is about character.
    static func isForbidden(_ words: ArraySlice<QuoteWord>) -> Bool {
        if words.contains(where: { $0.is([.personality, .forbidden]) }) { return true }
        return zip(words, words.dropFirst()).contains {
            $0.is(.opensForbidden) && forbiddenPairs.contains("\($0.small) \($1.small)")
        }
    }
}
