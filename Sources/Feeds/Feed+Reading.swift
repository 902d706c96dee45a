extension Feed {
    /// Reads a feed in any form; a document that is not well formed is read as far as it goes.
    ///
    /// Entities that a document declares are never expanded, apart from plain words; nothing is ever fetched.
    /// Errors: `FeedError`.
    /// Shape: `address` is where it came from, for relative links; `contentType` the header of that name, for its `charset`.
    public init(
        reading bytes: [UInt8],
        from address: String? = nil,
        contentType: String? = nil,
        limits: FeedLimits = FeedLimits()
    ) throws(FeedError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
        let text = DecodedText(bytes, contentType: contentType).utf8
        guard let first = text.first(where: { $0 > 32 }) else { throw .empty }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            self = try JSONFeedReading(address: address, limits: limits).feed(text)
            return
        }
        if CleanMarkup.looksLikePage(text) { throw .page }
        let clean = try CleanMarkup(text)
        guard let tree = MarkupTree(xml: clean.bytes, address: address), let root = tree.root else {
            throw .notFeed(root: nil)
        }
        var reading = FeedReading(address: address, limits: limits)
        guard var feed = reading.feed(root) else {
            if root.local == "html" { throw .page }
            throw .notFeed(root: root.local)
        }
        feed.mended = clean.mended || !tree.wellFormed
        self = feed
    }
}
