public import Desk
public import Workspace

/// What somebody chose for themselves, without their sessions, which the site keeps.
public struct SettingsPages: Sendable {
    /// What is chosen and what is switched on.
    public var choices: @Sendable (_ viewer: PersonID) async throws -> SettingsChoices
    /// Everything that is held about the viewer, in one of its forms.
    public var file: @Sendable (_ viewer: PersonID, _ form: DocumentFile.Form) async throws -> DocumentFile = { _, _ in
        throw PageRefusal.notFound
    }

    /// There is no such page unless told.
    public init(
        choices: @escaping @Sendable (_ viewer: PersonID) async throws -> SettingsChoices = { _ in
            throw PageRefusal.notFound
        }
    ) {
        self.choices = choices
    }
}

/// Help, with the numbers in force.
public struct HelpPages: Sendable {
    /// The page.
    public var page: @Sendable (_ viewer: PersonID) async throws -> HelpPage

    /// A site without help unless told.
    public init(
        page: @escaping @Sendable (_ viewer: PersonID) async throws -> HelpPage = { _ in throw PageRefusal.notFound }
    ) {
        self.page = page
    }
}
