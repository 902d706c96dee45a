/// The feeds that a page names, and where one would look when it names none.
public struct FeedDiscovery: Sendable, Hashable {
    /// Candidates, the likeliest first.
    public let candidates: [Candidate]

    /// An address that may be a feed's.
    public struct Candidate: Sendable, Hashable {
        /// The address.
        public var address: String
        /// What the page calls it.
        public var title: String?
        /// How it was found.
        public var found: Way
    }

    /// How a candidate was found.
    public enum Way: String, Sendable, Hashable, CaseIterable {
        /// The page declares it.
        case declared
        /// The page links to an address that looks like a feed's.
        case linked
        /// Many sites keep it there.
        case usual
    }

    /// Reads a page; `address` is where it came from.
    public init(
        page bytes: [UInt8],
        from address: String,
        contentType: String? = nil,
        limits: FeedLimits = FeedLimits()
    ) {
        var found: [Candidate] = []
        let text = DecodedText(Array(bytes.prefix(limits.bytes)), contentType: contentType).utf8
        if let tree = MarkupTree(html: text.filter { $0 != 0 }, address: address) {
            let tags = tree.tags(["base", "link", "a"])
            let base =
                tags.first { $0.local == "base" && $0.value("href") != nil }
                .flatMap { $0.value("href") }.flatMap { WebLink.resolve($0, against: address) } ?? address
            found += Self.declared(tags, base)
            found += Self.linked(tags, base)
        }
        found += Self.usual(address)
        var seen: Set<String> = []
        candidates = found.filter { seen.insert($0.address).inserted }
    }

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json",
        "application/rdf+xml",
        "application/xml", "text/xml", "application/x.atom+xml", "application/x-atom+xml",
    ]

    private static func declared(_ tags: [MarkupNode], _ base: String) -> [Candidate] {
        var found: [Candidate] = []
        for tag in tags where tag.local == "link" {
            let rel = Set(
                (tag.value("rel") ?? "").lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }.map(String.init)
            )
            let type = (tag.value("type") ?? "").lowercased().prefix { $0 != ";" }.trimmed
            guard rel.contains("feed") || (rel.contains("alternate") && types.contains(type)),
                let href = tag.value("href"),
                let whole = WebLink.resolve(href, against: base), WebLink.isWeb(whole), !whole.contains("/wp-json/"),
                !(type.hasSuffix("/json") && !whole.lowercased().contains("feed"))
            else { continue }
            found.append(Candidate(address: whole, title: tag.value("title")?.nilIfEmpty, found: .declared))
        }
        // Feeds of comments are declared beside the feed itself; they come last.
        func comments(_ candidate: Candidate) -> Bool {
            (candidate.title ?? "").lowercased().contains("comment")
                || candidate.address.lowercased().contains("comments/")
        }
        return found.filter { !comments($0) } + found.filter(comments)
    }

    private static func linked(_ tags: [MarkupNode], _ base: String) -> [Candidate] {
        var found: [Candidate] = []
        let host = WebLink.host(of: base)
        for tag in tags where tag.local == "a" {
            guard let href = tag.value("href"), let whole = WebLink.resolve(href, against: base), WebLink.isWeb(whole)
            else { continue }
            let path = whole.lowercased().prefix { $0 != "?" && $0 != "#" }
            let ends = [
                ".rss", ".rdf", ".atom", "/rss", "/feed", "/feed/", "/atom", "/feed.xml", "/rss.xml", "/atom.xml",
                "/index.xml", "/feed.json",
            ]
            guard ends.contains(where: { path.hasSuffix($0) }), WebLink.host(of: whole) == host || path.contains("feed")
            else { continue }
            found.append(
                Candidate(address: whole, title: PageText.collapsed(tag.text, limit: 120).nilIfEmpty, found: .linked)
            )
            if found.count >= 20 { break }
        }
        return found
    }

    private static func usual(_ address: String) -> [Candidate] {
        guard WebLink.isWeb(address) else { return [] }
        return ["/feed", "/rss", "/feed.xml", "/atom.xml", "/rss.xml", "/index.xml", "/feed.json", "/feed/"].compactMap
        { path in
            WebLink.resolve(path, against: address).map { Candidate(address: $0, title: nil, found: .usual) }
        }
    }
}
