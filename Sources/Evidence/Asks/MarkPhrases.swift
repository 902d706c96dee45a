/// The phrases behind marks; plain words in small letters, apostrophes left out.
///
/// Source: `docs/methods.md`, "Marks".
enum MarkPhrases {
    /// A phrase behind its first word.
    struct Phrase {
        let rest: [UInt64]
        let marks: TalkMarks
        /// Marks that the phrase takes back, such as thanks that are only meant in advance.
        let not: TalkMarks
    }

    /// All phrases by the hash of their first word.
    static let byFirstWord: [UInt64: [Phrase]] = {
        var table: [UInt64: [Phrase]] = [:]
        func add(_ phrases: [String], _ marks: TalkMarks, not: TalkMarks = []) {
            for phrase in phrases {
                let words = phrase.split(separator: " ").map { hash($0) }
                guard let first = words.first else { continue }
                table[first, default: []].append(Phrase(rest: Array(words.dropFirst()), marks: marks, not: not))
            }
        }
        add(requests, .request)
        add(reviews, .asksReview)
        add(decisions, .asksDecision)
        add(incidents, .incident)
        add(halts, .stuck)
        add(thanks, .thanks)
        add(settlings, .settled)
        add(deadlines, .replyBy)
        add(["thanks in advance", "thank you in advance", "thx in advance", "tia"], .request, not: .thanks)
        // What is asked for or denied is not done.
        let denied = [
            "not", "isnt", "wasnt", "arent", "never", "to be", "be", "get", "gets", "if", "when", "until", "once",
        ]
        add(
            denied.flatMap { word in ["fixed", "its fixed", "solved", "resolved", "recovered"].map { "\(word) \($0)" }
            },
            [],
            not: .settled
        )
        return table
    }()

    /// A bit for every first word, by the lower half of its hash: most words begin no phrase.
    private static let beginnings: [UInt64] = byFirstWord.keys.reduce(into: Array(repeating: 0, count: 128)) {
        $0[Int($1 >> 6 & 127)] |= 1 << ($1 & 63)
    }

    /// False for words that begin no phrase, nearly always.
    @inline(__always)
    static func mayBegin(_ word: UInt64) -> Bool { beginnings[Int(word >> 6 & 127)] >> (word & 63) & 1 != 0 }

    private static let requests = [
        "please", "pls", "plz", "can you", "can someone", "can anyone", "can anybody", "can somebody", "could you",
        "could someone", "could anyone", "could somebody", "would you", "will you", "do you know", "does anyone",
        "does anybody", "does someone", "anyone know", "anybody know", "anyone here", "any idea", "any ideas",
        "any chance", "any news", "any update", "any pointers", "how do i", "how can i", "how would i", "who knows",
        "who can", "who owns", "need help", "need your help", "need some help", "need you", "i need", "we need you",
        "help me", "wondering if", "wondering whether", "wondering why", "let me know", "id like to ask", "quick q",
        "quick question", "question for", "ping", "gentle ping", "gentle reminder", "kannst du", "könntest du",
        "peux tu", "pouvez vous", "puedes", "podrías", "alguien sabe", "quelquun sait", "weiß jemand", "kann jemand",
    ]
    private static let reviews = [
        "ptal", "please review", "pls review", "plz review", "review please", "needs review", "need review",
        "need a review", "needs a review", "need reviews", "can you review", "could you review", "kindly review",
        "can someone review", "could someone review", "run past you", "your review", "need eyes", "second pair of eyes",
        "take a look at my", "have a look at my", "look at my pr", "look at my patch", "look at this pr",
        "review my", "review this", "please have a look", "please take a look", "approve the pr", "approve my pr",
        "need a +2", "need one more approval", "feedback on my", "thoughts on my",
    ]
    private static let decisions = [
        "should we", "shall we", "which one do we", "do we want", "do we go", "are we ok with", "ok to merge",
        "ok to ship", "ok to go", "ok to deploy", "okay to merge", "okay to ship", "your call", "need a decision",
        "needs a decision", "need your decision", "need a call on", "please decide", "can you decide",
        "could you decide", "who decides", "need your approval", "need approval", "needs approval", "please approve",
        "can you approve", "could you approve", "please sign off", "can you sign off", "could you sign off",
        "your sign off", "your signoff", "your approval",
        "yes or no", "go or no go", "are you ok with", "are you okay with", "do you agree", "any objections",
        "any objection", "need your ok", "need your okay",
    ]
    private static let incidents = [
        "outage", "incident opened", "sev1", "sev2", "sev 1", "sev 2", "severity 1", "severity 2", "p1 incident",
        "site is down", "service is down", "services are down", "servers are down", "server is down", "prod is down",
        "production is down", "cluster is down", "api is down", "everything is down", "is down again", "is down since",
        "is down for everyone", "down for everybody", "production is broken", "prod is broken", "is on fire",
        "got paged", "was paged", "paged me", "rotating light", "war room", "cant log in", "cannot log in",
        "nobody can log in", "all requests fail", "500s", "502s", "503s",
    ]
    private static let halts = [
        "im blocked", "i am blocked", "we are blocked", "were blocked", "blocked on", "blocked by", "blocks me",
        "blocks us", "blocking me", "blocking us", "im stuck", "i am stuck", "we are stuck", "stuck on", "stuck with",
        "cant proceed", "cannot proceed", "cant continue", "cannot continue", "cant go on", "cannot go on",
        "waiting on you", "waiting for you", "waiting for your", "unblock me", "unblock us",
    ]
    private static let thanks = [
        "thanks", "thank you", "thank u", "thankyou", "thx", "thnx", "tnx", "tks", "ty", "tysm", "cheers", "kudos",
        "many thanks", "much appreciated", "appreciate it", "danke", "merci", "gracias", "grazie", "obrigado",
        "obrigada", "dziękuję", "dzięki", "tack", "takk", "kiitos", "спасибо", "shoutout", "lifesaver",
    ]
    private static let settlings = [
        "works now", "works again", "it works", "works for me", "that works", "works perfectly", "working now",
        "works fine now", "worked for me", "that worked", "it worked", "fixed", "its fixed", "solved", "resolved",
        "that was it", "that did it", "that was the problem", "that was the issue", "it was exactly that",
        "exactly that", "that fixed it", "that helped", "that helps", "makes sense", "got it", "sorted", "all good",
        "all green", "good now", "never mind", "nevermind", "nvm", "problem gone", "im unblocked", "we are unblocked",
        "unblocked now", "unblocked me", "unblocked us", "that answers",
        "back to normal", "recovered", "white check mark", "heavy check mark",
    ]
    private static let deadlines = [
        "asap", "urgent", "urgently", "still today", "tonight", "by tomorrow", "by today", "by monday", "by tuesday",
        "by wednesday", "by thursday", "by friday", "by noon", "by eod", "eod", "before noon", "before monday",
        "before friday", "until tomorrow", "until friday", "deadline", "this afternoon",
    ]

    /// FNV-1a, small letters.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }

    private static func hash(_ word: Substring) -> UInt64 { word.utf8.reduce(seed) { add($1, to: $0) } }
}
