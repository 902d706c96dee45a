import Decisions
import Desk
import Evidence
import Records
import Signals
import StoreTesting
import Testing
import Workspace

@Suite struct `Decisions on the desk` {
    private let ana = Access.Viewer.person("ana")
    private let mo = Access.Viewer.person("mo")
    private static let day: Int64 = 86_400_000_000

    /// A message some days ago in which somebody decides.
    private func entry(
        _ number: Int64,
        daysAgo: Int64,
        by person: PersonID = "ana",
        quote: String = "We will not build the queue, we keep the weekly export.",
        channel: ChannelID = "C1",
        thread: Int64? = nil
    ) -> LedgerEntry {
        let moment = Invented.now - daysAgo * Self.day + number
        let message = MessageID(channel: channel, time: MessageTime(microseconds: moment))
        return LedgerEntry(
            id: EntryID(message, kind: .decision, subject: person),
            subject: person,
            voice: Voice(person: person, account: AccountID("U-\(person)"), name: person.text, team: "Papers"),
            kind: .decision,
            workClass: .decision,
            confidence: 0.9,
            competencies: [],
            stage: 3,
            quote: quote,
            link: nil,
            message: message,
            channelName: "papers",
            episode: EpisodeID("e\(number)"),
            moment: moment,
            state: .shown,
            shownAt: moment,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1",
            thread: thread.map { MessageTime(microseconds: $0) }
        )
    }

    private func company(_ engine: Engine, _ entries: [LedgerEntry]) async throws -> Invented {
        let company = try await Invented.company(engine)
        try await company.records.keep(channels: [
            Channel(id: "C1", name: "papers"), Channel(id: "C2", name: "leads", audience: .invited),
        ])
        for (channel, entries) in Dictionary(grouping: entries, by: \.message.channel) {
            let messages = entries.map {
                MessageKey(Message(id: $0.message, author: .account($0.voice.account), text: PlainText($0.quote)))
            }
            let batch = MessageBatch(
                channel: channel,
                messages: messages,
                deletions: [],
                entries: entries,
                reading: 1
            )
            try await company.records.commit([batch], now: Invented.now)
        }
        return company
    }

