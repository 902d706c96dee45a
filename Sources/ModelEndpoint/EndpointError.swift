/// What can be wrong with the settings of a model's endpoint.
///
/// Failures while asking are no errors: whoever asks goes on without an answer, and `WireFault` says why.
public enum EndpointError: Error, Sendable, Hashable {
    /// The address is none that can be asked.
    case notAnAddress
    /// The address holds a user, a key or a query.
    case addressHoldsMore(host: String)
    /// The address is unencrypted and leads out of the private network.
    case unencrypted(host: String)
    /// The address leads out of the private network, and nobody said that it may.
    case tooFar(host: String)
    /// The key is empty, too long, or holds what no key holds.
    case badKey
    /// The file of the key cannot be read.
    case keyFile(String)
    /// The model has no name, or one that cannot stand in a stamp.
    case badModel
    /// A number is outside of its range.
    case outOfRange(field: String, allowed: ClosedRange<Double>)
    /// The file of trusted certificates cannot be used.
    case certificates(path: String)
}
