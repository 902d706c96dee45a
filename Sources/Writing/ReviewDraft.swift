public import Evidence
public import Workspace

/// A draft of a review: sentences that name their sources, and empty boxes where there is not enough to say.
///
/// Source: `docs/methods.md`, "Review draft". It holds no rating, and none can be put in.
public struct ReviewDraft: Sendable, Hashable {
    /// Whom it is about.
    public let person: String
    /// The first day of the period.
    public let from: CivilDate
    /// The last day of the period.
    public let to: CivilDate
    /// What the draft rests on, and the level reading in words.
    public let summary: [Sentence]
    /// What happened, by competency.
    public let sections: [Section]
    /// One or two edges, each the ladder's words with the next chance.
    public let edges: [Sentence]
    /// What to talk about before anything is written down.
    public let questions: [Sentence]
    /// What would make the text better, beside it.
    public let meters: [DraftMeter]

    /// One competency of the draft.
    public struct Section: Sendable, Hashable {
        /// The competency's name.
        public let competency: String
        /// Its sentences; empty where there is not enough evidence.
        public let sentences: [Sentence]

        /// True where the box stays empty.
        public var isEmpty: Bool { sentences.isEmpty }
    }

    /// All sentences in reading order.
    public var sentences: [Sentence] { summary + sections.flatMap(\.sentences) + edges + questions }

    /// The evidence in the order in which it is first cited; a citation's number is its place here, from 1.
    public var cited: [EntryID] {
        var seen: Set<EntryID> = []
        return sentences.flatMap(\.sources).filter { seen.insert($0).inserted }
    }
}

/// Composes a review draft from evidence that counts.
public struct DraftComposer: Sendable {
    /// Whom it is about.
    public var person: Person
    /// The first day of the period.
    public var from: CivilDate
    /// The last day of the period.
    public var to: CivilDate
    /// Competencies of the person's track in the ladder's order: id and name.
    public var competencies: [(id: String, name: String)]
    /// Growth edges, at most two are used.
    public var edges: [GrowthEdge]
    /// The clock's reading in words.
    public var levelWords: String

    /// The most words that a quote may have.
    static let quoteWords = 20
    /// The most sentences a competency gets, so that none fills the page.
    static let sentencesPerSection = 3

    /// Joins what is known before the evidence.
    public init(
        person: Person,
        from: CivilDate,
        to: CivilDate,
        competencies: [(id: String, name: String)],
        edges: [GrowthEdge],
        levelWords: String
    ) {
        self.person = person
        self.from = from
        self.to = to
        self.competencies = competencies
        self.edges = edges
        self.levelWords = levelWords
    }

    /// The draft, every claim checked against its source; what fails is left out.
    public func compose(_ entries: [LedgerEntry]) -> ReviewDraft {
        let counting = entries.filter { entry in
            let day = CivilDate(microseconds: entry.moment)
            return entry.state.counts && entry.confidence >= Happening.clearEnough && day >= from && day <= to
        }
        let happenings = Happening.all(of: counting)
        let check = CitationCheck(entries: counting, subject: person.name)
        let sections = sections(happenings, check: check)
        let cited = Set(sections.flatMap(\.sentences).flatMap(\.sources))
        return ReviewDraft(
            person: person.name,
            from: from,
            to: to,
            summary: summary(counting, happenings),
            sections: sections,
            edges: edges.prefix(2).map { Sentence("\($0.competency), next: \($0.statement)", role: .ladder) },
            questions: questions(sections),
            meters: DraftMeter.all(
                cited: counting.filter { cited.contains($0.id) },
                evidence: counting,
                from: from,
                to: to
            )
        )
    }

    private func summary(_ entries: [LedgerEntry], _ happenings: [Happening]) -> [Sentence] {
        let period = "\(DateWords.dayAndYear(from)) to \(DateWords.dayAndYear(to))"
        let voices = Set(entries.filter { $0.voice.person != $0.subject }.map(\.voice.key)).count
        guard !entries.isEmpty else {
            return [
                Sentence(
                    "From \(period), nothing was heard that may be used here. This says nothing about the work.",
                    role: .note
                )
            ]
        }
        let moments = happenings.count == 1 ? "one moment" : "\(happenings.count) moments"
        let people = voices == 1 ? "one person" : "\(voices) people"
        let own = entries.contains { $0.voice.person == $0.subject } ? " and of \(person.name)" : ""
        return [
            Sentence(
                "This draft rests on \(moments) from \(period), in the words of \(people)\(own).",
                role: .note
            ),
            Sentence(levelWords, role: .note),
        ]
    }

    /// Each happening is told once, under the competency that it speaks to most.
    private func sections(_ happenings: [Happening], check: CitationCheck) -> [ReviewDraft.Section] {
        let telling = Telling(subject: person.name, quoteWords: Self.quoteWords)
        let known = Set(competencies.map(\.id))
        let home = Dictionary(grouping: happenings) { $0.competencies.first { known.contains($0) } ?? "" }
        return competencies.map { competency in
            let theirs = spread(home[competency.id] ?? [])
            let sentences = check.supported(theirs.compactMap(telling.sentence))
            return ReviewDraft.Section(competency: competency.name, sentences: sentences)
        }
    }

    /// The fullest episodes, one from each third of the period before a second from any.
    private func spread(_ happenings: [Happening]) -> [Happening] {
        let ordered = happenings.filter { !$0.heard.isEmpty || $0.substance >= 0.8 }.sorted {
            ($0.substance, $1.id) > ($1.substance, $0.id)
        }
        var chosen: [Happening] = []
        var thirds: Set<Int> = []
        for happening in ordered where chosen.count < Self.sentencesPerSection {
            if thirds.insert(third(of: happening)).inserted { chosen.append(happening) }
        }
        for happening in ordered where chosen.count < Self.sentencesPerSection {
            if !chosen.contains(happening) { chosen.append(happening) }
        }
        return chosen.sorted { $0.first < $1.first }
    }

    private func third(of happening: Happening) -> Int {
        let day = CivilDate(microseconds: happening.first).days - from.days
        return min(2, day * 3 / max(1, to.days - from.days + 1))
    }

    private func questions(_ sections: [ReviewDraft.Section]) -> [Sentence] {
        let empty = sections.filter(\.isEmpty).map(\.competency)
        var questions = ["What did you do in this time that is missing here, and who saw it?"]
        if let blank = empty.first {
            questions.append("There is not enough evidence on \(blank.lowercased()). Whom should be asked?")
        }
        questions.append("Which sentence here would you put differently?")
        return questions.map { Sentence($0, role: .question) }
    }
}
