import Evidence
import Growth
import Ladder
import Statistics
import Testing
import Workspace

@Suite struct RequestPlanTests {
    private typealias Stories = LedgerStories
    private static let day: Int64 = 86_400_000_000

    private func need(
        _ subject: PersonID,
        evidence: Double = 2,
        visibility: Double? = nil,
        isSettling: Bool = false,
        probability: Double = 0.99,
        state: LevelState = .sustainedAtNext,
        topics: [String] = ["craft", "design"],
        colleagues: [String] = ["a", "b", "c", "d", "e", "f", "g"]
    ) -> RequestNeed {
        RequestNeed(
            subject: subject,
            team: "home",
            evidence: evidence,
            probability: probability,
            state: state,
            isSettling: isSettling,
            visibility: visibility,
            topics: topics.enumerated()
                .map { index, id in
                    RequestNeed.Topic(competency: id, presentStage: 2, targetStage: 3, evidence: Double(index))
                },
            colleagues: colleagues.enumerated()
                .map { index, id in
                    EvidenceRequest.Colleague(observer: id, team: index < 4 ? "home" : "away", mass: Double(index))
                }
        )
    }

    @Test func `a round asks five, two from other teams first, about what was heard of least`() throws {
        let round = try #require(RequestPlan.plan([need("sam")], history: RequestHistory(), now: 0).first)
        #expect(round.colleagues == ["e", "f", "a", "b", "c"])
        #expect(round.competency == "craft" && round.presentStage == 2 && round.targetStage == 3)
    }

    @Test func `the next round is about another competency and asks nobody twice in a row`() throws {
        let first = try #require(RequestPlan.plan([need("sam")], history: RequestHistory(), now: 0).first)
        let history = RequestHistory([first])
        #expect(RequestPlan.plan([need("sam")], history: history, now: 41 * Self.day).isEmpty)
        let second = try #require(RequestPlan.plan([need("sam")], history: history, now: 42 * Self.day).first)
        #expect(second.competency == "design")
        #expect(second.colleagues == ["g", "d"])
        let both = RequestHistory([second, first])
        let third = try #require(RequestPlan.plan([need("sam")], history: both, now: 84 * Self.day).first)
        #expect(Set(third.colleagues).isDisjoint(with: second.colleagues))
    }

    static let schedule: [(evidence: Double, probability: Double, settling: Bool, days: Int64, due: Bool)] = [
        (9.9, 0.99, false, 41, false), (9.9, 0.99, false, 42, true), (10, 0.99, false, 400, false),
        (10, 0.97, false, 90, false), (10, 0.97, false, 91, true), (10, 0.5, false, 91, true),
        (10, 0.49, false, 400, false), (30, 0.99, true, 41, false), (30, 0.99, true, 42, true),
    ]

    @Test(arguments: schedule)
    func `thin files are due every six weeks, unclear ones every thirteen, clear ones never`(
        case one: (evidence: Double, probability: Double, settling: Bool, days: Int64, due: Bool)
    ) {
        let past = RequestRound(
            subject: "sam",
            competency: "craft",
            presentStage: 2,
            targetStage: 3,
            moment: 0,
            colleagues: ["z"]
        )
        let asked = need(
            "sam",
            evidence: one.evidence,
            isSettling: one.settling,
            probability: one.probability,
            state: .emerging
        )
        let rounds = RequestPlan.plan([asked], history: RequestHistory([past]), now: one.days * Self.day)
        #expect(rounds.isEmpty == !one.due)
    }

    @Test func `the least heard come first where colleagues have little time`() {
        let needs = [
            need("ordinary", visibility: 1, colleagues: ["a"]), need("quiet", visibility: 0.2, colleagues: ["a"]),
            need("unclear", evidence: 12, visibility: 0.1, probability: 0.6, colleagues: ["a"]),
        ]
        let rounds = RequestPlan.plan(needs, history: RequestHistory(), now: 0)
        #expect(rounds.map(\.subject) == ["quiet", "ordinary"])
    }

