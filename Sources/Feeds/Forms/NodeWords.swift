/// What the elements inside a channel, an item or an entry say, whatever form they have.
struct NodeWords {
    var title: String?
    var link: String?
    var own: String?
    var via: String?
    var contentLink: String?
    var id: String?
    var idIsLink = false
    var summary: String?
    var tagline: String?
    var content: String?
    var language: String?
    var published: Int64?
    var updated: Int64?
    var created: Int64?
    var comments: String?
    var movedTo: String?
    var authors: [String] = []
    var categories: [String] = []
    var enclosures: [FeedItem.Enclosure] = []
    /// How sure the source of each is; a surer one later in the document wins.
    private var rank: [String: Int] = [:]

    private let node: MarkupNode
    private let address: String?
    private let limits: FeedLimits

    init(_ node: MarkupNode, address: String?, limits: FeedLimits) {
        self.node = node
        self.address = address
        self.limits = limits
    }

    /// Reads the elements directly inside, apart from those that are items.
    mutating func read(except skipped: (MarkupNode) -> Bool) {
        readAttributes()
        for child in node.children where !skipped(child) {
            switch child.space {
            case .dc: readDublinCore(child)
            case .dcterms: readTerms(child)
            case .content: if child.local == "encoded" { keepContent(child, rank: 3) }
            case .media: readMedia(child)
            case .itunes: readPodcast(child)
            case .feedburner: if child.local == "origlink" { keepLink(child.text, child, rank: 5) }
            case .xhtml: if child.local == "body" || child.local == "div" { keepContent(child, rank: 2) }
            case .rdf, .other: break
            case .none, .rss, .rss10, .rss090, .atom03, .atom10: readCore(child)
            }
        }
    }

    // MARK: The feed's own names

    /// What channels and items of the Channel Definition Format say in their own tags.
    private mutating func readAttributes() {
        guard !nodeIsAtom else { return }
        if let href = node.value("href") { keepLink(href, node, rank: 1) }
        if let changed = node.value("lastmod") { keep(\.updated, changed, "updated", rank: 1) }
    }

    private mutating func readCore(_ child: MarkupNode) {
        let fromAtom = child.space == .atom10 || child.space == .atom03
        switch child.local {
        case "title": keepTitle(child, rank: fromAtom && !nodeIsAtom ? 2 : 4)
        case "link": readLink(child)
        case "guid", "id": readID(child)
        case "description", "info", "abstract": keepSummary(child, rank: 3)
        case "summary": keepSummary(child, rank: 4)
        case "tagline", "subtitle": if tagline == nil { tagline = words(child) }
        case "content", "body", "fullitem", "encoded": keepContent(child, rank: fromAtom || nodeIsAtom ? 4 : 2)
        case "language": language = language ?? child.text.nilIfEmpty
        case "pubdate", "published", "issued", "date", "pubtime":
            keep(\.published, child.text, "published", rank: child.local == "date" ? 2 : 4)
        case "updated", "modified", "lastbuilddate", "lastmodified":
            keep(\.updated, child.text, "updated", rank: child.local == "lastbuilddate" ? 3 : 4)
        case "created": keep(\.created, child.text, "created", rank: 4)
        case "author", "managingeditor", "webmaster", "contributor": readAuthor(child)
        case "category": readCategory(child)
        case "keywords": break
        case "enclosure": keepEnclosure(child, child.value("url") ?? child.value("href"))
        case "comments": comments = comments ?? child.resolved(child.text)
        case "redirect", "newlocation":
            movedTo = movedTo ?? child.children.first { $0.local == "newlocation" }?.text.nilIfEmpty
        default: break
        }
    }

    private var nodeIsAtom: Bool {
        node.space == .atom10 || node.space == .atom03 || node.local == "feed" || node.local == "entry"
    }

    private mutating func readLink(_ child: MarkupNode) {
        guard let href = child.value("href") ?? child.value("url") else {
            keepLink(child.text, child, rank: 4)
            return
        }
        let whole = child.resolved(href)
        let type = (child.value("type") ?? "").lowercased()
        switch (child.value("rel") ?? "alternate").lowercased().replacingPrefix(
            "http://www.iana.org/assignments/relation/",
            by: ""
        ) {
        case "alternate", "":
            let page = type.isEmpty || type.contains("html") || type.hasPrefix("text/")
            keepLink(href, child, rank: nodeIsAtom ? (page ? 4 : 2) : (page ? 2 : 1))
        case "self": if own == nil { own = whole }
        case "via", "related": if via == nil { via = whole }
        case "replies": if comments == nil, type.isEmpty || type.contains("html") { comments = whole }
        case "enclosure": keepEnclosure(child, href)
        default: break
        }
    }

