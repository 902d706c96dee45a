import Evidence
import Signals

/// A sentence with places for facts and quotes.
///
/// Places: `{At}` when and where, opening; `{at}` the same, inside; `{S}` `{O}` `{P}` the person (who, whom, whose); `{V}` who
/// spoke, with the team where it is told for the first time; `{v}` the same by name alone; `{H}` who heard it; `{Q}` the quote. What a frame says beyond them, its conditions have to hold.
struct Frame: Sendable, Hashable {
    /// Two frames of one family read alike.
    let family: String
    let text: String
    /// Which evidence it may tell.
    let kinds: Set<SignalKind>
    /// True for the person's own words, false for those of others.
    let isOwn: Bool
    /// What the quoted words themselves have to do; empty where any will do.
    let acts: Set<Cut.Act>
    /// How the quote stands in it.
    let shape: Cut.Shape
    /// Whom the quoted words have to speak to or of; empty where that is all one.
    let addresses: Set<Material.Address>
    /// What it says of its own, between the places, but for words of speech.
    let ownWords: [String]
    let needsHearer: Bool
    /// True when the quote stands in front, so that nothing can follow it.
    let opensWithQuote: Bool

    init(
        _ family: String,
        _ text: String,
        _ kinds: Set<SignalKind>,
        isOwn: Bool,
        acts: Set<Cut.Act> = [],
        shape: Cut.Shape = .sentence,
        _ addresses: Set<Material.Address> = []
    ) {
        self.family = family
        self.text = text
        self.kinds = kinds
        self.isOwn = isOwn
        self.acts = acts
        self.shape = shape
        self.addresses = addresses
        ownWords = Self.parts(of: text).flatMap(HouseWords.withoutSpeech)
        needsHearer = text.contains("{H}")
        opensWithQuote = text.hasPrefix("“")
    }

    /// True where it says no more than the evidence bears out, and reads well around a quote of that length.
    func fits(_ material: Material) -> Bool {
        let cut = material.cut
        return kinds.contains(material.lead.kind) && isOwn == material.isOwn && shape == cut.shape
            && (acts.isEmpty || acts.contains(cut.act)) && (!needsHearer || material.hearer != nil)
            && (addresses.isEmpty || addresses.contains(material.address))
            && !(opensWithQuote && (cut.words > 18 || cut.text.first?.isUppercase == false && cut.words > 14))
    }

    /// What a form says of its own, between the places.
    static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var isPlace = false
        for character in text {
            switch character {
            case "{":
                isPlace = true
                parts.append(part)
                part = ""
            case "}": isPlace = false
            default: if !isPlace { part.append(character) }
            }
        }
        parts.append(part)
        return parts.map { $0.trimmingCharacters(of: " “”.,:;()") }.filter { !$0.isEmpty }
    }
}

extension String {
    /// Without these characters at either end.
    func trimmingCharacters(of characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        return text.trimmingEnd(of: characters)
    }
}

/// The frames of the house; each says no more than its conditions bear out.
enum Frames {
    static let all: [Frame] = heard + helping + weighing + owning + running

    /// Frames that fit any words of the person: they only tell who wrote, when and where.
    static let plain: [Frame] = {
        let any = Set(SignalKind.allCases)
        return [
            Frame("wrote", "{At}, {S} wrote: “{Q}”", any, isOwn: true),
            Frame("wrote-at", "{S} wrote {at}: “{Q}”", any, isOwn: true),
            Frame("quote-wrote", "“{Q}”, {S} wrote {at}", any, isOwn: true),
            Frame("words", "In {P} own words {at}: “{Q}”", any, isOwn: true),
            Frame("wrote-to", "{At}, {S} wrote to {H}: “{Q}”", any, isOwn: true),
        ]
    }()

    /// Words that are told as words: whatever they do, somebody wrote them.
    private static let worded: Set<Cut.Act> = [.plain, .praises]

