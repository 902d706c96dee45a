public import Signals

extension LedgerEntry {
    /// How wide the work is: what its words show, or what can be seen around them, the wider; nil where it cannot be told.
    public var width: Reach.Width? {
        // A scope from 3 on is one more than the stage that it stands for.
        let seen = scope >= 3 ? Reach.Width(rawValue: min(5, scope - 1)) : nil
        return [reach?.width, seen].compactMap(\.self).max()
    }

    /// How far the work reaches, for a page; nil for evidence from before that was judged.
    public var reachWords: String? {
        guard reach != nil else { return nil }
        return width.map { "reaches \($0.words)" } ?? "how far it reaches cannot be told"
    }
}
