extension Tokenizer {
    mutating func cutMark(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        switch byte {
        case 96:
            cutCode(text, &index)
            return
        case 64 where !before.isWordish:
            cutMention(text, &index)
            return
        case 58 where !before.isWordish:
            if cutEmojiName(text, &index) || cutFace(text, &index) { return }
        case 59 where !before.isWordish:
            if cutFace(text, &index) { return }
        case 63:
            counts.asks += 1
            if counts.tokens == 0 || tokens[counts.tokens - 1] != TokenHash.ask { add(TokenHash.ask) }
        case 33:
            counts.shouts += 1
            if counts.tokens == 0 || tokens[counts.tokens - 1] != TokenHash.shout { add(TokenHash.shout) }
        case 46:
            let first = index
            while index + 1 < text.count, text[index + 1] == 46 { index += 1 }
            add(index > first ? TokenHash.dots : TokenHash.stop)
        case 43 where index + 1 < text.count && text[index + 1] == 49 && !before.isWordish:
            add(TokenHash.plusOne)
            index += 2
            before = 49
            return
        default: break
        }
        before = byte
        index += 1
    }

    private mutating func cutCode(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        before = 32
        let count = text.count
        func fence(_ at: Int) -> Bool { at + 2 < count && text[at] == 96 && text[at + 1] == 96 && text[at + 2] == 96 }
        if fence(index) {
            var end = index + 3
            while end < count, !fence(end) { end += 1 }
            add(TokenHash.block)
            counts.blocks += 1
            index = min(count, end + 3)
            return
        }
        var end = index + 1
        while end < count, text[end] != 96, text[end] != 10 { end += 1 }
        if end < count, text[end] == 96 {
            add(TokenHash.code)
            counts.codes += 1
            index = end + 1
        } else {
            index += 1
        }
    }

    private mutating func cutMention(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
        before = 32
        let end = MentionShape.end(of: text, at: index)
        if end > index + 1 {
            switch TokenHash.of(text, from: index + 1, to: end) {
            case TokenHash.here, TokenHash.channel, TokenHash.everyone:
                add(TokenHash.all)
                counts.broadcasts += 1
            default: addMention()
            }
        }
        index = end
    }

    private mutating func cutEmojiName(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        var end = index + 1
        while end < text.count,
            text[end].isLowercase || text[end].isDigit || text[end] == 95 || text[end] == 45 || text[end] == 43
        { end += 1 }
        guard end < text.count, text[end] == 58, end > index + 1 else { return false }
        let isSkinTone =
            end - index > 10 && text[index + 1] == 115 && text[index + 2] == 107 && text[index + 3] == 105
            && text[index + 4] == 110 && text[index + 5] == 45
        if !isSkinTone {
            let hash = TokenHash.of(text, from: index, to: end + 1)
            add(hash == TokenHash.oldSmile ? TokenHash.smile : hash)
            counts.emoji += 1
        }
        index = end + 1
        before = 32
        return true
    }

    private mutating func cutFace(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        var mouth = index + 1
        if mouth < text.count, text[mouth] == 45 { mouth += 1 }
        guard mouth < text.count, text[mouth] == 41 || text[mouth] == 40 || text[mouth] == 68 else { return false }
        add(text[index] == 59 ? TokenHash.wink : text[mouth] == 40 ? TokenHash.sad : TokenHash.smile)
        counts.emoji += 1
        index = mouth + 1
        before = 32
        return true
    }

    mutating func cutAddress(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        guard index + 7 < text.count, text[index + 1] == 116, text[index + 2] == 116, text[index + 3] == 112,
            text[index + 4] == 58 || (text[index + 4] == 115 && text[index + 5] == 58)
        else { return false }
        var end = index
        while end < text.count, text[end] > 32, text[end] != 62, text[end] != 124, text[end] != 41, text[end] != 34 {
            end += 1
        }
        let address = UnsafeBufferPointer(rebasing: text[index..<end])
        if address.holds("/pull") || address.holds("/merge_requests") || address.holds("gerrit") {
            add(TokenHash.pull)
            counts.pulls += 1
        } else if address.holds("/issues") || address.holds("/browse/") {
            add(TokenHash.issue)
            counts.links += 1
        } else if address.holds("/commit") {
            add(TokenHash.commit)
            counts.pulls += 1
        } else {
            add(TokenHash.url)
            counts.links += 1
        }
        index = end
        before = 32
        return true
    }

    /// An emoji or a sign outside ASCII that only separates; false when the bytes belong to a word.
    mutating func cutSymbol(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        if text[index] == 0xF0, index + 3 < text.count {
            add(Self.emoji(text, index))
            counts.emoji += 1
            index += 4
            before = 32
            return true
        }
        let width = text.separatorWidth(at: index)
        guard width > 0 else { return false }
        if text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0xA6 {
            add(TokenHash.dots)
        } else if text[index] == 0xE2, text[index + 1] == 0x9D, text[index + 2] == 0xA4 {
            add(TokenHash.heart)
            counts.emoji += 1
        }
        index += width
        before = 32
        return true
    }

    private static func emoji(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        switch (text[index + 2], text[index + 3]) {
        case (0x91, 0x8D): TokenHash.plusOne
        case (0x8E, 0x89): TokenHash.tada
        case (0x99, 0x8F): TokenHash.pray
        case (0x91, 0x8F): TokenHash.clap
        case (0x99, 0x82): TokenHash.smile
        case (0x98, 0x89): TokenHash.wink
        default: TokenHash.of(text, from: index, to: index + 4)
        }
    }
}
