import Evidence
import Growth
import Signals
import Testing
import Workspace

@Suite struct LedgerItemsTests {
    private typealias Stories = LedgerStories

    private func reason(_ entry: LedgerEntry, among others: [LedgerEntry] = []) -> LedgerItems.Reason? {
        LedgerItems(Stories.inquiry([entry] + others)).leftOut[entry.id]
    }

    private func items(_ entries: [LedgerEntry]) -> [LedgerItems.Item] {
        LedgerItems(Stories.inquiry(entries)).items
    }

    @Test(arguments: EvidenceState.allCases)
    func `only settled and corrected evidence becomes an item`(state: EvidenceState) {
        let found = reason(Stories.entry("a", state: state))
        #expect(found == (state == .settled || state == .corrected ? nil : .notCounting))
    }

    @Test func `recognition of behaviour is one item by its voice`() throws {
        let item = try #require(items([Stories.entry("a", by: "ben", daysAgo: 3)]).first)
        #expect(item.observation.observer == "ben")
        #expect(item.observation.team == "Signals")
        #expect(item.observation.competency == "craft")
        #expect(item.observation.confidence == 0.9)
        #expect(item.observation.work == 1)
        #expect(item.observation.episode == "ep-a")
        #expect(item.observation.day == Double(Stories.start.days) - 2.5)
        #expect(item.witness == nil)
    }

    @Test(arguments: ["thanks!", "thank you so much", "@Sam :tada: thanks https://x.example/1 a lot man"])
    func `bare thanks is no item`(quote: String) {
        #expect(reason(Stories.entry("a", quote: quote)) == .bareThanks)
    }

    @Test func `recognition that speaks to no competency is bare thanks`() {
        #expect(reason(Stories.entry("a", share: 0.14)) == .bareThanks)
        #expect(reason(Stories.entry("a", share: 0.30)) == nil)
    }

    @Test func `being blocked is never held against anybody`() {
        #expect(reason(Stories.entry("a", kind: .blocked)) == .blocked)
    }

    @Test func `an unsure reading is dropped, not counted as the present level`() {
        #expect(reason(Stories.entry("a", confidence: 0.49)) == .uncertain)
        #expect(reason(Stories.entry("a", confidence: .nan)) == .uncertain)
        #expect(reason(Stories.entry("a", confidence: 0.5)) == nil)
    }

    @Test func `evidence from before the level is dropped`() {
        #expect(reason(Stories.entry("a", daysAgo: 701)) == .beforeLevel)
        #expect(reason(Stories.entry("a", daysAgo: 700)) == nil)
    }

    @Test func `evidence about somebody else is not read`() {
        #expect(reason(Stories.entry("a", about: "ana")) == .somebodyElse)
    }

    @Test(arguments: [(2.4, 0.0), (2.5, 1), (3, 1), (5, 1)] as [(Double, Double)])
    func `next-level work reaches the target's stage, rounded`(stage: Double, next: Double) throws {
        #expect(try #require(items([Stories.entry("a", stage: stage)]).first).observation.next == next)
    }

    @Test(arguments: [1.0, 3, 5])
    func `where the target asks for nothing more, an entry is shown, but counts neither way`(stage: Double) {
        let entries = [Stories.entry("a", competency: "ownership", stage: stage), Stories.entry("b")]
        let ledger = LedgerItems(Stories.inquiry(entries))
        #expect(ledger.leftOut == ["a": .nothingAbove])
        #expect(ledger.items.map(\.entry) == ["b"])
    }

    @Test func `a competency that the target does not ask for is left out`() {
        #expect(reason(Stories.entry("a", competency: "people")) == .notAsked)
    }

    @Test func `feedback is of the present level, in its competency only`() throws {
        let item = try #require(items([Stories.entry("a", kind: .feedback, competency: "design", stage: 5)]).first)
        #expect(item.observation.next == 0)
        #expect(item.observation.competency == "design")
    }

    @Test func `feedback never weighs more than recognition`() throws {
        let praise = try #require(items([Stories.entry("a")]).first).observation
        let critique = try #require(items([Stories.entry("a", kind: .feedback)]).first).observation
        #expect(critique.confidence * critique.work <= praise.confidence * praise.work)
    }

    static let statedKinds: [SignalKind] = [.coaching, .ownership, .decision, .upkeep, .judgement, .delivery]

    @Test(arguments: statedKinds)
    func `what a person says of the own work counts only when somebody else saw it`(kind: SignalKind) throws {
        let own = Stories.entry("a", by: "sam", kind: kind, episode: "fire")
        #expect(reason(own) == .ownWords)
        let elsewhere = Stories.entry("b", by: "ben", quote: "thanks", episode: "other")
        #expect(reason(own, among: [elsewhere]) == .ownWords)
        let thanks = Stories.entry("b", by: "ben", quote: "thanks", episode: "fire")
        let item = try #require(items([own, thanks]).first)
        #expect(item.entry == "a")
        #expect(item.observation.observer == "ben")
        #expect(item.observation.team == "Signals")
        #expect(item.witness == "b")
    }

    @Test func `a witness has to count and to speak of the same person`() {
        let own = Stories.entry("a", by: "sam", kind: .delivery, episode: "fire")
        let open = Stories.entry("b", by: "ben", episode: "fire", state: .contested)
        let other = Stories.entry("c", by: "ben", about: "ana", episode: "fire")
        let critic = Stories.entry("d", by: "ben", kind: .feedback, episode: "fire")
        let self_ = Stories.entry("e", by: "sam", episode: "fire")
        #expect(reason(own, among: [open, other, critic, self_]) == .ownWords)
    }

