/// Words that the check knows; whatever stands in none of these lists has to come from a source.
///
/// English, reviewed by hand.
/// Source: `docs/methods.md`, "The citation check".
enum CheckWords {
    static func set(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// Words that carry no matter: what they bind does.
    static let function = articles.union(prepositions).union(bindings).union(auxiliaries).union(modals).union(pronouns)
        .union(set("there here also too own such as so then than how why what whether to it's that's there's please"))

    static let articles = set("a an the this that these those")

    /// Words that say how a thing stands to another.
    static let prepositions = set(
        """
        of to in on at for from by with into onto about during through across via against among towards within between behind \
        beside until till since before after without under over upon per than around despite besides off versus apart
        """
    )

    /// Prepositions that say nearly the same; the others have to be as in the source.
    static let looseProperties = set(
        "in on at of for about within during with as around across among upon into onto per"
    )

    /// Words that begin another thought.
    static let bindings = set(
        """
        and or but nor yet because although though while when where if unless once whereas who whom whose which that so since \
        before after until till
        """
    )

    static let being = set("is are was were be been being am isn't aren't wasn't weren't it's that's there's")
    static let auxiliaries = being.union(
        set(
            "do does did done doing has have had having don't doesn't didn't hasn't haven't hadn't i've we've you've they've he'd she'd"
        )
    )
    static let modals = set(
        "will would can could may might shall should must i'll we'll you'll they'll he'll she'll i'd we'd you'd they'd won't wouldn't can't cannot couldn't shouldn't"
    )

    /// Somebody and what helps the verb in one word.
    static let joined = set(
        "i'll you'll they'll he'll she'll we'll i'd we'd you'd he'd she'd they'd i've we've you've they've i'm we're you're they're he's she's"
    )

    static let pronouns = set(
        """
        it its itself he him his himself she her hers herself they them their theirs themselves themself we us our ours \
        ourselves i me my mine myself you your yours yourself i'm we're you're they're he's she's one's each's
        """
    )

    /// Words that turn a statement into its opposite.
    static let negations = set(
        """
        not no never without nobody none nothing neither nor cannot can't cant won't wont don't dont doesn't doesnt didn't \
        didnt isn't isnt wasn't wasnt aren't arent weren't werent hasn't hasnt haven't havent hadn't hadnt shouldn't \
        wouldn't couldn't couldnt hardly barely
        """
    )

    /// Words that deny what follows, and say something by themselves as well.
    static let denials = set(
        """
        failed fails fail failing unable refused refuses lacks lacked lacking missing missed forgot forgets avoided prevented \
        stopped declined
        """
    )

    /// Words that claim all, none or much.
    static let quantifiers = set(
        """
        always never all every everyone everybody everything each nobody none most many much several only entire entirely \
        whole wholly completely fully constantly consistently invariably everywhere anyone anybody both half majority \
        alone single-handedly singlehandedly solely exclusively repeatedly regularly often rarely seldom usually some any few
        """
    )

    /// Quantifiers that say the same.
    static let quantities: [Set<String>] = [
        ["all", "every", "everyone", "everybody", "everything", "each"],
        // One of them, and nothing of it left out: not every one.
        ["all", "everything", "entire", "whole"], ["entire", "entirely", "whole", "wholly", "completely", "fully"],
        ["nobody", "none", "never", "no", "nothing", "anyone", "anybody", "any"],
        ["always", "constantly", "consistently", "invariably"],
        ["many", "much", "lots"],
        ["only", "solely", "exclusively"],
        ["often", "regularly", "repeatedly", "usually"], ["rarely", "seldom"], ["most", "majority"],
    ]

    static let quantityWords = Set(quantities.joined())

    /// Words that make a thing greater than it was said to be, and words that compare.
    static let intensities = set(
        """
        very extremely hugely massively critically critical crucial outstanding exceptional exceptionally brilliant \
        brilliantly dramatically dramatic significantly significant major huge enormous enormously immense immensely vastly \
        vast incredibly incredible amazing amazingly remarkable remarkably perfect perfectly flawless flawlessly \
        superb superbly excellent excellently heroic heroically tremendous tremendously drastically greatly highly deeply \
        severely severe absolutely totally extraordinary extraordinarily impressive impressively masterful masterfully \
        effortlessly tirelessly relentlessly decisively spectacular stellar world-class game-changing groundbreaking \
        invaluable indispensable vital essential heavily strongly profoundly profound stunning fantastic wonderful \
        more most less least better best worse worst greater greatest bigger biggest faster fastest slower slowest higher \
        highest lower lowest stronger strongest easier easiest harder hardest larger largest record \
        smaller smallest quicker quickest cleaner cleanest sharper best-in-class unusually especially particularly \
        single-handed quickly swiftly instantly immediately great terrible terribly awful badly single-handedly far \
        really truly catastrophic urgent countless ever
        """
    )

    /// Beginnings that turn a word round or change its measure.
    static let prefixes = ["under", "over", "non", "dis", "mis", "un", "in", "im"]

    /// Words that say when something began to be so, without a matter of their own; they may be anywhere near.
    static let movable = set(
        """
        again still already yet now just finally next time out up down away together instead anyway otherwise even only \
        so far ago recently later earlier today yesterday tomorrow tonight together plainly here there
        """
    )
}

extension CheckWords {
    /// Words that need no source.
    static let empty = function.union(negations)

    /// True for the name of a month or a day of the week.
    static func isDay(_ small: String) -> Bool { months.contains(small) || weekdays.contains(small) }
}
