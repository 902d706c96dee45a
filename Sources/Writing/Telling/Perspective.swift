/// Who speaks to whom about the person.
public enum Perspective: String, Sendable, Hashable, Codable, CaseIterable {
    /// Others read about the person; the person goes by name.
    case others
    /// The person writes: “I”.
    case own
}

/// The words that stand for the person in a sentence.
struct PersonForms: Sendable, Hashable {
    let nominative: String
    let object: String
    let possessive: String

    /// The given name where it is nobody else's, since a full name in every sentence reads like a file.
    init(_ name: String, perspective: Perspective, others: some Sequence<String> = [String]()) {
        switch perspective {
        case .own: (nominative, object, possessive) = ("I", "me", "my")
        case .others:
            let call = Self.callName(name, others: others)
            (nominative, object, possessive) = (call, call, "\(call)'s")
        }
    }

    static func callName(_ name: String, others: some Sequence<String>) -> String {
        let parts = name.split(separator: " ")
        guard parts.count > 1, let given = parts.first, given.count > 1, !given.hasSuffix(".") else { return name }
        let isShared = others.contains { other in
            other != name && other.split(separator: " ").contains { $0.lowercased() == given.lowercased() }
        }
        return isShared ? name : String(given)
    }
}