    @Test(arguments: [SignalKind.recognition, .feedback])
    func `self-praise and self-criticism are never items`(kind: SignalKind) {
        let own = Stories.entry("a", by: "sam", kind: kind, episode: "fire")
        #expect(reason(own, among: [Stories.entry("b", by: "ben", episode: "fire")]) == .ownWords)
    }

    @Test func `the first to recognise an episode is its witness, whatever the order of the ledger`() throws {
        let own = Stories.entry("a", by: "sam", kind: .upkeep, daysAgo: 9, episode: "fire")
        let first = Stories.entry("b", by: "cy", daysAgo: 8, episode: "fire")
        let second = Stories.entry("c", by: "ben", daysAgo: 7, episode: "fire")
        for order in [[own, first, second], [second, first, own], [first, own, second]] {
            let item = try #require(items(order).first { $0.entry == "a" })
            #expect(item.observation.observer == "cy")
        }
    }

    @Test func `what somebody else says of a person's decision needs no witness`() throws {
        let item = try #require(items([Stories.entry("a", by: "ben", kind: .decision, quote: "Sam chose B")]).first)
        #expect(item.observation.observer == "ben")
    }

    @Test(arguments: ColleagueSight.allCases)
    func `an answer to a request weighs half as much again, and not having seen it is no answer`(
        sight: ColleagueSight
    ) throws {
        func ledger(by voice: String = "ben", state: EvidenceState = .settled) -> LedgerItems {
            var inquiry = Stories.inquiry([Stories.entry("a", daysAgo: 3)])
            inquiry.answers = [
                RequestAnswer(
                    id: "answer",
                    voice: Stories.voice(voice),
                    competency: "craft",
                    sight: sight,
                    moment: Stories.now - 5 * 86_400_000_000,
                    state: state
                )
            ]
            return LedgerItems(inquiry)
        }
        #expect(ledger(state: .shown).leftOut["answer"] == .notCounting)
        #expect(ledger(by: "sam").leftOut["answer"] == .ownWords)
        guard sight != .unseen else {
            #expect(ledger().leftOut["answer"] == .unseen)
            return
        }
        let item = try #require(ledger().items.first)
        #expect(item.entry == "answer")
        #expect(item.observation.confidence == 1.5)
        #expect(item.observation.next == (sight == .next ? 1 : 0))
    }

    @Test func `the same entry twice is one item`() {
        let entry = Stories.entry("a")
        #expect(items([entry, entry]).count == 1)
    }

    @Test func `after a change of track shared competencies carry over, neighbours count half`() throws {
        var inquiry = Stories.inquiry([
            Stories.entry("shared", daysAgo: 60, competency: "judgement"),
            Stories.entry("neighbour", daysAgo: 60, competency: "system"),
            Stories.entry("foreign", daysAgo: 60, competency: "health"),
            Stories.entry("later", daysAgo: 5, competency: "system"),
        ])
        inquiry.move = TrackMove(day: CivilDate(days: Stories.start.days - 30))
        let ledger = LedgerItems(inquiry)
        let neighbour = try #require(ledger.items.first { $0.entry == "neighbour" })
        #expect(neighbour.observation.competency == "design")
        #expect(neighbour.observation.work == 0.5)
        #expect(ledger.items.first { $0.entry == "shared" }?.observation.work == 1)
        #expect(ledger.leftOut == ["foreign": .formerTrack, "later": .notAsked])
    }

    @Test func `quiet work weighs more once enough of it was seen, and nothing before`() {
        func many(_ work: WorkClass, _ count: Int, people: Int) -> [LedgerEntry] {
            (0..<count)
                .map { Stories.entry("\(work)-\($0)", about: PersonID("p\($0 % people)"), work: work) }
        }
        let weeks: [PersonID: [WorkClass: Double]] = ["p0": [.launch: 400, .upkeep: 800]]
        let entries = many(.launch, 400, people: 20) + many(.upkeep, 200, people: 20)
        let weights = WorkWeights.fit(entries, weeks: weeks)
        // Rates 1 and 0.25 a week; the mean, weighted by weeks, is 0.5.
        #expect(weights[.launch] == 0.5)
        #expect(weights[.upkeep] == 2)
        #expect(weights[.craft] == 1)
        #expect(WorkWeights.fit(Array(entries.dropLast()), weeks: weeks)[.upkeep] == 1)
        #expect(WorkWeights.fit(many(.launch, 400, people: 19), weeks: weeks)[.launch] == 1)
        #expect(WorkWeights.fit(entries, weeks: [:]) == WorkWeights())
    }

    @Test func `help and judgement count with the voice of whom they were given to`() throws {
        for kind in [SignalKind.coaching, .judgement] {
            var given = Stories.entry("a", by: "sam", kind: kind)
            #expect(reason(given) == .ownWords)
            given.hearer = Stories.voice("ben")
            let item = try #require(LedgerItems(Stories.inquiry([given])).items.first)
            #expect(item.voice.person == "ben" && item.observation.observer == "ben")
            given.hearer = Stories.voice("sam")
            #expect(reason(given) == .ownWords, "nobody hears themselves")
        }
        var own = Stories.entry("b", by: "sam", kind: .ownership)
        own.hearer = Stories.voice("ben")
        #expect(reason(own) == .ownWords, "words about the own work are nobody's observation")
    }

    @Test func `words that show no reach say nothing about a wide stage, unless something around them does`() throws {
        var small = Stories.entry("a", by: "ben", stage: 1)
        #expect(reason(small) == .noReach)
        small.scope = 4
        #expect(LedgerItems(Stories.inquiry([small])).items.first?.observation.next == 1)
        small.scope = 3
        #expect(LedgerItems(Stories.inquiry([small])).items.first?.observation.next == 0)
        small.scope = 1
        small.kind = .feedback
        #expect(LedgerItems(Stories.inquiry([small])).items.first?.observation.next == 0)
    }
}
