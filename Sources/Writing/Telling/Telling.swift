import Evidence
import Signals

/// Puts happenings into sentences: when and where, what was done, in whose words, and what came of it.
///
/// Source: `docs/methods.md`, "Telling". Which form a sentence takes follows from its evidence and from the sentences before it,
/// never from who it is about.
struct Telling {
    /// The words for the person.
    private(set) var forms: PersonForms
    let namesYear: Bool
    /// The person's own team, which needs no telling.
    private let team: String?
    private let finder: MaterialFinder
    private var recent: [String] = []
    private var used: [String: Int] = [:]
    private var openings = 0
    /// Whose team was told already.
    private var introduced: Set<String> = []

    init(
        subject: String,
        quoteWords: Int,
        perspective: Perspective = .others,
        names: some Sequence<String> = [String](),
        known: Set<String> = [],
        namesYear: Bool = false,
        team: String? = nil,
        passageWords: Int = 44
    ) {
        let names = Array(names)
        forms = PersonForms(subject, perspective: perspective, others: names)
        self.namesYear = namesYear
        self.team = team
        let parts = Set([subject.lowercased()] + subject.lowercased().split(separator: " ").map(String.init))
        finder = MaterialFinder(
            cutter: Cutter(names: NameBook(known.union(names).union([subject])), subject: parts),
            subject: parts,
            quoteWords: quoteWords,
            passageWords: passageWords
        )
    }

    /// The same in the person's own voice.
    func inOwnVoice(of subject: String) -> Telling {
        var own = self
        own.forms = PersonForms(subject, perspective: .own)
        return own
    }

    /// What of a happening can be told; nil when nothing of it can be quoted.
    func material(of happening: Happening, keeping: EntryID? = nil, blockedToo: Bool = false) -> Material? {
        finder.material(of: happening, keeping: keeping, blockedToo: blockedToo)
    }

    /// True for words that thank and say neither what for nor what came of it.
    func isBareThanks(_ quote: String) -> Bool {
        ThanksWorth.saysLittle(finder.cutter.reader.words(of: quote)[...])
    }

    /// One sentence about a happening by itself; nil when nothing of it can be quoted.
    func sentence(_ happening: Happening) -> Sentence? {
        guard let material = material(of: happening, blockedToo: true) else { return nil }
        var alone = self
        return alone.tell(material)
    }

    /// The next sentence of a text; no form stands twice in a row.
    mutating func tell(_ material: Material, attempt: Int = 0) -> Sentence {
        let frame = frame(for: material, attempt: attempt)
        recent = Array((recent + [frame.family]).suffix(3))
        used[frame.family, default: 0] += 1
        openings += 1
        let text = fill(frame, material, attempt: attempt)
        introduced.insert(material.lead.voice.key)
        return Sentence(text, sources: material.sources, role: .claim)
    }

    /// The next sentence of a text about a moment, or about upkeep over several weeks.
    mutating func tell(_ material: Material, joining others: [LedgerEntry]) -> Sentence {
        guard !others.isEmpty else { return tell(material) }
        let sentence = Sentence(
            merged(material, others),
            sources: material.sources + others.map(\.id),
            role: .claim
        )
        recent = Array((recent + ["merged"]).suffix(3))
        return sentence
    }

    /// The same in another form; the last is the plainest.
    mutating func retell(_ candidate: DraftCandidate, attempt: Int) -> Sentence {
        let material = candidate.material
        if !candidate.others.isEmpty, attempt < 3 {
            let sources = material.sources + candidate.others.map(\.id)
            return Sentence(merged(material, candidate.others, isPlain: true), sources: sources, role: .claim)
        }
        let bare = attempt > 1 ? material.bare : material
        return tell(bare, attempt: attempt)
    }

    // MARK: Choosing

    /// A frame that fits: the least used ones first, then as the evidence turns it.
    private func frame(for material: Material, attempt: Int) -> Frame {
        if attempt > 2, material.cut.shape == .sentence {
            return material.isOwn ? Self.plainestOwn : Self.plainestHeard
        }
        let plain = Frames.plain.filter { $0.needsHearer == false && $0.fits(material) }
        let fitting = Frames.all.filter { $0.fits(material) }
        // Words of an act that do not show it themselves are told as words, no more.
        let special = fitting.filter { !$0.acts.isEmpty }
        let isShown = !special.isEmpty || [.coaching, .recognition, .feedback].contains(material.lead.kind)
        var options = isShown ? fitting : fitting + plain
        if options.isEmpty { options = material.isOwn ? plain : [Self.fallback] }
        let turn = Self.turn(of: material.lead)
        let ordered = options.indices.sorted { left, right in
            key(options[left], place: left, of: options.count, turn: turn)
                < key(options[right], place: right, of: options.count, turn: turn)
        }
        return options[ordered[attempt % ordered.count]]
    }

