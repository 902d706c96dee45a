extension LadderFlaw {
    /// What was found and what to do.
    public var words: String {
        switch self {
        case .unequalCeilings, .emptyTrack, .trackGap, .noOwnCompetencies, .strayTitle: trackWords
        case .missingAuthority, .lonelyAuthority, .unequalAuthority, .sameLevels: levelWords
        case .unequalDemand, .fallingStage, .unchangedDemand, .unstatedRequirement, .foreignRequirement: demandWords
        case .lonelyRange, .doubleRange, .fallingRange, .rangesApart: payWords
        case .gap, .missingLanguage, .strayTranslation, .repeatedStatement: wordingWords
        default: textWords
        }
    }

    private var trackWords: String {
        switch self {
        case .unequalCeilings(let ic, let management):
            "the ic track ends at level \(ic), the management track at \(management); give both the same top."
        case .emptyTrack(let track): "the track \(track.rawValue) has no level; add its roles."
        case .trackGap(let track, let level):
            "the track \(track.rawValue) has no role at level \(level), although it has lower ones; add it."
        case .noOwnCompetencies(let track):
            "the track \(track.rawValue) asks for nothing of its own; add competencies with track: \(track.rawValue)."
        case .strayTitle(let level, let track):
            "the track \(track.rawValue) has no level \(level) that could be called so; remove the title."
        default: ""
        }
    }

    private var levelWords: String {
        switch self {
        case .missingAuthority(let level):
            "level \(level) has no authority; say once for both tracks what it decides, spends and says in hiring."
        case .lonelyAuthority(let level, let track):
            "level \(level) states authority for \(track.rawValue) only; say once for both tracks what it may do."
        case .unequalAuthority(let level, let part):
            "at level \(level) the tracks differ in \(part.words); one level has one authority, "
                + "so state it once for both."
        case .sameLevels(let level, let earlier, let part):
            "\(part.words) of level \(level) reads like that of level \(earlier); say what is new."
        default: ""
        }
    }

    private var wordingWords: String {
        switch self {
        case .gap: "here is a gap that somebody has to fill; write the words and remove the mark."
        case .missingLanguage(let language, let wording):
            "the file promises \(language), and “\(wording)” has no words in it; "
                + "add translations.\(language).\(wording)."
        case .strayTranslation(_, let wording):
            "nothing in this ladder is called “\(wording)”; remove it or correct the name."
        case .repeatedStatement(let first):
            "the same statement stands at \(first); evidence could not tell the two apart."
        default: ""
        }
    }

    private var demandWords: String {
        switch self {
        case .unequalDemand(let level, let ic, let management):
            "at level \(level) the required stages add up to \(ic) for ic and \(management) for management; "
                + "make them equal."
        case .fallingStage(let competency, let level, let before, let now):
            "\(competency) falls from \(before) to \(now) at level \(level); a higher level never asks for less."
        case .unchangedDemand(let level, let before):
            "level \(level) asks for just what level \(before) asks for; raise at least one stage."
        case .unstatedRequirement(let competency, let level):
            "level \(level) does not say which stage of \(competency) it asks for; add it."
        case .foreignRequirement(let competency, let track):
            "\(competency) is no competency of the track \(track.rawValue); remove it or make it shared."
        default: ""
        }
    }

    private var textWords: String {
        switch self {
        case .bandGap(let from, let to): "scope scores from \(from) to \(to) belong to no level; close the gap."
        case .bandOverlap(let from, let to): "scope scores from \(from) to \(to) belong to two levels; part them."
        case .headcount(let words):
            "“\(words)” makes the number of people a measure; say how far the work reaches instead."
        case .sameStatements(let stage, let earlier):
            "stage \(stage) reads like stage \(earlier); a colleague could not tell them apart."
        case .missingStage(let competency, let stage):
            "\(competency) has no stage \(stage); every competency needs stages 1 to 5."
        case .fewBehaviours(let count):
            "\(count) behaviours; write at least 3 acts by which a colleague could tell."
        case .repeatedBehaviour(let first): "the same act stands at \(first); keep it at one stage."
        default: ""
        }
    }

    private var payWords: String {
        switch self {
        case .lonelyRange(let level, let zone, let track):
            "level \(level), zone \(zone), has a range for \(track.rawValue) only; add the other track's."
        case .doubleRange(let level, let zone, let track):
            "level \(level), zone \(zone), has several ranges for \(track.rawValue) in one currency; keep one."
        case .fallingRange(let level, let zone, let track):
            "level \(level), zone \(zone), pays \(track.rawValue) less in the middle than the level before; "
                + "a higher level is never worth less."
        case .rangesApart(let level, let zone, let difference, let tolerance, let expired):
            "at level \(level), zone \(zone), the tracks' ranges differ by \(percent(difference)), "
                + "more than \(percent(tolerance)); "
                + (expired.map { "the exception ended on \($0); renew it with a signature or make them equal." }
                    ?? "make them equal or sign an exception with an end date.")
        default: ""
        }
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}

extension AuthorityPart {
    /// The part, in words.
    public var words: String {
        switch self {
        case .decides: "decision rights"
        case .budget: "budget"
        case .hiring: "the say in hiring"
        }
    }
}

extension LevelPart {
    /// The part, in words.
    public var words: String {
        switch self {
        case .scope: "the scope"
        case .summary(let track): "the \(track.rawValue) summary"
        case .authority(let part): "the authority (\(part.words))"
        }
    }
}
