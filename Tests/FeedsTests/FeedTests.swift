import Feeds
import Testing

@Suite struct FeedTests {
    @Test(arguments: FeedSample.all) func `every form gives titles, links, ids and times`(_ sample: FeedSample) throws {
        let feed = try Feed(reading: Array(sample.text.utf8), from: "http://rail.example/feed")
        #expect(feed.form == sample.form)
        #expect(feed.title == sample.title)
        #expect(feed.mended == sample.mended)
        #expect(feed.items.map(\.title) == sample.items.map(\.title))
        #expect(feed.items.map(\.link) == sample.items.map(\.link))
        for (item, expected) in zip(feed.items, sample.items) {
            if let id = expected.id { #expect(item.id == id) }
            #expect(item.moment == expected.time.flatMap(FeedDate.microseconds))
            #expect(!item.id.isEmpty)
        }
    }

    @Test func `an item without an id keeps the id that its words give`() throws {
        func id(_ words: String) throws -> String {
            let text = "<rss version='2.0'><channel><item><description>\(words)</description></item></channel></rss>"
            return try #require(try Feed(reading: Array(text.utf8)).items.first).id
        }
        #expect(try id("the same") == id("the same"))
        #expect(try id("the same") != id("another"))
    }

    @Test func `the words of an item are plain`() throws {
        let text = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>T</title>
            <description>&lt;p&gt;One.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Two &amp;mdash; three&lt;/p&gt;</description>
            <content:encoded><![CDATA[<ul><li>a</li><li>b<img src="x" onerror="y"></li></ul><style>p{}</style>]]></content:encoded>
            <author>a@rail.example (Ada)</author><category>Track</category><category domain="x">Signals</category>
            <comments>http://rail.example/c</comments></item></channel></rss>
            """
        let item = try #require(try Feed(reading: Array(text.utf8)).items.first)
        #expect(item.summary == "One.\nTwo — three")
        #expect(item.content == "a\nb")
        #expect(item.categories == ["Track", "Signals"])
        #expect(item.comments == "http://rail.example/c")
    }

    @Test func `a page is told apart from a feed`() {
        #expect(throws: FeedError.page) {
            try Feed(reading: Array("<!DOCTYPE html><html><body>Hello</body></html>".utf8))
        }
        #expect(throws: FeedError.empty) { try Feed(reading: Array("  \n".utf8)) }
        #expect(throws: FeedError.notFeed(root: "svg")) { try Feed(reading: Array("<svg><g/></svg>".utf8)) }
        #expect(throws: FeedError.notJSONFeed) { try Feed(reading: Array("{\"a\":1}".utf8)) }
    }

    @Test func `links that a reader has no use for are left out`() throws {
        let text =
            "<rss version='2.0'><channel><item><title>x</title><link>javascript:alert(1)</link></item></channel></rss>"
        #expect(try #require(try Feed(reading: Array(text.utf8)).items.first).link == nil)
    }
}

@Suite struct HostileFeedTests {
    @Test func `an entity that leads to other entities is refused`() {
        var bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 \"ha\">"
        for level in 1...9 { bomb += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">" }
        bomb += "]><rss version='2.0'><channel><title>&a9;</title></channel></rss>"
        #expect(throws: FeedError.self) { try Feed(reading: Array(bomb.utf8)) }
    }

    @Test func `one large entity used often grows to a bound`() throws {
        let text =
            "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "x", count: 1_900))\">]><rss version='2.0'><channel><title>"
            + String(repeating: "&a;", count: 20_000) + "</title></channel></rss>"
        let feed = try Feed(reading: Array(text.utf8))
        #expect((feed.title ?? "").count <= 100_000)
    }

    @Test func `files and addresses of a document type are never read`() throws {
        let text = """
            <!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>
            <rss version="2.0"><channel><title>x &f; y</title></channel></rss>
            """
        let title = try #require(try Feed(reading: Array(text.utf8)).title)
        #expect(!title.contains("root:"))
    }

    @Test func `depth and length end somewhere`() throws {
        let deep = "<rss version='2.0'><channel><title>x</title>" + String(repeating: "<a>", count: 200_000)
        _ = try? Feed(reading: Array(deep.utf8))
        let page =
            "<rss version='2.0'><channel><item><description><![CDATA[" + String(repeating: "<div>", count: 60_000)
            + "]]></description></item></channel></rss>"
        _ = try? Feed(reading: Array(page.utf8))
        var limits = FeedLimits()
        limits.bytes = 100
        #expect(throws: FeedError.tooLarge(bytes: 101, limit: 100)) {
            try Feed(reading: [UInt8](repeating: 60, count: 101), limits: limits)
        }
        limits = FeedLimits()
        limits.items = 3
        let many =
            "<rss version='2.0'><channel>" + String(repeating: "<item><title>a</title></item>", count: 10)
            + "</channel></rss>"
        #expect(try Feed(reading: Array(many.utf8), limits: limits).items.count == 3)
    }

    /// Bytes of good feeds are changed, cut, doubled and mixed; whatever comes out is a feed or an error.
    @Test(arguments: 0..<8) func `mutated feeds never crash`(_ seed: UInt64) {
        var luck = Luck(seed: seed)
        let samples = FeedSample.all.map { Array($0.text.utf8) }
        for _ in 0..<400 {
            let bytes = luck.mutated(samples)
            if let feed = try? Feed(reading: bytes, from: "http://rail.example/f") {
                #expect(feed.items.allSatisfy { !$0.id.isEmpty })
            }
            _ = FeedDiscovery(page: bytes, from: "http://rail.example/")
            _ = try? Outline(reading: bytes)
        }
    }
}

/// Seeded mutations.
struct Luck {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, bound)))
    }

    static let pieces = [
        "<", ">", "&", "&#x0;", "&#55555;", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [", "<!ENTITY a \"&b;\">",
        "<item>", "</item>",
        "<entry xml:base='::'>", "\u{FEFF}", "\0", "é", "<?xml encoding='utf-16'?>", "xmlns:a='", "<rss", "<feed",
        "{\"items\":[", "]}", "\"",
    ].map { Array($0.utf8) }

    mutating func mutated(_ samples: [[UInt8]]) -> [UInt8] {
        var bytes = samples[next(samples.count)]
        for _ in 0...next(6) {
            guard !bytes.isEmpty else { break }
            let at = next(bytes.count)
            switch next(7) {
            case 0: bytes[at] = UInt8(next(256))
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + next(40)))
            case 2: bytes.insert(contentsOf: Self.pieces[next(Self.pieces.count)], at: at)
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + next(200))], at: next(bytes.count))
            case 4: bytes.removeSubrange(at...)
            case 5:
                let other = samples[next(samples.count)]
                bytes.replaceSubrange(at..., with: other[next(other.count)...])
            default: bytes.insert(UInt8(next(256)), at: at)
            }
        }
        return bytes
    }
}
