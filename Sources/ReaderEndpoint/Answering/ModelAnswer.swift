private import Foundation
import Signals

/// What a server sent back, taken strictly: what is not exactly as asked counts for nothing.
struct ModelAnswer: Sendable {
    /// For each passage of the question: the claims, or why there are none that count.
    let claims: [Result<[Claim], Fault>]
    /// Tokens as the server counts them; nil where it does not.
    let tokens: (question: Int, answer: Int)?

    /// Why an answer, or its part about one passage, does not count.
    struct Fault: Error, Hashable {
        let reason: EndpointReason
        init(_ reason: EndpointReason) { self.reason = reason }
    }

    /// More claims about one passage than this are no answer.
    static let mostClaims = 24

    /// Takes the body of a response apart; a fault of the whole stands at every passage.
    init(_ body: [UInt8], sheets: [TalkSheet]) {
        guard let completion = try? JSONDecoder().decode(Completion.self, from: Data(body)) else {
            claims = Array(repeating: .failure(Fault(.notAsAsked)), count: sheets.count)
            tokens = nil
            return
        }
        tokens = completion.usage.map { usage in
            (Self.plausible(usage.prompt_tokens), Self.plausible(usage.completion_tokens))
        }
        claims = Self.claims(completion, sheets)
    }

    private static func claims(_ completion: Completion, _ sheets: [TalkSheet]) -> [Result<[Claim], Fault>] {
        func all(_ reason: EndpointReason) -> [Result<[Claim], Fault>] {
            Array(repeating: .failure(Fault(reason)), count: sheets.count)
        }
        guard completion.choices.count == 1, let choice = completion.choices.first else { return all(.notAsAsked) }
        guard choice.finish_reason != "length" else { return all(.cutOff) }
        guard let content = choice.message.content,
            let sheet = try? JSONDecoder().decode(Sheet.self, from: Data(unwrapped(content).utf8))
        else { return all(.notAsAsked) }
        var found: [Int: Result<[Claim], Fault>] = [:]
        for part in sheet.passages {
            guard sheets.indices.contains(part.number - 1) else { continue }
            // Two answers about one passage are no answer.
            found[part.number - 1] =
                found.keys.contains(part.number - 1)
                ? .failure(Fault(.leftOut)) : Result { () throws(Fault) in try claims(part, sheets[part.number - 1]) }
        }
        return sheets.indices.map { found[$0] ?? .failure(Fault(.leftOut)) }
    }

    private static func claims(_ part: Sheet.Part, _ sheet: TalkSheet) throws(Fault) -> [Claim] {
        guard part.signals.count <= mostClaims else { throw Fault(.notAsAsked) }
        var claims: [Claim] = []
        for signal in part.signals {
            guard let kind = SignalKind(rawValue: signal.kind) else { throw Fault(.otherKind) }
            guard let subject = sheet.subject(signal.subject), kind.allows(subject) else { throw Fault(.otherSubject) }
            guard (0...1).contains(signal.confidence) else { throw Fault(.otherConfidence) }
            guard !claims.contains(where: { $0.kind == kind && $0.subject == subject }) else { continue }
            claims.append(Claim(kind: kind, subject: subject, confidence: signal.confidence))
        }
        return claims
    }

    /// Without the fence of a code block that many models put around JSON.
    private static func unwrapped(_ content: String) -> Substring {
        var text = content.trimmingCharacters(in: .whitespacesAndNewlines)[...]
        guard text.hasPrefix("```"), text.hasSuffix("```"), text.count > 6 else { return text }
        text = text.dropFirst(3).dropLast(3)
        return text.hasPrefix("json") ? text.dropFirst(4) : text
    }

    private static func plausible(_ count: Int?) -> Int { min(max(count ?? 0, 0), 10_000_000) }

    private struct Completion: Decodable {
        let choices: [Choice]
        let usage: Usage?

        struct Choice: Decodable {
            let message: Message
            let finish_reason: String?
        }
        struct Message: Decodable { let content: String? }
        struct Usage: Decodable {
            let prompt_tokens: Int?
            let completion_tokens: Int?
        }
    }

    private struct Sheet: Decodable {
        let passages: [Part]

        struct Part: Decodable {
            let number: Int
            let signals: [Seen]
        }
        struct Seen: Decodable {
            let kind: String
            let subject: String
            let confidence: Double
        }
    }
}

extension SignalKind {
    /// True where the codebook lets this kind be about that subject: nobody is thanked or reviewed by themselves, and
    /// what an author explains, takes on or weighs is the author's.
    func allows(_ subject: Subject) -> Bool {
        switch self {
        case .recognition, .feedback: subject != .author
        case .coaching, .ownership, .judgement: subject == .author
        case .decision, .upkeep, .delivery, .blocked: true
        }
    }
}
