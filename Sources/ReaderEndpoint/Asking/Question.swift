import ModelEndpoint
import Signals

/// One question to the model: a few passages, and the words around them.
struct Question: Sendable {
    /// The sheets asked about, with the place of each passage in the reading.
    let sheets: [(place: Int, sheet: TalkSheet)]
    /// What is sent.
    let asked: ModelQuestion

    init(
        _ sheets: [(place: Int, sheet: TalkSheet)],
        model: String,
        using generator: inout some RandomNumberGenerator
    ) throws {
        self.sheets = sheets
        let passages = sheets.enumerated().map { number, item in
            Passages.One(
                number: number + 1,
                people: item.sheet.people.indices.map { "P\($0 + 1)" },
                before: Array(item.sheet.lines.dropLast()),
                target: item.sheet.lines.last
            )
        }
        asked = try ModelQuestion(
            model: model,
            data: Passages(passages: passages),
            answerTokens: 120 + 160 * sheets.count,
            using: &generator,
            instructions: Codebook.instructions
        )
    }

    private struct Passages: Encodable {
        let passages: [One]
        struct One: Encodable {
            let number: Int
            let people: [String]
            let before: [TalkSheet.Line]
            let target: TalkSheet.Line?
        }
    }
}
