extension Document {
    /// The document as one HTML file: style inside, nothing fetched from anywhere, ready to be printed.
    ///
    /// Source: HTML Living Standard; CSS Paged Media Level 3 for page numbers and breaks.
    public var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="referrer" content="no-referrer">
        <title>\(Self.markup(title))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    private var body: String {
        var parts = ["<header>", "<h1>\(Self.markup(title))</h1>"]
        parts += Self.list(facts, named: "facts")
        if let lead { parts.append("<p class=\"lead\">\(Self.markup(lead))</p>") }
        parts.append("</header>")
        for block in blocks {
            parts.append("<section>")
            if let title = block.title { parts.append("<h2>\(Self.markup(title))</h2>") }
            parts += Self.lines(of: block)
            parts.append("</section>")
        }
        if !notes.isEmpty {
            parts += ["<section class=\"notes\">", "<h2>Sources</h2>", "<ol>"]
            parts += notes.map(Self.item)
            parts += ["</ol>", "</section>"]
        }
        if !closing.isEmpty { parts += ["<footer>"] + Self.list(closing, named: "closing") + ["</footer>"] }
        return parts.joined(separator: "\n")
    }

    private static func list(_ facts: [Fact], named name: String) -> [String] {
        guard !facts.isEmpty else { return [] }
        return ["<dl class=\"\(name)\">"]
            + facts.map { "<div><dt>\(markup($0.name))</dt><dd>\(markup($0.words))</dd></div>" } + ["</dl>"]
    }

    private static func lines(of block: Block) -> [String] {
        guard !block.lines.isEmpty else { return [] }
        switch block.form {
        case .paragraph: return ["<p>" + block.lines.map(sentence).joined(separator: "\n") + "</p>"]
        case .list: return ["<ul>"] + block.lines.map { "<li>\(sentence($0))</li>" } + ["</ul>"]
        case .numbered: return ["<ol>"] + block.lines.map { "<li>\(sentence($0))</li>" } + ["</ol>"]
        case .quotation: return ["<blockquote>"] + block.lines.map { "<p>\(sentence($0))</p>" } + ["</blockquote>"]
        }
    }

    private static func sentence(_ line: Line) -> String {
        let cites = line.cites.map { "<a href=\"#note-\($0)\">\($0)</a>" }.joined(separator: ", ")
        var text = markup(line.text)
        if !line.cites.isEmpty { text += "<sup>\(cites)</sup>" }
        if let hand = line.hand { text += " <small>(\(markup(hand)))</small>" }
        if let mark = line.mark { text = "<span class=\"broken\">\(text)</span> <strong>\(markup(mark))</strong>" }
        return text
    }

    private static func item(_ note: Note) -> String {
        var text = "<li id=\"note-\(note.number)\" value=\"\(note.number)\"><span>\(markup(note.label))</span>"
        if let quote = note.quote { text += " <q>\(markup(quote))</q>" }
        if let mark = note.mark { text += " <strong>\(markup(mark))</strong>" }
        if let link = safe(note.link) { text += " <a href=\"\(markup(link))\" rel=\"noreferrer\">Open</a>" }
        return text + "</li>"
    }

    /// Plain text that HTML reads as itself, in content and in attributes between double quotes.
    static func markup(_ text: String) -> String {
        var result = ""
        for character in plain(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1b2320; --paper: #fff; --soft: #56625c; --hair: #d8ded8; --accent: #14624a; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4eae6; --paper: #131816; --soft: #9daaa3; --hair: #2f3a35; --accent: #84cdb0; }
        }
        body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 42rem; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.9rem; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 1rem; }
        h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
        dl { margin: 0; }
        dl div { display: flex; gap: 0.75rem; }
        dt { flex: 0 0 9rem; color: var(--soft); }
        dd { margin: 0; }
        .lead { color: var(--soft); margin: 1rem 0 0; }
        p { margin: 0 0 0.6rem; }
        ul, ol { margin: 0; padding-left: 1.4rem; }
        li { margin-bottom: 0.5rem; }
        blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--hair); }
        sup { line-height: 0; font-size: 0.75em; margin-left: 0.15em; }
        a { color: var(--accent); }
        small { color: var(--soft); }
        .broken { text-decoration: line-through; text-decoration-color: var(--soft); }
        .notes { font-size: 0.9375rem; border-top: 1px solid var(--hair); margin-top: 2.5rem; }
        .notes h2 { margin-top: 1rem; }
        .notes q { font-family: Charter, "Noto Serif", Cambria, Georgia, serif; quotes: "“" "”"; }
        footer { border-top: 1px solid var(--hair); margin-top: 2.5rem; padding-top: 1rem; font-size: 0.875rem; color: var(--soft); }
        @media print {
          :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #444; --hair: #aaa; --accent: #000; }
          @page { margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
          body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.45; }
          h1 { font-size: 18pt; } h2 { font-size: 12.5pt; break-after: avoid; }
          li, blockquote, dl div { break-inside: avoid; }
          p, li { orphans: 3; widows: 3; }
          .notes a::after { content: " (" attr(href) ")"; font-size: 8pt; }
          a { text-decoration: none; }
        }
        """
}
