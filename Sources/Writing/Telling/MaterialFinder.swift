import Evidence
import Signals

/// Finds what of a happening can be told.
struct MaterialFinder {
    let cutter: Cutter
    /// Names of the person, in small letters: the full one and its parts.
    let subject: Set<String>
    /// The most words of a quote that is cut.
    let quoteWords: Int
    /// The most words of whole sentences, told as they were written.
    let passageWords: Int

    var meant: WhoIsMeant { WhoIsMeant(reader: cutter.reader) }

    /// How many entries of an episode are looked at for the one to quote; a launch may have hundreds.
    private static let looked = 5

    /// Half a day, in microseconds: how far apart words of one talk are at most.
    static let sameTalk: Int64 = 12 * 3_600_000_000

    func material(of happening: Happening, keeping: EntryID? = nil, blockedToo: Bool = false) -> Material? {
        let readings = Readings(cutter.reader)
        let looked = looked(happening, keeping: keeping) {
            meant.isTellable($0, readings[$0], blockedToo: blockedToo)
        }
        var best: (value: Double, entry: LedgerEntry, choice: Choice)?
        for entry in looked {
            guard let choice = choice(of: entry, readings[entry]) else { continue }
            let value =
                choice.cut.weight + (entry.voice.person == entry.subject ? 0 : 2) + entry.confidence
                - (choice.isSlight ? 5 : 0)
            if best.map({ value > $0.value }) ?? true { best = (value, entry, choice) }
        }
        guard let best else { return nil }
        let tail = tail(of: best.entry, cut: best.choice.cut, all: best.choice.all, in: happening.entries, readings)
        return Material(
            happening: happening,
            lead: best.entry,
            cut: best.choice.cut,
            tail: tail,
            hearer: hearer(of: best.entry, beside: tail),
            address: meant.address(of: best.choice.cut, in: best.entry, readings[best.entry]),
            isSlight: best.choice.isSlight,
            isBareThanks: best.choice.isBareThanks
        )
    }

    /// The fullest of those that may be told; of a launch with hundreds a few are looked at.
    private func looked(
        _ happening: Happening,
        keeping: EntryID?,
        isTellable: (LedgerEntry) -> Bool
    ) -> [LedgerEntry] {
        if let keeping { return happening.entries.filter { $0.id == keeping && isTellable($0) } }
        guard happening.entries.count > 1 else { return happening.entries.filter(isTellable) }
        let order = happening.entries.map { (entry: $0, substance: Happening.substance(of: $0)) }.sorted { one, other in
            if one.substance != other.substance { return one.substance > other.substance }
            let (left, right) = (one.entry, other.entry)
            return (left.moment, left.kind.rawValue, left.id) < (right.moment, right.kind.rawValue, right.id)
        }
        return Array(order.lazy.map(\.entry).filter(isTellable).prefix(Self.looked))
    }

    /// The stretch of an entry that tells it best, and the others.
    struct Choice {
        let cut: Cut
        let all: [Cut]
        let isSlight: Bool
        var isBareThanks = false
    }

    private static func isLighter(_ one: Cut, _ other: Cut) -> Bool {
        (one.weight, other.text.utf8.count) < (other.weight, one.text.utf8.count)
    }

    /// A colleague's message that thanks, and says neither what for nor what came of it.
    private static func isBareThanks(_ entry: LedgerEntry, _ reading: QuoteReading) -> Bool {
        entry.kind == .recognition && entry.voice.person != entry.subject && reading.sets.contains(.thanks)
            && ThanksWorth.saysLittle(reading.words[...])
    }

    /// What else stands beside such thanks is about the person where it shows it.
    private static func tellsNothing(_ cut: Cut) -> Bool {
        !ThanksWorth.namesEffect(cut.read[...]) && !cut.saysDeed && cut.act != .praises
            && !cut.read.contains { $0.is([.second, .subject, .subjectOwner]) }
    }

    /// Thanks that say neither what they are for nor what came of it.
    func isBareThanks(_ cut: Cut) -> Bool { ThanksWorth.saysLittle(cut.read[...], shape: cut.shape) }

    /// What is cut stands where it shows an act or reads alone; else whole sentences do.
    func choice(of entry: LedgerEntry, _ reading: QuoteReading) -> Choice? {
        let cuts = cutter.cuts(of: reading, kind: entry.kind, limit: quoteWords).filter {
            meant.isAbout($0, entry, reading) && ($0.shape == .thing || !Cutter.pointsBack($0.read[...]))
        }
        let whole = Passages(cutter: cutter, limit: passageWords).cuts(of: reading, kind: entry.kind).filter {
            meant.mayStand($0, entry, reading)
        }
        let clear = whole.filter { meant.isClear($0, entry, reading) }
        let all = cuts + clear
        let isOwn = entry.voice.person == entry.subject
        let isBareMessage = Self.isBareThanks(entry, reading)
        let bare =
            isOwn || entry.kind != .recognition
            ? [] : all.filter { isBareThanks($0) || isBareMessage && Self.tellsNothing($0) }
        // Thanks that say little stand for their message only where nothing else of it can.
        let telling = bare.isEmpty ? all : all.filter { !bare.contains($0) }
        if let best = (telling.isEmpty ? all : telling).max(by: Self.isLighter) {
            let isBare = telling.isEmpty && !bare.isEmpty
            return Choice(cut: best, all: cuts, isSlight: isBare || best.weight < Self.slight, isBareThanks: isBare)
        }
        // Others' words that neither thank, praise, call nor address anybody are theirs alone, unless the reader is very sure.
        guard entry.confidence >= (isOwn ? Happening.clearEnough : Self.sure) else { return nil }
        return whole.first.map { Choice(cut: $0, all: [], isSlight: true, isBareThanks: isBareMessage) }
    }

    /// How sure the reader has to be of words that do not show whom they mean.
    private static let sure = 0.8
    /// Below this, words tell too little to be chosen before others.
    private static let slight = 4.5

    /// To whom it was said; nobody is named twice in a sentence.
    private func hearer(of entry: LedgerEntry, beside tail: Tail?) -> String? {
        if case .voices(let entries) = tail, entries.contains(where: { $0.voice.name == entry.hearer?.name }) {
            return nil
        }
        if case .answer(let answer, _) = tail, answer.voice.name == entry.hearer?.name { return nil }
        guard let hearer = entry.hearer, hearer.person != entry.subject, !hearer.name.isEmpty,
            !subject.contains(hearer.name.lowercased())
        else { return nil }
        return hearer.name
    }
}

/// The quotes of one happening, each taken apart at most once.
final class Readings {
    private let reader: WordReader
    private var known: [EntryID: QuoteReading] = [:]

    init(_ reader: WordReader) { self.reader = reader }

    subscript(entry: LedgerEntry) -> QuoteReading {
        if let reading = known[entry.id] { return reading }
        let reading = QuoteReading(entry.quote, reader: reader)
        known[entry.id] = reading
        return reading
    }
}