    private static let heard: [Frame] = [
        Frame("thanked-for", "{At}, {V} thanked {O} for “{Q}”", [.recognition], isOwn: false, shape: .thing),
        Frame("thanked-for-at", "{V} thanked {O} {at} for “{Q}”", [.recognition], isOwn: false, shape: .thing),
        Frame("got-thanks", "{At}, {S} got thanks from {V} for “{Q}”", [.recognition], isOwn: false, shape: .thing),
        Frame("credit-for", "{At}, {V} gave {O} credit for “{Q}”", [.recognition], isOwn: false, shape: .thing),
        Frame("thing-first", "“{Q}” was what {V} thanked {O} for {at}", [.recognition], isOwn: false, shape: .thing),

        Frame("thanked", "{At}, {V} thanked {O}: “{Q}”", [.recognition], isOwn: false, acts: [.thanks]),
        Frame("thanked-at", "{V} thanked {O} {at}: “{Q}”", [.recognition], isOwn: false, acts: [.thanks]),
        Frame("quote-thanked", "“{Q}”, {V} wrote in thanks to {O} {at}", [.recognition], isOwn: false, acts: [.thanks]),
        Frame("thanks-went", "{At}, thanks from {V} went to {O}: “{Q}”", [.recognition], isOwn: false, acts: [.thanks]),

        Frame("recognised", "{At}, {V} recognised {P} work: “{Q}”", [.recognition], isOwn: false, acts: [.praises]),
        Frame("spoke-up", "{V} spoke up for {P} work {at}: “{Q}”", [.recognition], isOwn: false, acts: [.praises]),
        Frame("wrote-to-o", "{At}, {V} wrote to {O}: “{Q}”", [.recognition], isOwn: false, acts: worded, [.toPerson]),
        Frame("wrote-to-at", "{V} wrote to {O} {at}: “{Q}”", [.recognition], isOwn: false, acts: worded, [.toPerson]),
        Frame("quote-v", "“{Q}”, {V} wrote to {O} {at}", [.recognition], isOwn: false, acts: worded, [.toPerson]),
        Frame("about-o", "{At}, {V} wrote about {O}: “{Q}”", [.recognition], isOwn: false, acts: worded, [.ofPerson]),
        Frame("about-at", "{V} wrote about {O} {at}: “{Q}”", [.recognition], isOwn: false, acts: worded, [.ofPerson]),
        Frame(
            "about-words",
            "About {O}, in {v}'s words {at}: “{Q}”",
            [.recognition],
            isOwn: false,
            acts: worded,
            [.ofPerson]
        ),
        Frame("v-wrote", "{At}, {V} wrote: “{Q}”", [.recognition], isOwn: false, acts: worded),
        Frame("v-wrote-at", "{V} wrote {at}: “{Q}”", [.recognition], isOwn: false, acts: worded),
        Frame("v-way", "{V} put it this way {at}: “{Q}”", [.recognition], isOwn: false, acts: worded),
        Frame("v-words", "In {v}'s words {at}: “{Q}”", [.recognition], isOwn: false, acts: worded),
        Frame("on-part", "On {P} part in it, {V} wrote {at}: “{Q}”", [.recognition], isOwn: false, acts: [.praises]),

        Frame("asked-change", "{At}, {V} asked {O} for a change: “{Q}”", [.feedback], isOwn: false),
        Frame("different", "{V} told {O} {at} what could be different: “{Q}”", [.feedback], isOwn: false),
    ]

    private static let helping: [Frame] = [
        Frame("explained-to", "{At}, {S} explained to {H}: “{Q}”", [.coaching], isOwn: true),
        Frame("explained-to-at", "{S} explained to {H} {at}: “{Q}”", [.coaching], isOwn: true),
        Frame("quote-explained", "“{Q}”, {S} explained to {H} {at}", [.coaching], isOwn: true),
        Frame("explained", "{At}, {S} explained: “{Q}”", [.coaching], isOwn: true),
        Frame("shared", "{S} shared know-how {at}: “{Q}”", [.coaching], isOwn: true),
        Frame("h-from", "{H} had this from {O} {at}: “{Q}”", [.coaching], isOwn: true),
        Frame("advice", "{At}, {P} advice to {H} was: “{Q}”", [.coaching], isOwn: true, acts: [.advises]),
        Frame("advised", "{S} advised {H} {at}: “{Q}”", [.coaching], isOwn: true, acts: [.advises]),
        Frame("pointed", "{At}, {S} showed {H} a way: “{Q}”", [.coaching], isOwn: true, acts: [.advises]),
        Frame("reason-to", "{At}, {S} gave {H} the reason: “{Q}”", [.coaching], isOwn: true, acts: [.reasons]),
        Frame("why", "{S} explained {at} why: “{Q}”", [.coaching], isOwn: true, acts: [.reasons]),
    ]

