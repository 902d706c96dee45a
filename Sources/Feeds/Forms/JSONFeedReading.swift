private import Foundation

/// Reads JSON Feed 1.0 and 1.1.
///
/// Source: jsonfeed.org/version/1.1; ids may be numbers, as the standard asks readers to take them.
struct JSONFeedReading {
    let address: String?
    let limits: FeedLimits

    func feed(_ bytes: [UInt8]) throws(FeedError) -> Feed {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        var mended = false
        var value = try? decoder.decode(JSONValue.self, from: data)
        if value == nil {
            decoder.allowsJSON5 = true
            value = try? decoder.decode(JSONValue.self, from: data)
            mended = true
        }
        guard let value, case .table(let top) = value else { throw .notJSONFeed }
        let version = top["version"]?.text ?? ""
        guard version.contains("jsonfeed.org") || (version.isEmpty && top["items"]?.list != nil) else {
            throw .notJSONFeed
        }
        var feed = Feed(form: .json)
        feed.mended = mended
        feed.title = top["title"].flatMap(plain)
        feed.link = top["home_page_url"]?.text.flatMap(whole)
        feed.address = top["feed_url"]?.text.flatMap(whole)
        feed.id = feed.address
        feed.summary = top["description"].flatMap(plain)
        feed.language = top["language"]?.text
        let own = top["feed_url"]?.text ?? address
        feed.items = (top["items"]?.list ?? []).prefix(limits.items).compactMap { item($0, base: own) }
        feed.updated = feed.items.compactMap { $0.updated ?? $0.published }.max()
        return feed
    }

    private func item(_ value: JSONValue, base: String?) -> FeedItem? {
        guard case .table(let table) = value else { return nil }
        let link = (table["url"]?.text).flatMap { WebLink.resolve($0, against: base) }
        let other = (table["external_url"]?.text).flatMap { WebLink.resolve($0, against: base) }
        let id = table["id"]?.text.nilIfEmpty
        var item = FeedItem(id: id ?? link ?? other ?? "")
        item.hasOwnID = id != nil
        item.link = link ?? other
        item.via = other
        item.title = table["title"].flatMap(plain) ?? ""
        item.summary = table["summary"].flatMap(plain) ?? ""
        let html = table["content_html"]?.text.map {
            PageText.plain(String($0.prefix(limits.markup)), limit: limits.text)
        }
        item.content = html ?? table["content_text"]?.text.map { PageText.collapsed($0, limit: limits.text) } ?? ""
        item.published = (table["date_published"]?.text).flatMap(FeedDate.microseconds)
        item.updated = (table["date_modified"]?.text).flatMap(FeedDate.microseconds)
        let authors = (table["authors"]?.list ?? []) + [table["author"]].compactMap { $0 }
        for author in authors {
            if let name = author["name"]?.text, !item.authors.contains(name) { item.authors.append(name) }
        }
        item.categories = (table["tags"]?.list ?? []).compactMap(\.text)
        for file in table["attachments"]?.list ?? [] {
            guard let address = (file["url"]?.text).flatMap({ WebLink.resolve($0, against: base) }) else { continue }
            item.enclosures.append(
                FeedItem.Enclosure(
                    address: address,
                    type: file["mime_type"]?.text,
                    bytes: file["size_in_bytes"]?.text.flatMap { Int($0) }
                )
            )
        }
        if item.id.isEmpty { item.id = WordsID.of(item) }
        return item
    }

    private func whole(_ link: String) -> String? { WebLink.resolve(link, against: address) }
    private func plain(_ value: JSONValue) -> String? {
        value.text.map { PageText.collapsed($0, limit: limits.text) }
    }
}

/// A JSON value; numbers keep the form of whole ones where they are whole.
enum JSONValue: Decodable {
    case null
    case bool(Bool)
    case text(String)
    case list([JSONValue])
    case table([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .text(String(value))
        } else if let value = try? container.decode(Double.self) {
            self = .text(String(value))
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .table(try container.decode([String: JSONValue].self))
        }
    }

    /// A text or a number.
    var text: String? { if case .text(let text) = self { text } else { nil } }
    /// A list.
    var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }

    subscript(key: String) -> JSONValue? { if case .table(let table) = self { table[key] } else { nil } }
}

extension String? {
    fileprivate var nilIfEmpty: String? { self.flatMap { $0.isEmpty ? nil : $0 } }
}
