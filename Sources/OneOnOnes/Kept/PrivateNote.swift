public import Workspace

/// What one of the two wrote down for themselves; nobody else opens it.
public struct PrivateNote: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: String
    /// Who wrote it, and alone reads it.
    public let author: PersonID
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
    /// The words.
    public let text: String

    /// Joins what is kept.
    public init(id: String, author: PersonID, moment: Int64, text: String) {
        self.id = id
        self.author = author
        self.moment = moment
        self.text = text
    }

    /// The most letters of a note.
    public static let longest = 4_000

    /// The words without space around them.
    ///
    /// Errors: `OneOnOneError.noWords`, `.tooLong`.
    public static func tidied(_ words: String) throws(OneOnOneError) -> String {
        var text = words.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        guard !text.isEmpty else { throw .noWords }
        guard text.count <= longest else { throw .tooLong(letters: text.count, limit: longest) }
        return String(text)
    }
}
