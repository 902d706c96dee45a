public import Intake
public import Slack

/// What people get back for what they type, press and send; rights are asked for whoever did it, every time.
public protocol SlackAnswers: Sendable {
    /// The message that answers a command; nil says nothing.
    func answer(_ command: SlashCommand) async -> WireValue?
    /// What answers a button or a form; nil closes the form.
    func answer(_ interaction: Interaction) async -> WireValue?
    /// Something to do that an event asked for.
    func run(_ errand: Follower.Errand) async
}

/// Answers nothing; for a workspace that is only read.
public struct NoAnswers: SlackAnswers {
    /// Answers nothing.
    public init() {}
    /// Nothing.
    public func answer(_ command: SlashCommand) async -> WireValue? { nil }
    /// Nothing.
    public func answer(_ interaction: Interaction) async -> WireValue? { nil }
    /// Nothing.
    public func run(_ errand: Follower.Errand) async {}
}
