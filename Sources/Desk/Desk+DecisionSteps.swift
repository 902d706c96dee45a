import Decisions
public import Evidence
import Records
public import Workspace

extension Desk {
    /// Enters a decision by hand; one's own, or of somebody who reports to one.
    ///
    /// Errors: as `DecisionCase.enter`; `DecisionError.notYours`; `DeskError.noSuchPerson`.
    public func addDecision(_ draft: DecisionDraft, by viewer: Access.Viewer) async throws -> DecisionRecord {
        let picture = try await open(.decisions, for: viewer)
        let today = CivilDate(microseconds: picture.now)
        let own = viewer.ledgerActor.person.map { [$0] } ?? []
        let content = draft.applied(to: DecisionContent(day: today, deciders: own))
        try await require(content, naming: draft.entries ?? [], of: viewer, picture)
        let (actor, now) = (viewer.ledgerActor, try await now())
        return try await records.begin(decisionOn: content.entries) { taken in
            try DecisionCase.enter(content, taken: taken, by: actor, now: now)
        }
    }

    /// Confirms what the reader found under the id of any of its entries, perhaps with better words.
    ///
    /// Errors: as `DecisionCase.confirm`; `DecisionError.noSuchProposal`, `.notYours`.
    public func confirmDecision(
        _ entry: EntryID,
        _ draft: DecisionDraft = DecisionDraft(),
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (proposal, picture) = try await proposal(entry, for: viewer)
        let content = draft.applied(to: proposal.content)
        try await require(content, naming: draft.entries ?? [], of: viewer, picture)
        let (actor, now) = (viewer.ledgerActor, try await now())
        return try await records.begin(decisionOn: content.entries) { taken in
            try DecisionCase.confirm(content, taken: taken, by: actor, now: now)
        }
    }

    /// Says that what the reader found is no decision; it is not proposed again.
    ///
    /// Errors: as `DecisionCase.dismiss`; `DecisionError.noSuchProposal`.
    public func dismissDecision(
        _ entry: EntryID,
        words: String = "",
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (proposal, _) = try await proposal(entry, for: viewer)
        let (actor, now) = (viewer.ledgerActor, try await now())
        return try await records.begin(decisionOn: proposal.content.entries) { taken in
            try DecisionCase.dismiss(proposal, words: words, taken: taken, by: actor, now: now)
        }
    }

    /// Completes or puts right what is written about a decision.
    ///
    /// Errors: as `DecisionCase.describe`; `DecisionError.noSuchDecision`, `.notYours`.
    public func describeDecision(
        _ id: DecisionID,
        _ draft: DecisionDraft,
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (record, picture) = try await decided(id, for: viewer)
        let content = draft.applied(to: record.content)
        try await require(content, naming: draft.entries ?? [], of: viewer, picture)
        return try await add(
            try DecisionCase(record).describe(content, by: viewer.ledgerActor, now: try await now()),
            to: record
        )
    }

    /// Writes down the viewer's own dissent; anybody who may open a decision may.
    ///
    /// Errors: as `DecisionCase.dissent`; `DecisionError.noSuchDecision`.
    public func dissent(from id: DecisionID, words: String, by viewer: Access.Viewer) async throws -> DecisionRecord {
        let (record, _) = try await kept(id, for: viewer)
        return try await add(
            try DecisionCase(record).dissent(words, by: viewer.ledgerActor, now: try await now()),
            to: record
        )
    }

    /// Says what became of a decision.
    ///
    /// Errors: as `DecisionCase.check`; `DecisionError.noSuchDecision`, `.notYours`.
    public func checkDecision(
        _ id: DecisionID,
        _ outcome: DecisionOutcome,
        words: String,
        entries: [EntryID] = [],
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (record, _) = try await decided(id, for: viewer)
        let event = try DecisionCase(record).check(
            outcome,
            words: words,
            entries: entries,
            by: viewer.ledgerActor,
            now: try await now()
        )
        return try await add(event, to: record)
    }

    /// Takes a check back that was written by mistake.
    ///
    /// Errors: as `DecisionCase.retract`; `DecisionError.noSuchDecision`, `.notYours`.
    public func retractCheck(
        _ position: Int,
        of id: DecisionID,
        words: String,
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (record, _) = try await decided(id, for: viewer)
        return try await add(
            try DecisionCase(record).retract(position, words: words, by: viewer.ledgerActor, now: try await now()),
            to: record
        )
    }

    /// Says that later talk does not change a decision, so that it is not proposed again.
    ///
    /// Errors: as `DecisionCase.setAside`; `DecisionError.noSuchDecision`, `.notYours`.
    public func setAside(
        _ entries: [EntryID],
        of id: DecisionID,
        words: String = "",
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (record, _) = try await decided(id, for: viewer)
        return try await add(
            try DecisionCase(record).setAside(entries, words: words, by: viewer.ledgerActor, now: try await now()),
            to: record
        )
    }

    /// Takes a decision out of the ledger: entered by mistake.
    ///
    /// Errors: as `DecisionCase.withdraw`; `DecisionError.noSuchDecision`, `.notYours`.
    public func withdrawDecision(
        _ id: DecisionID,
        words: String,
        by viewer: Access.Viewer
    ) async throws -> DecisionRecord {
        let (record, _) = try await decided(id, for: viewer)
        return try await add(
            try DecisionCase(record).withdraw(words: words, by: viewer.ledgerActor, now: try await now()),
            to: record
        )
    }

    /// Fetches a decision for somebody who may say what became of it.
    private func decided(
        _ id: DecisionID,
        for viewer: Access.Viewer
    ) async throws -> (DecisionRecord, CompanyPicture) {
        let (record, picture) = try await kept(id, for: viewer)
        guard picture.decides(record, viewer) else { throw DecisionError.notYours }
        return (record, picture)
    }

    private func add(_ event: DecisionEvent, to record: DecisionRecord) async throws -> DecisionRecord {
        let after = DecisionCase(record).after(event)
        try await records.add(event, to: after)
        return after
    }

    /// Deciders have to be known, the viewer has to be among them or be whom one of them reports to, and evidence that is
    /// named has to be there and the viewer's to open.
    private func require(
        _ content: DecisionContent,
        naming named: [EntryID],
        of viewer: Access.Viewer,
        _ picture: CompanyPicture
    ) async throws {
        for decider in content.deciders where picture.people[decider] == nil {
            throw DeskError.noSuchPerson(decider.text)
        }
        guard content.deciders.isEmpty || picture.decides(content, viewer) else { throw DecisionError.notYours }
        try await requireReadable(content, picture)
        guard !named.isEmpty else { return }
        let found = try await records.entries(named, now: picture.now)
        for id in named {
            guard let entry = found[id], picture.access.allows(viewer, to: .evidence, of: entry.subject) else {
                throw DecisionError.noSuchProposal(id.text)
            }
        }
    }

    /// Words of a message that not everybody could read are not opened to everybody.
    private func requireReadable(_ content: DecisionContent, _ picture: CompanyPicture) async throws {
        guard content.isOpen, content.words.isEmpty, !content.entries.isEmpty else { return }
        let sources = try await records.entries(content.entries, now: picture.now)
        let open = Set(try await records.openChannels().map(\.id))
        guard sources.values.allSatisfy({ open.contains($0.message.channel) }) else {
            throw DecisionError.ownWordsNeeded
        }
    }
}