    private static let weighing: [Frame] = [
        Frame(
            "argued",
            "{At}, {S} argued: “{Q}”",
            [.judgement],
            isOwn: true,
            acts: [.views, .reasons, .weighs, .warns]
        ),
        Frame(
            "argued-at",
            "{S} argued {at}: “{Q}”",
            [.judgement],
            isOwn: true,
            acts: [.views, .reasons, .weighs, .warns]
        ),
        Frame(
            "quote-argued",
            "“{Q}”, {S} argued {at}",
            [.judgement],
            isOwn: true,
            acts: [.views, .reasons, .weighs, .warns]
        ),
        Frame(
            "view",
            "{At}, {P} view was: “{Q}”",
            [.judgement],
            isOwn: true,
            acts: [.views, .reasons, .weighs, .warns]
        ),
        Frame("put-to", "{S} put it to {H} {at} this way: “{Q}”", [.judgement], isOwn: true),
        Frame("gave-reason", "{At}, {S} gave a reason: “{Q}”", [.judgement], isOwn: true, acts: [.reasons]),
        Frame("warned", "{S} warned {at}: “{Q}”", [.judgement], isOwn: true, acts: [.warns]),
        Frame("saw-risk", "{At}, {S} named what could go wrong: “{Q}”", [.judgement], isOwn: true, acts: [.warns]),
        Frame("weighed", "{At}, {S} weighed it up: “{Q}”", [.judgement], isOwn: true, acts: [.weighs]),
        Frame("preference", "{S} set out {at} which way to go: “{Q}”", [.judgement], isOwn: true, acts: [.weighs]),
        Frame("settled", "{At}, {S} settled a question: “{Q}”", [.decision], isOwn: true, acts: [.settles]),
        Frame("decided", "{S} decided {at}: “{Q}”", [.decision], isOwn: true, acts: [.settles]),
        Frame("quote-decided", "“{Q}”: so {S} decided {at}", [.decision], isOwn: true, acts: [.settles]),
        Frame("way", "{At}, {S} said which way it goes: “{Q}”", [.decision], isOwn: true, acts: [.settles]),
    ]

    private static let owning: [Frame] = [
        Frame("took-on", "{At}, {S} took it on: “{Q}”", [.ownership], isOwn: true, acts: [.promises]),
        Frame("next", "{S} said {at} what would come next: “{Q}”", [.ownership], isOwn: true, acts: [.promises]),
        Frame(
            "quote-took",
            "“{Q}”: with these words {S} took it on {at}",
            [.ownership],
            isOwn: true,
            acts: [.promises]
        ),
        Frame("word", "{At}, {S} gave {H} {P} word: “{Q}”", [.ownership], isOwn: true, acts: [.promises]),
        Frame("under-way", "{At}, {S} was on it: “{Q}”", [.ownership], isOwn: true, acts: [.isUnderway]),
        Frame("from-work", "{S} reported {at} from the work: “{Q}”", [.ownership], isOwn: true, acts: [.isUnderway]),
        Frame("slip", "{At}, {S} named a slip openly: “{Q}”", [.ownership], isOwn: true, acts: [.namesSlip]),
        Frame("slip-at", "{S} owned up {at}: “{Q}”", [.ownership], isOwn: true, acts: [.namesSlip]),
    ]

    private static let running: [Frame] = [
        Frame("kept-running", "{At}, {S} kept things running: “{Q}”", [.upkeep], isOwn: true, acts: [.repairs]),
        Frame("looked-after", "{S} looked after what runs {at}: “{Q}”", [.upkeep], isOwn: true, acts: [.repairs]),
        Frame("upkeep-words", "Upkeep {at}, in {P} words: “{Q}”", [.upkeep], isOwn: true),
        Frame("quote-reported", "“{Q}”, {S} reported {at}", [.upkeep, .delivery], isOwn: true),
        Frame("reported", "{At}, {S} reported: “{Q}”", [.upkeep, .delivery], isOwn: true),
        Frame("done", "{At}, {S} reported it done: “{Q}”", [.delivery], isOwn: true, acts: [.finishes]),
        Frame("news", "{S} had news {at}: “{Q}”", [.delivery], isOwn: true, acts: [.finishes]),
        Frame("finished", "{S} finished a piece of work {at}: “{Q}”", [.delivery], isOwn: true, acts: [.finishes]),
        Frame("in-the-way", "{At}, {S} said what stands in the way: “{Q}”", [.blocked], isOwn: true),
    ]
}
