import Records
public import Workspace

/// What is switched on for a person, and for the whole workspace.
public struct SettingsView: Sendable, Hashable {
    /// True where support signals are looked for.
    public let hasSignals: Bool
    /// The zone of the person's hours; nil where none was given, so that hours are not looked at.
    public let zone: String?
    /// True where the card of calls is hidden.
    public let hidesCalls: Bool
    /// True where the person may be named to others.
    public let isNamed: Bool
    /// Which reader reads: `static`, `transformer` or `endpoint`.
    public let reader: String
    /// True where a model may reword sentences.
    public let rewords: Bool
    /// True where requests to colleagues are sent by schedule.
    public let asksBySchedule: Bool
    /// True where the workspace follows Slack.
    public let followsSlack: Bool
    /// When Slack may write to the person, minutes since midnight in their own zone; nil where that is not known.
    public let slackHours: ClosedRange<Int>?
}

extension Desk {
    /// What is switched on for a person who works here.
    ///
    /// Errors: `DeskError.notAllowed` for anybody else.
    public func settings(of person: PersonID) async throws -> SettingsView {
        let picture = try await open(.callChoice, of: person, for: .person(person))
        let support = try await records.supportChoices()[person] ?? SupportChoice()
        let calls = try await records.networkChoices()[person] ?? NetworkChoice()
        var hours: ClosedRange<Int>?
        if let account = picture.people[person]?.account {
            let kept = try await records.slackHours(of: account)
            if let opens = kept.opens, let closes = kept.closes, opens <= closes { hours = opens...closes }
        }
        return SettingsView(
            hasSignals: !support.isOff,
            zone: support.zone,
            hidesCalls: calls.hidden,
            isNamed: calls.named,
            reader: try await records.readerSetting().reader,
            rewords: try await records.writerSetting().isOn,
            asksBySchedule: try await records.asksAutomatically(),
            followsSlack: try await records.slackInstallation() != nil,
            slackHours: hours
        )
    }
}
