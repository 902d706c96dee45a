public import Evidence
import Workspace

/// A decision with its history, and what may be done next.
///
/// Rights are asked before; who may act at all is not known here. Steps are only ever added, and nothing of them counts for
/// or against anybody.
/// Source: `docs/methods.md`, "Decisions".
public struct DecisionCase: Sendable, Hashable {
    /// The decision as its history leaves it.
    public let record: DecisionRecord

    /// Takes a decision.
    public init(_ record: DecisionRecord) { self.record = record }

    /// Enters a decision by hand.
    ///
    /// Errors: as `DecisionContent.checked`, and `DecisionError.taken`.
    public static func enter(
        _ content: DecisionContent,
        taken: DecisionID?,
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        try begin(.entered, content, taken: taken, by: actor, now: now)
    }

    /// Confirms what the reader found, perhaps with better words.
    ///
    /// Errors: as `DecisionContent.checked`, and `DecisionError.taken`.
    public static func confirm(
        _ content: DecisionContent,
        taken: DecisionID?,
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        try begin(.confirmed, content, taken: taken, by: actor, now: now)
    }

    /// Says that what the reader found is no decision, so that it is not proposed again.
    ///
    /// Errors: `DecisionError.taken`, `.tooLong`.
    public static func dismiss(
        _ proposal: DecisionProposal,
        words: String,
        taken: DecisionID?,
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        if let taken { throw .taken(taken) }
        let words = DecisionContent.trimmed(words)
        try DecisionContent.limit(words, .reason, DecisionContent.longestText)
        return DecisionEvent(
            position: 1,
            act: .dismissed,
            actor: actor,
            moment: now,
            words: words,
            content: proposal.content
        )
    }

    /// Completes or puts right what is written about the decision.
    ///
    /// Errors: `DecisionError.notFrom`; as `DecisionContent.checked`.
    public func describe(
        _ content: DecisionContent,
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError)
        -> DecisionEvent
    {
        try requireListed(.described)
        return event(.described, by: actor, now: now, content: try content.checked(today: CivilDate(microseconds: now)))
    }

    /// Writes down somebody's own dissent; nobody writes another's.
    ///
    /// Errors: `DecisionError.needsPerson`, `.notFrom`, `.tooFewWords`, `.tooLong`.
    public func dissent(_ words: String, by actor: LedgerActor, now: Int64) throws(DecisionError) -> DecisionEvent {
        try Self.requirePerson(actor, .dissented)
        try requireListed(.dissented)
        return event(.dissented, by: actor, now: now, words: try Self.said(words, .dissent))
    }

    /// Says what became of the decision, with a reason.
    ///
    /// Shape: `entries` is later talk that it rests on.
    /// Errors: `DecisionError.needsPerson`, `.notFrom`, `.notDue`, `.tooFewWords`, `.tooLong`.
    public func check(
        _ outcome: DecisionOutcome,
        words: String,
        entries: [EntryID] = [],
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        try Self.requirePerson(actor, .checked)
        guard record.state.isInForce else { throw .notFrom(state: record.state, act: .checked) }
        let plan = DecisionPlan(record, today: CivilDate(microseconds: now))
        if outcome == .stands, plan.due == nil { throw .notDue(next: plan.next?.day) }
        return event(
            .checked,
            by: actor,
            now: now,
            checkpoint: plan.due?.checkpoint,
            outcome: outcome,
            words: try Self.said(words, .reason),
            entries: entries
        )
    }

    /// Takes a check back that was written by mistake; it stays in the history.
    ///
    /// Errors: `DecisionError.needsPerson`, `.noSuchCheck`, `.tooFewWords`, `.tooLong`.
    public func retract(
        _ position: Int,
        words: String,
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        try Self.requirePerson(actor, .retracted)
        guard record.state.isListed else { throw .notFrom(state: record.state, act: .retracted) }
        guard record.checks.contains(where: { $0.position == position }) else { throw .noSuchCheck(position) }
        return event(.retracted, by: actor, now: now, words: try Self.said(words, .reason), about: position)
    }

    /// Says that later talk does not change the decision, so that it is not proposed again.
    ///
    /// Errors: `DecisionError.notFrom`, `.tooLong`.
    public func setAside(
        _ entries: [EntryID],
        words: String = "",
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        try requireListed(.setAside)
        let words = DecisionContent.trimmed(words)
        try DecisionContent.limit(words, .reason, DecisionContent.longestText)
        return event(.setAside, by: actor, now: now, words: words, entries: entries)
    }

    /// Takes the decision out of the ledger: entered by mistake.
    ///
    /// Errors: `DecisionError.notFrom`, `.tooFewWords`, `.tooLong`.
    public func withdraw(words: String, by actor: LedgerActor, now: Int64) throws(DecisionError) -> DecisionEvent {
        try requireListed(.withdrawn)
        return event(.withdrawn, by: actor, now: now, words: try Self.said(words, .reason))
    }

    /// The decision after one more step.
    public func after(_ event: DecisionEvent) -> DecisionRecord {
        DecisionRecord(record.id, events: record.events + [event]) ?? record
    }

    private static func begin(
        _ act: DecisionAct,
        _ content: DecisionContent,
        taken: DecisionID?,
        by actor: LedgerActor,
        now: Int64
    ) throws(DecisionError) -> DecisionEvent {
        if let taken { throw .taken(taken) }
        let content = try content.checked(today: CivilDate(microseconds: now))
        return DecisionEvent(position: 1, act: act, actor: actor, moment: now, content: content)
    }

    private static func requirePerson(_ actor: LedgerActor, _ act: DecisionAct) throws(DecisionError) {
        if actor.person == nil { throw .needsPerson(act) }
    }

    private static func said(_ words: String, _ field: DecisionError.Field) throws(DecisionError) -> String {
        let words = DecisionContent.trimmed(words)
        try DecisionContent.requireWords(words, field)
        try DecisionContent.limit(words, field, DecisionContent.longestText)
        return words
    }

    private func requireListed(_ act: DecisionAct) throws(DecisionError) {
        guard record.state.isListed else { throw .notFrom(state: record.state, act: act) }
    }

    private func event(
        _ act: DecisionAct,
        by actor: LedgerActor,
        now: Int64,
        checkpoint: DecisionCheckpoint? = nil,
        outcome: DecisionOutcome? = nil,
        words: String = "",
        about: Int? = nil,
        entries: [EntryID] = [],
        content: DecisionContent? = nil
    ) -> DecisionEvent {
        DecisionEvent(
            position: (record.events.last?.position ?? 0) + 1,
            act: act,
            actor: actor,
            moment: now,
            checkpoint: checkpoint,
            outcome: outcome,
            words: words,
            about: about,
            entries: entries,
            content: content
        )
    }
}
