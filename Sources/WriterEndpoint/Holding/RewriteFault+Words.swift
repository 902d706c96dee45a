extension RewriteFault {
    /// The fault as it is kept and counted.
    public var code: String {
        switch self {
        case .shape: "shape"
        case .mark: "mark"
        case .label: "label"
        case .order: "order"
        case .part: "part"
        case .quote: "quote"
        case .number: "number"
        case .weight: "weight"
        case .word: "word"
        case .lost: "lost"
        case .unreal: "unreal"
        case .judgement: "judgement"
        case .address: "address"
        case .opening: "opening"
        case .length: "length"
        case .unsupported: "unsupported"
        }
    }

    /// The word or mark that it is about; nil where it is about the whole.
    public var about: String? {
        switch self {
        case .mark(let text), .label(let text), .order(let text), .part(let text), .quote(let text),
            .number(let text), .weight(let text), .word(let text), .lost(let text), .unreal(let text),
            .judgement(let text),
            .address(let text), .opening(let text):
            text
        case .shape, .length, .unsupported: nil
        }
    }

    /// The reason in words, for the model that tries again and for whoever opens the rewording.
    public var words: String {
        switch self {
        case .shape: "It has to be one sentence, two at most."
        case .mark: "Only plain words and plain punctuation may stand in it."
        case .label: "Every label of the sentence has to stand in it, and no other."
        case .order: "People, quotes and words that carry matter have to keep their order."
        case .part: "A person may not get another part in it."
        case .quote: "Quotes have to stay as they are."
        case .number: "Numbers and dates have to stay, and none may be added."
        case .weight: "Words of denial, amount, cause, doubt or strength have to stay, and none may be added."
        case .word: "A word is neither in the sentence nor in its sources."
        case .lost: "A word that carries matter is missing."
        case .unreal: "A source says this word only as a wish, a plan, a question or a denial."
        case .judgement: "It may not judge, compare, or speak of personality."
        case .address: "It may not speak to its reader, or of whoever writes."
        case .opening: "It may not begin with a command."
        case .length: "It has to be about as long as the sentence."
        case .unsupported: "Its sources do not bear it out."
        }
    }

    /// The reasons in words for codes that were kept; codes of a later version are passed over.
    public static func words(of codes: [String]) -> [String] {
        let all: [RewriteFault] = [
            .shape, .mark(""), .label(""), .order(""), .part(""), .quote(""), .number(""), .weight(""), .word(""),
            .unreal(""),
            .judgement(""), .address(""), .opening(""), .length, .unsupported([]),
        ]
        return codes.compactMap { code in all.first { $0.code == code }?.words }
    }
}
