import Feeds
import Testing

/// Ways of writing feeds that are rare and well formed.
@Suite struct BorrowedWaysTests {
    private func feed(_ text: String, from address: String = "https://a.example/feeds/all.xml") throws -> Feed {
        try Feed(reading: Array(text.utf8), from: address)
    }

    @Test func `a channel definition says link and date in its tags`() throws {
        let feed = try feed(
            """
            <CHANNEL HREF="https://a.example/" LASTMOD="2026-03-02T10:00:00Z"><TITLE>All</TITLE>
            <ITEM HREF="https://a.example/1" LASTMOD="2026-03-01T10:00:00Z"><TITLE>One</TITLE></ITEM></CHANNEL>
            """
        )
        #expect(feed.link == "https://a.example/")
        #expect(feed.updated == 1_772_445_600_000_000)
        let item = try #require(feed.items.first)
        #expect(item.link == "https://a.example/1" && item.title == "One")
        #expect(item.moment == 1_772_359_200_000_000)
    }

    @Test func `of two dates of the same name the last one counts`() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title>
            <published>2026-01-01T00:00:00Z</published><published>2026-01-02T00:00:00Z</published></entry></feed>
            """
        )
        #expect(feed.items.first?.published == 1_767_312_000_000_000)
    }

    @Test(arguments: [
        ("/relative/one", "https://a.example/relative/one"), ("tag:a.example,2026:1", "tag:a.example,2026:1"),
        ("right", "right"), ("HTTP://a.example/Thing", "HTTP://a.example/Thing"),
    ]) func `an id that is a path is made whole, all others stay`(_ id: String, _ whole: String) throws {
        let feed = try feed(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>T</title><id>\(id)</id></entry></feed>"
        )
        #expect(feed.items.first?.id == whole)
    }

    @Test(arguments: [
        ("safe&lt;embed src=\"https://b.example/\"> words", "safe words"),
        ("safe&lt;object classid=\"x\"> words", "safe words"), ("sa&lt;!-- -- never ends &gt;fe", "safe"),
        ("safe&lt;!--", "safe"), ("sa&lt;!-- ends -->fe", "safe"),
        ("safe&lt;script>alert(1)&lt;/script> words", "safe words"),
        ("History of the &amp;lt;blink&amp;gt; tag", "History of the <blink> tag"),
    ]) func `markup in a title is read as its words`(_ title: String, _ words: String) throws {
        let feed = try feed(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"html\">\(title)</title></entry></feed>"
        )
        #expect(feed.items.first?.title == words)
    }

    @Test func `a channel that was only created says when`() throws {
        let feed = try feed(
            """
            <rss version="2.0" xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>T</title>
            <dcterms:created>2026-01-02T00:00:00Z</dcterms:created></channel></rss>
            """
        )
        #expect(feed.updated == 1_767_312_000_000_000)
    }
}
