import Feeds

/// A feed of some form, and what is in it.
struct FeedSample: Sendable, CustomStringConvertible {
    let name: String
    let text: String
    let form: Feed.Form
    /// Title, link, id and time of each item; nil where it has none.
    let items: [Expected]
    var title: String? = "Rail notes"
    var mended = false

    var description: String { name }

    struct Expected: Sendable {
        var title: String
        var link: String?
        var id: String?
        var time: String?

        init(_ title: String, _ link: String?, id: String? = nil, time: String? = nil) {
            self.title = title
            self.link = link
            self.id = id
            self.time = time
        }
    }

    static let all: [FeedSample] = plain + rich + broken

    static let plain: [FeedSample] = [
        FeedSample(
            name: "RSS 0.90",
            text: """
                <?xml version="1.0"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
                <channel><title>Rail notes</title><link>http://rail.example/</link><description>Of sleepers</description></channel>
                <item><title>Oak or concrete</title><link>http://rail.example/oak</link></item>
                <item><title>Ballast</title><link>http://rail.example/ballast</link></item>
                </rdf:RDF>
                """,
            form: .rss090,
            items: [
                .init("Oak or concrete", "http://rail.example/oak"), .init("Ballast", "http://rail.example/ballast"),
            ]
        ),
        FeedSample(
            name: "RSS 0.91 with its document type",
            text: """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
                <rss version="0.91"><channel><title>Rail notes</title><link>http://rail.example/</link><language>en</language>
                <item><title>Caf&eacute; car</title><link>http://rail.example/1</link><description>It is back.</description></item>
                </channel></rss>
                """,
            form: .rss09x,
            items: [.init("Café car", "http://rail.example/1")],
            mended: true
        ),
        FeedSample(
            name: "RSS 0.92 without titles",
            text: """
                <rss version="0.92"><channel><title>Rail notes</title><link>http://rail.example/</link>
                <item><description>Only words, with &lt;a href="http://rail.example/x"&gt;a link&lt;/a&gt;.</description></item>
                <item><title>Second</title><enclosure url="http://rail.example/a.mp3" length="120" type="audio/mpeg"/></item>
                </channel></rss>
                """,
            form: .rss09x,
            items: [.init("", nil), .init("Second", nil, id: "http://rail.example/a.mp3")]
        ),
        FeedSample(
            name: "RSS 1.0",
            text: """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="http://rail.example/rss"><title>Rail notes</title><link>http://rail.example/</link>
                <items><rdf:Seq><rdf:li resource="http://rail.example/1"/></rdf:Seq></items></channel>
                <image rdf:about="http://rail.example/i.png"><title>Picture</title><url>http://rail.example/i.png</url></image>
                <item rdf:about="http://rail.example/1#id"><title>Points failure</title><link>http://rail.example/1</link>
                <dc:date>2026-03-04T05:06:07+01:00</dc:date><dc:creator>Signalling</dc:creator></item>
                </rdf:RDF>
                """,
            form: .rss10,
            items: [
                .init(
                    "Points failure",
                    "http://rail.example/1",
                    id: "http://rail.example/1#id",
                    time: "2026-03-04T04:06:07Z"
                )
            ]
        ),
        FeedSample(
            name: "RSS 2.0",
            text: """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rail notes</title>
                <link>http://rail.example/</link><lastBuildDate>Mon, 02 Mar 2026 10:00:00 GMT</lastBuildDate>
                <item><title>A &amp; B</title><link>http://rail.example/a?x=1&amp;y=2</link><guid isPermaLink="false">tag-7</guid>
                <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate><content:encoded><![CDATA[<p>Whole&nbsp;text</p>]]></content:encoded></item>
                <item><title>Guid only</title><guid>http://rail.example/guid</guid></item>
                </channel></rss>
                """,
            form: .rss20,
            items: [
                .init("A & B", "http://rail.example/a?x=1&y=2", id: "tag-7", time: "2026-03-02T08:00:00Z"),
                .init("Guid only", "http://rail.example/guid", id: "http://rail.example/guid"),
            ]
        ),
        FeedSample(
            name: "Atom 0.3",
            text: """
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped" type="text/html">Rail &lt;b&gt;notes&lt;/b&gt;</title>
                <link rel="alternate" type="text/html" href="http://rail.example/"/><modified>2026-01-02T03:04:05Z</modified>
                <entry><title>First</title><link rel="alternate" type="text/html" href="http://rail.example/1"/><id>tag:rail.example,2026:1</id>
                <issued>2026-01-02T00:00:00-08:00</issued><modified>2026-01-03T00:00:00Z</modified>
                <content type="text/html" mode="base64">PHA+SGVsbG88L3A+</content></entry></feed>
                """,
            form: .atom03,
            items: [
                .init("First", "http://rail.example/1", id: "tag:rail.example,2026:1", time: "2026-01-02T08:00:00Z")
            ]
        ),
        FeedSample(
            name: "Atom 1.0 with bases",
            text: """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://rail.example/notes/" xml:lang="en">
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rail <em>notes</em></div></title>
                <link rel="self" href="feed.atom"/><link href="./"/><id>urn:rail</id><updated>2026-01-02T03:04:05.678Z</updated>
                <entry xml:base="2026/"><title type="html">&lt;b&gt;Bold&lt;/b&gt; &amp;amp; plain</title><link rel="enclosure" href="x.mp3"/>
                <link rel="alternate" href="../one"/><id>urn:one</id><published>2026-01-01T12:00:00Z</published><updated>2026-01-02T12:00:00Z</updated>
                <author><name>Ada</name><email>a@rail.example</email></author><category term="track" label="Track work"/></entry>
                <entry><title type="text">1 &lt; 2</title><link href="two"/><id>urn:two</id><updated>2026-01-02T12:00:00+02:00</updated></entry>
                </feed>
                """,
            form: .atom10,
            items: [
                .init("Bold & plain", "http://rail.example/notes/one", id: "urn:one", time: "2026-01-01T12:00:00Z"),
                .init("1 < 2", "http://rail.example/notes/two", id: "urn:two", time: "2026-01-02T10:00:00Z"),
            ]
        ),
        FeedSample(
            name: "JSON Feed 1.0",
            text: """
                {"version":"https://jsonfeed.org/version/1","title":"Rail notes","home_page_url":"http://rail.example/",
                 "items":[{"id":7,"url":"/seven","content_html":"<p>Seven</p>","date_published":"2026-01-01T00:00:00Z","author":{"name":"Ada"}},
                 {"id":"x","title":"Elsewhere","external_url":"http://other.example/x","content_text":"…"}]}
                """,
            form: .json,
            items: [
                .init("", "http://rail.example/seven", id: "7", time: "2026-01-01T00:00:00Z"),
                .init("Elsewhere", "http://other.example/x", id: "x"),
            ]
        ),
        FeedSample(
            name: "JSON Feed 1.1 with a comma too many",
            text: """
                {"version":"https://jsonfeed.org/version/1.1","title":"Rail notes","items":[{"id":"1","title":"One","url":"http://rail.example/1",
                "authors":[{"name":"Ada"}],"tags":["track"],"attachments":[{"url":"http://rail.example/a.mp3","mime_type":"audio/mpeg"}],},]}
                """,
            form: .json,
            items: [.init("One", "http://rail.example/1", id: "1")]
        ),
    ]

