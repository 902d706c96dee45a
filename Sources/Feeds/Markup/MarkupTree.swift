import CXML

/// A document as libxml2 read it; it goes when this goes.
///
/// Not thread-safe, and never leaves the reading of one document.
final class MarkupTree {
    private let document: xmlDocPtr
    /// False when libxml2 had to mend something.
    let wellFormed: Bool

    /// libxml2 must be started once before it is used from several threads.
    private static let started: Void = xmlInitParser()

    /// Reads XML in UTF-8; nil when there is nothing to be read.
    init?(xml bytes: [UInt8], address: String?) {
        _ = Self.started
        guard bytes.count < Int(Int32.max) else { return nil }
        let read = bytes.withUnsafeBytes { raw in
            cxml_read(raw.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(raw.count), address)
        }
        guard let read else { return nil }
        document = read
        wellFormed = xmlGetLastError() == nil
        xmlResetLastError()
    }

    /// Reads HTML in UTF-8.
    init?(html bytes: [UInt8], address: String?) {
        _ = Self.started
        guard bytes.count < Int(Int32.max) else { return nil }
        let read = bytes.withUnsafeBytes { raw in
            cxml_read_html(raw.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(raw.count), address)
        }
        guard let read else { return nil }
        document = read
        wellFormed = true
        xmlResetLastError()
    }

    deinit { xmlFreeDoc(document) }

    /// The outermost element.
    var root: MarkupNode? { xmlDocGetRootElement(document).map { MarkupNode(tree: self, node: $0) } }

    /// The outermost element, as libxml2 has it.
    var start: xmlNodePtr? { xmlDocGetRootElement(document) }

    /// The base that counts at a node, from `xml:base` and the document's address.
    fileprivate func base(at node: xmlNodePtr) -> String? {
        guard let text = xmlNodeGetBase(document, node) else { return nil }
        defer { cxml_free(text) }
        return String(cString: text)
    }

    /// The markup inside a node.
    fileprivate func markup(inside node: xmlNodePtr) -> [UInt8] {
        guard let buffer = xmlBufferCreate() else { return [] }
        defer { xmlBufferFree(buffer) }
        var child = node.pointee.children
        while let one = child {
            xmlNodeDump(buffer, document, one, 0, 0)
            child = one.pointee.next
        }
        guard let content = xmlBufferContent(buffer) else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
    }
}

/// A place in a document.
struct MarkupNode {
    private let tree: MarkupTree
    private let node: xmlNodePtr
    /// What the element is called, without prefix, in lower case.
    let local: String
    /// Whose name that is.
    let space: NameSpace

    init(tree: MarkupTree, node: xmlNodePtr) {
        self.tree = tree
        self.node = node
        let name = node.pointee.name.map { String(cString: $0) } ?? ""
        if let ns = node.pointee.ns {
            local = name.lowercased()
            let prefix = ns.pointee.prefix.map { String(cString: $0) }
            space = NameSpace(address: ns.pointee.href.map { String(cString: $0) } ?? "", prefix: prefix)
        } else if let colon = name.firstIndex(of: ":") {
            // A prefix that nobody declared.
            local = name[name.index(after: colon)...].lowercased()
            space = NameSpace(address: "", prefix: String(name[..<colon]))
        } else {
            local = name.lowercased()
            space = .none
        }
    }

    /// The elements directly inside.
    var children: [MarkupNode] {
        var found: [MarkupNode] = []
        var child = node.pointee.children
        while let one = child {
            if cxml_is_element(one) != 0 { found.append(MarkupNode(tree: tree, node: one)) }
            child = one.pointee.next
        }
        return found
    }

    /// All text inside, trimmed.
    var text: String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { cxml_free(content) }
        return String(cString: content).trimmed
    }

    /// True when elements stand inside.
    var hasElements: Bool {
        var child = node.pointee.children
        while let one = child {
            if cxml_is_element(one) != 0 { return true }
            child = one.pointee.next
        }
        return false
    }

    /// The markup inside, as it would be written.
    var markup: [UInt8] { tree.markup(inside: node) }

    /// A value of the tag, whatever the case and prefix of its name.
    func value(_ name: String) -> String? {
        var property = node.pointee.properties
        var loose: String?
        while let one = property {
            let own = one.pointee.name.map { String(cString: $0) } ?? ""
            if own.lowercased() == name || own.lowercased().hasSuffix(":" + name) {
                let raw = xmlNodeListGetString(node.pointee.doc, one.pointee.children, 1)
                defer { cxml_free(raw) }
                let text = raw.map { String(cString: $0) } ?? ""
                if one.pointee.ns == nil, own == name { return text.trimmed }
                if loose == nil { loose = text.trimmed }
            }
            property = one.pointee.next
        }
        return loose
    }

    /// An address in the document, made whole by the base that counts here.
    func resolved(_ address: String) -> String? { WebLink.resolve(address, against: tree.base(at: node)) }
}

