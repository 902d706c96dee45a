/// A list of feeds, as readers hand it to each other: OPML 1 and 2.
public struct Outline: Sendable, Hashable {
    /// What the list is called.
    public var title: String?
    /// The feeds in the order of the list.
    public var feeds: [Entry]

    /// Makes a list.
    public init(title: String? = nil, feeds: [Entry]) {
        self.title = title
        self.feeds = feeds
    }

    /// One feed of a list.
    public struct Entry: Sendable, Hashable {
        /// The feed's address.
        public var address: String
        /// What it is called.
        public var title: String
        /// The page that it belongs to.
        public var page: String?
        /// The folders that it lies in, outermost first.
        public var folders: [String]
        /// What it is filed under.
        public var categories: [String]

        /// Names a feed.
        public init(
            address: String,
            title: String,
            page: String? = nil,
            folders: [String] = [],
            categories: [String] = []
        ) {
            self.address = address
            self.title = title
            self.page = page
            self.folders = folders
            self.categories = categories
        }
    }

    /// Reads a list; feeds that are named twice are kept once.
    ///
    /// Errors: `FeedError`: it is no list of feeds.
    public init(reading bytes: [UInt8], limits: FeedLimits = FeedLimits()) throws(FeedError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
        let clean = try CleanMarkup(DecodedText(bytes, contentType: nil).utf8)
        guard !clean.bytes.isEmpty else { throw .empty }
        guard let tree = MarkupTree(xml: clean.bytes, address: nil), let root = tree.root else {
            throw .notOutline(root: nil)
        }
        guard root.local == "opml" || root.local == "outlinedocument" else { throw .notOutline(root: root.local) }
        self.init(title: nil, feeds: [])
        var seen: Set<String> = []
        for part in root.children {
            if part.local == "head" { title = part.children.first { $0.local == "title" }?.text.nilIfEmpty }
            if part.local == "body" { read(part, folders: [], &seen, limits.items) }
        }
        if feeds.isEmpty { read(root, folders: [], &seen, limits.items) }
    }

    private mutating func read(_ node: MarkupNode, folders: [String], _ seen: inout Set<String>, _ most: Int) {
        guard folders.count < 16 else { return }
        for child in node.children where child.local == "outline" {
            guard feeds.count < most * 10 else { return }
            let name = PageText.collapsed(child.value("title") ?? child.value("text") ?? "", limit: 300)
            guard
                let text = child.value("xmlurl")
                    ?? (child.value("type")?.lowercased() == "rss" ? child.value("url") : nil),
                let address = WebLink.resolve(
                    text.replacingPrefix("feed://", by: "http://").replacingPrefix("feed:http", by: "http"),
                    against: nil
                )
            else {
                read(child, folders: name.isEmpty ? folders : folders + [name], &seen, most)
                continue
            }
            if seen.insert(address).inserted {
                let categories = (child.value("category") ?? "").split(separator: ",").map(\.trimmed).filter {
                    !$0.isEmpty
                }
                feeds.append(
                    Entry(
                        address: address,
                        title: name.isEmpty ? address : name,
                        page: child.value("htmlurl").flatMap { WebLink.resolve($0, against: nil) },
                        folders: folders,
                        categories: categories
                    )
                )
            }
            read(child, folders: folders, &seen, most)
        }
    }

    /// The list as OPML 2.0; feeds of one folder stand together.
    public var opml: String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
        text += "    <title>\(MarkupText.escaped(title ?? "Feeds"))</title>\n  </head>\n  <body>\n"
        write(feeds[...].map { $0 }, depth: 0, indent: "    ", to: &text)
        return text + "  </body>\n</opml>\n"
    }

    private func write(_ entries: [Entry], depth: Int, indent: String, to text: inout String) {
        var order: [String] = []
        var inside: [String: [Entry]] = [:]
        for entry in entries {
            guard entry.folders.count > depth else {
                text +=
                    "\(indent)<outline type=\"rss\" text=\"\(MarkupText.escaped(entry.title))\" title=\"\(MarkupText.escaped(entry.title))\" "
                text += "xmlUrl=\"\(MarkupText.escaped(entry.address))\""
                if let page = entry.page { text += " htmlUrl=\"\(MarkupText.escaped(page))\"" }
                if !entry.categories.isEmpty {
                    text += " category=\"\(MarkupText.escaped(entry.categories.joined(separator: ",")))\""
                }
                text += "/>\n"
                continue
            }
            let folder = entry.folders[depth]
            if inside[folder] == nil { order.append(folder) }
            inside[folder, default: []].append(entry)
        }
        for folder in order {
            let name = MarkupText.escaped(folder)
            text += "\(indent)<outline text=\"\(name)\" title=\"\(name)\">\n"
            write(inside[folder] ?? [], depth: depth + 1, indent: indent + "  ", to: &text)
            text += "\(indent)</outline>\n"
        }
    }
}

/// Text as it stands in markup.
public enum MarkupText {
    /// With `&`, `<`, `>` and both quotes written as references; characters that XML forbids are left out.
    public static func escaped(_ text: String) -> String {
        var answer = ""
        answer.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": answer += "&amp;"
            case "<": answer += "&lt;"
            case ">": answer += "&gt;"
            case "\"": answer += "&quot;"
            case "'": answer += "&#39;"
            default: if CleanMarkup.allowed(scalar.value) { answer.unicodeScalars.append(scalar) }
            }
        }
        return answer
    }
}
