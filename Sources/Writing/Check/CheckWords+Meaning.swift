/// Opposites, causes, plans.
extension CheckWords {
    /// Words that make a cause only with their neighbour: `due to`, `thanks to`, `led to`, `so that`.
    static let causePairs: Set<String> = [
        "due to", "thanks to", "led to", "leads to", "leading to", "resulted in", "resulting in", "results in",
        "so that", "as a", "brought about", "because of", "owing to",
    ]

    /// Words that make a cause by themselves.
    static let plainCauses = set(
        """
        because therefore thus hence consequently caused causes causing cause enabled enabling enables enable prevented \
        preventing prevents prevent triggered triggering thereby whereby ensured ensuring ensures ensure avoided avoiding avoid
        """
    )

    /// Words under which something is asked, wished, planned or guessed, and has not happened.
    static let plans = set(
        """
        if please could can would should might may maybe perhaps probably will won't i'll we'll you'll they'll he'll she'll \
        i'd we'd you'd they'd let's want wants hope hopes guess plan plans suggest suggests needs need unless going must
        """
    )

    /// Verbs by which somebody takes something on in saying so.
    static let commitments = set("take takes taking own owns pick picks grab grabs")

    /// Words for a sentence's own wishes and requests; what follows has not happened either.
    static let wishes = set(
        """
        asked asks wanted wants advised suggested suggests recommended requested proposed urged reminded told to would will \
        should could can may might if plans planned offered promised needs need going says explained explains decided decides
        """
    )

    /// Pairs of words that say the opposite of each other.
    static let opposites: [String: Set<String>] = {
        let pairs = """
            fixed-broke fix-break succeeded-failed success-failure worked-failed works-fails passed-failed passes-fails \
            up-down faster-slower fast-slow quick-slow increased-decreased increase-decrease rose-fell grew-shrank more-less \
            before-after accepted-rejected approved-rejected approved-declined accept-reject added-removed add-remove \
            improved-worsened better-worse early-late earlier-later with-without enabled-disabled opened-closed open-closed \
            won-lost start-stop started-stopped began-ended first-last high-low higher-lower best-worst easy-hard \
            easier-harder good-bad safe-unsafe clear-unclear stable-unstable reliable-unreliable complete-incomplete \
            finished-unfinished possible-impossible able-unable known-unknown necessary-unnecessary expected-unexpected \
            agreed-disagreed agree-disagree remembered-forgot kept-dropped keep-drop gained-lost found-missed found-lost \
            right-wrong correct-incorrect correct-wrong true-false inside-outside always-never helped-hindered \
            joined-left merged-reverted shipped-postponed shipped-delayed prevented-caused avoided-caused solved-caused \
            simplified-complicated simple-complex calm-chaotic ready-unready welcomed-refused reduced-raised reduced-increased \
            raised-lowered cut-raised unblocked-blocked resolved-ignored answered-ignored supported-opposed for-against \
            strengthened-weakened protected-exposed healthy-broken green-red recovered-crashed restored-lost saved-lost \
            wrote-deleted created-deleted built-dismantled accepted-refused older-newer old-new shorter-longer cut-kept \
            like-dislike yes-no everybody-nobody all-none from-to spotted-missed fewer-more many-few above-below over-under \
            cheaper-dearer left-removed before-afterwards after-beforehand
            """
        var found: [String: Set<String>] = [:]
        for pair in pairs.split(whereSeparator: \.isWhitespace) {
            let sides = pair.split(separator: "-").map(String.init)
            guard sides.count == 2 else { continue }
            found[sides[0], default: []].insert(sides[1])
            found[sides[1], default: []].insert(sides[0])
        }
        return found
    }()

    /// Verbs by which a sentence tells who said something.
    static let speech = set(
        """
        said says say saying wrote writes write writing asked asks asking thanked thanks thanking praised praises noted notes \
        reported reports explained explains told tells telling mentioned mentions added adds credited credits called calls \
        calling described describes remarked confirmed answered replied pointed spoke saw found finds recalled commented \
        observed wanted wants urged advised recommended warned thought thinks considered proposed requested announced \
        reminded suggested suggests according decided decides argued argues stated states stressed
        """
    )

    /// Verbs of speech that only report; whoever speaks may be put before them although a source has them for somebody else.
    static let reporting = Set(
        set("say write report note mention explain add tell according argue state").map(WordStem.of)
    )

    /// Words that may stand around what somebody said.
    static let frame = set("words view opinion thank you out say")

    /// Words that stand for those whom a source calls `we`.
    static let group = set("team company team's company's colleagues colleague side people")

    /// Words of one meaning: what a source says in one, a sentence may say in the other.
    static let synonyms: [String: String] = {
        let classes = """
            finish=finished=done=complete=completed minute=min=minutes=mins hour=h=hours=hrs second=sec=seconds=secs \
            percent=% big=large film=video wait=waiting doc=document=docs docs=documentation info=information \
            dev=developer=devs=developers app=application config=configuration sept=september jan=january feb=february \
            aug=august oct=october nov=november dec=december pr=prs repo=repository db=database approx=about=roughly \
            can't=cannot eow=week rev=revision
            """
        var found: [String: String] = [:]
        for group in classes.split(whereSeparator: \.isWhitespace) {
            let words = group.split(separator: "=").map(String.init)
            for word in words { found[word] = words[0] }
        }
        return found
    }()

    /// Words with which a sentence may begin, and which are capital for no other reason.
    static let starters = set(
        """
        a an this that these those it there here one two three four five six seven eight nine ten twice once both all some \
        many most no nobody everyone each every nothing neither never not
        """
    )

    /// Months and days of the week, small.
    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// Words for a day that depend on when they are said.
    static let relativeDays = set("yesterday today tomorrow tonight overnight")

    /// Verbs in their plain form, by which a word of that form is known as one.
    static let verbs = set(
        """
        add agree answer ask assume balk book break bring build buy call cancel catch change check choose clean clear close \
        come confirm correct cost count cover create cut debug decide decline delay delete deliver demo deploy design do draft \
        draw drop edit explain extend fail fetch file fill find finish fix follow get give go grow guess guide handle help hit \
        hold host improve install join jump keep kill know land launch lead leave let like list load look lose make match \
        measure meet merge migrate miss move need notice offer open order own pair patch pay pick plan post prepare present \
        price promise propose publish push put query raise read rebuild recalibrate redo reduce refactor refuse release remove \
        rename renew repair replace report reset resolve restore review rewrite ring rotate run save say schedule see send set \
        ship show sign sit solve sort split spot stand start stay step stop store support swap switch take talk teach tell test \
        think throw trace train trust try turn understand unblock update upload use wait walk want win work write
        """
    )

    /// Verbs whose past looks like their present.
    static let unchanging = set("let cut put set hit read split cost")

    /// Their stems.
    static let verbStems = Set(verbs.map(WordStem.of))

    /// Numbers as words.
    static let numbers: [String: String] = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
        "nine": "9", "ten": "10",
        "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
        "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
        "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
        "thousand": "1000", "million": "1000000", "dozen": "12", "twice": "2x", "thrice": "3x", "double": "2x",
        "doubled": "2x", "triple": "3x", "tripled": "3x", "halved": "0.5", "half": "0.5", "second": "2nd",
        "third": "3rd", "fourth": "4th", "fifth": "5th", "first": "1st", "sixth": "6th", "once": "1x",
    ]
}
