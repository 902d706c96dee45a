/// Somebody or something that can speak in a source.
public struct Account: Sendable, Hashable, Identifiable {
    /// The source's id.
    public var id: AccountID
    /// The name to show: display name, else real name, else handle, else id.
    public var name: String
    /// The full name as the source has it.
    public var realName: String?
    /// The short name.
    public var handle: String?
    /// Lower-cased; often missing.
    public var email: String?
    /// What sort of account it is.
    public var sort: Sort
    /// True when the account was switched off.
    public var deactivated: Bool
    /// The bot id of a program's account.
    public var bot: AccountID?

    /// Makes an account; only id and name are needed.
    public init(
        id: AccountID,
        name: String,
        realName: String? = nil,
        handle: String? = nil,
        email: String? = nil,
        sort: Sort = .member,
        deactivated: Bool = false,
        bot: AccountID? = nil
    ) {
        self.id = id
        self.name = name
        self.realName = realName
        self.handle = handle
        self.email = email
        self.sort = sort
        self.deactivated = deactivated
        self.bot = bot
    }

    /// What sort of account; only members and guests are people of this company's talk.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// A full member.
        case member
        /// A guest, of one or several channels.
        case guest
        /// Somebody of another company.
        case external
        /// A program.
        case bot
        /// The chat system itself.
        case system
    }
}
