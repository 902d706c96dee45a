/// Why somebody could not be signed in by a provider.
///
/// No case holds a token, a secret or a code.
public enum OpenIDError: Error, Sendable, Hashable {
    /// An address that is neither `https` nor on this machine.
    case plainAddress(String)
    /// The provider could not be reached, or answered with a status other than 200.
    case unreachable(address: String, status: Int?)
    /// The provider's answer has not the form that it should have.
    case malformed(what: String, field: String)
    /// The provider describes itself as somebody else.
    case otherIssuer(expected: String, given: String)
    /// The provider refused, in its own word, such as `access_denied`.
    case refused(String)
    /// The answer belongs to no attempt of this browser.
    case otherAttempt
    /// The token is signed by a method other than RS256.
    case method(String)
    /// The token names a key that the provider does not publish.
    case unknownKey(String)
    /// The token's signature does not fit.
    case signature
    /// A claim of the token is not what it has to be.
    case claim(name: String, Wrong)

    /// What is wrong with a claim.
    public enum Wrong: Sendable, Hashable {
        /// It is missing.
        case missing
        /// It is for somebody or something else.
        case other
        /// It lies in the past.
        case past
        /// It lies in the future.
        case future
    }
}
