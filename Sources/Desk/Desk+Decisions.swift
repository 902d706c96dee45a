import Decisions
public import Evidence
import Records
public import Workspace

extension Desk {
    /// How far back proposals reach, in days: once round the year, so that none is lost to a long holiday.
    static let proposalDays = 365
    /// How many pieces of evidence are looked through for proposals at once.
    static let proposalLimit = 4000
    /// For how many decisions of a list later talk of their deciders is looked for; on a decision's own page, of everybody.
    static let laterLimit = 60

    /// The ledger: what waits for the viewer, every decision that may be opened, and what is proposed.
    ///
    /// Shape: `person` narrows it to one person's decisions and proposals.
    public func decisionLedger(of person: PersonID? = nil, for viewer: Access.Viewer) async throws -> DecisionLedger {
        let picture = try await open(.decisions, for: viewer)
        if let person, picture.people[person] == nil { throw DeskError.noSuchPerson(person.text) }
        let records = try await records.decisions(by: person).filter { $0.state.isListed }
        let shown = records.filter { picture.opens($0, for: viewer) }
            .sorted { ($1.content.day, $0.id) < ($0.content.day, $1.id) }
        let sources = try await self.records.entries(shown.flatMap(\.content.entries), now: picture.now)
        var decisions: [DecisionView] = []
        var looked = 0
        for record in shown {
            let mayDecide = picture.decides(record, viewer)
            let searches = mayDecide && record.state.isInForce && looked < Self.laterLimit
            if searches { looked += 1 }
            let later = searches ? try await later(than: record, sources: sources, ofDeciders: true, picture) : []
            decisions.append(view(record, sources: sources, later: later, viewer: viewer, picture))
        }
        let due = decisions.filter {
            $0.mayDecide && ($0.plan.due != nil || $0.later.contains { $0.sort == .reversal })
        }
        return DecisionLedger(
            today: CivilDate(microseconds: picture.now),
            due: due.sorted { Self.order($0) < Self.order($1) },
            decisions: decisions,
            proposals: try await proposals(of: person, for: viewer, picture)
        )
    }

    /// One decision with its history and later talk.
    ///
    /// Errors: `DecisionError.noSuchDecision`, also where the viewer may not open it.
    public func decision(_ id: DecisionID, for viewer: Access.Viewer) async throws -> DecisionView {
        let (record, picture) = try await kept(id, for: viewer)
        let known = record.content.entries + record.events.flatMap(\.entries)
        let sources = try await records.entries(known, now: picture.now)
        let mayDecide = picture.decides(record, viewer)
        let later = mayDecide ? try await later(than: record, sources: sources, ofDeciders: false, picture) : []
        return view(record, sources: sources, later: later, viewer: viewer, picture)
    }

    /// What is proposed under the id of any of its entries.
    ///
    /// Errors: `DecisionError.noSuchProposal`; `DeskError.notAllowed`.
    public func decisionProposal(_ entry: EntryID, for viewer: Access.Viewer) async throws -> ProposalView {
        let (proposal, picture) = try await proposal(entry, for: viewer)
        return ProposalView(proposal: proposal, deciders: picture.named(proposal.content.deciders))
    }

    /// Fetches a decision, rights asked.
    func kept(_ id: DecisionID, for viewer: Access.Viewer) async throws -> (DecisionRecord, CompanyPicture) {
        let picture = try await open(.decisions, for: viewer)
        guard let record = try await records.decision(id), picture.opens(record, for: viewer) else {
            throw DecisionError.noSuchDecision(id.text)
        }
        return (record, picture)
    }

    /// Fetches what is proposed under an entry, rights asked; everybody's words about it are found.
    func proposal(
        _ entry: EntryID,
        for viewer: Access.Viewer
    ) async throws -> (DecisionProposal, CompanyPicture) {
        let picture = try await open(.decisions, for: viewer)
        guard let found = try await records.entries([entry], now: picture.now)[entry] else {
            throw DecisionError.noSuchProposal(entry.text)
        }
        let reach: Int64 = 15 * 86_400_000_000
        let around = try await records.undecidedEvidence(
            of: nil,
            since: found.moment - reach,
            until: min(found.moment + reach, picture.now),
            confidence: DecisionProposal.furtherConfidence,
            now: picture.now,
            limit: Self.proposalLimit
        )
        let open = Set(try await records.openChannels().map(\.id))
        let proposals = DecisionProposal.find(in: around, open: open)
        guard let proposal = proposals.first(where: { $0.entries.contains { $0.id == entry } }),
            picture.decides(proposal.content, viewer)
        else { throw DecisionError.noSuchProposal(entry.text) }
        return (proposal, picture)
    }

