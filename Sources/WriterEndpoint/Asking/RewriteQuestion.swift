import ModelEndpoint

/// One question: a few sentences, and why earlier rewordings of them fell.
struct RewriteQuestion: Sendable {
    let items: [RewriteItem]
    let asked: ModelQuestion

    init(
        _ items: [(item: RewriteItem, faults: [RewriteFault])],
        model: String,
        isHeld: Bool,
        using generator: inout some RandomNumberGenerator
    ) throws {
        self.items = items.map(\.item)
        let sheets = items.enumerated().map { number, item in
            Sheet.One(
                id: Self.id(number),
                text: item.item.text,
                sources: item.item.sources,
                faults: item.faults.isEmpty ? nil : item.faults.prefix(4).map(Self.words)
            )
        }
        asked = try ModelQuestion(
            model: model,
            data: Sheet(sentences: sheets),
            answerTokens: 60 + items.reduce(0) { $0 + 40 + $1.item.text.utf8.count },
            form: isHeld ? .rows(key: "sentences", ids: items.indices.map(Self.id)) : .object,
            using: &generator,
            instructions: RewritePrompt.instructions
        )
    }

    static func id(_ number: Int) -> String { "s\(number + 1)" }

    /// The reason, with the word that it is about where that is a plain word; of a model's answer nothing else goes back.
    private static func words(_ fault: RewriteFault) -> String {
        guard let about = fault.about, (1...24).contains(about.count),
            about.unicodeScalars.allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || $0 == "'" || $0 == "-") })
        else { return fault.words }
        return fault.words + " (\(about))"
    }

    private struct Sheet: Encodable {
        let sentences: [One]
        struct One: Encodable {
            let id: String
            let text: String
            let sources: [String]
            let faults: [String]?
        }
    }
}
