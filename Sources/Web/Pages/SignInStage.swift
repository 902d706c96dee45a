/// A step of signing in.
public struct SignInStage: Sendable, Hashable {
    /// True while no link has been opened.
    let asks: Bool
    /// True when the link does not work.
    let spent: Bool
    /// The address to which the button posts, when the link works.
    let confirm: String?

    /// The provider to go to, or to try again with.
    var provider: String?
    /// What went wrong with the provider, in words.
    var failure: String?
    /// True for somebody who is known to the provider and not here.
    var isStranger = false

    /// How to sign in: with the provider, or by a link.
    public static func ask(provider: String? = nil) -> SignInStage {
        SignInStage(asks: true, spent: false, confirm: nil, provider: provider)
    }

    /// The link was used, is too old, or never was.
    public static let spentLink = SignInStage(asks: false, spent: true, confirm: nil)

    /// The provider's answer could not be used.
    static func failed(_ words: String, at provider: String) -> SignInStage {
        SignInStage(asks: false, spent: false, confirm: nil, provider: provider, failure: words)
    }

    /// Somebody who is not in the people file.
    static func stranger(at provider: String) -> SignInStage {
        SignInStage(asks: false, spent: false, confirm: nil, provider: provider, isStranger: true)
    }

    /// The link works; one press signs in.
    static func confirm(_ secret: Secret) -> SignInStage {
        SignInStage(asks: false, spent: false, confirm: "/sign-in/\(secret.text)")
    }
}
