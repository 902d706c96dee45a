private import Foundation

/// A server's answer to a question, taken strictly: one choice, not cut off, with words in it.
public struct ModelCompletion: Sendable, Hashable {
    /// What the model wrote, without the fence of a code block that many models put around JSON.
    public let content: String
    /// Tokens of question and answer as the server counts them; nil where it does not.
    let tokens: Tokens?

    struct Tokens: Sendable, Hashable {
        let question: Int
        let answer: Int
    }

    /// Tokens in a body, whether or not its answer counts.
    static func tokens(in body: [UInt8]) -> Tokens? {
        guard let usage = (try? JSONDecoder().decode(Counted.self, from: Data(body)))?.usage else { return nil }
        return Tokens(question: plausible(usage.prompt_tokens), answer: plausible(usage.completion_tokens))
    }

    /// Takes the body of a response apart.
    ///
    /// Errors: `WireFault.notAsAsked`, `WireFault.cutOff`.
    init(_ body: [UInt8]) throws(WireFault) {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)), answer.choices.count == 1,
            let choice = answer.choices.first
        else { throw .notAsAsked }
        guard choice.finish_reason != "length" else { throw .cutOff }
        guard let content = choice.message.content else { throw .notAsAsked }
        self.content = Self.unwrapped(content)
        tokens = Self.tokens(in: body)
    }

    private static func unwrapped(_ content: String) -> String {
        var text = content.trimmingCharacters(in: .whitespacesAndNewlines)[...]
        guard text.hasPrefix("```"), text.hasSuffix("```"), text.utf8.count > 6 else { return String(text) }
        text = text.dropFirst(3).dropLast(3)
        return String(text.hasPrefix("json") ? text.dropFirst(4) : text)
    }

    private static func plausible(_ count: Int?) -> Int { min(max(count ?? 0, 0), 10_000_000) }

    private struct Answer: Decodable {
        let choices: [Choice]

        struct Choice: Decodable {
            let message: Message
            let finish_reason: String?
        }
        struct Message: Decodable { let content: String? }
    }

    private struct Counted: Decodable {
        let usage: Usage?

        struct Usage: Decodable {
            let prompt_tokens: Int?
            let completion_tokens: Int?
        }
    }
}
