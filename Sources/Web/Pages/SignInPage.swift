/// How to sign in, or the last step of it.
public struct SignInPage: Page {
    /// The template that draws it.
    public static let template = "sign-in"

    /// Which step.
    public let stage: SignInStage

    /// Joins what the page shows.
    public init(stage: SignInStage) {
        self.stage = stage
    }
}
