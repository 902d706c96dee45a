public import Evidence
public import Workspace

/// Pages of the decision ledger.
public struct DecisionPages: Sendable {
    /// The ledger.
    public var list: @Sendable (_ viewer: PersonID) async throws -> DecisionsPage
    /// Enters, confirms or dismisses a decision.
    public var begin: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<DecisionsPage>
    /// One decision.
    public var decision: @Sendable (_ viewer: PersonID, _ decision: DecisionID) async throws -> DecisionPage
    /// Takes a step in a decision's history.
    public var step:
        @Sendable (_ viewer: PersonID, _ decision: DecisionID, _ fields: FormFields) async throws -> FormOutcome<
            DecisionPage
        >

    /// Joins the closures.
    public init(
        list: @escaping @Sendable (_ viewer: PersonID) async throws -> DecisionsPage,
        begin:
            @escaping @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<DecisionsPage>,
        decision: @escaping @Sendable (_ viewer: PersonID, _ decision: DecisionID) async throws -> DecisionPage,
        step:
            @escaping @Sendable (_ viewer: PersonID, _ decision: DecisionID, _ fields: FormFields) async throws ->
            FormOutcome<DecisionPage>
    ) {
        self.list = list
        self.begin = begin
        self.decision = decision
        self.step = step
    }

    /// Pages of a site that keeps no ledger.
    public static let none = DecisionPages(
        list: { _ in throw PageRefusal.notFound },
        begin: { _, _ in throw PageRefusal.notFound },
        decision: { _, _ in throw PageRefusal.notFound },
        step: { _, _, _ in throw PageRefusal.notFound }
    )
}

/// Pages of requests to colleagues.
public struct RequestPages: Sendable {
    /// What the viewer was asked.
    public var list: @Sendable (_ viewer: PersonID) async throws -> RequestsPage
    /// Answers a request.
    public var answer: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<RequestsPage>
    /// Rounds about a person.
    public var rounds: @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> RoundsPage
    /// Sends a round, or agrees with an answer or objects to it.
    public var act:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws -> FormOutcome<RoundsPage>

    /// Joins the closures.
    public init(
        list: @escaping @Sendable (_ viewer: PersonID) async throws -> RequestsPage,
        answer:
            @escaping @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<RequestsPage>,
        rounds: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> RoundsPage,
        act:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws ->
            FormOutcome<RoundsPage>
    ) {
        self.list = list
        self.answer = answer
        self.rounds = rounds
        self.act = act
    }

    /// Pages of a site where nobody is asked.
    public static let none = RequestPages(
        list: { _ in throw PageRefusal.notFound },
        answer: { _, _ in throw PageRefusal.notFound },
        rounds: { _, _ in throw PageRefusal.notFound },
        act: { _, _, _ in throw PageRefusal.notFound }
    )
}
