import Decisions
public import Desk
public import Evidence
import Workspace

/// The ledger for programs.
public struct LedgerAnswer: Codable, Sendable {
    struct Proposal: Codable, Sendable {
        let id: String
        let day: String
        let deciders: [String]
        let words: String
        let entries: [String]
        let isNotBuilding: Bool
        let isOpen: Bool

        init(_ view: ProposalView) {
            let content = view.proposal.content
            id = view.proposal.id.text
            day = content.day.description
            deciders = content.deciders.map(\.text)
            words = view.proposal.lead.quote
            entries = content.entries.map(\.text)
            isNotBuilding = content.isNotBuilding
            isOpen = content.isOpen
        }
    }

    let today: String
    let due: [DecisionAnswer]
    let decisions: [DecisionAnswer]?
    let proposals: [Proposal]?

    /// Reads it from what the desk gives.
    public init(_ ledger: DecisionLedger, onlyDue: Bool) {
        today = ledger.today.description
        due = ledger.due.map(DecisionAnswer.init)
        decisions = onlyDue ? nil : ledger.decisions.map(DecisionAnswer.init)
        proposals = onlyDue ? nil : ledger.proposals.map(Proposal.init)
    }
}

/// A decision for programs.
public struct DecisionAnswer: Codable, Sendable {
    /// What the decision itself is.
    public struct Record: Codable, Sendable {
        let id: String
        let state: String
        let day: String
        let deciders: [String]

        /// Reads it from the record.
        public init(_ record: DecisionRecord) {
            id = record.id.text
            state = record.state.rawValue
            day = record.content.day.description
            deciders = record.content.deciders.map(\.text)
        }
    }
    struct Check: Codable, Sendable {
        let days: Int
        let day: String
        let standing: String
        let outcome: String?
        let reason: String?
    }
    struct Step: Codable, Sendable {
        let position: Int
        let act: String
        let actor: String
        let day: String
        let outcome: String?
        let words: String
        let entries: [String]
    }
    struct Later: Codable, Sendable {
        let id: String
        let sort: String
        let tie: String
        let words: String
    }

    let id: String
    let state: String
    let day: String
    let words: String
    let deciders: [String]
    let alternatives: [String]
    let expected: String
    let sign: String
    let topic: String
    let links: [String]
    let entries: [String]
    let isNotBuilding: Bool
    let isOpen: Bool
    let gone: Int
    let contested: Int
    let checks: [Check]
    let history: [Step]
    let later: [Later]

    /// Reads it from what the desk gives.
    public init(_ view: DecisionView) {
        let content = view.record.content
        id = view.record.id.text
        state = view.record.state.rawValue
        day = content.day.description
        words = view.words
        deciders = content.deciders.map(\.text)
        alternatives = content.alternatives
        expected = content.expected
        sign = content.sign
        topic = content.topic
        links = content.links
        entries = content.entries.map(\.text)
        isNotBuilding = content.isNotBuilding
        isOpen = content.isOpen
        gone = view.gone
        contested = view.contested
        checks = view.plan.checks.map {
            Check(
                days: $0.checkpoint.days,
                day: $0.day.description,
                standing: $0.standing.rawValue,
                outcome: $0.said?.outcome?.rawValue,
                reason: $0.said?.words
            )
        }
        history = view.record.events.map {
            Step(
                position: $0.position,
                act: $0.act.rawValue,
                actor: $0.actor.description,
                day: CivilDate(microseconds: $0.moment).description,
                outcome: $0.outcome?.rawValue,
                words: $0.words,
                entries: $0.entries.map(\.text)
            )
        }
        later = view.later.map {
            Later(id: $0.id.text, sort: $0.sort.rawValue, tie: $0.tie.rawValue, words: $0.entry.quote)
        }
    }
}
