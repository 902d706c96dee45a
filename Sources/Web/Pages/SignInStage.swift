/// A step of signing in.
public struct SignInStage: Sendable, Hashable {
    /// True while no link has been opened.
    let asks: Bool
    /// True when the link does not work.
    let spent: Bool
    /// The address to which the button posts, when the link works.
    let confirm: String?

    /// How to get a link.
    public static let ask = SignInStage(asks: true, spent: false, confirm: nil)
    /// The link was used, is too old, or never was.
    public static let spentLink = SignInStage(asks: false, spent: true, confirm: nil)

    /// The link works; one press signs in.
    static func confirm(_ secret: Secret) -> SignInStage {
        SignInStage(asks: false, spent: false, confirm: "/sign-in/\(secret.text)")
    }
}
