import Decisions
import Evidence
import Signals
import Testing
import Workspace

@Suite struct `What is proposed as a decision` {
    @Test func `several words about one thing are one proposal, told by the clearest`() throws {
        let entries = [
            Invented.entry(1, quote: "So we go with the weekly export, agreed.", confidence: 0.5, episode: "a"),
            Invented.entry(2, quote: "We go with the weekly export from Monday on.", confidence: 0.9, episode: "a"),
            Invented.entry(3, quote: "Fine, the weekly export it is.", subject: "ben", confidence: 0.7, thread: 9),
            Invented.entry(4, quote: "And nobody builds the queue, then.", confidence: 0.7, episode: "a", thread: 9),
        ]
        let found = DecisionProposal.find(in: entries, open: ["C1"])
        let proposal = try #require(found.first)
        #expect(found.count == 1)
        #expect(proposal.lead.quote.hasPrefix("We go with"))
        #expect(proposal.content.entries.first == proposal.lead.id)
        #expect(Set(found.flatMap { $0.entries.map(\.id) }) == Set(entries.map(\.id)))
    }

    @Test func `two who decide in one message are both its deciders`() {
        let one = Invented.entry(1, subject: "ana")
        let two = Invented.entry(1, subject: "ben")
        let found = DecisionProposal.find(in: [one, two], open: ["C1"])
        #expect(found.map(\.content.deciders) == [["ana", "ben"]])
    }

    @Test func `the order of entries changes nothing`() {
        for seed in 1...60 {
            var random = Steps(state: UInt64(seed))
            let entries = (1...14).map { number in
                Invented.entry(
                    Int64(number),
                    daysAgo: Int64(random.below(30)),
                    quote: "We keep variant \(random.below(4)) of the export for now.",
                    subject: ["ana", "ben"][random.below(2)],
                    confidence: 0.4 + Double(random.below(60)) / 100,
                    episode: "e\(random.below(6))",
                    thread: random.below(3) == 0 ? Int64(random.below(3)) : nil
                )
            }
            let found = DecisionProposal.find(in: entries, open: ["C1"])
            #expect(DecisionProposal.find(in: entries.reversed(), open: ["C1"]) == found)
            #expect(DecisionProposal.find(in: entries + entries, open: ["C1"]) == found)
            let ids = found.flatMap { $0.entries.map(\.id) }
            #expect(Set(ids).count == ids.count, "no entry speaks for two")
        }
    }

    @Test(
        arguments: [
            (EvidenceState.captured, false), (.shown, true), (.settled, true), (.contested, false),
            (.corrected, true), (.withdrawn, false),
        ]
    )
    func `only what its subject can see and nobody contests is proposed`(state: EvidenceState, isProposed: Bool) {
        let found = DecisionProposal.find(in: [Invented.entry(1, state: state)], open: [])
        #expect(found.isEmpty == !isProposed)
    }

    @Test(
        arguments: [
            "No meeting this week, we meet again on Friday at 9 am.", "The call tomorrow is cancelled, sorry all.",
            "Should we go with the weekly export?", "Let's do it.", "ok, merged!", "@ana yes :+1: go on then",
            "Perhaps we could keep the weekly export, not sure.", "Then let's go ahead with that one.",
        ]
    )
    func `notices, questions, open proposals and words that tell nothing are not proposed`(quote: String) {
        #expect(DecisionProposal.find(in: [Invented.entry(1, quote: quote)], open: []).isEmpty)
    }

    @Test(
        arguments: [
            ("We will not build the queue this year.", true), ("The queue is out of scope for this year.", true),
            ("Decided against a rules engine of our own.", true), ("We go with the queue from Monday on.", false),
        ]
    )
    func `a decision not to build is known as such`(quote: String, refrains: Bool) {
        let found = DecisionProposal.find(in: [Invented.entry(1, quote: quote)], open: [])
        #expect(found.map(\.content.isNotBuilding) == [refrains])
    }

