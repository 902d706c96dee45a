extension ReadingError: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .badKey(let file, let bytes):
            "The key file \(file) has \(bytes) bytes; 32 are needed. Take it from the backup; a new key cannot open what the old one sealed."
        case .keyFile(let path, let reason):
            "The key at \(path) cannot be used: \(reason). Check that the program may read and write there."
        case .damaged(let what):
            "The \(what) in the reading store does not open. It was sealed with another key, or changed."
        }
    }
}
