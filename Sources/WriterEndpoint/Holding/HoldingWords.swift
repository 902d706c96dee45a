/// Words that a rewording may bring, and words that it may not touch; English, reviewed by hand.
///
/// Source: `docs/methods.md`, "Rewording by a model".
enum HoldingWords {
    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Words that say nothing by themselves; a rewording may bring and drop them.
    static let free = set(
        """
        a an the and in on at of for about with by from to as it its this that these those who whom whose where when there \
        here was were is are has have had been being be also too
        """
    )

    /// Verbs by which a sentence brings somebody's words; each may stand for another.
    static let telling = set("said wrote noted mentioned says writes notes mentions")

    /// Words of denial, amount, doubt, cause, order in time and strength: all stay, none is added.
    static let weighty = set(
        """
        not no never without nobody none nothing neither nor cannot can't won't don't doesn't didn't isn't wasn't aren't weren't \
        hasn't haven't hadn't shouldn't wouldn't couldn't hardly barely unable failed fails fail failing \
        always all every everyone everybody everything each most many much several few some any only entire entirely whole \
        completely fully constantly consistently both half again often rarely seldom usually repeatedly regularly sometimes \
        almost nearly partly perhaps maybe probably possibly apparently reportedly allegedly about-to \
        can could may might must shall should will would won want wanted wants plan plans planned try tried tries hope hopes \
        hoped need needs needed if unless whether but however although though despite instead rather yet until before after \
        then later earlier first last next since because therefore thus so due owing thanks-to hence while during once \
        very extremely highly greatly deeply really quite just even still already ever too-much \
        more less better worse least than same other another others else \
        one two three four five six seven eight nine ten eleven twelve dozen twice hundred thousand million couple pair \
        today yesterday tomorrow week month year quarter
        """
    )

    /// Months and days of the week.
    static let days = MaskWords.days

    /// Words of the reader and of whoever writes.
    static let address = set(
        """
        you your yours yourself u i i'm i've i'll i'd me my mine we we're we've we'll us our ours let's please dear reader \
        model assistant ai instruction instructions prompt system
        """
    )

    /// Words that judge, rate, compare or speak of personality; never a model's to say about anybody.
    static let judging = set(
        """
        excellent outstanding exceptional brilliant great good bad poor weak strong best better worst worse top star stellar \
        amazing awesome fantastic wonderful superb perfect flawless impressive remarkable extraordinary incredible terrific \
        valuable invaluable indispensable essential hero heroic genius rockstar ninja wizard legend legendary superstar \
        exceeds exceeded exceed meets met expectations expectation rating rated rate rates score scored scores rank ranked \
        ranking grade graded points stars percent percentile tier level promotion promote promoted promotable deserves deserve \
        deserved raise bonus pay salary demote demoted demotion dismiss dismissed fire terminate warning pip underperform \
        underperforms underperforming overperform high-performer performer performance talented talent gifted smart clever \
        intelligent bright dumb stupid lazy diligent hardworking dedicated passionate enthusiastic motivated unmotivated \
        abrasive aggressive assertive emotional bossy nice kind friendly warm cold helpful caring nurturing supportive \
        collaborative team-player ambitious confident arrogant humble modest shy quiet loud charismatic energetic calm \
        reliable dependable trustworthy loyal honest careful careless thorough sloppy organised organized creative innovative \
        visionary strategic natural born leader leadership attitude personality character moody difficult struggling \
        struggles burnout burned depressed anxious stressed unhappy disengaged flight risk at-risk proud proudly selfless \
        tireless tirelessly effortless effortlessly always-on skilled skilful skillful expert expertise seasoned junior-like \
        superior inferior fastest slowest smartest strongest weakest finest leading world-class game-changing successful \
        successfully effective effectively efficient efficiently exemplary stand-out standout praised praise celebrated \
        admired respected beloved critical crucial vital key important importantly significant significantly major
        """
    )

    /// Words under which a thing is no fact: wished, planned, asked, supposed, denied.
    static let unreal = set(
        """
        will would could should might may can can't won't if unless whether not no never don't doesn't didn't isn't wasn't \
        hasn't haven't wouldn't couldn't shouldn't please let's want wants wanted need needs needed hope hopes plan plans \
        planning going gonna try trying tries tried maybe perhaps almost nearly suppose supposed wish imagine unable without \
        i'll we'll you'll they'll he'll she'll it'll i'd we'd you'd they'd must shall todo next soon tomorrow later
        """
    )

    /// Words with which a rewording may begin, besides labels, numbers and quotes.
    static let openers = set("on in at for about with to as a an the when where there by from")

    /// Words right before a person that give that person a part in what happened.
    static let parts = set("from by and or to for with about of at than like as")

    /// What all forms of a word have in common; rough, the same for sentence and source.
    static func stem(_ word: String) -> String {
        var letters = word[...]
        if letters.hasSuffix("'s") { letters = letters.dropLast(2) }
        for (ending, instead) in [
            ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""),
        ]
        where letters.hasSuffix(ending) && letters.count > ending.count + 2
            && !(ending == "s" && letters.hasSuffix("ss"))
        {
            letters = letters.dropLast(ending.count) + instead
            break
        }
        if letters.count > 3, letters.last == "e" { letters = letters.dropLast() }
        if letters.count > 3, let last = letters.last, letters.dropLast().last == last, !"lsz".contains(last) {
            letters = letters.dropLast()
        }
        return String(letters)
    }
}
