/// Words that decide where a quote may be cut, and what may be quoted at all; English, reviewed by hand.
enum CutWords {
    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Greetings and fillers with which people begin.
    static let openers = set(
        """
        hi hey hello hiya yo morning afternoon evening greetings folks guys all team everyone everybody ok okay k so well \
        yeah yes yep yup ya aye oh ah aha hmm hm hmmm um uh er lol haha hah heh btw fyi and but also then anyway anyways actually \
        basically right sure cool alright great nice ps fwiw imo imho afaik iirc obviously amigos friends dear all: hi: \
        again no: wow omg woah whoa sorry, true gotcha indeed ack understood agreed
        """
    )

    /// What trails off.
    static let closers = set(
        """
        lol haha heh thanks thx ty tia cheers though btw please pls plz imo imho fwiw right ok okay etc and but so or because to \
        the a an of with in at on for from is are was were be see here via by as if that which who it's its this when than then \
        i we he they under over into like about my your our their his her using
        """
    )

    /// What a cut must not leave behind: without it the words say something else.
    static let turns = set(
        """
        if unless except but until till though although however not when only never provided without otherwise otherwise, while \
        than before
        """
    )

    /// Words that keep a whole message out of a review: private life, secrets, trouble between people.
    static let unfit = set(
        """
        password passwd salary salaries visa pregnant pregnancy wedding divorce funeral surgery dentist medication cancer covid \
        fever medically therapy therapist maternity paternity wife husband girlfriend boyfriend church mosque ramadan election politics \
        lawyer lawsuit harassment harassed layoff layoffs resigned resigning hungover drunk fuck fucking fucked wtf bullshit \
        idiot idiotic moron pathetic liar
        """
    )
    /// True for words that keep their message out; alerts fire, people are fired.
    static func areUnfit(_ words: [QuoteWord]) -> Bool {
        words.indices.contains { place in
            words[place].is(.unfit)
                || words[place].small == "fired" && place > 0
                    && ["was", "were", "been", "be", "being", "got", "get", "gets", "getting"].contains(
                        words[place - 1].small
                    )
        }
    }

    /// Words that keep a sentence out: coarse, about moods and time off, about what people are like.
    static let asides = set(
        """
        shit shitty damn dammit crap crappy hell ass stupid dumb sucks suck hate hated ugly insane crazy ridiculous lazy useless \
        nonsense garbage bloody pissed screwed secret token bonus sick ill illness doctor hospital vacation holiday holidays pto \
        parental kids kid son daughter baby mother father mom dad union beer beers whisky wine bathroom weekend birthday sleep \
        sleeping slept asleep tired exhausted star legend lifesaver saviour savior godsend angel paranoid christmas easter anger \
        angry furious annoyed masterpiece greatest universe planet champions machine backbone unbelievable divine applause sad cry crying tears hug love giant gold statue lol sorry apologies mad worst terrible horrible awful
        """
    )

    /// Words that speak of a person's nature instead of what was done.
    static var personality: Set<String> { WordingLists.personality }

    /// What points at something that the quote does not hold.
    static let pointers = set("it this that these those they he she there here same above below")

    /// Words of effect: what was so afterwards.
    static let effects = set(
        """
        saved saves unblocked unblocks fixed solved resolved works working worked now finally faster quicker easier clearer \
        cleared passes passing green stable reliable reduced cut halved doubled smooth smoothly helped prevented avoided \
        crystal understand understood understands clear sense longer anymore instead
        """
    )

    /// Thanks and praise.
    static let thanks = set(
        """
        thank thanks thx thanx ty kudos props appreciate appreciated grateful shoutout cheers gracias congrats congratulations
        """
    )
    static let praise = set(
        """
        great nice awesome excellent helpful helped wonderful fantastic loved amazing impressive beautiful kudos well-done
        """
    )
    /// Words behind `good`, `perfect` and the like that make praise of them.
    static let praised = set(
        """
        job work catch idea point find call stuff explanation write-up writeup one analysis fix summary doc docs document \
        presentation solution approach progress article post patch tutorial demo example suggestion design
        """
    )

    static let advice = set(
        "should need try can could must might recommend suggest suggests better"
    )
    /// Words by which somebody gives a view.
    static let views = set(
        """
        think should would believe must need better best important makes sense prefer rather enough worth depends likely want might \
        means shouldn't wouldn't don't can't won't unless simple simpler easier easy hard harder good bad too instead could idea \
        issue problem view opinion position trade-off tradeoff reason concern fine ok same different
        """
    )
    static let reasons = set("because since otherwise therefore hence reason means meaning cause why so as")
    static let warnings = set(
        "risk risks risky break breaks breaking careful concern concerned worry worried danger dangerous expensive lose fail fails"
    )
    static let weighing = set(
        "rather instead either alternatively versus vs tradeoff trade-off prefer preferable option options overkill whereas"
    )
    static let promises = set("i'll i’ll i'd we'll we’ll will let going plan planning gonna can take lemme try")
    static let underway = set("working looking trying investigating debugging testing reviewing on i'm i’m")
    static let settling = set(
        """
        let's let’s lets decided decide decision agreed go going stick sticking won't won’t will we'll keep leave drop approve \
        approved merge merging support not plan
        """
    )
    static let repairs = set(
        """
        fixed restarted reverted upgraded updated rebuilt rolled cleaned migrated re-triggered retriggered triggered disabled enabled \
        moved bumped removed added restored patched rebooted renewed rotated backported re-enabled re-ran reran ran tuned \
        kicked rebuilding rebuild restarting upgrading fixing cleaning migrating reverting updating replaced increased
        """
    )
    static let finishing = set(
        """
        merged shipped released published done finished pushed submitted deployed uploaded live completed landed added fixed wrote \
        updated created opened implemented posted built closed
        """
    )
    /// Praise that is wished for, asked for or turned down, and thanks ahead of the act.
    static let unreal = set(
        "if would could hope wish maybe advance offer anyway anyways patience understanding joining unless wonder wondering"
    )
    /// Things that anybody is thanked for; a quote needs more.
    static let generic = set(
        """
        help helping info information pointer pointers reply replies answer answers response input update updates clarification         clarifications clarifying explanation explanations explaining link links heads-up headsup tip tips advice time quick         letting know sharing this that check will problem worries suggestion suggestions comment comments feedback question         questions answering pointing confirming confirmation responding attention notice guidance support lovely much really awesome great perfect excellent wonderful good nice
        """
    )
    /// Words with which only half a thought begins, unless another half follows.
    static let halves = set("if when once while although though since because as unless whenever whereas for given")
    static let slips = [
        ("my", "bad"), ("my", "fault"), ("my", "mistake"), ("i", "broke"), ("i", "missed"), ("i", "messed"),
        ("i", "forgot"),
    ]
}