    private static let plainestOwn = Frame("wrote", "{At}, {S} wrote: “{Q}”", [], isOwn: true)
    private static let plainestHeard = Frame("v-wrote", "{At}, {V} wrote: “{Q}”", [], isOwn: false)
    private static let fallback = Frame("wrote-about", "{At}, {V} wrote about {O}: “{Q}”", [], isOwn: false)

    private func key(_ frame: Frame, place: Int, of count: Int, turn: Int) -> (Int, Int, Int, Int) {
        let isRecent = recent.suffix(2).contains(frame.family) ? 1 : 0
        // Forms that the words call for come before those that fit anything.
        let isPlain = frame.acts.isEmpty && frame.shape == .sentence ? 1 : 0
        return (isRecent, used[frame.family, default: 0], isPlain, (place + turn) % count)
    }

    /// A number that belongs to the evidence alone: its moment and place, not whom it is about.
    static func turn(of entry: LedgerEntry) -> Int {
        Int(StableHash.hash([String(entry.moment), entry.channelName, entry.kind.rawValue]) % 1_000_003)
    }

    // MARK: Filling

    private func fill(_ frame: Frame, _ material: Material, attempt: Int) -> String {
        let situation = Situation(entry: material.lead, namesYear: namesYear)
        let turn = Self.turn(of: material.lead) + openings
        let speaker = material.isOwn ? forms.nominative : material.lead.voice.name
        var text = frame.text
            .replacing("{At}", with: situation.opening[turn % situation.opening.count])
            .replacing("{at}", with: situation.inside[turn % situation.inside.count])
            .replacing("{S}", with: forms.nominative).replacing("{O}", with: forms.object)
            .replacing("{P}", with: forms.possessive)
            .replacing("{V}", with: attempt > 0 ? material.lead.voice.name : introduction(of: material.lead.voice))
            .replacing("{v}", with: material.lead.voice.name)
            .replacing("{H}", with: material.hearer ?? "")
            .replacing("{Q}", with: material.cut.text)
        if let tail = material.tail {
            text += tail.text(speaker: speaker, forms: forms, turn: turn / 3, namesYear: namesYear)
        }
        return Self.capitalised(text) + "."
    }

    /// `Ana Berg of Papers`, the first time that somebody of another team speaks.
    private func introduction(of voice: Voice) -> String {
        guard let other = voice.team, let team, other != team, !introduced.contains(voice.key), !other.isEmpty else {
            return voice.name
        }
        return "\(voice.name) of \(other)"
    }

    /// Upkeep of several weeks: how many, from when to when, and the fullest words of one day.
    private func merged(_ material: Material, _ others: [LedgerEntry], isPlain: Bool = false) -> String {
        let entries = ([material.lead] + others).sorted { $0.moment < $1.moment }
        let weeks = Self.count(HouseWords.weeks(of: entries))
        let (first, last) = (entries.first ?? material.lead, entries.last ?? material.lead)
        let span =
            "between \(Situation.day(of: first, namesYear: namesYear)) and \(Situation.day(of: last, namesYear: namesYear))"
        let inside = Situation(entry: material.lead, namesYear: namesYear).inside[0]
        if isPlain {
            return
                "In \(weeks) different weeks, \(forms.nominative) looked after what runs; \(inside), \(forms.nominative) wrote: “\(material.cut.text)”."
        }
        let options = [
            "In \(weeks) different weeks \(span), \(forms.nominative) looked after what runs; \(inside), \(forms.nominative) wrote: “\(material.cut.text)”",
            "Upkeep came up in \(weeks) weeks \(span); \(forms.nominative) wrote \(inside): “\(material.cut.text)”",
        ]
        return Self.capitalised(options[Self.turn(of: material.lead) % options.count]) + "."
    }

    static func capitalised(_ text: String) -> String {
        guard let first = text.first, first.isLowercase else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// `Ana`, `Ana and Ben`, `Ana, Ben and two others`.
    static func list(_ names: [String]) -> String {
        switch names.count {
        case 0: return ""
        case 1: return names[0]
        case 2: return "\(names[0]) and \(names[1])"
        case 3: return "\(names[0]), \(names[1]) and \(names[2])"
        default: return "\(names[0]), \(names[1]) and \(count(names.count - 2)) others"
        }
    }

    /// Small numbers as words.
    static func count(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return words.indices.contains(number) ? words[number] : String(number)
    }
}
