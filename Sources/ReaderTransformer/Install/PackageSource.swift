/// Where bytes come from; the program hands in its HTTP client, tests their own.
public protocol PackageSource: Sendable {
    /// Fetches an address.
    ///
    /// `range` asks for a part of the bytes; a server may answer with all of them instead. Errors: no answer, or one that is
    /// no success.
    func fetch(_ address: String, accept: String?, range: Range<Int>?) async throws -> PackageAnswer
}

/// An answer with its bytes.
public struct PackageAnswer: Sendable {
    /// Whether the bytes are only the part that was asked for.
    public let isPart: Bool
    /// The kind of content, as the server calls it.
    public let contentType: String
    /// The bytes.
    public let bytes: [UInt8]

    /// Joins an answer.
    public init(isPart: Bool, contentType: String, bytes: [UInt8]) {
        self.isPart = isPart
        self.contentType = contentType
        self.bytes = bytes
    }
}