/// Whose names elements have; addresses are compared loosely, since feeds write them in many ways.
enum NameSpace: Sendable, Hashable {
    case none, rss, rss10, rss090, rdf, atom03, atom10, dc, dcterms, content, media, itunes, xhtml, feedburner, other

    init(address: String, prefix: String?) {
        var text = address.lowercased().trimmed
        while text.hasSuffix("/") || text.hasSuffix("#") { text.removeLast() }
        text = text.replacingPrefix("https://", by: "http://").replacingPrefix("http://www.", by: "http://")
        if let known = Self.known[text] {
            self = known
        } else if text.isEmpty {
            self = prefix.map { Self.prefixes[$0.lowercased()] ?? .other } ?? .none
        } else if text.hasPrefix("http://purl.org/dc/elements") {
            self = .dc
        } else if text.contains("itunes") {
            self = .itunes
        } else if prefix == nil {
            // Somebody's own default name space: the names are meant as they are.
            self = .none
        } else {
            self = prefix.flatMap { Self.prefixes[$0.lowercased()] } ?? .other
        }
    }

    /// True for names that belong to the feed itself.
    var isCore: Bool {
        switch self {
        case .none, .rss, .rss10, .rss090, .atom03, .atom10: true
        default: false
        }
    }

    private static let known: [String: NameSpace] = [
        "http://backend.userland.com/rss": .rss, "http://backend.userland.com/rss2": .rss,
        "http://backend.userland.com/rss091": .rss, "http://blogs.law.harvard.edu/tech/rss": .rss,
        "http://cyber.law.harvard.edu/rss": .rss, "http://rssboard.org/rss-specification": .rss,
        "http://purl.org/rss/2.0": .rss, "http://purl.org/net/rss1.1": .rss10,
        "http://purl.org/rss/1.0": .rss10, "http://my.netscape.com/rdf/simple/0.9": .rss090,
        "http://channel.netscape.com/rdf/simple/0.9": .rss090,
        "http://my.netscape.com/publish/formats/rss-0.9.dtd": .rss090,
        "http://w3.org/1999/02/22-rdf-syntax-ns": .rdf, "http://purl.org/atom/ns": .atom03,
        "http://example.com/newformat": .atom03, "http://example.com/necho": .atom03,
        "http://purl.org/echo": .atom03, "uri/of/echo/namespace": .atom03, "http://purl.org/pie": .atom03,
        "http://w3.org/2005/atom": .atom10, "http://purl.org/rss/1.0/modules/content": .content,
        "http://purl.org/dc/elements/1.1": .dc, "http://purl.org/dc/elements/1.0": .dc,
        "http://purl.org/dc/terms": .dcterms,
        "http://search.yahoo.com/mrss": .media, "http://tools.search.yahoo.com/mrss": .media,
        "http://itunes.com/dtds/podcast-1.0.dtd": .itunes, "http://w3.org/1999/xhtml": .xhtml,
        "http://rssnamespace.org/feedburner/ext/1.0": .feedburner,
    ]

    private static let prefixes: [String: NameSpace] = [
        "rss": .rss, "rdf": .rdf, "atom": .atom10, "atom10": .atom10, "atom03": .atom03, "dc": .dc, "dcterms": .dcterms,
        "content": .content, "media": .media, "itunes": .itunes, "xhtml": .xhtml, "feedburner": .feedburner,
    ]
}

extension StringProtocol {
    /// Without white space and control characters at both ends.
    var trimmed: String {
        func blank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar.value < 32 || scalar == "\u{FEFF}"
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !blank($0) }), let last = scalars.lastIndex(where: { !blank($0) })
        else {
            return ""
        }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    func replacingPrefix(_ prefix: String, by other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : String(self)
    }
}
