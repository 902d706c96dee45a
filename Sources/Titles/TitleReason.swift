/// Why a title was read as it was.
public enum TitleReason: Sendable, Hashable {
    /// An abbreviation or a word of another language.
    case writtenOut(written: String, meaning: String)
    /// Words that usually stand for a range of levels.
    case words(String, track: TitleTrack, low: Int, high: Int)
    /// A kind of manager who manages work, not people.
    case managesWork(String)
    /// A grade number behind a plain role.
    case grade(Int)
    /// A grade number inside the range of other words.
    case gradeInside(Int)
    /// A company's own ladder.
    case company(LevelFact)
    /// A company about whose ladder nothing is known, or nothing about this title.
    case noFact(company: String)
    /// A level code, read by all known ladders that use it.
    case code(String, companies: [String])
    /// What the words mean in a line of business.
    case industry(String, words: String)
    /// Small companies hand out larger titles.
    case smallCompany
    /// Words of the description about depth and reach.
    case description(depth: Int, scope: Int)
    /// One level from words alone is never shown.
    case widened
    /// No word says anything about level or track.
    case nothing
}

extension TitleReason {
    /// One sentence for a person.
    public var sentence: String {
        switch self {
        case .writtenOut(let written, let meaning): "“\(written)” is read as “\(meaning)”."
        case .words(let words, let track, let low, let high):
            "“\(words)” usually stands for \(Self.levels(low, high))\(track == .ambiguous ? ", on either track" : "")."
        case .managesWork(let kind): "A \(kind) manages work, not people."
        case .grade(let number): "The grade \(number) behind the role narrows it."
        case .gradeInside(let number): "The grade \(number) moves the most usual level inside the range."
        case .company(let fact):
            "\(fact.company) calls it \(fact.name): \(Self.levels(fact.low, fact.high)) here "
                + "(\(fact.source), \(fact.asOf), \(fact.standing.words))."
        case .noFact(let company): "Nothing is known about this title on the ladder of \(company)."
        case .code(let code, let companies):
            "The code \(code.uppercased()) is used by \(companies.joined(separator: ", ")), not with one meaning."
        case .industry(let industry, let words): "In \(industry), “\(words)” has a range of its own."
        case .smallCompany: "In a small company titles run high, so the range begins one level lower."
        case .description(let depth, let scope):
            "The description speaks of depth \(Self.times(depth)) and of reach \(Self.times(scope))."
        case .widened: "A title alone never names one level, so the neighbours are shown too."
        case .nothing: "No word of it says anything about level or track."
        }
    }

    private static func levels(_ low: Int, _ high: Int) -> String {
        low == high ? "level \(low)" : "levels \(low) to \(high)"
    }

    private static func times(_ count: Int) -> String {
        switch count {
        case 0: "not at all"
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }
}

extension LevelFact.Standing {
    /// How firm a fact is, in words.
    public var words: String {
        switch self {
        case .published: "published by the company"
        case .practitioners: "accounts of people who work or hire there"
        case .weak: "few accounts"
        }
    }
}
