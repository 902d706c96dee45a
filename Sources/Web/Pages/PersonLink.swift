/// A person's name and page.
public struct PersonLink: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The page; nil where the reader may not open it.
    public let link: Link?

    /// Joins its parts.
    public init(name: String, link: Link? = nil) {
        self.name = name
        self.link = link
    }
}
