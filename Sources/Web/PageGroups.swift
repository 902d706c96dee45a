public import Workspace

/// Pages of level-ups and changes of track.
public struct MovePages: Sendable {
    /// Every move that the viewer may see.
    public var list: @Sendable (_ viewer: PersonID) async throws -> MoveListPage
    /// What the next level asks for, and what there is.
    public var levelUp: @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> LevelUpPage
    /// Proposes a level-up.
    public var proposeLevelUp:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws -> FormOutcome<
            LevelUpPage
        >
    /// What a change of track would mean.
    public var switching: @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> SwitchPage
    /// Proposes a change of track.
    public var proposeSwitch:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws -> FormOutcome<SwitchPage>
    /// One move.
    public var move: @Sendable (_ viewer: PersonID, _ move: MoveID) async throws -> MovePage
    /// Takes a step in a move.
    public var step:
        @Sendable (_ viewer: PersonID, _ move: MoveID, _ step: MoveStep, _ fields: FormFields) async throws ->
            FormOutcome<MovePage>

    /// Joins the closures.
    public init(
        list: @escaping @Sendable (_ viewer: PersonID) async throws -> MoveListPage,
        levelUp: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> LevelUpPage,
        proposeLevelUp:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws ->
            FormOutcome<LevelUpPage>,
        switching: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> SwitchPage,
        proposeSwitch:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ fields: FormFields) async throws ->
            FormOutcome<SwitchPage>,
        move: @escaping @Sendable (_ viewer: PersonID, _ move: MoveID) async throws -> MovePage,
        step:
            @escaping @Sendable (_ viewer: PersonID, _ move: MoveID, _ step: MoveStep, _ fields: FormFields)
            async throws
            -> FormOutcome<MovePage>
    ) {
        self.list = list
        self.levelUp = levelUp
        self.proposeLevelUp = proposeLevelUp
        self.switching = switching
        self.proposeSwitch = proposeSwitch
        self.move = move
        self.step = step
    }
}

/// What a viewer can do about a move, by the `step` field of its forms.
public enum MoveStep: String, Sendable, Hashable, CaseIterable {
    /// A decider writes an outcome down before seeing state and items.
    case firstView = "first-view"
    /// A decider says yes.
    case grant
    /// A decider says not yet.
    case refuse
    /// The person agrees to a change of track that somebody else proposed.
    case agree
    /// The proposal is withdrawn.
    case withdraw
    /// The person uses the right to return.
    case comeBack = "return"
}

/// Pages of the audits.
public struct AuditPages: Sendable {
    /// Which audits there are.
    public var list: @Sendable (_ viewer: PersonID) async throws -> AuditListPage
    /// One audit, by its name in the address.
    public var report: @Sendable (_ viewer: PersonID, _ name: String) async throws -> AuditPage
    /// What a program reads: a table as CSV or JSON, or the whole report as JSON where no table is named.
    public var file:
        @Sendable (_ viewer: PersonID, _ name: String, _ table: String?, AuditFile.Form) async throws -> AuditFile
    /// How the clock was tried.
    public var trials: @Sendable (_ viewer: PersonID) async throws -> TrialsPage = { _ in throw PageRefusal.notFound }

    /// Joins the closures.
    public init(
        list: @escaping @Sendable (_ viewer: PersonID) async throws -> AuditListPage,
        report: @escaping @Sendable (_ viewer: PersonID, _ name: String) async throws -> AuditPage,
        file:
            @escaping @Sendable (_ viewer: PersonID, _ name: String, _ table: String?, AuditFile.Form) async throws ->
            AuditFile
    ) {
        self.list = list
        self.report = report
        self.file = file
    }
}

/// A file of an audit.
public struct AuditFile: Sendable, Hashable {
    /// How it is written.
    public enum Form: String, Sendable, Hashable {
        /// Comma-separated values, RFC 4180.
        case csv
        /// JSON, RFC 8259.
        case json
    }

    /// Its text.
    public let text: String
    /// The name under which a browser keeps it.
    public let name: String
    /// How it is written.
    public let form: Form

    /// Joins text, name and form.
    public init(text: String, name: String, form: Form) {
        self.text = text
        self.name = name
        self.form = form
    }
}

/// Pages that are the viewer's alone.
public struct OwnPages: Sendable {
    /// The viewer's pay statement.
    public var pay: @Sendable (_ viewer: PersonID) async throws -> PayPage
    /// The yearly question, and the groups for those who may see them.
    public var choice: @Sendable (_ viewer: PersonID) async throws -> ChoicePage
    /// Answers the yearly question.
    public var answer: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<ChoicePage>

    /// Joins the closures.
    public init(
        pay: @escaping @Sendable (_ viewer: PersonID) async throws -> PayPage,
        choice: @escaping @Sendable (_ viewer: PersonID) async throws -> ChoicePage,
        answer: @escaping @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<ChoicePage>
    ) {
        self.pay = pay
        self.choice = choice
        self.answer = answer
    }
}

/// Pages of who is called by name.
public struct NetworkPages: Sendable {
    /// The viewer's own card, those of their reports, and what people call for.
    public var page: @Sendable (_ viewer: PersonID) async throws -> NetworkPage
    /// Hides or shows the own card, or lets others be sent to the viewer.
    public var choose: @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<NetworkPage>

    /// Joins the closures; without them there is no such page.
    public init(
        page: @escaping @Sendable (_ viewer: PersonID) async throws -> NetworkPage = { _ in throw PageRefusal.notFound
        },
        choose:
            @escaping @Sendable (_ viewer: PersonID, _ fields: FormFields) async throws -> FormOutcome<NetworkPage> = {
                _,
                _ in throw PageRefusal.notFound
            }
    ) {
        self.page = page
        self.choose = choose
    }
}
