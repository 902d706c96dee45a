private import Feeds

extension Brief {
    /// Addresses that a page needs.
    public struct Links: Sendable, Hashable {
        /// Where "more of this" and "less" lead, for an item's id; nil where there are no answers.
        public var answer: (@Sendable (String, Bool) -> String)?
        /// Names the addresses.
        public init(answer: (@Sendable (String, Bool) -> String)? = nil) { self.answer = answer }
        /// The same only where nothing is given.
        public static func == (left: Links, right: Links) -> Bool { left.answer == nil && right.answer == nil }
        /// Says nothing.
        public func hash(into hasher: inout Hasher) {}
    }

    /// The brief as HTML for a letter: styles in the tags, no pictures, no scripts, nothing that tells that it was opened.
    public func letter(_ links: Links = Links()) -> String {
        page(title: "Your brief for \(day)") { item in
            var html =
                "<p style=\"margin:4px 0;color:#444\"><strong>Why it matters to you:</strong> \(MarkupText.escaped(item.matters))</p>"
            if let answer = links.answer {
                html +=
                    "<p style=\"margin:4px 0\"><a href=\"\(MarkupText.escaped(answer(item.id, true)))\">Useful</a> · "
                html += "<a href=\"\(MarkupText.escaped(answer(item.id, false)))\">Not useful</a></p>"
            }
            return html
        }
    }

    /// The brief as a page for others: no name, no reasons, nothing from inside the company, no trace of choice by chance.
    public var sharePage: String {
        var shared = self
        shared.items = items.filter { !$0.isInside }.sorted { $0.headline < $1.headline }
        return shared.page(title: "A brief for \(day)") { _ in "" }
    }

    private func page(title: String, after: (Item) -> String) -> String {
        var html =
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        html += "<meta name=\"referrer\" content=\"no-referrer\"><title>\(MarkupText.escaped(title))</title></head>\n"
        html += "<body style=\"font:16px/1.5 sans-serif;color:#1a1a1a;max-width:38em;margin:2em auto;padding:0 1em\">\n"
        html += "<h1 style=\"font-size:1.4em\">\(MarkupText.escaped(title))</h1>\n"
        if items.isEmpty { html += "<p>Nothing today that is worth your time.</p>\n" }
        for item in items {
            html +=
                "<section style=\"margin:1.4em 0\"><h2 style=\"font-size:1.1em;margin:0\">\(Self.linked(item.headline, item.sources.first?.link))"
            html += item.isNew ? "</h2>\n" : " <small>(continuing)</small></h2>\n"
            if !item.happened.isEmpty {
                html += "<p style=\"margin:4px 0\">\(MarkupText.escaped(item.happened.joined(separator: " "))) "
                html += "<em>\(MarkupText.escaped(item.source.name))</em></p>\n"
            }
            html += after(item)
            let names = item.sources.map { Self.linked($0.name, $0.link) }.joined(separator: ", ")
            html += "<p style=\"margin:4px 0;font-size:.9em\">Sources: \(names)</p></section>\n"
        }
        return html + "<p>\(Self.end)</p>\n</body></html>\n"
    }

    private static func linked(_ text: String, _ link: String?) -> String {
        let text = MarkupText.escaped(text)
        guard let link, WebLink.isWeb(link) else { return text }
        return "<a href=\"\(MarkupText.escaped(link))\" rel=\"noreferrer\">\(text)</a>"
    }

    /// The brief as RSS 2.0, for the person's own reader: without reasons and without what is inside.
    public func rss(title: String, link: String) -> String {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n"
        xml += "<title>\(MarkupText.escaped(title))</title><link>\(MarkupText.escaped(link))</link>"
        xml += "<description>\(MarkupText.escaped("Brief for \(day)"))</description>\n"
        for item in items where !item.isInside {
            xml += "<item><title>\(MarkupText.escaped(item.headline))</title>"
            if let link = item.sources.first?.link { xml += "<link>\(MarkupText.escaped(link))</link>" }
            xml +=
                "<guid isPermaLink=\"false\">\(MarkupText.escaped(item.formID))</guid>"
            xml += "<description>\(MarkupText.escaped(item.happened.joined(separator: " ")))</description>"
            xml +=
                "<source url=\"\(MarkupText.escaped(item.source.link ?? link))\">\(MarkupText.escaped(item.source.name))</source></item>\n"
        }
        return xml + "</channel></rss>\n"
    }
}
