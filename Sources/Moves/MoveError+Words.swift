import Workspace

extension MoveError {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .noSuchMove(let id): "there is no move \(id). `crosstie move list` shows those that there are."
        case .noLevel(let person):
            "the people file gives no level for \(person), so there is nothing to move from. Add the column `level` and import again."
        case .left(let person): "\(person) no longer works here, as the people file says."
        case .topOfTrack(let track, let level): "level \(level) is the highest of the \(track.words) track."
        case .notNext(let asked, let next):
            "a level-up leads to the next level. Propose level \(next) instead of \(asked)."
        case .sameTrack(let track): "the person is on the \(track.words) track already. Name the other one."
        case .noCounterpart(let level, let track, let levels): Self.noCounterpart(level, track, levels)
        case .stillOpen(let id):
            "\(id) is still open. Decide it or take it back with `crosstie move withdraw \(id)` first."
        case .otherKind(let id, let kind):
            kind == .trackSwitch
                ? "\(id) is a change of track. Use `crosstie switch`."
                : "\(id) is no change of track. Use `crosstie move`."
        case .notFrom(let state, let act): "a move that is \(state.rawValue) cannot be \(act.rawValue) any more."
        case .ownCase: "nobody decides about themselves. Somebody else who holds the office has to."
        default: caseWords
        }
    }

    private var caseWords: String {
        switch self {
        case .viewFirst:
            "write down an outcome and two sentences first, before seeing state and items: `crosstie move decide ID granted --first --words …`, or refused."
        case .viewGiven:
            "your outcome before seeing is on record and stays. Look with `crosstie move show ID`, then decide; you may decide otherwise with a reason."
        case .lookFirst: "look at state and items with `crosstie move show ID` before you decide."
        case .tooFewSentences(let given, let needed):
            "\(needed == 1 ? "one sentence is" : "\(needed) sentences are") needed, and \(given == 0 ? "none is" : "only \(given) \(given == 1 ? "is" : "are")") given. Say what you saw and what follows from it."
        case .changeWithoutReason(let before):
            "before seeing, you wrote \(before.rawValue). Give the reason for changing it; both stay on record."
        case .noRule: "a refusal names at least one rule that is not met yet. Give --rule, once for each."
        case .unknownRule(let rule, let known):
            "“\(rule)” is no gate or competency of this case. There are \(known.joined(separator: ", ")); anything else takes at least three words."
        case .badRecheck(let day, let from, let to):
            "\(day) is no day to look again. Name one from \(from) to \(to)."
        case .badDay(let day, let from, let to): "\(day) cannot be the first day. Name one from \(from) to \(to)."
        case .wording(let found):
            "a text about a move does not say \(found.map { "“\($0)”" }.joined(separator: ", ")). Say what changes and what stays."
        case .notAgreed(let person):
            "\(person) has not agreed yet. A change of track is theirs to want: `crosstie switch confirm ID --as PERSON`."
        case .noReturn(let until):
            until.map {
                "the right to return ended on \($0). Propose a change of track instead; it keeps level and pay, too."
            }
                ?? "this is not the latest change of track, or it is not in force, so there is nothing to return from."
        case .noQuestion(let year):
            "no question was opened for \(year). People operations open it with `crosstie choice ask --year \(year)`."
        case .questionClosed(let from, let to): "answers are taken from \(from) to \(to)."
        case .questionOpen(let until):
            "the question is open until \(until). Nothing is shown of the answers before, so that no single one can be told."
        default: ""
        }
    }

    private static func noCounterpart(_ level: Int, _ track: Track, _ levels: [Int]) -> String {
        let near = levels.min { (abs($0 - level), $0) < (abs($1 - level), $1) }
        let bounds = levels.min().flatMap { low in levels.max().map { "levels \(low) to \($0)" } } ?? "no levels"
        let nearest =
            near.map {
                " The nearest that both tracks have is \($0); moving there would change the level, so it is not possible either."
            } ?? ""
        return
            "the \(track.words) track has \(bounds), and none that equals level \(level). A change of track keeps the level, so it is not possible now.\(nearest)"
    }
}

extension Track {
    /// The track's name in a sentence.
    var words: String { self == .ic ? "individual contributor" : "management" }
}
