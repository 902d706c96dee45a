extension ReaderError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .notWeights:
            "The reader's weights do not begin as weights do. Build again from a clean checkout, or run training/train.py."
        case .otherFormat(let found, let expected):
            "The reader's weights are of format \(found) or another shape; this version reads format \(expected). "
                + "Run training/train.py of this version."
        case .cutShort(let expected, let found):
            "The reader's weights are \(found) bytes long where their header says \(expected). Fetch the file again."
        }
    }
}