    @Test(arguments: Engine.available)
    func `what was found is proposed to its decider and to whom they report, and to nobody else`(
        engine: Engine
    ) async throws {
        let found = entry(1, daysAgo: 40)
        let desk = try await company(engine, [found]).desk
        for viewer in [ana, mo, .console] {
            let ledger = try await desk.decisionLedger(for: viewer)
            #expect(ledger.proposals.map(\.proposal.id) == [found.id], "\(viewer)")
            #expect(ledger.decisions.isEmpty)
        }
        for viewer in ["x1", "ops", "top"] {
            let other = Access.Viewer.person(PersonID(viewer))
            #expect(try await desk.decisionLedger(of: "ana", for: other).proposals.isEmpty)
            await #expect(throws: DecisionError.noSuchProposal(found.id.text)) {
                try await desk.confirmDecision(found.id, by: other)
            }
        }
        await #expect(throws: DeskError.notAllowed) { try await desk.decisionLedger(for: .person("nobody")) }
    }

    @Test(arguments: Engine.available)
    func `confirmed, it is a decision that everybody may read, with its check due`(engine: Engine) async throws {
        let found = entry(1, daysAgo: 40)
        let company = try await company(engine, [found])
        let desk = company.desk
        let record = try await desk.confirmDecision(found.id, by: mo)
        #expect(record.content.isNotBuilding && record.content.isOpen && record.content.deciders == ["ana"])
        let own = try await desk.decisionLedger(for: ana)
        #expect(own.proposals.isEmpty && own.due.map(\.record.id) == [record.id])
        let read = try await desk.decision(record.id, for: .person("x1"))
        #expect(read.words == found.quote && read.sources.isEmpty && !read.mayDecide)
        #expect(try await desk.decision(record.id, for: ana).sources.map(\.id) == [found.id])
        #expect(try await desk.decisionLedger(for: .person("x1")).due.isEmpty)
        await #expect(throws: DecisionError.notYours) {
            try await desk.checkDecision(record.id, .stands, words: "It held well.", by: .person("x1"))
        }
        let checked = try await desk.checkDecision(record.id, .stands, words: "It held well.", by: ana)
        #expect(checked.state == .stands)
        #expect(try await desk.decisionLedger(for: ana).due.isEmpty)
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `anybody who may read it writes down their own dissent`(engine: Engine) async throws {
        let found = entry(1, daysAgo: 4)
        let desk = try await company(engine, [found]).desk
        let record = try await desk.confirmDecision(found.id, by: ana)
        _ = try await desk.dissent(from: record.id, words: "I would have built it.", by: .person("x1"))
        await #expect(throws: DecisionError.needsPerson(.dissented)) {
            try await desk.dissent(from: record.id, words: "I would have built it.", by: .console)
        }
        let view = try await desk.decision(record.id, for: ana)
        #expect(view.record.dissents.map(\.actor) == [.person("x1")])
        #expect(view.names[.person("x1")] == "X 1")
    }

    @Test(arguments: Engine.available)
    func `what was said where not everybody reads stays with its deciders and whom they report to`(
        engine: Engine
    ) async throws {
        let found = entry(1, daysAgo: 4, channel: "C2")
        let desk = try await company(engine, [found]).desk
        let record = try await desk.confirmDecision(found.id, by: ana)
        #expect(!record.content.isOpen)
        await #expect(throws: DecisionError.noSuchDecision("d1")) { try await desk.decision("d1", for: .person("x1")) }
        await #expect(throws: DecisionError.noSuchDecision("d1")) {
            try await desk.dissent(from: "d1", words: "I saw it differently.", by: .person("x1"))
        }
        #expect(try await desk.decisionLedger(for: .person("x1")).decisions.isEmpty)
        #expect(try await desk.decision("d1", for: mo).mayDecide)
        var draft = DecisionDraft()
        draft.isOpen = true
        await #expect(throws: DecisionError.ownWordsNeeded) {
            try await desk.describeDecision("d1", draft, by: ana)
        }
        draft.words = "We keep the weekly export."
        _ = try await desk.describeDecision("d1", draft, by: ana)
        #expect(try await desk.decision("d1", for: .person("x1")).words == "We keep the weekly export.")
    }

    @Test(arguments: Engine.available)
    func `dismissed, it is proposed no more`(engine: Engine) async throws {
        let found = entry(1, daysAgo: 4)
        let desk = try await company(engine, [found]).desk
        _ = try await desk.dismissDecision(found.id, by: ana)
        #expect(try await desk.decisionLedger(for: ana).proposals.isEmpty)
        #expect(try await desk.decisionLedger(for: ana).decisions.isEmpty)
        await #expect(throws: DecisionError.noSuchProposal(found.id.text)) {
            try await desk.confirmDecision(found.id, by: ana)
        }
    }

    @Test(arguments: Engine.available)
    func `a reversal found in later talk is pointed at, and a person says it`(engine: Engine) async throws {
        let start = Invented.now - 60 * Self.day
        let found = entry(1, daysAgo: 60, thread: start)
        let later = entry(2, daysAgo: 10, quote: "I changed my mind, we revert that and build it.", thread: start)
        let desk = try await company(engine, [found, later]).desk
        let proposals = try await desk.decisionLedger(for: ana).proposals
        #expect(proposals.count == 2)
        let record = try await desk.confirmDecision(found.id, by: ana)
        let view = try await desk.decision(record.id, for: ana)
        #expect(view.later.map(\.id) == [later.id] && view.later.map(\.sort) == [.reversal])
        #expect(view.record.state == .stands, "software sets nothing")
        #expect(try await desk.decision(record.id, for: .person("x1")).later.isEmpty)
        let reversed = try await desk.checkDecision(
            record.id,
            .reversedOnNewFacts,
            words: "The load doubled since.",
            entries: [later.id],
            by: ana
        )
        #expect(reversed.state == .reversedOnNewFacts)
    }

    @Test(arguments: Engine.available)
    func `talk that was set aside is not pointed at again`(engine: Engine) async throws {
        let start = Invented.now - 60 * Self.day
        let found = entry(1, daysAgo: 60, thread: start)
        let later = entry(2, daysAgo: 10, quote: "I changed my mind, we revert that and build it.", thread: start)
        let desk = try await company(engine, [found, later]).desk
        let record = try await desk.confirmDecision(found.id, by: ana)
        _ = try await desk.setAside([later.id], of: record.id, by: ana)
        #expect(try await desk.decision(record.id, for: ana).later.isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a decision says that its source is gone, and keeps no words of it`(engine: Engine) async throws {
        let found = entry(1, daysAgo: 40)
        let company = try await company(engine, [found])
        let record = try await company.desk.confirmDecision(found.id, by: ana)
        let gone = MessageBatch(
            channel: "C1",
            messages: [],
            deletions: [found.message.time],
            entries: [],
            reading: 1
        )
        try await company.records.commit([gone], now: Invented.now)
        let view = try await company.desk.decision(record.id, for: ana)
        #expect(view.gone == 1 && view.hasLostWords && view.words.isEmpty && view.sources.isEmpty)
        var draft = DecisionDraft()
        draft.words = "We keep the weekly export."
        let described = try await company.desk.describeDecision(record.id, draft, by: ana)
        #expect(described.content.words == "We keep the weekly export.")
        #expect(try await company.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a contested source is counted as such`(engine: Engine) async throws {
        let found = entry(1, daysAgo: 40)
        let company = try await company(engine, [found])
        let record = try await company.desk.confirmDecision(found.id, by: ana)
        try await company.records.perform(.contest, on: found.id, by: "ana", reason: "Not me.", now: Invented.now)
        #expect(try await company.desk.decision(record.id, for: ana).contested == 1)
    }

    @Test(arguments: Engine.available)
    func `one enters one's own decisions and those of one's reports, and cites what one may open`(
        engine: Engine
    ) async throws {
        let found = entry(1, daysAgo: 40, by: "mo")
        let desk = try await company(engine, [found]).desk
        var draft = DecisionDraft()
        draft.words = "We keep the weekly export."
        let own = try await desk.addDecision(draft, by: ana)
        #expect(own.content.deciders == ["ana"] && own.content.day == Invented.today)
        draft.deciders = ["ana"]
        #expect(try await desk.addDecision(draft, by: mo).content.deciders == ["ana"])
        draft.deciders = ["x1"]
        await #expect(throws: DecisionError.notYours) { try await desk.addDecision(draft, by: ana) }
        draft.deciders = ["nobody"]
        await #expect(throws: DeskError.noSuchPerson("nobody")) { try await desk.addDecision(draft, by: ana) }
        draft.deciders = nil
        draft.entries = [found.id]
        await #expect(throws: DecisionError.noSuchProposal(found.id.text)) {
            try await desk.addDecision(draft, by: ana)
        }
        #expect(try await desk.addDecision(draft, by: mo).content.entries == [found.id])
    }
}
