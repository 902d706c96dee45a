import Workspace

/// What a person reads when a move was decided otherwise for now: what is missing, what would change it, and when.
public struct RefusalLetter: Sendable, Hashable {
    /// What was decided.
    public let opening: String
    /// Rules that are not met yet.
    public let rules: [String]
    /// The decider's words.
    public let words: String
    /// What comes next, and what stays.
    public let closing: String

    /// Composes the letter of a refusal; nil for a case that was not refused.
    public init?(_ record: MoveCase) {
        guard record.move.state == .refused, let decision = record.decision, let recheck = decision.day else {
            return nil
        }
        let day = CivilDate(microseconds: decision.moment)
        let about =
            record.move.kind == .trackSwitch
            ? "The change to the \(record.move.to.track.words) track"
            : "Level \(record.move.to.level.map(String.init) ?? "")"
        opening = "\(about) was looked at on \(day). The answer is: not yet."
        rules = decision.rules
        words = decision.words
        closing =
            "It is looked at again on \(recheck), and you can ask for it earlier at any time; no vacancy is needed. Your level, pay and authority stay as they are."
    }

    /// The whole letter.
    public var text: String {
        ([opening, words, "Not met yet:"] + rules.map { "– \($0)" } + [closing]).joined(separator: "\n")
    }
}
