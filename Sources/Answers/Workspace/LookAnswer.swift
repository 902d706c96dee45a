public import Records
import Workspace

/// A receipt for programs.
public struct LookAnswer: Codable, Sendable {
    /// When.
    public let moment: String
    /// Who looked.
    public let viewer: String
    /// At whose pay; `everybody` for an audit.
    public let at: String
    /// As what.
    public let what: String

    /// Reads it from what the desk gives.
    public init(_ look: Look) {
        moment = Moment.text(look.moment)
        viewer = look.viewer?.text ?? "console"
        at = look.subject?.text ?? "everybody"
        what = look.object
    }
}
