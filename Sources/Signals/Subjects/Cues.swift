/// Words that help to find whom a message is about; letters of any case, apostrophes left out.
enum Cues {
    /// Words that thank or praise somebody who is named beside them.
    static let thanks = hashes([
        "thanks", "thank", "thx", "ty", "tnx", "thankyou", "kudos", "props", "shoutout", "cheers", "congrats",
        "congratulations", "bravo", "credit", "credits", "danke", "merci", "gracias", "grazie", "obrigado", "hats",
    ])
    /// Words between names that belong together.
    static let joining = hashes([
        "and", "und", "et", "y", "i", "also", "plus", "to", "goes", "out", "you", "a", "lot", "so", "much", "again",
        "very", "big", "special", "many", "off", "all", "especially", "both", "even", "with", "well", "as",
    ])
    /// Words with a capital letter that are no names, where a name would stand.
    static let noNames = hashes([
        "all", "everyone", "everybody", "folks", "guys", "team", "you", "for", "so", "much", "again", "in", "advance",
        "the", "a", "an", "this", "that", "these", "those", "it", "its", "i", "im", "ill", "ive", "we", "well", "will",
        "to", "and", "but", "or", "if", "when", "now", "then", "just", "very", "lot", "lots", "god", "goodness", "yes",
        "no", "ok", "okay", "yep", "nope", "is", "was", "what", "there", "here", "my", "our", "your", "let", "lets",
        "can", "could", "please", "both", "guy", "man", "mate", "sir", "friend", "friends", "also", "as", "on", "at",
        "by", "of", "with", "from", "how", "why", "who", "not", "pr", "cr", "api", "ci", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "a", "got", "hi", "hey", "hello", "sounds", "will",
        "fyi", "btw", "good", "great", "nice", "awesome", "everything", "anyway", "really", "btw", "slack", "github",
    ])
    /// Greetings that open a message to many.
    static let greetings = hashes(["hi", "hello", "hey", "dear", "morning", "all", "good"])
    static let merging = hashes(["merged", "merging", "landed", "cherrypicked"])
    static let patches = hashes([
        "pr", "prs", "patch", "patches", "change", "changes", "changeset", "changesets", "cr", "crs", "commit", "fix",
        "pull", "review", "submitted", "pushed", "branch", "mr",
    ])
    static let my = TokenHash.of("my")
    static let halting = hashes(["blocked", "stuck", "swamped", "overloaded", "busy", "waiting", "underwater"])
    static let unblocking = hashes(["unblock", "unblocks", "blocking", "blocks"])
    static let deciding = hashes([
        "decided", "decides", "approved", "rejected", "accepted", "vetoed", "ruled", "agreed", "chose", "settled",
    ])
    static let keeping = hashes([
        "reverted", "restarted", "upgraded", "rolled", "fixed", "repaired", "restored", "migrated", "rotated",
        "patched", "cleaned", "bumped", "renewed", "rebooted", "redeployed", "updated", "resolved",
    ])
    static let delivering = hashes([
        "shipped", "released", "finished", "published", "delivered", "launched", "completed", "merged", "landed",
        "deployed",
    ])
    /// Words that may stand between a name and what they did.
    static let helping = hashes([
        "has", "have", "had", "is", "was", "just", "already", "s", "kindly", "also", "finally", "now", "quickly", "who",
        "and", "ll", "been", "a", "bit", "still", "really", "totally",
    ])
    /// Words that may follow a name at once.
    static let afterName = hashes(["for", "and", "as", "who", "that", "on", "with", "i", "it", "you", "your"])
    static let us = hashes(["we", "weve"])
    static let to = TokenHash.of("to")

    /// Everyday forms of given names.
    static let nicknames: [UInt64: [UInt64]] = {
        let pairs: [(StaticString, [StaticString])] = [
            ("mike", ["michael"]), ("dan", ["daniel"]), ("dave", ["david"]), ("bob", ["robert"]), ("rob", ["robert"]),
            ("bill", ["william"]), ("will", ["william"]), ("tom", ["thomas"]), ("tim", ["timothy"]), ("jim", ["james"]),
            ("joe", ["joseph"]), ("steve", ["steven", "stephen"]), ("matt", ["matthew", "matthias"]),
            ("chris", ["christopher", "christian", "christina"]), ("alex", ["alexander", "alexandra", "alejandro"]),
            ("nick", ["nicholas", "nikolai"]), ("ben", ["benjamin"]), ("sam", ["samuel", "samantha"]),
            ("andy", ["andrew", "andreas"]), ("tony", ["anthony", "antonio"]), ("greg", ["gregory"]),
            ("jen", ["jennifer"]), ("jenny", ["jennifer"]), ("kate", ["katherine", "catherine", "katarzyna"]),
            ("katie", ["katherine", "catherine"]), ("liz", ["elizabeth"]), ("beth", ["elizabeth"]), ("sue", ["susan"]),
            ("ron", ["ronald"]), ("ed", ["edward", "eduardo"]), ("ted", ["theodore", "edward"]), ("jeff", ["jeffrey"]),
            ("josh", ["joshua"]), ("zach", ["zachary"]), ("max", ["maximilian", "maxwell"]), ("pete", ["peter"]),
            ("phil", ["philip", "philipp"]), ("ray", ["raymond"]), ("rick", ["richard"]), ("dick", ["richard"]),
            ("vicky", ["victoria"]), ("abby", ["abigail"]), ("maggie", ["margaret"]), ("meg", ["margaret"]),
            ("sasha", ["alexander", "alexandra"]), ("kuba", ["jakub"]), ("gosia", ["malgorzata"]), ("pepe", ["jose"]),
            ("nacho", ["ignacio"]), ("paco", ["francisco"]), ("fritz", ["friedrich"]), ("hans", ["johannes"]),
        ]
        return Dictionary(pairs.map { (TokenHash.of($0.0), $0.1.map { TokenHash.of($0) }) }, uniquingKeysWith: +)
    }()

    static func hashes(_ words: [StaticString]) -> Set<UInt64> { Set(words.map { TokenHash.of($0) }) }
}
