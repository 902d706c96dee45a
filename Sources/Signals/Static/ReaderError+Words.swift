extension ReaderError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .notWeights:
            "The weights do not begin as weights do. Build again from a clean checkout."
        case .otherFormat(let found, let expected):
            "The weights are of format \(found) or another shape; this version reads format \(expected). "
                + "Make them again with this version's scripts in training/."
        case .cutShort(let expected, let found):
            "The weights are \(found) bytes long where their header says \(expected). Fetch the file again."
        }
    }
}
