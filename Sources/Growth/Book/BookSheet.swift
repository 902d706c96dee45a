public import Evidence
import Signals
public import Workspace

/// All evidence about one person that can become an item, small enough to keep for everybody.
///
/// What can never count for this person is not kept. Nothing here depends on the day: a sheet stays as it is until the
/// person's evidence or standing changes.
public final class BookSheet: Sendable {
    /// Whose, and against what.
    public let member: BookMember
    /// Whose.
    public let person: PersonID
    /// The person's track, by its place among all.
    let track: Int
    /// The oldest first.
    let traces: [BookTrace]
    /// What colleagues answered who were asked.
    let answers: [BookAnswer]
    /// Speakers' keys, by number.
    let voices: [String]
    /// The numbers of the speakers in the order of their keys.
    let voiceOrder: [Int32]
    /// Speakers' teams, in the order of their names, by number.
    let teams: [String]
    /// Competencies, by number, and what the target asks of each.
    let competencies: [(name: String, asked: Asked)]
    /// How many episodes there are.
    let episodes: Int

    /// What a target asks of a competency.
    struct Asked: Sendable {
        /// True when the target asks for it at all.
        var isAsked: Bool
        /// The stage that is next-level work; 0 where the target asks for nothing new.
        var stage: Int
        /// The same of the competency that it carries over to after a change of track; nil where there is none.
        var neighbour: Neighbour?

        struct Neighbour: Sendable {
            var stage: Int
            var weight: Double
        }
    }

    /// Takes what has to be kept of the evidence about a person, in any order.
    public init(_ member: BookMember, evidence: [EvidenceGlance], answers: [BookAnswer] = []) {
        self.member = member
        person = member.person.id
        track = Track.allCases.firstIndex(of: member.person.track) ?? 0
        var maker = SheetMaker(member: member)
        for glance in evidence.inTime { maker.take(glance) }
        traces = maker.ordered
        teams = maker.teams.names.sorted()
        voices = maker.voices.names
        voiceOrder = voices.indices.sorted { maker.voices.names[$0] < maker.voices.names[$1] }.map { Int32($0) }
        competencies = maker.competencies.names.map { ($0, member.asked($0)) }
        episodes = maker.episodes.names.count
        self.answers = answers
    }

    /// The classes of work, by number.
    static let classes = WorkClass.allCases

    /// True when there is nothing in it.
    var isEmpty: Bool { traces.isEmpty && answers.isEmpty }
}

extension BookMember {
    fileprivate func asked(_ competency: String) -> BookSheet.Asked {
        let own = demand[competency]
        let neighbour = inquiry.move?.neighbours[competency]
            .map { neighbour in
                let other = demand[neighbour.competency]
                return BookSheet.Asked.Neighbour(
                    stage: other.flatMap(demand.stageForNext) ?? 0,
                    weight: neighbour.weight
                )
            }
        return BookSheet.Asked(
            isAsked: own != nil,
            stage: own.flatMap(demand.stageForNext) ?? 0,
            neighbour: neighbour
        )
    }
}

extension [EvidenceGlance] {
    /// Each entry once, the oldest first; the record hands them over so already.
    fileprivate var inTime: [EvidenceGlance] {
        let isInTime = zip(self, dropFirst()).allSatisfy { ($0.moment, $0.id) < ($1.moment, $1.id) }
        if isInTime { return self }
        let unique = Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return unique.values.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
    }
}

/// Gives names numbers, in the order in which they come.
struct NameNumbers: Sendable {
    private(set) var names: [String] = []
    private(set) var numbers: [String: Int32] = [:]

    mutating func number(of name: String) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }
}

/// A sheet in the making.
private struct SheetMaker {
    let member: BookMember
    var traces: [BookTrace] = []
    var voices = NameNumbers()
    var teams = NameNumbers()
    var competencies = NameNumbers()
    var episodes = NameNumbers()

