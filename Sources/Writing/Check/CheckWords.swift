/// Words by which a sentence can say more than its sources; English, reviewed by hand.
///
/// Source: `docs/methods.md`, "No sentence without a source".
enum CheckWords {
    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Words that turn a statement into its opposite.
    static let negations = set(
        """
        not no never without nobody none nothing neither nor cannot can't cant won't wont don't dont doesn't doesnt didn't \
        didnt isn't isnt wasn't wasnt aren't arent weren't werent hasn't hasnt haven't havent hadn't hadnt shouldn't \
        wouldn't couldn't couldnt hardly barely failed fails fail failing unable refused refuses stopped lacks lacked
        """
    )

    /// Words that claim all, none or much.
    static let quantifiers = set(
        """
        always never all every everyone everybody everything each nobody none most many much several only entire entirely \
        whole wholly completely fully constantly consistently invariably everywhere anyone anybody both half majority \
        alone single-handedly singlehandedly solely exclusively repeatedly regularly often rarely seldom usually
        """
    )

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
        highest lower lowest stronger strongest easier easiest harder hardest larger largest \
        smaller smallest quicker quickest cleaner cleanest sharper best-in-class unusually especially particularly \
        single-handed quickly swiftly instantly immediately great terrible terribly awful hard badly single-handedly
        """
    )

    /// Words that make a cause only with their neighbour: `due to`, `thanks to`, `led to`, `so that`.
    static let causePairs: Set<String> = [
        "due to", "thanks to", "led to", "leads to", "leading to", "resulted in", "resulting in", "results in",
        "so that",
        "as a", "brought about", "because of", "owing to", "which saved", "which made", "which let", "which kept",
        "which meant", "which allowed", "which enabled", "which prevented", "which helped", "which caused",
        "which brought",
    ]

    /// Words that make a cause by themselves.
    static let plainCauses = set(
        """
        because therefore thus hence consequently caused causes causing cause enabled enabling enables enable prevented \
        preventing prevents prevent triggered triggering thereby whereby ensured ensuring ensures ensure avoided avoiding avoid
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
            wrote-deleted created-deleted built-dismantled accepted-refused
            """
        var found: [String: Set<String>] = [:]
        for pair in pairs.split(separator: " ") {
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
        said says wrote writes asked asks thanked thanks praised praises noted notes reported reports explained explains \
        told tells mentioned mentions added adds credited credits called described describes remarked remarks confirmed \
        answered replied pointed spoke saw heard acknowledged recalled commented suggested observed wanted wants urged \
        advised recommended warned agreed thought considered proposed requested offered admitted announced
        """
    )

    /// Words that carry no matter of their own.
    static let empty = set(
        """
        a an the and or but of to in on at for from by with as into onto over under about after before during while when \
        where who whom whose which that this these those it its he she they them their his her him we us our you your i me \
        my is are was were be been being am do does did done has have had will would can could should may might must shall \
        there here then than so if up down out off again also too just now well one two way what how why same such own other \
        another some any not no yes get got gets make makes made take takes took taken go goes went gone come came let lets \
        put puts set sets work works worked working thing things something time times day days week weeks person people \
        team teams colleague colleagues manager report change gave given give gives using use used through between within \
        moment moments said wrote asked told thing's around because since until both each per via across along upon still \
        already even ever himself herself themselves itself themself
        """
    )

    /// Words with which a sentence may begin, and which are capital for no other reason.
    static let starters = set(
        """
        on in at after before when while during the a an this that these those it there here with without for from by as to \
        one two three four five six seven eight nine ten since until over under between among twice once both all some many \
        most no nobody everyone each every and but so then also later earlier first next finally together thanks thank what \
        where who how why if because although though despite she he they we you i his her their our your its my work asked \
        said having being not never nothing something colleagues people several another others whoever whatever
        """
    )

    /// Beginnings that turn a word round or change its measure.
    static let prefixes = ["under", "over", "non", "dis", "mis", "un", "in", "im"]

    /// Months and days of the week, small.
    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// True for the name of a month or a day of the week.
    static func isDay(_ small: String) -> Bool { months.contains(small) || weekdays.contains(small) }

    /// Words for a day that depend on when they are said.
    static let relativeDays = set(
        """
        yesterday today tomorrow tonight weekend fortnight overnight spring summer autumn winter quarter christmas easter
        """
    )

    /// Numbers as words.
    static let numbers: [String: String] = [
        "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
        "ten": "10",
        "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
        "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
        "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
        "thousand": "1000", "million": "1000000", "dozen": "12", "twice": "2", "thrice": "3", "double": "2",
        "doubled": "2", "triple": "3", "tripled": "3", "halved": "0.5", "half": "0.5", "second": "2nd", "third": "3rd",
        "fourth": "4th", "fifth": "5th", "quarter": "0.25", "once": "1", "couple": "2", "pair": "2",
    ]
}
