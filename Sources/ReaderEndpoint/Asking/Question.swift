private import Foundation
import Signals

/// One question to the model: a few passages, and the words around them.
struct Question: Sendable {
    /// The sheets asked about, with the place of each passage in the reading.
    let sheets: [(place: Int, sheet: TalkSheet)]
    /// The body of the request.
    let body: [UInt8]

    init(
        _ sheets: [(place: Int, sheet: TalkSheet)],
        model: String,
        using generator: inout some RandomNumberGenerator
    ) throws {
        self.sheets = sheets
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let passages = sheets.enumerated().map { number, item in
            Passages.One(
                number: number + 1,
                people: item.sheet.people.indices.map { "P\($0 + 1)" },
                before: Array(item.sheet.lines.dropLast()),
                target: item.sheet.lines.last
            )
        }
        let data = String(decoding: try encoder.encode(Passages(passages: passages)), as: UTF8.self)
        let fence = Fence(around: data, using: &generator)
        body = Array(
            try encoder.encode(
                Request(
                    model: model,
                    messages: [
                        .init(role: "system", content: Codebook.instructions(fence: fence.line)),
                        .init(role: "user", content: fence.enclose(data)),
                    ],
                    max_tokens: 120 + 160 * sheets.count
                )
            )
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

    private struct Request: Encodable {
        let model: String
        let messages: [Message]
        let max_tokens: Int
        let temperature = 0
        let stream = false
        let response_format = ["type": "json_object"]

        struct Message: Encodable {
            let role: String
            let content: String
        }
    }
}
