private import Foundation
import ModelEndpoint

/// What a model wrote, taken strictly: one object, exactly the keys asked for, each sentence at most once.
struct RewriteAnswer: Sendable {
    /// The words for each sentence of the question, in its order; nil where the answer has none, or two.
    let words: [String?]

    /// Longer words than this are none.
    static let mostCharacters = 4000

    /// Takes it apart.
    ///
    /// Errors: `WireFault.notAsAsked` when it is anything else than what was asked for.
    init(_ completion: ModelCompletion, sentences: Int) throws(WireFault) {
        guard let sheet = try? JSONDecoder().decode(Sheet.self, from: Data(completion.content.utf8)),
            sheet.sentences.count <= 2 * sentences + 8
        else { throw .notAsAsked }
        var found: [String: String?] = [:]
        for one in sheet.sentences {
            let isGood = one.text.count <= Self.mostCharacters && !one.text.isEmpty
            found[one.id] = found.keys.contains(one.id) || !isGood ? .some(nil) : one.text
        }
        let ids = (0..<sentences).map(RewriteQuestion.id)
        guard found.keys.allSatisfy(ids.contains) else { throw .notAsAsked }
        words = ids.map { found[$0] ?? nil }
    }

    private struct Sheet: Decodable {
        let sentences: [One]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            try AnyKey.hold(container.allKeys, to: ["sentences"], decoder)
            sentences = try container.decode([One].self, forKey: AnyKey("sentences"))
        }

        struct One: Decodable {
            let id: String
            let text: String

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: AnyKey.self)
                try AnyKey.hold(container.allKeys, to: ["id", "text"], decoder)
                id = try container.decode(String.self, forKey: AnyKey("id"))
                text = try container.decode(String.self, forKey: AnyKey("text"))
            }
        }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }

        static func hold(_ keys: [AnyKey], to allowed: Set<String>, _ decoder: any Decoder) throws {
            guard Set(keys.map(\.stringValue)) == allowed else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "other keys"))
            }
        }
    }
}
