extension OpenIDError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .plainAddress(let address):
            "\(address) is not an https address. Sign-in sends secrets, so only https or this machine will do; correct it in the sign-in settings."
        case .unreachable(let address, let status):
            if let status {
                "\(address) answered \(status) instead of 200. Try again; if it stays so, check the sign-in settings."
            } else {
                "\(address) could not be reached. Check the network and the sign-in settings, then try again."
            }
        case .malformed(let what, let field):
            "\(what) has no usable \(field). Check that the issuer is right in the sign-in settings."
        case .otherIssuer(let expected, let given):
            "the provider calls itself \(given), the settings say \(expected). Both have to be equal to the letter."
        case .refused(let word): "the provider refused: \(word). Start again from the sign-in page."
        case .otherAttempt:
            "this answer belongs to another attempt to sign in. Start again from the sign-in page, in this browser."
        case .method(let name):
            "the provider signed with \(name); only RS256 is accepted. Set the client to RS256 at the provider."
        case .unknownKey(let key):
            "the provider does not publish the key \(key) that it signed with. Try again in a minute."
        case .signature:
            "the provider's signature does not fit. Start again; if it stays so, tell whoever runs Crosstie."
        case .claim(let name, let wrong): "the token's \(name) \(wrong.words). Start again from the sign-in page."
        }
    }
}

extension OpenIDError.Wrong {
    var words: String {
        switch self {
        case .missing: "is missing"
        case .other: "is for somebody or something else"
        case .past: "has run out; compare the clocks of both machines"
        case .future: "lies in the future; compare the clocks of both machines"
        }
    }
}
