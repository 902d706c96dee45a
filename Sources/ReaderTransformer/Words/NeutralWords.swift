import Signals

/// A passage as two texts without anybody's name, so that nothing read depends on who spoke.
///
/// Mentions become `@me` (the author), `@you` (whom the author answers) or `@somebody`; addresses become `http://link`.
/// Shape: as `words` in `training/teacher.py`, whose fitted layers expect exactly this.
struct NeutralWords {
    /// The words of the message itself, at most 600 characters.
    let target: String
    /// Up to three messages before it, 160 characters of each, with who spoke; else the thread's first message.
    let context: String

    /// Characters of the message that are read.
    static let targetRoom = 600
    /// Characters of each message before it.
    static let contextRoom = 160

    init(_ passage: borrowing Passage) {
        let author = passage.target.who
        let other = passage.before.last { $0.who != author }?.who ?? passage.root?.who
        func neutral(_ utterance: Utterance, room: Int) -> String {
            Self.neutral(utterance, author: author, other: other, room: room)
        }
        let talk = passage.before.isEmpty ? passage.root.map { [$0] } ?? [] : passage.before.suffix(3)
        context = talk.map { utterance in
            let who = utterance.who == author ? "me: " : utterance.who == other ? "you: " : "other: "
            return who + neutral(utterance, room: Self.contextRoom)
        }.joined(separator: " ")
        target = neutral(passage.target, room: Self.targetRoom)
    }

    /// A text with neutral names and addresses, cut off at a number of characters.
    private static func neutral(_ utterance: Utterance, author: String, other: String?, room: Int) -> String {
        let scalars = utterance.text.unicodeScalars
        var out = String.UnicodeScalarView()
        var length = 0
        func put(_ text: some Sequence<Unicode.Scalar>) {
            for scalar in text where length < room {
                out.append(scalar)
                length += 1
            }
        }
        var at = scalars.startIndex
        while at < scalars.endIndex, length < room {
            if scalars[at] == "@", let (who, end) = mention(at, in: utterance) {
                let isOther = other.map { ParticipantName.same(who, $0) } ?? false
                put((isOther ? "@you" : ParticipantName.same(who, author) ? "@me" : "@somebody").unicodeScalars)
                at = end
            } else if scalars[at] == "h", let end = address(at, in: scalars) {
                put("http://link".unicodeScalars)
                at = end
            } else {
                put(CollectionOfOne(scalars[at]))
                at = scalars.index(after: at)
            }
        }
        return String(out)
    }

    /// Who is mentioned at an `@`, and where the mention ends; nil when no name follows.
    private static func mention(
        _ start: String.UnicodeScalarIndex,
        in utterance: Utterance
    ) -> (String, String.UnicodeScalarIndex)? {
        let scalars = utterance.text.unicodeScalars
        let first = scalars.index(after: start)
        var end = first
        while end < scalars.endIndex, isNamePart(scalars[end]) { end = scalars.index(after: end) }
        let place = utterance.text.utf8.distance(from: utterance.text.startIndex, to: start)
        let known = utterance.mentions.first { $0.span?.lowerBound == place }
        if let known, let span = known.span, span.upperBound <= utterance.text.utf8.count {
            let upper = utterance.text.utf8.index(utterance.text.startIndex, offsetBy: span.upperBound)
            return (known.who, max(end, upper.samePosition(in: scalars) ?? end))
        }
        guard first < end else { return nil }
        var name = Substring(scalars[first..<end])
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        return (String(name), end)
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-": return true
        default: break
        }
        guard scalar.value >= 0x80 else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// Where an address that begins here ends; nil when none does.
    private static func address(
        _ start: String.UnicodeScalarIndex,
        in scalars: String.UnicodeScalarView
    ) -> String.UnicodeScalarIndex? {
        var rest = scalars[start...]
        guard rest.starts(with: "http".unicodeScalars) else { return nil }
        rest = rest.dropFirst(4)
        if rest.first == "s" { rest = rest.dropFirst() }
        guard rest.starts(with: "://".unicodeScalars) else { return nil }
        rest = rest.dropFirst(3)
        guard let first = rest.first, !isSpace(first) else { return nil }
        return rest.firstIndex(where: isSpace) ?? scalars.endIndex
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        (0x1C...0x1F).contains(scalar.value) || scalar.properties.isWhitespace
    }
}

/// Names as people write them: `_` stands for a space, letters of any case.
enum ParticipantName {
    /// True when both names mean one person.
    static func same(_ one: String, _ two: String) -> Bool {
        one == two
            || one.utf8.count == two.utf8.count && zip(one.utf8, two.utf8).allSatisfy { folded($0) == folded($1) }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte | 0x20 : byte == 95 ? 32 : byte
    }
}
