/// One question that is asked of every room; cues of one family are corrected for their number together.
public enum CueFamily: String, Sendable, Hashable, CaseIterable, Codable {
    /// One rater's drafts sit above or below others'.
    case severity
    /// The same people, rated by two: who reads the scale more strictly.
    case secondRatings = "second-ratings"
    /// A group's drafts are spread otherwise than others', or than last time.
    case drift
    /// A rater's competencies were scored as one.
    case halo
    /// A draft leans on the last months more than the evidence does.
    case recency
    /// Draft and evidence say different things.
    case contradiction
    /// Similar evidence, different drafts.
    case comparators
    /// Drafts of the two tracks differ at one level.
    case trackGap = "track-gap"
    /// Keeping the lights on costs points at equal evidence.
    case upkeepGap = "upkeep-gap"
    /// Words that stand in one group's drafts more often than in another's.
    case language
    /// The text leans on visible wins.
    case visibleWins = "visible-wins"
    /// One voice carries the text.
    case singleVoice = "single-voice"
    /// A strong draft, and little was heard.
    case thinEvidence = "thin-evidence"
    /// The text argues with the size of a team.
    case headcount
    /// Words about the person where behaviour should stand.
    case wording

    /// True where a cue is a finding beyond chance; false where it is arithmetic and always shown.
    public var isStatistical: Bool {
        switch self {
        case .severity, .secondRatings, .drift, .halo, .recency, .contradiction, .comparators, .trackGap, .upkeepGap,
            .language, .visibleWins, .singleVoice:
            true
        case .thinEvidence, .headcount, .wording: false
        }
    }

    /// The family's name on the screen.
    public var title: String {
        switch self {
        case .severity: "How the scale is read"
        case .secondRatings: "The same people, read by two"
        case .drift: "Drafts are spread differently"
        case .halo: "Competencies rated as one"
        case .recency: "The last months weigh most"
        case .contradiction: "Draft and evidence differ"
        case .comparators: "Similar evidence, different drafts"
        case .trackGap: "Two tracks at one level"
        case .upkeepGap: "Keeping the lights on"
        case .language: "Words that differ between groups"
        case .thinEvidence: "Little was heard"
        case .visibleWins: "Visible wins"
        case .singleVoice: "One voice carries the text"
        case .headcount: "Team size as an argument"
        case .wording: "Words about the person"
        }
    }

    /// What the family needs before it says anything.
    public var needs: String {
        switch self {
        case .severity: "At least four raters, one of them with five drafts or more."
        case .secondRatings: "A second rating for at least half of the people whom shared raters connect."
        case .drift: "Groups of at least eight drafts."
        case .halo: "Raters with five people and four competencies or more."
        case .recency: "Drafts that cite at least six entries."
        case .contradiction: "People of whom three and more voices were heard, worth six observations or more."
        case .comparators: "At least seven people at one level, with evidence."
        case .trackGap: "Eight drafts and more on each track at one level."
        case .upkeepGap: "At least 30 people with evidence."
        case .language: "Stated groups with ten writers and twenty texts each."
        case .thinEvidence: "Nothing: it is arithmetic."
        case .visibleWins: "Drafts that cite at least four entries."
        case .singleVoice: "Drafts that cite at least four entries."
        case .headcount, .wording: "Drafts with their text."
        }
    }
}
