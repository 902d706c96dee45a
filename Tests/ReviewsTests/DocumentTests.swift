import Evidence
import Foundation
import Reviews
import Testing
import Workspace

@Suite struct `Documents to hand on` {
    private static let hostile = [
        #"<script>alert(1)</script>"#, #"<img src=x onerror="alert(1)">"#, "[click](javascript:alert(1))",
        "![x](https://evil.example/p.png)", "# heading", "- item", "1. item", "1) item", "> quote", "***", "---",
        "`code`", "**bold** _em_ ~~gone~~", "[^1]: another note", "&lt;b&gt; &amp;", "a | b", "$x^2$",
        "</q></li><style>*{display:none}</style>", "\u{202E}evil", "two\n\n# lines", "https://evil.example", "\\*",
        "<!-- -->", "=====", "+ plus", ": definition", "<https://evil.example>", "[ref]: https://evil.example",
    ]

    private func document(_ words: String, link: String? = nil) -> Document {
        Document(
            title: words,
            facts: [Document.Fact(words, words)],
            lead: words,
            blocks: Document.Block.Form.allCases.map { form in
                Document.Block(words, form: form, lines: [Document.Line(words, cites: [1], mark: words, hand: words)])
            },
            notes: [Document.Note(number: 1, label: words, quote: words, link: link, mark: words)],
            closing: [Document.Fact(words, words)]
        )
    }

    @Test(arguments: hostile) func `hostile words stay words in HTML`(_ words: String) {
        let html = document(words).html
        let plain = document("WORDS").html
        func tags(_ text: String) -> [String] { text.matches(of: /<\/?[a-z!][^>]*>/).map { String($0.0) } }
        // The same tags in the same order, and nothing more.
        #expect(tags(html) == tags(plain))
        #expect(!html.contains("javascript:alert(1)\""))
        #expect(html.unicodeScalars.allSatisfy { $0.value != 0x202E })
    }

    @Test(arguments: hostile) func `hostile words stay words in Markdown`(_ words: String) {
        let markdown = document(words).markdown
        let plain = document("WORDS").markdown
        func shape(_ text: String) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                // What begins a line decides what it is; escaped marks are words.
                String(line.prefix { "#->*1. [^]:".contains($0) }.filter { $0 != "*" && $0 != " " })
            }
        }
        #expect(shape(markdown).count == shape(plain).count)
        for (line, expected) in zip(shape(markdown), shape(plain)) { #expect(line.hasPrefix(expected.prefix(1))) }
        // No mark that could begin markup stands without a backslash, apart from the house's own.
        let own = markdown.replacing("[^1]", with: "").replacing("**", with: "").replacing("*", with: "")
        for mark in ["<", "[", "`", "_", "~", "|", "$"] {
            var rest = Substring(own)
            while let found = rest.firstRange(of: mark) {
                let before = own[..<found.lowerBound].reversed().prefix { $0 == "\\" }.count
                #expect(before % 2 == 1, "\(mark) in \(own)")
                rest = rest[found.upperBound...]
            }
        }
        #expect(!markdown.replacing("\\://", with: "").contains("://"), "no bare address becomes a link")
    }

    @Test(
        arguments: [
            ("javascript:alert(1)", false), ("https://chat.example/archives/C1/p1?thread_ts=1.2&cid=C1", true),
            ("https://a.example/\"><script>", false), ("https://a.example/a b", false),
            ("slack://channel?team=T", true),
            ("data:text/html,x", false), ("https://a.example/)[x](", false), ("//evil.example", false),
        ]
    ) func `a note leads only where it may`(_ link: String, _ leads: Bool) {
        let document = document("x", link: link)
        #expect(document.html.contains("rel=\"noreferrer\"") == leads)
        #expect(document.markdown.contains("[Open](<") == leads)
    }

    @Test func `the file asks nobody for anything`() {
        let html = document("x").html
        for word in ["src=", "@import", "url(", "<link", "<script", "<iframe", "<form"] {
            #expect(!html.contains(word))
        }
        #expect(html.contains("default-src 'none'") && html.contains("@page") && html.contains("@media print"))
    }

    @Test func `the sealed bytes are one line of JSON in one order, and say no seal`() throws {
        let review = try Invented.review(in: .sealed)
        let bytes = review.document(Invented.context(), borneOut: [], seal: "00ff").canonicalBytes
        #expect(bytes == review.document(Invented.context(), borneOut: []).canonicalBytes)
        #expect(bytes.last == UInt8(ascii: "\n") && bytes.dropLast().allSatisfy { $0 != UInt8(ascii: "\n") })
        let value = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(value["title"] as? String == "Review of Ana Berg" && value["closing"] == nil)
        #expect(Array(value.keys.sorted()) == ["blocks", "facts", "form", "lead", "notes", "title"])
    }

    @Test func `JSON reads every text back as it was`() throws {
        for words in Self.hostile + ["\u{0}\u{1}\t\"\\/é😀\u{7f}", ""] {
            let bytes = document(words).canonicalBytes
            let value = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            #expect(value["title"] as? String == words)
        }
    }

    @Test func `a review says who wrote what, cites by number and leaves the box empty`() throws {
        var review = try Invented.review()
        try review.add("Nobody else keeps such notes.", to: "craft", by: Invented.splitter)
        let composed = Set(review.lines.filter { $0.hand == .composed }.map(\.id))
        let document = review.document(Invented.context(), borneOut: composed)
        let markdown = document.markdown
        #expect(markdown.hasPrefix("# Review of Ana Berg\n\n- **Role:** Engineer, level 4\n"))
        #expect(markdown.contains("“Your plan for the queue held up”.[^1]"))
        #expect(markdown.contains("Nobody else keeps such notes. *(in Mo Lind’s words)*"))
        #expect(markdown.contains("## Direction\n\nNot enough evidence."))
        #expect(markdown.contains("[^2]: Cy Holm in #queue, 14 October 2024: “The runbook you wrote"))
        #expect(markdown.contains("[Open](<https://chat.example/archives/C1/p1>)"))
        #expect(document.html.contains("<sup><a href=\"#note-2\">2</a></sup>"))
    }

    @Test func `dropped evidence never leaves the house`() throws {
        var review = try Invented.review()
        try review.choose("c", .drop)
        let document = review.document(Invented.context(), borneOut: [])
        #expect(!document.markdown.contains("hurt by the change") && !document.html.contains("hurt by the change"))
    }
}
