import Evidence
import Growth
import Signals
import Statistics
import Workspace

/// A company whose ledger changes in every way that a ledger can change, by chance.
struct BookHistory {
    var random: Seeded
    var people: [Person]
    var moves: [PersonID: TrackMove] = [:]
    var entries: [PersonID: [LedgerEntry]] = [:]
    var answers: [PersonID: [BookAnswer]] = [:]
    var now: Int64
    private var made = 0

    private static let day: Int64 = 86_400_000_000
    private static let hour: Int64 = 3_600_000_000
    private static let competencies = ["craft", "design", "judgement", "ownership", "influence", "people", "unheard"]
    private static let teams = ["Rails", "Signals", "Depot", nil]

    init(seed: UInt64, people count: Int, entries each: Int) {
        random = Seeded(seed)
        now = LedgerStories.now
        people = []
        people = (0..<count).map { person($0) }
        for person in people {
            for _ in 0..<Int.random(in: 0...(2 * each), using: &random) { add(about: person) }
        }
    }

    private mutating func person(_ number: Int) -> Person {
        let start = CivilDate(microseconds: now).days - Int.random(in: 30...900, using: &random)
        return Person(
            id: PersonID("p\(number)"),
            name: "P \(number)",
            account: AccountID("A-p\(number)"),
            track: Bool.random(using: &random) ? .ic : .management,
            level: 4,
            levelSince: Bool.random(using: &random) ? CivilDate(days: start) : nil
        )
    }

    private mutating func voice() -> Voice {
        // A third are people of the company; some write from accounts that nobody was matched to.
        let number = Int.random(in: 0..<24, using: &random)
        let key = number < 8 ? "p\(number)" : "v\(number)"
        let team = Self.teams.randomElement(using: &random) ?? nil
        let isKnown = number < 20
        return Voice(person: isKnown ? PersonID(key) : nil, account: AccountID("A-" + key), name: key, team: team)
    }

    /// One random entry about somebody, of the last three years or, rarely, of tomorrow.
    private mutating func entry(about person: Person) -> LedgerEntry {
        made += 1
        let reach = Int64([60, 200, 900].randomElement(using: &random) ?? 900)
        let moment = now - Int64.random(in: -Self.day...(reach * Self.day), using: &random)
        let kinds: [SignalKind] = [.recognition, .recognition, .feedback, .ownership, .delivery, .blocked, .judgement]
        var voice = voice()
        let heardBy = self.voice()
        if Int.random(in: 0..<6, using: &random) == 0 {
            let isMatched = Bool.random(using: &random)
            let account = person.account ?? "A-none"
            voice = Voice(person: isMatched ? person.id : nil, account: account, name: "own", team: "Rails")
        }
        let states: [EvidenceState] = [.settled, .settled, .settled, .corrected, .shown, .captured, .contested]
        let shares = (0..<Int.random(in: 0...3, using: &random))
            .map { _ in
                CompetencyShare(
                    competency: Self.competencies.randomElement(using: &random) ?? "craft",
                    share: Double(Int.random(in: 100...400, using: &random)) / 1000
                )
            }
        return LedgerEntry(
            id: EntryID(String(format(made))),
            subject: person.id,
            voice: voice,
            kind: kinds.randomElement(using: &random) ?? .recognition,
            workClass: WorkClass.allCases.randomElement(using: &random) ?? .craft,
            confidence: Double(Int.random(in: 40...100, using: &random)) / 100,
            competencies: shares.uniqued,
            stage: Double(Int.random(in: 10...50, using: &random)) / 10,
            scope: Int.random(in: 1...6, using: &random),
            quote: [
                "thank you for taking the scheduler apart", "thanks :tada: @ana", "danke schön für die große Hilfe",
            ]
            .randomElement(using: &random) ?? "",
            link: nil,
            message: MessageID(channel: "C1", time: MessageTime(microseconds: moment)),
            channelName: "work",
            episode: EpisodeID("e\(Int.random(in: 0..<150, using: &random))"),
            moment: moment,
            state: states.randomElement(using: &random) ?? .settled,
            shownAt: moment + Int64.random(in: 0...5, using: &random) * Self.day,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            hearer: Bool.random(using: &random) ? nil : heardBy,
            reach: judgedReach()
        )
    }

    /// How far it reaches; a third of the rows come from before that was judged.
    private mutating func judgedReach() -> Reach? {
        if Int.random(in: 0..<3, using: &random) == 0 { return nil }
        let chances = (0..<5).map { _ in Double.random(in: 0...1, using: &random).squareRoot() }
        return Reach(told: chances[0], reaches: Array(chances.dropFirst()))
    }

    private func format(_ number: Int) -> String { String(repeating: "0", count: 6 - "\(number)".count) + "\(number)" }

