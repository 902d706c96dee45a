import Workspace
import Writing

extension WeeklyNote {
    /// The message's subject.
    public var subject: String { "Your week from \(DateWords.day(monday))" }

    /// The note as plain text; `site` stands before links that are paths.
    public func text(site: String = "") -> String {
        var lines = [subject, ""]
        for (number, item) in items.enumerated() {
            let due = item.due.map { " (by \(DateWords.day($0)))" } ?? ""
            lines.append("\(number + 1). \(item.title)\(due)")
            if !item.why.isEmpty { lines.append("   \(item.why)") }
            if !item.sources.isEmpty { lines.append("   Sources: \(item.sources.joined(separator: ", "))") }
            if let link = Self.address(item.link, site) { lines.append("   \(link)") }
        }
        if !meetings.isEmpty {
            lines += (items.isEmpty ? [] : [""]) + ["1:1s this week"]
            for meeting in meetings {
                lines.append("- \(meeting.title)")
                if let link = Self.address(meeting.link, site) { lines.append("  \(link)") }
            }
        }
        lines += ["", Self.foot]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The note as HTML, all words of others escaped; no picture, no script, nothing that tells that it was read.
    public func html(site: String = "") -> String {
        func link(_ item: Item) -> String {
            let words = Self.escaped(item.title)
            guard let address = Self.address(item.link, site) else { return words }
            return "<a href=\"\(Self.escaped(address))\">\(words)</a>"
        }
        var parts = ["<h1>\(Self.escaped(subject))</h1>"]
        if !items.isEmpty {
            let lines = items.map { item in
                let due = item.due.map { " (by \(DateWords.day($0)))" } ?? ""
                let why = item.why.isEmpty ? "" : "<br>\(Self.escaped(item.why))"
                let sources =
                    item.sources.isEmpty
                    ? "" : "<br><small>Sources: \(Self.escaped(item.sources.joined(separator: ", ")))</small>"
                return "<li><strong>\(link(item))</strong>\(due)\(why)\(sources)</li>"
            }
            parts.append("<ol>\n\(lines.joined(separator: "\n"))\n</ol>")
        }
        if !meetings.isEmpty {
            parts.append("<h2>1:1s this week</h2>")
            parts.append("<ul>\n\(meetings.map { "<li>\(link($0))</li>" }.joined(separator: "\n"))\n</ul>")
        }
        parts.append("<p><small>\(Self.foot)</small></p>")
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
            <body>
            \(parts.joined(separator: "\n"))
            </body></html>

            """
    }

    static let foot = "One message a week, and none when nothing asks for you."

    /// Only addresses of the web and paths of the own site are linked.
    private static func address(_ link: String?, _ site: String) -> String? {
        guard let link else { return nil }
        if link.hasPrefix("https://") || link.hasPrefix("http://") { return link }
        return link.hasPrefix("/") && !link.hasPrefix("//") && !site.isEmpty ? site + link : nil
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
