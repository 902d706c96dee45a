private import Foundation

/// One question to a model: what it is told, and data between two lines that no text can hold.
public struct ModelQuestion: Sendable, Hashable {
    /// The body of the request.
    public let body: [UInt8]

    /// Puts instructions and data into a request; no stream, no chance, JSON wanted.
    ///
    /// Shape: `instructions` gets the line that encloses the data.
    /// Errors: only what `data` throws while it is encoded.
    public init(
        model: String,
        data: some Encodable,
        answerTokens: Int,
        form: AnswerForm = .object,
        using generator: inout some RandomNumberGenerator,
        instructions: (_ fence: String) -> String
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(data), as: UTF8.self)
        let fence = Fence(around: text, using: &generator)
        body = Array(
            try encoder.encode(
                Request(
                    model: model,
                    messages: [
                        .init(role: "system", content: instructions(fence.line)),
                        .init(role: "user", content: fence.enclose(text)),
                    ],
                    max_tokens: answerTokens,
                    response_format: form
                )
            )
        )
    }

    private struct Request: Encodable {
        let model: String
        let messages: [Message]
        let max_tokens: Int
        let temperature = 0
        let stream = false
        let response_format: AnswerForm

        struct Message: Encodable {
            let role: String
            let content: String
        }
    }
}