    mutating func add(about person: Person) {
        let new = entry(about: person)
        entries[person.id, default: []].append(new)
    }
}

extension [CompetencyShare] {
    fileprivate var uniqued: [CompetencyShare] {
        var known: Set<String> = []
        return filter { known.insert($0.competency).inserted }
    }
}

extension BookHistory {
    /// One thing that happens.
    enum Event: CaseIterable {
        case added, removed, judged, answered, people, moved, hours, day
    }

    /// Lets something happen; returns whose sheets are no longer right.
    mutating func happen(_ event: Event) -> Set<PersonID> {
        guard let place = people.indices.randomElement(using: &random) else { return [] }
        let person = people[place]
        switch event {
        case .added:
            add(about: person)
            return [person.id]
        case .removed:
            guard let gone = entries[person.id]?.indices.randomElement(using: &random) else { return [] }
            entries[person.id]?.remove(at: gone)
            return [person.id]
        case .judged:
            guard let one = entries[person.id]?.indices.randomElement(using: &random) else { return [] }
            let state = EvidenceState.allCases.filter { $0 != .withdrawn }.randomElement(using: &random) ?? .contested
            entries[person.id]?[one].state = state
            entries[person.id]?[one].episode = EpisodeID("e\(Int.random(in: 0..<150, using: &random))")
            return [person.id]
        case .answered:
            answer(about: person)
            return [person.id]
        case .people:
            people[place] = self.person(Int(person.id.text.dropFirst()) ?? 0)
            return [person.id]
        case .moved:
            let today = CivilDate(microseconds: now).days
            let left = CivilDate(days: today - Int.random(in: 400...1200, using: &random))
            moves[person.id] = TrackMove(
                day: CivilDate(days: today - Int.random(in: -3...400, using: &random)),
                former: Bool.random(using: &random) ? .init(left: left, competencies: ["people", "design"]) : nil
            )
            return [person.id]
        case .hours:
            now += Int64.random(in: 1...30, using: &random) * Self.hour
            return []
        case .day:
            now += Int64.random(in: 1...40, using: &random) * Self.day
            return []
        }
    }

    private mutating func answer(about person: Person) {
        made += 1
        let moment = now - Int64.random(in: 0...100, using: &random) * Self.day
        let answer = RequestAnswer(
            id: EntryID("answer-\(made)"),
            voice: voice(),
            competency: Self.competencies.randomElement(using: &random) ?? "craft",
            sight: ColleagueSight.allCases.randomElement(using: &random) ?? .next,
            moment: moment,
            state: .settled
        )
        answers[person.id, default: []].append(BookAnswer(answer, countsFrom: moment + 5 * Self.day))
    }

    func sheet(of person: Person) -> BookSheet {
        BookSheet(
            BookMember(inquiry(person)),
            evidence: (entries[person.id] ?? []).map { EvidenceGlance($0) },
            answers: answers[person.id] ?? []
        )
    }

    var sheets: [BookSheet] { people.map(sheet) }

    /// The same person as everybody reads the ledger, at one moment.
    func inquiry(_ person: Person, at terms: BookTerms) -> ClockInquiry {
        var inquiry = inquiry(person)
        inquiry.now = terms.now
        inquiry.entries = (entries[person.id] ?? []).map { $0.settled(at: terms.settled) }
        inquiry.answers = (answers[person.id] ?? []).filter { $0.counts <= terms.settled }.map(\.answer)
        return inquiry
    }

    /// What is known of somebody besides evidence; some are on leave, some have a small audience, some two accounts.
    private func inquiry(_ person: Person) -> ClockInquiry {
        let number = Int(person.id.text.dropFirst()) ?? 0
        let day = LedgerStories.start.days
        var inquiry = ClockInquiry(
            person: person,
            entries: [],
            demand: Self.demand(of: person),
            now: 0,
            audience: [nil, 2, 3, 6, nil][number % 5],
            leave: number % 7 == 1 ? [CivilDate(days: day - 90)..<CivilDate(days: day - 40)] : [],
            move: moves[person.id]
        )
        if number % 3 == 0 { inquiry.aliases = ["A-v21": "v9", "v10": "p1", "v11": person.id] }
        let own = (entries[person.id] ?? []).map(\.id)
        if number % 4 == 0 { inquiry.confidential = Set(own.filter { $0.text.hasSuffix("3") }) }
        return inquiry
    }

    static func demand(of person: Person) -> TargetDemand {
        TargetDemand(
            track: person.track,
            level: 5,
            presentLevel: 4,
            competencies: LedgerStories.demand.competencies
                + [CompetencyDemand(id: "people", name: "People", present: nil, target: 2)]
        )
    }
}
