extension Passage {
    /// Words of a talk as a line of labels has them: who said what, names after an `@`, `_` for a space in a name.
    ///
    /// A mention takes the name of the speaker whom it means, letters of any case; else it stays as written.
    public init(
        who: String,
        text: String,
        root: (who: String, text: String)? = nil,
        before: [(who: String, text: String)] = [],
        reactions: [String: Int] = [:]
    ) {
        let speakers = [who] + before.map(\.who) + (root.map { [$0.who] } ?? [])
        self.init(
            target: Utterance(who: who, text: text, speakers: speakers),
            root: root.map { Utterance(who: $0.who, text: $0.text, speakers: speakers) },
            before: before.map { Utterance(who: $0.who, text: $0.text, speakers: speakers) },
            reactions: reactions
        )
    }
}

extension Utterance {
    /// Words in which every `@name` is a mention; one of `speakers` where it means one.
    public init(who: String, text: String, speakers: [String]) {
        self.init(who: who, text: text, mentions: Self.mentions(in: text, speakers: speakers))
    }

    /// True when one of two handles is the other with letters behind it, as when a space was forgotten.
    private static func runsInto(_ name: String, _ speaker: String) -> Bool {
        let shorter = min(name.utf8.count, speaker.utf8.count)
        return shorter >= 4 && PersonName.same(String(name.prefix(shorter)), String(speaker.prefix(shorter)))
    }

    private static func mentions(in text: String, speakers: [String]) -> [Named] {
        var found: [Named] = []
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                guard bytes[index] == 64, index == 0 || !bytes[index - 1].isWordish else {
                    index += 1
                    continue
                }
                let end = MentionShape.end(of: bytes, at: index)
                let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
                if !name.isEmpty, !["here", "channel", "everyone", "all"].contains(name) {
                    let who = speakers.first { PersonName.same($0, name) } ?? speakers.first { runsInto(name, $0) }
                    found.append(Named(who: who ?? name, span: index..<end))
                }
                index = end
            }
        }
        return found
    }
}
