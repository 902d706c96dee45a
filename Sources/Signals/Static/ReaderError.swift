/// What can be wrong with the weights of a reader.
public enum ReaderError: Error, Sendable, Hashable {
    /// The bytes do not begin as weights do.
    case notWeights
    /// The weights are of another format or shape.
    case otherFormat(found: Int, expected: Int)
    /// The file is longer or shorter than its header says.
    case cutShort(expected: Int, found: Int)
}
