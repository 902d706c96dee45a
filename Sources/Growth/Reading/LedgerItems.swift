public import Evidence
import Signals
import Workspace

/// What of a person's ledger are items for the clock, and why the rest is none.
///
/// Source: `docs/methods.md`, "What counts as an item".
public struct LedgerItems: Sendable, Hashable {
    /// The items, the oldest first.
    public private(set) var items: [Item] = []
    /// Why an entry is no item.
    public private(set) var leftOut: [EntryID: Reason] = [:]
    /// How many colleagues were asked and did not see the work; says nothing about it.
    public private(set) var unseen = 0
    /// Entries of competencies for which the target asks nothing new: shown, counted neither way; oldest first.
    public private(set) var shown: [String: [EntryID]] = [:]

    /// An entry that became an item.
    public struct Item: Sendable, Hashable {
        /// The entry.
        public let entry: EntryID
        /// Whose voice it counts as; not always who wrote the entry.
        public let voice: Voice
        /// What the clock gets to see.
        public let observation: Observation
        /// The entry that lends its voice to words of the person's own; nil for all others.
        public let witness: EntryID?
    }

    /// Why an entry is no item.
    public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
        /// It has not settled, or is contested or withdrawn.
        case notCounting
        /// It is about somebody else.
        case somebodyElse
        /// It happened before the present level began.
        case beforeLevel
        /// It is about being stuck, which is never held against anybody.
        case blocked
        /// The reader was not sure enough.
        case uncertain
        /// Thanks without behaviour; something for a conversation.
        case bareThanks
        /// It speaks to no competency clearly enough.
        case noCompetency
        /// It speaks to a competency that the target does not ask for.
        case notAsked
        /// It speaks to a competency in which no statement lies above the present one.
        case nothingAbove
        /// Words of the person's own that nobody else confirmed.
        case ownWords
        /// It belongs to a former track, and to nothing that stands close.
        case formerTrack
        /// It is older than two years, or in the future.
        case outsideTime
        /// A colleague was asked and did not see the work.
        case unseen
        /// How far the work reaches cannot be seen from its words, nor around them.
        case noReach
    }

    /// Confidence below which a reading is left out.
    public static let minimumConfidence = 0.5
    /// Share from which on an entry speaks to a competency.
    public static let minimumShare = 0.15
    /// Words from which on recognition can describe behaviour.
    public static let minimumWords = 5

    /// Reads the ledger about one person; the order of the entries does not matter.
    public init(_ inquiry: ClockInquiry, workWeights: WorkWeights = WorkWeights()) {
        var entries = Self.inOrder(inquiry.entries)
        // Entries are large to move, and few people have second accounts.
        if !inquiry.aliases.isEmpty {
            for place in entries.indices { entries[place].voice = inquiry.merged(entries[place].voice) }
        }
        let witnesses = Self.witnesses(entries, about: inquiry.person)
        for entry in entries {
            switch Self.item(entry, inquiry: inquiry, witnesses: witnesses, workWeights: workWeights) {
            case .success(let item): items.append(item)
            case .failure(let refusal):
                leftOut[entry.id] = refusal.reason
                if let competency = refusal.competency, !inquiry.confidential.contains(entry.id) {
                    shown[competency, default: []].append(entry.id)
                }
            }
        }
        let answers = Dictionary(inquiry.answers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        unseen = Set(answers.values.filter { $0.sight == .unseen && $0.state.counts }.map(\.voice.key)).count
        for answer in answers.values {
            switch Self.item(answer, inquiry: inquiry) {
            case .success(let item): items.append(item)
            case .failure(let refusal): leftOut[answer.id] = refusal.reason
            }
        }
        for entry in inquiry.confidential { leftOut[entry] = nil }
        items.sort { ($0.observation.day, $0.entry) < ($1.observation.day, $1.entry) }
    }

    /// Each entry once, the oldest first; the record gives them so already, and entries are large to move.
    private static func inOrder(_ entries: [LedgerEntry]) -> [LedgerEntry] {
        let isInOrder = zip(entries, entries.dropFirst()).allSatisfy { ($0.moment, $0.id) < ($1.moment, $1.id) }
        if isInOrder, Set(entries.map(\.id)).count == entries.count { return entries }
        let unique = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return unique.values.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
    }

    private static func item(_ answer: RequestAnswer, inquiry: ClockInquiry) -> Result<Item, Refusal> {
        if !answer.state.counts { return .failure(Refusal(.notCounting)) }
        if inquiry.merged(answer.voice).key == inquiry.person.id.text { return .failure(Refusal(.ownWords)) }
        if answer.sight == .unseen { return .failure(Refusal(.unseen)) }
        if let start = inquiry.person.levelSince, CivilDate(microseconds: answer.moment) < start {
            return .failure(Refusal(.beforeLevel))
        }
        guard let demand = inquiry.demand[answer.competency] else { return .failure(Refusal(.notAsked)) }
        guard let stage = inquiry.demand.stageForNext(demand) else {
            return .failure(Refusal(.nothingAbove, in: demand.id))
        }
        let voice = inquiry.merged(answer.voice)
        let observation = Observation(
            day: Double(answer.moment) / 86_400_000_000,
            observer: voice.key,
            team: voice.team ?? "",
            competency: demand.id,
            next: answer.sight == .next && answer.targetStage ?? stage >= stage ? 1 : 0,
            confidence: RequestAnswer.weight,
            episode: answer.id.text,
            isConfidential: inquiry.confidential.contains(answer.id)
        )
        return .success(Item(entry: answer.id, voice: voice, observation: observation, witness: nil))
    }

    private struct Refusal: Error {
        let reason: Reason
        let competency: String?
        init(_ reason: Reason, in competency: String? = nil) {
            self.reason = reason
            self.competency = competency
        }
    }

    /// The first recognition by somebody else in each episode.
    private static func witnesses(_ entries: [LedgerEntry], about person: Person) -> [EpisodeID: LedgerEntry] {
        let recognising = entries.filter {
            $0.kind == .recognition && $0.state.counts && $0.subject == person.id && !isOwn($0, of: person)
                && $0.confidence >= minimumConfidence
        }
        return Dictionary(recognising.map { ($0.episode, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func isOwn(_ entry: LedgerEntry, of person: Person) -> Bool {
        entry.voice.person.map { $0 == person.id } ?? (entry.voice.account == person.account)
    }

    private static func item(
        _ entry: LedgerEntry,
        inquiry: ClockInquiry,
        witnesses: [EpisodeID: LedgerEntry],
        workWeights: WorkWeights
    ) -> Result<Item, Refusal> {
        if let reason = refusal(entry, inquiry: inquiry) { return .failure(Refusal(reason)) }
        let own = isOwn(entry, of: inquiry.person)
        let hearer = own ? hearer(of: entry, inquiry: inquiry) : nil
        let witness = own && hearer == nil ? witnesses[entry.episode] : nil
        if own, hearer == nil, witness == nil || entry.kind == .recognition || entry.kind == .feedback {
            return .failure(Refusal(.ownWords))
        }
        let reach = SeenReach(reach: entry.reach, stage: entry.stage, scope: entry.scope)
        return demanded(entry, inquiry: inquiry)
            .flatMap { demand, stage, weight in
                guard let judged = reach.judgement(of: stage, isFeedback: entry.kind == .feedback) else {
                    return .failure(Refusal(.noReach, in: demand.id))
                }
                let voice = hearer ?? witness?.voice ?? entry.voice
                let observation = Observation(
                    day: Double(entry.moment) / 86_400_000_000,
                    observer: voice.key,
                    team: voice.team ?? "",
                    competency: demand.id,
                    next: judged.reaches ? 1 : 0,
                    confidence: entry.confidence,
                    work: workWeights[entry.workClass] * weight,
                    episode: entry.episode.text,
                    isConfidential: inquiry.confidential.contains(entry.id)
                )
                return .success(Item(entry: entry.id, voice: voice, observation: observation, witness: witness?.id))
            }
    }

    /// True for acts that are given to somebody, who therefore saw them.
    static func isGiven(_ kind: SignalKind) -> Bool { kind == .coaching || kind == .judgement }

    /// To whom own words of help or judgement were said, as one voice; never the person.
    private static func hearer(of entry: LedgerEntry, inquiry: ClockInquiry) -> Voice? {
        guard isGiven(entry.kind), let hearer = entry.hearer.map(inquiry.merged), hearer.person != inquiry.person.id,
            hearer.account != inquiry.person.account
        else { return nil }
        return hearer
    }

    /// Reasons that do not depend on the target.
    private static func refusal(_ entry: LedgerEntry, inquiry: ClockInquiry) -> Reason? {
        if entry.subject != inquiry.person.id { return .somebodyElse }
        if !entry.state.counts { return .notCounting }
        if entry.kind == .blocked { return .blocked }
        if let start = inquiry.person.levelSince, CivilDate(microseconds: entry.moment) < start { return .beforeLevel }
        if !(entry.confidence >= minimumConfidence) { return .uncertain }
        if entry.kind == .recognition, !describes(entry.quote) { return .bareThanks }
        return nil
    }

    /// The competency that an entry speaks to, the stage that is next-level work in it, and how much it carries over.
    private static func demanded(
        _ entry: LedgerEntry,
        inquiry: ClockInquiry
    ) -> Result<(CompetencyDemand, stage: Int, weight: Double), Refusal> {
        let clear = entry.competencies.filter { $0.share >= minimumShare }
        let rising = clear.filter { share in
            inquiry.demand[share.competency].map { inquiry.demand.stageForNext($0) != nil } ?? false
        }
        let likeliest = (rising.isEmpty ? clear : rising).max { left, right in
            (left.share, right.competency) < (right.share, left.competency)
        }
        guard let likeliest else {
            return .failure(Refusal(entry.kind == .recognition ? .bareThanks : .noCompetency))
        }
        var demand = inquiry.demand[likeliest.competency]
        var weight = 1.0
        if demand == nil, let move = inquiry.move, CivilDate(microseconds: entry.moment) < move.day {
            guard let neighbour = move.neighbours[likeliest.competency] else { return .failure(Refusal(.formerTrack)) }
            demand = inquiry.demand[neighbour.competency]
            weight = neighbour.weight
        } else if let move = inquiry.move {
            weight = move.carries(likeliest.competency, on: CivilDate(microseconds: entry.moment))
            if weight == 0 { return .failure(Refusal(.formerTrack)) }
        }
        guard let demand else { return .failure(Refusal(.notAsked)) }
        guard let stage = inquiry.demand.stageForNext(demand) else {
            return .failure(Refusal(.nothingAbove, in: demand.id))
        }
        return .success((demand, stage, weight))
    }

    /// Words with a letter in them; names after `@`, addresses and emoji codes are none.
    static func wordCount(_ quote: String) -> Int {
        quote.split(whereSeparator: \.isWhitespace)
            .count { word in
                let isCode = word.count > 2 && word.first == ":" && word.last == ":"
                return word.first != "@" && !isCode && !word.contains("://") && word.contains(where: \.isLetter)
            }
    }
}
