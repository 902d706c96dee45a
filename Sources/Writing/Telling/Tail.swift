import Evidence
import Signals

/// What came of it, behind the quote: words that say an effect, an answer, or who else spoke.
enum Tail: Hashable {
    /// The same voice on the effect.
    case effect(Cut)
    /// Somebody else, later, in the same episode.
    case answer(LedgerEntry, Cut)
    /// The person reports on it later.
    case followUp(LedgerEntry, Cut)
    /// Another colleague on the same thing, in the same talk.
    case second(LedgerEntry, Cut)
    /// Others gave thanks, too.
    case voices([LedgerEntry])

    /// All forms, for the words that they say of their own.
    static let frames = effects + answers + thanksBack + followUps + others + seconds

    static let effects = ["; the effect, as {W} put it: “{E}”", ", adding: “{E}”", ", and went on: “{E}”"]
    static let answers = ["; {W} answered: “{E}”", "; {W} wrote back: “{E}”"]
    static let thanksBack = ["; {W} thanked {O}: “{E}”", "; thanks came from {W}: “{E}”"]
    static let others = [
        "; thanks came from {N} in the same talk", ", with thanks from {N} in the same talk",
        "; {N} gave thanks in the same talk",
    ]
    static let seconds = ["; {W} wrote in the same talk: “{E}”", "; in the same talk {W} wrote: “{E}”"]
    static let followUps = ["; {S} reported on {D}: “{E}”", "; on {D} followed: “{E}”"]

    /// Evidence that it cites beside the quote's own.
    var sources: [EntryID] {
        switch self {
        case .effect: []
        case .answer(let entry, _), .followUp(let entry, _), .second(let entry, _): [entry.id]
        case .voices(let entries): entries.map(\.id)
        }
    }

    var words: Int {
        switch self {
        case .effect(let cut), .answer(_, let cut), .followUp(_, let cut), .second(_, let cut): cut.words + 4
        case .voices: 8
        }
    }

    /// The tail in words.
    func text(speaker: String, forms: PersonForms, turn: Int, namesYear: Bool) -> String {
        func pick(_ options: [String]) -> String { options[turn % options.count] }
        func filled(_ frame: String, _ who: String, _ cut: Cut, day: String = "") -> String {
            frame.replacing("{W}", with: who).replacing("{O}", with: forms.object)
                .replacing("{S}", with: forms.nominative).replacing("{D}", with: day).replacing("{E}", with: cut.text)
        }
        switch self {
        case .effect(let cut):
            return filled(pick(cut.saysEffect ? Self.effects : Array(Self.effects.dropFirst())), speaker, cut)
        case .answer(let entry, let cut):
            let isThanks = entry.kind == .recognition && cut.act == .thanks
            return filled(pick(isThanks ? Self.thanksBack : Self.answers), entry.voice.name, cut)
        case .followUp(let entry, let cut):
            let day = Situation.day(of: entry, namesYear: namesYear)
            return filled(Self.followUps[0], forms.nominative, cut, day: day)
        case .second(let entry, let cut):
            return filled(pick(Self.seconds), entry.voice.name, cut)
        case .voices(let entries):
            let names = entries.map(\.voice.name)
            let teams = Set(entries.compactMap(\.voice.team)).count
            if names.count > 2, teams > 1 {
                let many = "\(Telling.count(names.count)) people from \(Telling.count(teams)) teams"
                return pick(Self.others).replacing("{N}", with: many)
            }
            return pick(Self.others).replacing("{N}", with: Telling.list(names))
        }
    }
}
