public import Signals

/// A passage as the encoder takes it: its own words first, then those around it, as numbers of word pieces.
struct PassagePieces: Sendable {
    /// The pieces, with a mark before, between and after.
    let ids: [Int64]
    /// 0 for the message itself, 1 for the words around it.
    let sides: [Int64]
    /// False when the message has no words at all.
    let hasWords: Bool

    /// Cuts a passage.
    ///
    /// `length` pieces at most; `contextRoom` of them, the last ones, from the words around the message.
    init(_ passage: borrowing Passage, _ pieces: borrowing WordPieces, length: Int, contextRoom: Int) {
        let words = NeutralWords(passage)
        let context = pieces.numbers(of: words.context).suffix(contextRoom)
        let target = pieces.numbers(of: words.target).prefix(max(0, length - 3 - context.count))
        var ids: [Int64] = []
        ids.reserveCapacity(target.count + context.count + 3)
        ids.append(Int64(pieces.start))
        for number in target { ids.append(Int64(number)) }
        ids.append(Int64(pieces.end))
        let own = ids.count
        for number in context { ids.append(Int64(number)) }
        ids.append(Int64(pieces.end))
        self.ids = ids
        sides = ids.indices.map { $0 < own ? 0 : 1 }
        hasWords = !target.isEmpty
    }
}

extension WordPieces {
    /// The numbers of a passage's pieces as the encoder takes them, and how many of them are the message's own.
    public func passage(_ passage: Passage, length: Int = 128, contextRoom: Int = 48) -> (ids: [Int64], own: Int) {
        let cut = PassagePieces(passage, self, length: length, contextRoom: contextRoom)
        return (cut.ids, cut.sides.count { $0 == 0 })
    }
}
