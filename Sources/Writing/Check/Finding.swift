/// What the check found in one sentence.
public struct Finding: Sendable, Hashable {
    /// The sentence that was looked at.
    public let sentence: Sentence
    /// Whether it may stand.
    public let verdict: CitationCheck.Verdict
    /// Why not, in the order of the text; empty where it stands.
    public let reasons: [Reason]

    /// True where it may stand as it is.
    public var stands: Bool { verdict == .supported }

    /// One thing that its sources do not bear out.
    public struct Reason: Sendable, Hashable {
        /// What sort of thing, for a programme to act on.
        public let fault: CitationCheck.Fault
        /// One plain sentence about it, for whoever edits the text.
        public let words: String
        /// Where it stands in the sentence; nil where it is about the whole of it.
        ///
        /// Units: UTF-16 code units from the beginning of `sentence.text`, as browsers count.
        public let span: Range<Int>?
    }
}