    private mutating func readID(_ child: MarkupNode) {
        let text = child.text
        guard !text.isEmpty, wins("id", rank: child.local == (nodeIsAtom ? "id" : "guid") ? 4 : 2) else { return }
        let says = child.value("ispermalink")?.lowercased()
        idIsLink = child.local == "guid" && says != "false"
        // A permanent link, and what begins as a path, is an address and is made whole; all other ids stay as they are.
        let address = WebLink.scheme(of: text) == nil && (idIsLink && says == "true" || text.hasPrefix("/"))
        id = address ? child.resolved(text) ?? text : text
    }

    private mutating func readAuthor(_ child: MarkupNode) {
        let inside = child.children
        let name = inside.first { $0.local == "name" || $0.local == "title" } ?? inside.first { $0.local == "email" }
        addAuthor(name?.text ?? child.text)
    }

    private mutating func readCategory(_ child: MarkupNode) {
        addCategory(child.value("label") ?? child.value("term") ?? PageText.collapsed(child.text, limit: 200))
    }

    // MARK: Keeping

    /// True when nothing surer was kept under the name before.
    mutating func wins(_ name: String, rank new: Int, orEqual: Bool = false) -> Bool {
        let before = rank[name] ?? 0
        guard new > before || orEqual && new == before else { return false }
        rank[name] = new
        return true
    }

    mutating func keepTitle(_ child: MarkupNode, rank: Int) {
        let text = words(child)
        if !text.isEmpty, wins("title", rank: rank) { title = text }
    }

    mutating func keepSummary(_ child: MarkupNode, rank: Int) {
        let text = words(child)
        if !text.isEmpty, wins("summary", rank: rank) { summary = text }
    }

    mutating func keepContent(_ child: MarkupNode, rank: Int) {
        if let source = child.value("src") { contentLink = contentLink ?? child.resolved(source) }
        let text = words(child)
        if !text.isEmpty, wins("content", rank: rank) { content = text }
    }

    private mutating func keepLink(_ text: String, _ child: MarkupNode, rank: Int) {
        guard let whole = child.resolved(text), wins("link", rank: rank) else { return }
        link = whole
    }

    mutating func keep(
        _ place: WritableKeyPath<NodeWords, Int64?>,
        _ text: String,
        _ name: String,
        rank: Int
    ) {
        // Of several that are equally sure the last one counts.
        guard let moment = FeedDate.microseconds(text), wins(name, rank: rank, orEqual: true) else { return }
        self[keyPath: place] = moment
    }

    mutating func keepEnclosure(_ child: MarkupNode, _ address: String?) {
        guard enclosures.count < 20, let address, let whole = child.resolved(address),
            !enclosures.contains(where: { $0.address == whole })
        else { return }
        let bytes = (child.value("length") ?? child.value("filesize")).flatMap { Int($0) }
        enclosures.append(FeedItem.Enclosure(address: whole, type: child.value("type"), bytes: bytes))
    }

    mutating func addAuthor(_ text: String) {
        let name = PageText.collapsed(text, limit: 200)
        if !name.isEmpty, authors.count < 20, !authors.contains(name) { authors.append(name) }
    }

    mutating func addCategory(_ text: String) {
        let name = PageText.collapsed(text, limit: 200)
        if !name.isEmpty, categories.count < 60, !categories.contains(name) { categories.append(name) }
    }

    /// The plain text of an element, by what it says of its own type.
    func words(_ child: MarkupNode) -> String {
        let type = (child.value("type") ?? "").lowercased()
        let mode = (child.value("mode") ?? "").lowercased()
        if mode == "base64" || (child.value("encoding") ?? "").lowercased() == "base64"
            || (type.contains("/") && Self.binary(type))
        {
            return Base64Words.text(child.text).map { markup($0) } ?? ""
        }
        if child.hasElements {
            return markup(String(decoding: child.markup.prefix(limits.markup), as: UTF8.self))
        }
        let text = child.text
        let plain = type == "text" || type == "text/plain"
        if plain, nodeIsAtom { return PageText.collapsed(text, limit: limits.text) }
        let html = type.contains("html") || (!plain && PageText.looksLikeMarkup(text))
        return html || (plain && PageText.looksLikeMarkup(text))
            ? markup(text) : PageText.collapsed(text, limit: limits.text)
    }

    private func markup(_ text: String) -> String {
        let cut =
            text.utf8.count > limits.markup ? String(decoding: text.utf8.prefix(limits.markup), as: UTF8.self) : text
        return PageText.plain(cut, limit: limits.text)
    }

    private static func binary(_ type: String) -> Bool {
        !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml") && !type.contains("html")
    }
}

extension String {
    /// Nil for an empty text.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