    static let rich: [FeedSample] = [
        FeedSample(
            name: "names of other name spaces never stand for the item's own",
            text: """
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="http://x.example/"><channel><title>Rail notes</title>
                <atom:link rel="self" href="http://rail.example/feed"/><link>http://rail.example/</link>
                <item><media:title>Caption</media:title><itunes:title>Episode</itunes:title><x:title>No</x:title><title>Own</title>
                <x:link>http://no.example/</x:link><link>http://rail.example/own</link><atom:link rel="self" href="http://rail.example/self"/>
                <atom:updated>2026-02-02T00:00:00Z</atom:updated><source url="http://else.example/">Else</source></item></channel></rss>
                """,
            form: .rss20,
            items: [.init("Own", "http://rail.example/own", time: "2026-02-02T00:00:00Z")]
        ),
        FeedSample(
            name: "prefixes that stand for a default name space",
            text: """
                <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Rail notes</a:title><a:entry><a:title>Prefixed</a:title>
                <a:link href="http://rail.example/p"/><a:id>urn:p</a:id><a:updated>2026-02-02T00:00:00Z</a:updated></a:entry></a:feed>
                """,
            form: .atom10,
            items: [.init("Prefixed", "http://rail.example/p", id: "urn:p", time: "2026-02-02T00:00:00Z")]
        ),
        FeedSample(
            name: "Dublin Core alone",
            text: """
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><dc:title>Rail notes</dc:title>
                <item><dc:title>By core</dc:title><link>http://rail.example/dc</link><dc:identifier>dc-1</dc:identifier>
                <dc:date>2026-05-06</dc:date><dc:subject>Track</dc:subject></item></channel></rss>
                """,
            form: .rss20,
            items: [.init("By core", "http://rail.example/dc", id: "dc-1", time: "2026-05-06T00:00:00Z")]
        ),
        FeedSample(
            name: "markup in markup",
            text: """
                <rss version="2.0"><channel><title>Rail notes</title><item><title>&lt;i&gt;Tom&lt;/i&gt; &amp;amp; Ann&amp;#8217;s 5 &lt; 6</title>
                <link>http://rail.example/m</link></item><item><title><![CDATA[<b>Sleepers</b> &amp; ballast]]></title></item>
                <item><title>if (a &lt; b) then c</title></item></channel></rss>
                """,
            form: .rss20,
            items: [
                .init("Tom & Ann’s 5 < 6", "http://rail.example/m"), .init("Sleepers & ballast", nil),
                .init("if (a < b) then c", nil),
            ]
        ),
        FeedSample(
            name: "plain entities of the document's own",
            text: """
                <?xml version="1.0"?><!DOCTYPE rss [ <!ENTITY who "the signal box"> <!ENTITY amp2 "&#38;"> ]>
                <rss version="2.0"><channel><title>Rail notes</title><item><title>From &who;</title><link>http://rail.example/e</link></item></channel></rss>
                """,
            form: .rss20,
            items: [.init("From the signal box", "http://rail.example/e")]
        ),
        FeedSample(
            name: "the original link of a relay",
            text: """
                <rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>Rail notes</title><item>
                <title>Relayed</title><link>http://relay.example/~r/1</link><feedburner:origLink>http://rail.example/1</feedburner:origLink>
                <guid isPermaLink="false">relay-1</guid></item></channel></rss>
                """,
            form: .rss20,
            items: [.init("Relayed", "http://rail.example/1", id: "relay-1")]
        ),
    ]

