import Statistics
public import Workspace

/// One cycle's drafts with what is known of the people, and the questions that follow from them.
///
/// A cue is a question for people in the room; none changes a rating. Source: `docs/methods.md`, "Calibration cues".
public struct CalibrationRoom: Sendable {
    /// The most findings beyond chance that a room is shown.
    public static let mostStatistical = 5
    /// The share of false cues that is accepted in a family.
    public static let falseShare = 0.10

    /// The room's name.
    public let name: String
    /// The drafts, by the person's name.
    public let drafts: [RoomDraft]
    /// Whose share of next-level work counts as the present level.
    public let levelMean: Double
    /// Families that this company switched off, or that switched themselves off.
    public let switchedOff: Set<CueFamily>
    /// Expectations from evidence.
    public let expected: ExpectedRatings
    let people: [PersonID: RoomPerson]
    /// Everybody who wrote a draft or a second rating, by id.
    let names: [PersonID: String]
    let lexicon: LanguageLexicon
    /// How each text leans, where it cites enough.
    let meters: [(RoomDraft, BiasMeter)]
    /// Drafts by rater.
    let byRater: [PersonID: [RoomDraft]]
    /// Standard deviation of the drafts: the unit of every effect; 1 where they do not vary.
    let unit: Double

    /// Lets drafts and people meet; a draft of somebody unknown is left out.
    ///
    /// Shape: `people` are those who are rated, `names` those who rate. Units: `levelMean` is the share of next-level work
    /// that is usual at a level, the clock's calibrated prior.
    public init(
        name: String,
        drafts: [RoomDraft],
        people: [RoomPerson],
        names: [PersonID: String] = [:],
        levelMean: Double = 0.30,
        switchedOff: Set<CueFamily> = [],
        lexicon: LanguageLexicon = .english
    ) {
        self.name = name
        self.people = Dictionary(people.map { ($0.person.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = self.people
        self.names = names.merging(known.mapValues(\.person.name)) { _, own in own }
        func order(_ draft: RoomDraft) -> (String, PersonID) { (known[draft.person]?.person.name ?? "", draft.person) }
        self.drafts = drafts.filter { known[$0.person] != nil }.sorted { order($0) < order($1) }
        self.levelMean = levelMean
        self.switchedOff = switchedOff
        self.lexicon = lexicon
        expected = ExpectedRatings(self.drafts, people: known, levelMean: levelMean)
        meters = Self.meters(self.drafts, known)
        byRater = Dictionary(grouping: self.drafts, by: \.rater)
        let spread = (Sample.variance(self.drafts.map(\.rating)) ?? 0).squareRoot()
        unit = spread > 0 ? spread : 1
    }

    /// Reads the room: what deserves a question, and what was looked at and says nothing.
    ///
    /// Shape: at most five findings beyond chance, the largest first; then arithmetic, by name.
    public func read() -> RoomReading {
        var found: [CueFamily: FamilyFinding] = [:]
        for family in CueFamily.allCases where !switchedOff.contains(family) { found[family] = cues(of: family) }
        let statistical = found.filter { $0.key.isStatistical }.flatMap(\.value.cues)
            .sorted { (-abs($0.effect ?? 0), $0.id) < (-abs($1.effect ?? 0), $1.id) }
        let arithmetic = found.filter { !$0.key.isStatistical }.flatMap(\.value.cues)
            .sorted { ($0.about, $0.id) < ($1.about, $1.id) }
        return RoomReading(
            cues: statistical.prefix(Self.mostStatistical) + arithmetic,
            further: max(0, statistical.count - Self.mostStatistical),
            notes: CueFamily.allCases.map { family in
                guard let finding = found[family] else { return FamilyNote(family, .switchedOff, nil) }
                let standing: FamilyNote.Standing =
                    finding.looked == 0 ? .tooLittle : finding.cues.isEmpty ? .quiet : .cues(finding.cues.count)
                return FamilyNote(family, standing, finding.words)
            }
        )
    }

    private func cues(of family: CueFamily) -> FamilyFinding {
        switch family {
        case .severity: severity()
        case .secondRatings: secondRatings()
        case .drift: drift()
        case .halo: halo()
        case .recency: recency()
        case .contradiction: contradiction()
        case .comparators: comparators()
        case .trackGap: trackGap()
        case .upkeepGap: upkeepGap()
        // Groups are known to people operations alone; see `LanguageAudit`.
        case .language: FamilyFinding(looked: 0, words: "Asked apart, from sealed groups.")
        case .thinEvidence: thinEvidence()
        case .visibleWins: visibleWins()
        case .singleVoice: singleVoice()
        case .headcount: headcount()
        case .wording: wording()
        }
    }

    func name(_ id: PersonID) -> String { names[id] ?? id.text }
    func id(_ family: CueFamily, _ subjects: String...) -> CalibrationCue.ID {
        CalibrationCue.ID(room: name, family, subjects)
    }
}

/// What one family found.
struct FamilyFinding {
    var cues: [CalibrationCue] = []
    /// How many raters, groups, drafts or pairs were looked at.
    var looked = 0
    /// What there is to say besides; nil for nothing.
    var words: String?
}

/// What a room is shown.
public struct RoomReading: Sendable, Hashable {
    /// Cues in the order in which they are shown.
    public let cues: [CalibrationCue]
    /// How many more findings beyond chance there are than a room is shown.
    public let further: Int
    /// Every family, with what became of it.
    public let notes: [FamilyNote]

    /// The same without some of the cues.
    public func leavingOut(_ isHidden: (CalibrationCue) -> Bool) -> RoomReading {
        RoomReading(cues: cues.filter { !isHidden($0) }, further: further, notes: notes)
    }
}

/// What became of a family in a room.
public struct FamilyNote: Sendable, Hashable {
    /// How it went.
    public enum Standing: Sendable, Hashable {
        /// It has cues; how many.
        case cues(Int)
        /// Looked at; nothing beyond chance.
        case quiet
        /// Too few to say anything.
        case tooLittle
        /// Switched off.
        case switchedOff
    }

    /// Which.
    public let family: CueFamily
    /// How it went.
    public let standing: Standing
    /// What there is to say besides; nil for nothing.
    public let words: String?

    init(_ family: CueFamily, _ standing: Standing, _ words: String?) {
        self.family = family
        self.standing = standing
        self.words = words
    }

    /// The same in a sentence.
    public var sentence: String {
        let sentence =
            switch standing {
            case .cues(let count): count == 1 ? "One cue." : "\(count) cues."
            case .quiet:
                family.isStatistical
                    ? "Looked at, nothing beyond chance. Small differences stay unseen, so this is no clean bill."
                    : "Looked at, nothing found."
            case .tooLittle: "Too little to say anything. Needed: \(family.needs.lowercasedFirst)"
            case .switchedOff: "Switched off, because its cues were mostly explained in two cycles."
            }
        return [sentence, words].compactMap(\.self).joined(separator: " ")
    }
}