    private func proposals(
        of person: PersonID?,
        for viewer: Access.Viewer,
        _ picture: CompanyPicture
    ) async throws -> [ProposalView] {
        let people: [PersonID]?
        switch (person, viewer) {
        case (let person?, _): people = picture.access.allows(viewer, to: .proposals, of: person) ? [person] : []
        case (nil, .person(let own)): people = [own] + (picture.reports[own] ?? []).map(\.id)
        case (nil, .console): people = nil
        }
        if let people, people.isEmpty { return [] }
        let since = picture.now - Int64(Self.proposalDays) * 86_400_000_000
        let evidence = try await records.undecidedEvidence(
            of: people,
            since: since,
            until: picture.now,
            confidence: DecisionProposal.furtherConfidence,
            now: picture.now,
            limit: Self.proposalLimit
        )
        let open = Set(try await records.openChannels().map(\.id))
        return DecisionProposal.find(in: evidence, open: open).map {
            ProposalView(proposal: $0, deciders: picture.named($0.content.deciders))
        }
    }

    private func later(
        than record: DecisionRecord,
        sources: [EntryID: LedgerEntry],
        ofDeciders: Bool,
        _ picture: CompanyPicture
    ) async throws -> [LaterTalk] {
        let own = record.content.entries.compactMap { sources[$0] }
        let talk = try await records.laterEvidence(
            than: own,
            deciders: record.content.deciders,
            about: ofDeciders ? record.content.deciders : nil,
            after: max(own.map(\.moment).max() ?? 0, record.content.day.microseconds),
            now: picture.now,
            limit: 500
        )
        return LaterTalk.find(about: record, sources: own, in: talk)
    }

    private func view(
        _ record: DecisionRecord,
        sources: [EntryID: LedgerEntry],
        later: [LaterTalk],
        viewer: Access.Viewer,
        _ picture: CompanyPicture
    ) -> DecisionView {
        let own = record.content.entries.map { sources[$0] }
        let there = own.compactMap(\.self).filter { $0.state != .withdrawn }
        let words = record.content.words.isEmpty ? there.first?.quote ?? "" : record.content.words
        let actors = Set(record.events.map(\.actor))
        return DecisionView(
            record: record,
            words: words,
            hasLostWords: words.isEmpty,
            deciders: picture.named(record.content.deciders),
            plan: DecisionPlan(record, today: CivilDate(microseconds: picture.now)),
            sources: there.filter { picture.access.allows(viewer, to: .evidence, of: $0.subject) },
            gone: own.count - there.count,
            contested: there.count { $0.state == .contested },
            later: later.filter { picture.access.allows(viewer, to: .evidence, of: $0.entry.subject) },
            mayDecide: picture.decides(record, viewer),
            names: Dictionary(uniqueKeysWithValues: actors.map { ($0, picture.name(of: $0)) }),
            today: CivilDate(microseconds: picture.now)
        )
    }

    private static func order(_ view: DecisionView) -> (Int, DecisionID) {
        (view.plan.due?.day.days ?? Int.max, view.record.id)
    }
}

extension CompanyPicture {
    /// True for a decider, for whoever a decider reports to, and for the command line.
    func decides(_ content: DecisionContent, _ viewer: Access.Viewer) -> Bool {
        viewer == .console || content.deciders.contains { access.allows(viewer, to: .proposals, of: $0) }
    }

    func decides(_ record: DecisionRecord, _ viewer: Access.Viewer) -> Bool { decides(record.content, viewer) }

    /// True where the viewer may read a decision: it is open to everybody, or theirs.
    func opens(_ record: DecisionRecord, for viewer: Access.Viewer) -> Bool {
        (record.content.isOpen && record.state.isListed) || decides(record, viewer)
    }

    /// People by id; who is unknown by now goes by the id.
    func named(_ ids: [PersonID]) -> [Person] { ids.map { people[$0] ?? Person(id: $0, name: $0.text) } }
}
