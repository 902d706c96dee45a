/// Why bytes gave no feed.
public enum FeedError: Error, Sendable, Hashable {
    /// There is nothing in it.
    case empty
    /// Larger than is read.
    case tooLarge(bytes: Int, limit: Int)
    /// An entity stands for other entities: a bomb, or close to one.
    case entities(name: String)
    /// It came packed in a way that does not unpack.
    case packing
    /// A page for people; it may name its feeds.
    case page
    /// Something else; `root` is its outermost element, where it has one.
    case notFeed(root: String?)
    /// JSON that is no JSON Feed.
    case notJSONFeed
    /// No list of feeds.
    case notOutline(root: String?)
}
