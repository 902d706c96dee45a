public import Desk

/// What is switched on for the reader, and for the whole workspace.
public struct SettingsAnswer: Codable, Sendable {
    struct Own: Codable, Sendable {
        let hasSignals: Bool
        let zone: String?
        let hidesCalls: Bool
        let isNamed: Bool
    }
    struct Workspace: Codable, Sendable {
        let reader: String
        let rewords: Bool
        let asksBySchedule: Bool
        let followsSlack: Bool
    }

    let own: Own
    let workspace: Workspace

    /// Reads it from what the desk gives.
    public init(_ view: SettingsView) {
        own = Own(
            hasSignals: view.hasSignals,
            zone: view.zone,
            hidesCalls: view.hidesCalls,
            isNamed: view.isNamed
        )
        workspace = Workspace(
            reader: view.reader,
            rewords: view.rewords,
            asksBySchedule: view.asksBySchedule,
            followsSlack: view.followsSlack
        )
    }
}