    init(member: BookMember) { self.member = member }

    /// Teams numbered in the order of their names: of two teams at the very same moment the first one counts.
    var ordered: [BookTrace] {
        let sorted = teams.names.indices.sorted { teams.names[$0] < teams.names[$1] }
        var place = [Int32](repeating: 0, count: sorted.count)
        for (index, number) in sorted.enumerated() { place[number] = Int32(index) }
        return traces.map {
            var trace = $0
            trace.team = place[Int($0.team)]
            return trace
        }
    }

    mutating func take(_ glance: EvidenceGlance) {
        guard glance.subject == member.person.id, glance.kind != .blocked,
            glance.confidence >= LedgerItems.minimumConfidence, let counts = Self.counts(glance)
        else { return }
        let alias = member.inquiry.aliases[glance.voiceKey]
        let voice = alias ?? glance.voice
        let isOwn = voice.map { $0 == member.person.id } ?? (glance.account == member.person.account)
        // Help and judgement were seen by whom they were said to.
        let hearer = isOwn && LedgerItems.isGiven(glance.kind) ? hearer(of: glance) : nil
        var trace = BookTrace(
            moment: glance.moment,
            counts: counts,
            reach: SeenReach(reach: glance.reach, stage: glance.stage, scope: glance.scope),
            confidence: glance.confidence,
            episode: glance.episode.text.isEmpty ? -1 : episodes.number(of: glance.episode.text),
            voice: voices.number(of: hearer?.key ?? alias?.text ?? glance.voiceKey),
            team: teams.number(of: (hearer == nil ? glance.team : hearer?.team) ?? ""),
            work: UInt8(BookSheet.classes.firstIndex(of: glance.workClass) ?? 0),
            marks: marks(of: glance, isOwn: isOwn && hearer == nil)
        )
        speak(glance.competencies, in: &trace)
        traces.append(trace)
    }

    private static func counts(_ glance: EvidenceGlance) -> Int64? {
        if glance.state.counts { return .min }
        return glance.state == .shown ? glance.settlesAt : nil
    }

    private func hearer(of glance: EvidenceGlance) -> (key: String, team: String?)? {
        guard let hearer = glance.hearer else { return nil }
        let alias = member.inquiry.aliases[hearer.key]
        guard (alias ?? hearer.person) != member.person.id, hearer.key != member.person.account?.text else {
            return nil
        }
        return (alias?.text ?? hearer.key, hearer.team)
    }

    private func marks(of glance: EvidenceGlance, isOwn: Bool) -> BookTrace.Marks {
        var marks: BookTrace.Marks = []
        let person = member.person
        if member.inquiry.confidential.contains(glance.id) { marks.insert(.confidential) }
        if isOwn { marks.insert(.own) }
        if glance.kind == .feedback { marks.insert(.feedback) }
        if glance.kind == .recognition {
            marks.insert(.recognition)
            if !LedgerItems.describes(glance.quote) { marks.insert(.bare) }
        }
        if let start = person.levelSince, CivilDate(microseconds: glance.moment) < start { marks.insert(.before) }
        return marks
    }

    /// Keeps the three likeliest of the competencies that are clear enough.
    private mutating func speak(_ shares: [CompetencyShare], in trace: inout BookTrace) {
        var clear = shares.filter { $0.share >= LedgerItems.minimumShare }
        if clear.count > 3 { clear.sort { ($1.share, $0.competency) < ($0.share, $1.competency) } }
        for (place, share) in clear.prefix(3).enumerated() {
            let number = Int16(clamping: competencies.number(of: share.competency))
            let thousandths = Int16((share.share * 1000).rounded())
            switch place {
            case 0: (trace.competencies.0, trace.shares.0) = (number, thousandths)
            case 1: (trace.competencies.1, trace.shares.1) = (number, thousandths)
            default: (trace.competencies.2, trace.shares.2) = (number, thousandths)
            }
        }
    }
}
