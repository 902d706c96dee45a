/// What the elements inside a channel, an item or an entry say, whatever form they have.
struct NodeWords {
    private(set) var title: String?
    private(set) var link: String?
    private(set) var own: String?
    private(set) var via: String?
    private(set) var contentLink: String?
    private(set) var id: String?
    private(set) var idIsLink = false
    private(set) var summary: String?
    private(set) var tagline: String?
    private(set) var content: String?
    private(set) var language: String?
    private(set) var published: Int64?
    private(set) var updated: Int64?
    private(set) var created: Int64?
    private(set) var comments: String?
    private(set) var movedTo: String?
    private(set) var authors: [String] = []
    private(set) var categories: [String] = []
    private(set) var enclosures: [FeedItem.Enclosure] = []
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
        // A permanent link is an address and is made whole like one; all other ids stay as they are.
        let address = idIsLink && WebLink.scheme(of: text) == nil && (says == "true" || text.hasPrefix("/"))
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

    // MARK: Other names

    private mutating func readDublinCore(_ child: MarkupNode) {
        switch child.local {
        case "title": keepTitle(child, rank: 3)
        case "creator", "author", "publisher", "contributor":
            if child.local == "creator" || child.local == "author" { addAuthor(child.text) }
        case "date": keep(\.published, child.text, "published", rank: 3)
        case "subject": addCategory(child.text)
        case "description": keepSummary(child, rank: 2)
        case "identifier": if wins("id", rank: 1), !child.text.isEmpty { id = child.text }
        case "language": language = language ?? child.text.nilIfEmpty
        default: break
        }
    }

    private mutating func readTerms(_ child: MarkupNode) {
        switch child.local {
        case "issued", "available", "date", "datesubmitted": keep(\.published, child.text, "published", rank: 3)
        case "created": keep(\.created, child.text, "created", rank: 3)
        case "modified": keep(\.updated, child.text, "updated", rank: 3)
        case "title": keepTitle(child, rank: 2)
        case "creator": addAuthor(child.text)
        default: break
        }
    }

    private mutating func readMedia(_ child: MarkupNode) {
        switch child.local {
        case "title": keepTitle(child, rank: 1)
        case "description": keepSummary(child, rank: 1)
        case "content": if let url = child.value("url") { keepEnclosure(child, url) }
        case "group":
            for inner in child.children { readMedia(inner) }
        default: break
        }
    }

    private mutating func readPodcast(_ child: MarkupNode) {
        switch child.local {
        case "title": keepTitle(child, rank: 1)
        case "author": addAuthor(child.text)
        case "summary": keepSummary(child, rank: 1)
        case "subtitle": if tagline == nil { tagline = words(child) }
        case "category": if let text = child.value("text") { addCategory(text) }
        case "new-feed-url": movedTo = movedTo ?? child.text.nilIfEmpty
        default: break
        }
    }

    // MARK: Keeping

    /// True when nothing surer was kept under the name before.
    private mutating func wins(_ name: String, rank new: Int) -> Bool {
        guard new > rank[name] ?? 0 else { return false }
        rank[name] = new
        return true
    }

    private mutating func keepTitle(_ child: MarkupNode, rank: Int) {
        let text = words(child)
        if !text.isEmpty, wins("title", rank: rank) { title = text }
    }

    private mutating func keepSummary(_ child: MarkupNode, rank: Int) {
        let text = words(child)
        if !text.isEmpty, wins("summary", rank: rank) { summary = text }
    }

    private mutating func keepContent(_ child: MarkupNode, rank: Int) {
        if let source = child.value("src") { contentLink = contentLink ?? child.resolved(source) }
        let text = words(child)
        if !text.isEmpty, wins("content", rank: rank) { content = text }
    }

    private mutating func keepLink(_ text: String, _ child: MarkupNode, rank: Int) {
        guard let whole = child.resolved(text), wins("link", rank: rank) else { return }
        link = whole
    }

    private mutating func keep(
        _ place: WritableKeyPath<NodeWords, Int64?>,
        _ text: String,
        _ name: String,
        rank: Int
    ) {
        guard let moment = FeedDate.microseconds(text), wins(name, rank: rank) else { return }
        self[keyPath: place] = moment
    }

    private mutating func keepEnclosure(_ child: MarkupNode, _ address: String?) {
        guard enclosures.count < 20, let address, let whole = child.resolved(address),
            !enclosures.contains(where: { $0.address == whole })
        else { return }
        let bytes = (child.value("length") ?? child.value("filesize")).flatMap { Int($0) }
        enclosures.append(FeedItem.Enclosure(address: whole, type: child.value("type"), bytes: bytes))
    }

    private mutating func addAuthor(_ text: String) {
        let name = PageText.collapsed(text, limit: 200)
        if !name.isEmpty, authors.count < 20, !authors.contains(name) { authors.append(name) }
    }

    private mutating func addCategory(_ text: String) {
        let name = PageText.collapsed(text, limit: 200)
        if !name.isEmpty, categories.count < 60, !categories.contains(name) { categories.append(name) }
    }

    /// The plain text of an element, by what it says of its own type.
    private func words(_ child: MarkupNode) -> String {
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

/// Text written in the letters of base 64.
enum Base64Words {
    static func text(_ coded: String) -> String? {
        var bits: UInt32 = 0
        var count = 0
        var answer: [UInt8] = []
        for byte in coded.utf8 {
            let value: UInt32
            switch byte {
            case 65...90: value = UInt32(byte - 65)
            case 97...122: value = UInt32(byte - 71)
            case 48...57: value = UInt32(byte + 4)
            case 43, 45: value = 62
            case 47, 95: value = 63
            case 61, 9, 10, 13, 32: continue
            default: return nil
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                answer.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return String(validating: answer, as: UTF8.self)
    }
}
