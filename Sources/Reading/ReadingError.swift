/// Why reading data cannot be kept or opened.
public enum ReadingError: Error, Sendable, Hashable {
    /// The key file has another length.
    case badKey(file: String, bytes: Int)
    /// The key file or its folder cannot be read or written.
    case keyFile(path: String, reason: String)
    /// Something in the store was sealed with another key, or changed.
    case damaged(what: String)
}