    @Test func `two years of plans for a small company never ask too much of anybody`() {
        var random = SeededRandom(5)
        let people = (0..<14).map { "p\($0)" }
        var history = RequestHistory()
        var asked = 0
        for week in 0..<104 {
            let now = Int64(week) * 7 * Self.day
            let needs = people.map { person in
                need(
                    PersonID(person),
                    evidence: Double.random(in: 0...20, using: &random),
                    probability: random.share(),
                    state: LevelState.allCases.randomElement(using: &random) ?? .atLevel,
                    colleagues: people
                )
            }
            for round in RequestPlan.plan(needs, history: history, now: now) {
                #expect((1...5).contains(round.colleagues.count))
                #expect(!round.colleagues.contains(round.subject))
                #expect(history.askedLastTime(about: round.subject).isDisjoint(with: round.colleagues))
                #expect(history.daysSinceRound(about: round.subject, now: now) >= 42)
                history.add(round)
                asked += round.colleagues.count
            }
            for person in people { #expect(history.requests(to: PersonID(person), inTheWeekBefore: now) <= 2) }
        }
        // Six weeks apart and five at a time is the most that there can be.
        #expect(asked > 14 * 10 && asked < 14 * 18 * 5)
    }

    @Test func `the plan does not depend on the order of people`() {
        var random = SeededRandom(6)
        let needs = (0..<20)
            .map { need(PersonID("p\($0)"), evidence: Double($0 % 5), colleagues: (0..<20).map { "p\($0)" }) }
        let plan = RequestPlan.plan(needs, history: RequestHistory(), now: 0)
        #expect(RequestPlan.plan(needs.shuffled(using: &random), history: RequestHistory(), now: 0) == plan)
    }

    @Test func `an answer about a lower statement does not speak for a higher target`() throws {
        var inquiry = Stories.inquiry([])
        func answer(_ stage: Int?) -> RequestAnswer {
            RequestAnswer(
                id: "answer",
                voice: Stories.voice("ben"),
                competency: "craft",
                sight: .next,
                moment: Stories.now,
                state: .settled,
                targetStage: stage
            )
        }
        for (stage, next) in [(2, 0.0), (3, 1), (4, 1), (nil, 1)] as [(Int?, Double)] {
            inquiry.answers = [answer(stage)]
            #expect(try #require(LedgerItems(inquiry).items.first).observation.next == next)
        }
    }

    @Test func `not having seen it is kept as having been asked, and never a 0`() {
        var inquiry = Stories.inquiry([Stories.entry("a")])
        let before = ClockReading(inquiry)
        inquiry.answers = ["ben", "cy"]
            .map {
                RequestAnswer(
                    id: EntryID("answer-\($0)"),
                    voice: Stories.voice($0),
                    competency: "craft",
                    sight: .unseen,
                    moment: Stories.now - 1,
                    state: .settled
                )
            }
        let after = ClockReading(inquiry)
        #expect(after.headline == before.headline && after.gates == before.gates && after.voices == before.voices)
        #expect(LedgerItems(inquiry).unseen == 2)
        #expect(
            after.explanation.contains {
                $0.text == "2 colleagues were asked and did not see the work; this says nothing about it."
            }
        )
    }

    @Test func `a reading tells the plan what it needs, and nothing at the top of the ladder`() throws {
        var inquiry = Stories.inquiry([Stories.entry("a", by: "ana")])
        inquiry.colleagues = ["ana", "ben"]
            .map { ClockInquiry.Candidate(person: PersonID($0), name: $0, team: "Rails") }
        let need = try #require(ClockReading(inquiry).requestNeed)
        #expect(need.topics.map(\.competency) == ["craft", "design", "judgement"])
        #expect(need.state == .notEnoughEvidence)
        #expect(need.colleagues.map(\.observer) == ["ana", "ben"])
        #expect((need.colleagues.first?.mass ?? 0) > 0.5 && need.colleagues.last?.mass == 0)
        let top = TargetDemand(track: .ic, level: nil, presentLevel: 9, competencies: Stories.demand.competencies)
        #expect(ClockReading(Stories.inquiry([], demand: top)).requestNeed == nil)
    }
}
