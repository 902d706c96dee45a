private import Foundation
import ModelEndpoint
import Signals

/// What a server sent back, taken strictly: what is not exactly as asked counts for nothing.
struct ModelAnswer: Sendable {
    /// For each passage of the question: the claims, or why there are none that count.
    let claims: [Result<[Claim], Fault>]

    /// Why an answer, or its part about one passage, does not count.
    struct Fault: Error, Hashable {
        let reason: EndpointReason
        init(_ reason: EndpointReason) { self.reason = reason }
    }

    /// More claims about one passage than this are no answer.
    static let mostClaims = 24

    /// Takes apart what the model wrote; a fault of the whole stands at every passage.
    init(_ completion: ModelCompletion, sheets: [TalkSheet]) {
        claims = Self.claims(completion.content, sheets)
    }

    /// True where the answer about any passage counts.
    var isOfUse: Bool { claims.contains { if case .success = $0 { true } else { false } } }

    private static func claims(_ content: String, _ sheets: [TalkSheet]) -> [Result<[Claim], Fault>] {
        guard let sheet = try? JSONDecoder().decode(Sheet.self, from: Data(content.utf8)) else {
            return Array(repeating: .failure(Fault(.notAsAsked)), count: sheets.count)
        }
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
