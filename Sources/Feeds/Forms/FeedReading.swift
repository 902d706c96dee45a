/// Takes a feed out of a document.
struct FeedReading {
    let address: String?
    let limits: FeedLimits

    /// The feed; nil when the document is none.
    mutating func feed(_ root: MarkupNode) -> Feed? {
        switch root.local {
        case "rss", "rdf", "channel", "xml": return rss(root)
        case "feed": return atom(root)
        default:
            // Something stands around the feed, as after a page that was printed before it.
            guard root.local != "opml", let inner = Self.find(root, depth: 0) else { return nil }
            return inner.local == "feed" ? atom(inner) : rss(inner)
        }
    }

    private static func find(_ node: MarkupNode, depth: Int) -> MarkupNode? {
        guard depth < 6 else { return nil }
        for child in node.children {
            if ["rss", "rdf", "feed", "channel"].contains(child.local) { return child }
            if let found = find(child, depth: depth + 1) { return found }
        }
        return nil
    }

    // MARK: RSS

    private func rss(_ root: MarkupNode) -> Feed? {
        let inside = root.children
        let channel = root.local == "channel" ? root : inside.first { $0.local == "channel" && $0.space != .other }
        let place = channel ?? root
        var feed = Feed(form: Self.form(of: root, place, inside))
        var items: [MarkupNode] = []
        for child in place.children { Self.collect(child, into: &items) }
        if channel != nil, root.local != "channel" { for child in inside { Self.collect(child, into: &items) } }
        if channel == nil, items.isEmpty, root.local == "xml" { return nil }
        describe(&feed, place)
        if feed.form == .rss10, let about = place.value("about") { feed.id = feed.id ?? about }
        for node in items.prefix(limits.items) { feed.items.append(item(node, form: feed.form)) }
        return feed
    }

    /// Items stand in the channel, beside it, or in a list of their own.
    private static func collect(_ node: MarkupNode, into items: inout [MarkupNode]) {
        if (node.local == "item" || node.local == "entry"), node.space.isCore {
            items.append(node)
        } else if node.local == "items", node.space.isCore {
            for child in node.children where child.local == "item" { items.append(child) }
        }
    }

    private static func form(of root: MarkupNode, _ channel: MarkupNode, _ inside: [MarkupNode]) -> Feed.Form {
        if root.local == "rdf" {
            let space = channel.space != .none ? channel.space : inside.first?.space ?? .none
            return space == .rss090 ? .rss090 : .rss10
        }
        let version = root.value("version") ?? ""
        if version.hasPrefix("0.90") { return .rss090 }
        if version.hasPrefix("0.") { return .rss09x }
        return .rss20
    }

    // MARK: Atom

    private func atom(_ root: MarkupNode) -> Feed {
        let old = root.space == .atom03 || (root.value("version") ?? "").hasPrefix("0.")
        var feed = Feed(form: old ? .atom03 : .atom10)
        describe(&feed, root)
        var count = 0
        for node in root.children where node.local == "entry" && node.space.isCore {
            guard count < limits.items else { break }
            feed.items.append(item(node, form: feed.form))
            count += 1
        }
        return feed
    }

    // MARK: What a feed says of itself

    private func describe(_ feed: inout Feed, _ node: MarkupNode) {
        var words = NodeWords(node, address: address, limits: limits)
        words.read { child in child.local == "item" || child.local == "entry" || child.local == "items" }
        feed.title = words.title
        feed.link = words.link
        feed.address = words.own
        feed.id = words.id
        feed.summary = words.summary ?? words.tagline
        feed.language = words.language ?? node.value("lang")
        feed.updated = words.updated ?? words.published ?? words.created
        feed.movedTo = words.movedTo
    }

    // MARK: Items

    private func item(_ node: MarkupNode, form: Feed.Form) -> FeedItem {
        var words = NodeWords(node, address: address, limits: limits)
        words.read { _ in false }
        let about = node.space == .none || node.space.isCore ? node.value("about") : nil
        let own = words.id ?? about.flatMap { $0.isEmpty ? nil : $0 }
        let atom = form == .atom03 || form == .atom10
        var link = words.link
        if link == nil, words.idIsLink, let id = words.id, !atom {
            let whole = node.resolved(id) ?? id
            if WebLink.isWeb(whole) { link = whole }
        }
        if link == nil, let about, WebLink.isWeb(about) { link = about }
        if link == nil, atom, words.contentLink != nil { link = words.contentLink }
        var item = FeedItem(id: own ?? link ?? words.enclosures.first?.address ?? "")
        item.hasOwnID = own != nil
        item.link = link
        item.title = words.title ?? ""
        item.summary = words.summary ?? words.tagline ?? ""
        item.content = words.content ?? ""
        item.published = words.published ?? words.created
        item.updated = words.updated
        item.authors = words.authors
        item.categories = words.categories
        item.enclosures = words.enclosures
        item.comments = words.comments
        item.via = words.via
        if item.id.isEmpty { item.id = WordsID.of(item) }
        return item
    }
}

/// Ids for items that have none of their own: the same words give the same id.
enum WordsID {
    static func of(_ item: FeedItem) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in (item.title + "\u{1F}" + (item.summary.isEmpty ? item.content : item.summary)).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let text = String(hash, radix: 16)
        return "words:" + String(repeating: "0", count: 16 - text.count) + text
    }
}
