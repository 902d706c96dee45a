import Signals

/// One phrase of the house, ready to be looked for in a sentence.
struct HousePhrase {
    let text: String
    let units: [UInt16]
    /// One or two words.
    let isShort: Bool
    /// What its words of matter have in common with their other forms.
    let stems: [String]
    /// Kinds of own evidence, and of others', of which it is true; a bit each.
    private var own: UInt32 = 0
    private var heard: UInt32 = 0
    private var isAlways = false

    init(_ text: String) {
        self.text = text
        units = Array(text.utf16)
        let words = CheckedText(text).words
        isShort = words.count <= 2
        stems = words.filter(\.isContent).map(\.stem)
    }

    func isTrue(own kinds: UInt32, heard others: UInt32) -> Bool {
        isAlways || own & kinds != 0 || heard & others != 0
    }

    static func mask(_ kinds: some Sequence<SignalKind>) -> UInt32 { kinds.reduce(0) { $0 | (bits[$1] ?? 0) } }

    private static let bits = Dictionary(
        uniqueKeysWithValues: SignalKind.allCases.enumerated().map { ($1, UInt32(1) << $0) }
    )

    /// The longest first.
    static func isLonger(_ one: Self, _ other: Self) -> Bool {
        (one.text.utf8.count, one.text) > (other.text.utf8.count, other.text)
    }

    /// What the frames say, each phrase once, the longest first.
    static let ofFrames: [Self] = {
        var found: [String: Self] = [:]
        func add(_ text: String, _ change: (inout Self) -> Void) {
            var phrase = found[text] ?? Self(text)
            change(&phrase)
            found[text] = phrase
        }
        for frame in Frames.all {
            let kinds = mask(frame.kinds)
            for text in frame.ownWords { add(text) { if frame.isOwn { $0.own |= kinds } else { $0.heard |= kinds } } }
        }
        for frame in Frames.plain { for text in frame.ownWords { add(text) { $0.own = .max } } }
        for tail in Tail.frames {
            for text in Frame.parts(of: tail).flatMap(HouseWords.withoutSpeech) { add(text) { $0.isAlways = true } }
        }
        return found.values.sorted(by: isLonger)
    }()
}