    @Test func `unsure readings, other acts and the same words again make no new proposal`() {
        #expect(DecisionProposal.find(in: [Invented.entry(1, confidence: 0.59)], open: []).isEmpty)
        #expect(DecisionProposal.find(in: [Invented.entry(1, kind: .judgement)], open: []).isEmpty)
        let again = [Invented.entry(1, channel: "C1"), Invented.entry(2, channel: "C2")]
        #expect(DecisionProposal.find(in: again, open: []).count == 1)
    }

    @Test func `what was said where not everybody can read stays with its deciders`() {
        let entries = [Invented.entry(1, channel: "C1"), Invented.entry(2, channel: "C2")]
        #expect(DecisionProposal.find(in: entries, open: ["C1"]).map(\.content.isOpen) == [false])
        #expect(DecisionProposal.find(in: entries, open: ["C1", "C2"]).map(\.content.isOpen) == [true])
    }
}

@Suite struct `Later talk about a decision` {
    private let source = Invented.entry(1, daysAgo: 60, thread: 1, matters: ["INC-137"])

    private func record(topic: String = "") throws -> DecisionRecord {
        var content = Invented.content("We keep the weekly export and build no queue.", daysAgo: 60)
        content.entries = [source.id]
        content.topic = topic
        let event = try DecisionCase.enter(content, taken: nil, by: Invented.ana, now: Invented.now)
        return try #require(DecisionRecord("d1", events: [event]))
    }

    private func found(_ entry: LedgerEntry, topic: String = "") throws -> [LaterTalk] {
        LaterTalk.find(about: try record(topic: topic), sources: [source], in: [entry])
    }

    @Test func `words of reversal in the thread are pointed at, and nothing is set`() throws {
        let entry = Invented.entry(
            2,
            daysAgo: 20,
            quote: "I changed my mind, we revert that.",
            kind: .judgement,
            thread: 1
        )
        let talk = try found(entry)
        #expect(talk.map(\.sort) == [.reversal] && talk.map(\.tie) == [.thread])
        #expect(try record().state == .stands)
    }

    @Test func `a later decision about the same ticket or topic, or in the same words, is pointed at`() throws {
        let ticket = Invented.entry(
            2,
            daysAgo: 20,
            quote: "For the exporter we add a second run.",
            matters: ["INC-137"]
        )
        #expect(try found(ticket).map(\.tie) == [.matter])
        let topic = Invented.entry(3, daysAgo: 20, quote: "On Themis: we wait until spring.")
        #expect(try found(topic, topic: "Themis").map(\.tie) == [.topic])
        #expect(try found(topic).isEmpty)
        let words = Invented.entry(4, daysAgo: 20, quote: "Should build a queue, keep no weekly export after all.")
        #expect(try found(words).map(\.sort) == [.again])
    }

    @Test func `other talk, contested talk, earlier talk and talk that was set aside are not`() throws {
        let other = Invented.entry(2, daysAgo: 20, quote: "We revert the colour of the buttons.")
        #expect(try found(other).isEmpty)
        let plain = Invented.entry(3, daysAgo: 20, quote: "Thanks, that reads well.", kind: .recognition, thread: 1)
        #expect(try found(plain).isEmpty)
        let contested = Invented.entry(4, daysAgo: 20, quote: "We revert that.", thread: 1, state: .contested)
        #expect(try found(contested).isEmpty)
        let earlier = Invented.entry(5, daysAgo: 80, quote: "We revert that.", thread: 1)
        #expect(try found(earlier).isEmpty)
        let later = Invented.entry(6, daysAgo: 20, quote: "We revert that.", thread: 1)
        let decision = DecisionCase(try record())
        let after = decision.after(try decision.setAside([later.id], by: Invented.ana, now: Invented.now))
        #expect(LaterTalk.find(about: after, sources: [source], in: [later]).isEmpty)
        #expect(try !found(later).isEmpty)
    }
}
