extension FeedError: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .empty: "The feed is empty. Open its address in a browser; the site may have moved it."
        case .tooLarge(let bytes, let limit):
            "The feed has \(bytes) bytes; at most \(limit) are read. Ask the site for a shorter one."
        case .entities(let name):
            "The feed declares the entity “\(name)” by way of other entities, which can grow without end. It was not read."
        case .packing: "The feed came packed and does not unpack. The site may mend it; it is asked again later."
        case .page:
            "This is a page, not a feed. Give the page's address to `crosstie feeds add`, which looks for the feeds that it names."
        case .notFeed(let root):
            "This is no feed\(root.map { ": its outermost element is “\($0)”" } ?? ""). "
                + "Feeds are RSS, Atom or JSON Feed; check the address."
        case .notJSONFeed:
            "This is JSON, but no JSON Feed: it has no “version” of jsonfeed.org and no “items”. Check the address."
        case .notOutline(let root):
            "This is no list of feeds\(root.map { ": its outermost element is “\($0)”" } ?? ""). Lists of feeds are OPML files."
        }
    }
}
