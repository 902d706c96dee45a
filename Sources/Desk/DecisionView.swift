public import Decisions
public import Evidence
public import Workspace

/// One decision as a viewer may see it.
public struct DecisionView: Sendable {
    /// The decision with its history.
    public let record: DecisionRecord
    /// What was decided, in words: its own, else those of its first source.
    public let words: String
    /// True where the words were a message's, and the message is gone.
    public let hasLostWords: Bool
    /// Who decided, by name.
    public let deciders: [Person]
    /// The checks of it.
    public let plan: DecisionPlan
    /// Evidence that it rests on and the viewer may open, the clearest first.
    public let sources: [LedgerEntry]
    /// How many pieces of evidence it rests on that are gone.
    public let gone: Int
    /// How many of them are contested.
    public let contested: Int
    /// Later talk that may bear on it, for those who may say what became of it; newest first.
    public let later: [LaterTalk]
    /// True for those who may say what became of it.
    public let mayDecide: Bool
    /// Names of everybody who did something about it.
    public let names: [LedgerActor: String]
    /// The day it is read.
    public let today: CivilDate
}

/// Something that the reader takes for a decision, with its deciders by name.
public struct ProposalView: Sendable {
    /// The proposal.
    public let proposal: DecisionProposal
    /// Who decided.
    public let deciders: [Person]
}

/// The ledger as a viewer may see it.
public struct DecisionLedger: Sendable {
    /// The day it is read.
    public let today: CivilDate
    /// Decisions that wait for a check by the viewer, the longest waiting first.
    public let due: [DecisionView]
    /// All decisions that the viewer may open, newest first.
    public let decisions: [DecisionView]
    /// What waits to be confirmed or dismissed by the viewer, newest first.
    public let proposals: [ProposalView]
}

/// What somebody writes about a decision; what is nil stays as it is.
public struct DecisionDraft: Sendable, Hashable {
    /// What was decided.
    public var words: String?
    /// The day.
    public var day: CivilDate?
    /// Who decided.
    public var deciders: [PersonID]?
    /// What else was possible.
    public var alternatives: [String]?
    /// What is expected to come of it.
    public var expected: String?
    /// How one will see it.
    public var sign: String?
    /// The system or topic.
    public var topic: String?
    /// Addresses.
    public var links: [String]?
    /// Evidence.
    public var entries: [EntryID]?
    /// True where it was decided not to build, buy or do something.
    public var isNotBuilding: Bool?
    /// True where everybody who works here may open it.
    public var isOpen: Bool?

    /// A draft that changes nothing.
    public init() {}

    /// The content with what the draft says.
    func applied(to content: DecisionContent) -> DecisionContent {
        var content = content
        if let words { content.words = words }
        if let day { content.day = day }
        if let deciders { content.deciders = deciders }
        if let alternatives { content.alternatives = alternatives }
        if let expected { content.expected = expected }
        if let sign { content.sign = sign }
        if let topic { content.topic = topic }
        if let links { content.links = links }
        if let entries { content.entries = entries }
        if let isNotBuilding { content.isNotBuilding = isNotBuilding }
        if let isOpen { content.isOpen = isOpen }
        return content
    }
}
