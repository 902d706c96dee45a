import Feeds
import Testing

@Suite struct OutlineTests {
    @Test func `a list is read with its folders and written again`() throws {
        let text = """
            <?xml version="1.0"?><opml version="1.1"><head><title>Mine &amp; yours</title></head><body>
            <outline text="Work"><outline text="Rail" type="rss" xmlUrl="http://rail.example/feed?a=1&amp;b=2" htmlUrl="http://rail.example/" category="/a,b"/>
            <outline title="Deep"><outline text="R2" xmlurl="feed://rail.example/2"/></outline></outline>
            <outline text="Again" xmlUrl="http://rail.example/feed?a=1&amp;b=2"/><outline text="Bad" xmlUrl="javascript:x"/></body></opml>
            """
        let outline = try Outline(reading: Array(text.utf8))
        #expect(outline.title == "Mine & yours")
        #expect(outline.feeds.map(\.address) == ["http://rail.example/feed?a=1&b=2", "http://rail.example/2"])
        #expect(outline.feeds.map(\.folders) == [["Work"], ["Work", "Deep"]])
        #expect(outline.feeds[0].categories == ["/a", "b"])
        let again = try Outline(reading: Array(outline.opml.utf8))
        #expect(again == outline)
    }

    @Test func `what is no list says so`() {
        #expect(throws: FeedError.notOutline(root: "rss")) { try Outline(reading: Array("<rss/>".utf8)) }
    }
}

@Suite struct DiscoveryTests {
    @Test func `a page's feeds come first, those of comments last, usual places after all`() {
        let page = """
            <html><head><base href="/blog/"><link rel="stylesheet" href="x.css">
            <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
            <LINK REL="Alternate" TYPE="application/atom+xml" TITLE="All" HREF="atom.xml">
            <link rel=alternate type="application/json" href="/wp-json/wp/v2/x"></head>
            <body><a href="extra.rss">Extra</a><a href="/about">About</a></body></html>
            """
        let found = FeedDiscovery(page: Array(page.utf8), from: "https://rail.example/x/").candidates
        #expect(
            found.prefix(3).map(\.address) == [
                "https://rail.example/blog/atom.xml", "https://rail.example/blog/comments/feed",
                "https://rail.example/blog/extra.rss",
            ]
        )
        #expect(found.first?.title == "All")
        #expect(found.contains { $0.address == "https://rail.example/feed.xml" && $0.found == .usual })
    }
}