    static let broken: [FeedSample] = [
        FeedSample(
            name: "printed words before the document",
            text:
                "\n\nWarning: something in line 3\n<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Rail notes</title>"
                + "<item><title>One</title><link>http://rail.example/1</link></item></channel></rss>",
            form: .rss20,
            items: [.init("One", "http://rail.example/1")],
            mended: true
        ),
        FeedSample(
            name: "bare ampersands and control characters",
            text: "<rss version=\"2.0\"><channel><title>Rail notes</title><item><title>R&D \u{1}at AT&T</title>"
                + "<link>http://rail.example/?a=1&b=2&copy=3</link></item></channel></rss>",
            form: .rss20,
            items: [.init("R&D at AT&T", "http://rail.example/?a=1&b=2&copy=3")],
            mended: true
        ),
        FeedSample(
            name: "cut short",
            text:
                "<rss version=\"2.0\"><channel><title>Rail notes</title><item><title>One</title><link>http://rail.example/1</link></item>"
                + "<item><title>Two</title><link>http://rail.example/2</li",
            form: .rss20,
            items: [.init("One", "http://rail.example/1"), .init("Two", "http://rail.example/2")],
            mended: true
        ),
        FeedSample(
            name: "undeclared prefixes",
            text:
                "<rss version=\"2.0\"><channel><title>Rail notes</title><item><title>One</title><link>http://rail.example/1</link>"
                + "<dc:date>2026-05-06T00:00:00Z</dc:date><dc:creator>Ada</dc:creator><foo:title>No</foo:title></item></channel></rss>",
            form: .rss20,
            items: [.init("One", "http://rail.example/1", time: "2026-05-06T00:00:00Z")],
            mended: true
        ),
        FeedSample(
            name: "tags that do not match",
            text:
                "<rss version=\"2.0\"><channel><title>Rail notes</title><item><title>One</title><description><b>Bold</description>"
                + "<link>http://rail.example/1</link></item><item><title>Two</title><link>http://rail.example/2</link></item></channel></rss>",
            form: .rss20,
            items: [.init("One", "http://rail.example/1"), .init("Two", "http://rail.example/2")],
            mended: true
        ),
        FeedSample(
            name: "items outside the channel, upper case",
            text:
                "<RSS VERSION=\"2.0\"><CHANNEL><TITLE>Rail notes</TITLE></CHANNEL><ITEM><TITLE>One</TITLE><LINK>http://rail.example/1</LINK>"
                + "<PUBDATE>Tue, 03 Mar 26 10:00:00 EST</PUBDATE></ITEM></RSS>",
            form: .rss20,
            items: [.init("One", "http://rail.example/1", time: "2026-03-03T15:00:00Z")]
        ),
    ]
}
