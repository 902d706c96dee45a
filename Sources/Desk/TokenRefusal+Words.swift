extension TokenRefusal: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .badName(let longest): "Give the token a name of 1 to \(longest) characters, so that you know it again."
        case .badDays(let longest): "A token works for 1 to \(longest) days. Choose a number between."
        case .tooMany(let most): "You have \(most) tokens, which is as many as one can have. Take one back first."
        case .noSuchToken(let id): "You have no token \(id). The list shows those that you have."
        }
    }
}
