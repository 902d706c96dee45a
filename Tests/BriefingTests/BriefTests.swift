import Briefing
import Feeds
import Foundation
import Testing
import Workspace

@Suite struct BriefTests {
    private static let now: Int64 = 1_795_262_400_000_000
    private let profile = ReaderProfile(
        role: "backend",
        level: 4,
        industry: "payments",
        growing: ["judgement"],
        tools: ["PostgreSQL"],
        followed: ["databases"]
    )

    private func item(
        _ id: String,
        _ title: String,
        _ text: String = "A sentence that says what happened in five words. Another one that says some more of it.",
        source: String = "",
        tier: NewsSource.Tier = .outlet,
        sort: NewsItem.Sort = .news,
        hours: Double = 5
    ) -> NewsItem {
        let name = source.isEmpty ? "outlet \(id)" : source
        return NewsItem(
            id: id,
            source: sort.isInside
                ? .inside : NewsSource(id: "https://\(name)/feed", name: name, tier: tier, sort: sort),
            title: title,
            text: text,
            link: "https://x.example/\(id)",
            published: Self.now - Int64(hours * 3_600_000_000),
            sort: sort
        )
    }

    private func pool(_ items: [NewsItem]) throws -> ItemPool {
        ItemPool(items, encoder: try NewsEncoder(), now: Self.now)
    }

    /// Made once; reading 122 items takes a while in a build for tests.
    static let judged = Result {
        let judged = try JudgedSet()
        return ItemPool(judged.news(judged.items.map(\.id)), encoder: try NewsEncoder(), now: JudgedSet.now)
    }

    private func judgedPool() throws -> ItemPool { try Self.judged.get() }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5], [5, 6, 7]) func `a brief keeps its promises`(
        _ seed: UInt64,
        _ length: Int
    ) throws {
        let pool = try judgedPool()
        var profile = profile
        profile.length = length
        let brief = try pool.brief(for: BriefingReader(profile: profile), day: "2026-11-21", seed: seed)
        #expect(brief.items.count == length)
        #expect(brief.items.contains { $0.isInside })
        for (_, same) in Dictionary(grouping: brief.items, by: \.source.name) where same.first?.isInside != true {
            #expect(same.count <= 2)
        }
        #expect(Set(brief.items.map(\.id)).count == brief.items.count)
        let exploration = try #require(brief.exploration)
        #expect(brief.items.map(\.id).contains(exploration.item))
        #expect(exploration.propensity >= 0.1 && exploration.propensity <= 1)
        #expect(brief.wordCount < 600)
        #expect(brief.items.allSatisfy { !$0.reasons.isEmpty && $0.happened.count <= 2 })
    }

    @Test func `the same seed gives the same brief, others explore elsewhere`() throws {
        let pool = try judgedPool()
        func explored(_ seed: UInt64) throws -> String? {
            try pool.brief(for: BriefingReader(profile: profile), day: "d", seed: seed).exploration?.item
        }
        #expect(try explored(7) == explored(7))
        #expect(try Set((0..<40).map { try explored($0) }).count >= 5)
    }

    @Test func `what happened is quoted from the source, word for word`() throws {
        let judged = try JudgedSet()
        let brief = try judgedPool().brief(for: BriefingReader(profile: profile), day: "d", seed: 1)
        for item in brief.items {
            let own = try #require(judged.items.first { $0.id == item.id })
            #expect(item.headline == own.title)
            for sentence in item.happened { #expect(own.text.contains(sentence.replacing(" …", with: ""))) }
        }
    }

    @Test func `every reason names a part of this profile`() throws {
        let book = try TopicBook.embedded.get()
        let parts =
            [
                "backend engineering", "payments and banking", "judgement", "PostgreSQL", "follow databases",
                "your company", "by chance",
            ]
        for seed in 0..<10 as Range<UInt64> {
            for item in try judgedPool().brief(for: BriefingReader(profile: profile), day: "d", seed: seed).items {
                for reason in item.reasons {
                    #expect(parts.contains { reason.sentence.contains($0) }, "\(reason.sentence)")
                }
            }
        }
        #expect(book.roles.count >= 12)
    }

    @Test func `stories join what tells the same, and the most primary source leads`() throws {
        let pool = try pool([
            item("a", "Postgres 19 ships asynchronous replication for everyone", tier: .forum, hours: 9),
            item(
                "b",
                "Postgres 19 ships asynchronous replication for everyone, says project",
                tier: .primary,
                hours: 4
            ),
            item("c", "Postgres 19 ships asynchronous replication for everyone today", tier: .outlet, hours: 2),
            item("d", "Rail workers vote on a new timetable", hours: 3),
        ])
        #expect(pool.stories.count == 2)
        let ranked = try pool.ranking(for: BriefingReader(profile: profile))
        #expect(Set(ranked.map { pool.items[$0.item].id }) == ["b", "d"])
        let brief = try pool.brief(for: BriefingReader(profile: profile), day: "d", seed: 1)
        #expect(brief.items.first { $0.id == "b" }?.sources.map(\.tier) == [.primary, .outlet, .forum])
    }

    @Test func `the same words a week apart, or with another number, are other stories`() throws {
        let apart = try pool([
            item("a", "Postgres 19 ships asynchronous replication", hours: 1),
            item("b", "Postgres 19 ships asynchronous replication", hours: 90),
        ])
        #expect(apart.stories.count == 2)
        let versions = try pool([item("a", "Kernel 7.1 released"), item("b", "Kernel 7.2 released")])
        #expect(versions.stories.count == 2)
    }

    @Test func `a story that was shown goes on, and is worth less`() throws {
        let items = [
            item("a", "Postgres 19 ships asynchronous replication for everyone", hours: 30),
            item("b", "Postgres 19 ships asynchronous replication for everyone today", hours: 2),
        ]
        let pool = try pool(items)
        let fresh = try #require(try pool.ranking(for: BriefingReader(profile: profile)).first)
        let again = try #require(try pool.ranking(for: BriefingReader(profile: profile, shown: ["a"])).first)
        #expect(abs(again.score - 0.6 * fresh.score) < 1e-12)
        #expect(
            try pool.brief(for: BriefingReader(profile: profile, shown: ["a"]), day: "d", seed: 1).items.first?.isNew
                == false
        )
    }

    @Test func `colleagues' comings and goings never come`() throws {
        let pool = try pool([
            item("a", "Ada Lovelace joins analytics startup as chief engineer"),
            item("b", "How ada compilers treat lovelace strings"),
            item("c", "Thanks to Bob, who leaves on Friday", sort: .thanks),
            item("d", "Thanks for the guide to release night", sort: .thanks),
        ])
        let reader = BriefingReader(profile: profile, colleagues: ["Ada Lovelace", "Bob"])
        #expect(Set(try pool.ranking(for: reader).map { pool.items[$0.item].id }) == ["b", "d"])
    }

    @Test func `muted topics and sources never come`() throws {
        let items = [
            item("a", "Postgres database index tuning"), item("b", "A new compiler for Rust", source: "loud"),
            item("c", "Queue of events in Kafka"),
        ]
        var muted = profile
        muted.followed = []
        muted.muted = ["databases"]
        muted.mutedSources = ["https://loud/feed"]
        let pool = try pool(items)
        #expect(try pool.ranking(for: BriefingReader(profile: muted)).map { pool.items[$0.item].id } == ["c"])
    }

    @Test func `answers move what comes, and only answers`() throws {
        let pool = try pool([
            item("a", "Kubernetes cluster autoscaling in the cloud"), item("b", "Postgres database replication"),
        ])
        let encoder = try NewsEncoder()
        let neutral = ReaderProfile(role: "platform")
        let taste = encoder.taste(
            (0..<8).map { ("Postgres database number \($0)", ["databases"], true) }
                + (0..<8).map { ("Cloud number \($0)", ["cloud"], false) }
        )
        let before = try pool.ranking(for: BriefingReader(profile: neutral)).map { pool.items[$0.item].id }
        let after = try pool.ranking(for: BriefingReader(profile: neutral, taste: taste)).map { pool.items[$0.item].id }
        #expect(before == ["a", "b"])
        #expect(after == ["b", "a"])
    }

    @Test func `what befalls or binds another industry is no duty`() throws {
        let pool = try pool([
            item("a", "Ransomware group claims hospital chain, patient portals offline: update and rotate keys now"),
            item("b", "Critical vulnerability in widely used TLS library is exploited: patch now"),
        ])
        func duties(_ industry: String?) throws -> Set<String> {
            let reader = BriefingReader(profile: ReaderProfile(role: "security", industry: industry))
            return Set(
                try pool.ranking(for: reader).filter { $0.parts.consequence == 1 }.map { pool.items[$0.item].id }
            )
        }
        #expect(try duties("payments") == ["b"])
        #expect(try duties("health") == ["a", "b"])
        #expect(try duties(nil) == ["a", "b"])
    }

    @Test func `the pruned ranking is the exact one`() throws {
        let pool = try judgedPool()
        let all = try pool.ranking(for: BriefingReader(profile: profile), most: 10_000)
        #expect(try pool.ranking(for: BriefingReader(profile: profile), most: 7) == Array(all.prefix(7)))
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.score >= $1.score })
        for one in all { #expect(abs(one.parts.value - one.score) < 1e-9) }
    }

    @Test func `unknown roles, industries and topics are named`() throws {
        let pool = try pool([])
        #expect(throws: BriefingError.self) {
            try pool.ranking(for: BriefingReader(profile: ReaderProfile(role: "wizard")))
        }
        #expect(throws: BriefingError.self) {
            try pool.ranking(for: BriefingReader(profile: ReaderProfile(role: "design", industry: "x")))
        }
        #expect(throws: BriefingError.self) {
            try pool.ranking(for: BriefingReader(profile: ReaderProfile(role: "design", followed: ["x"])))
        }
    }
}

@Suite struct TellingTests {
    private func brief() throws -> Brief {
        let judged = try JudgedSet()
        let persona = try #require(judged.personas.first)
        let pool = try BriefTests.judged.get()
        var brief = try pool.brief(for: BriefingReader(profile: persona.profile), day: "2026-11-21", seed: 3)
        brief.items[0].headline = "<script>alert(\"x\")</script> & more"
        brief.items[0].sources[0].link = "javascript:alert(1)"
        return brief
    }

    @Test func `every form ends with that is all`() throws {
        let brief = try brief()
        #expect(brief.text.hasSuffix("That is all.\n"))
        #expect(brief.letter().contains("That is all."))
        #expect(brief.sharePage.contains("That is all."))
    }

    @Test func `pages hold no script, no picture and nothing that tells it was opened`() throws {
        for page in [try brief().letter(), try brief().sharePage] {
            for bad in ["<script", "<img", "javascript:", "onerror", "<link", "@import"] {
                #expect(!page.contains(bad))
            }
        }
    }

    @Test func `a shared page says nothing of who it was made for`() throws {
        let page = try brief().sharePage
        for word in ["matters to you", "You ", "your ", "useful", "chance", "From inside", "Incident lessons"] {
            #expect(!page.contains(word))
        }
        for item in try brief().items where item.isInside { #expect(!page.contains(item.headline)) }
    }

    @Test func `the brief goes out as a feed that our own reader reads`() throws {
        var brief = try brief()
        brief.items[0].headline = "Tom & Ann"
        let feed = try Feed(reading: Array(brief.rss(title: "Brief", link: "https://c.example/brief").utf8))
        #expect(feed.items.count == brief.items.count { !$0.isInside })
        #expect(!feed.mended)
        #expect(feed.items.first?.title == brief.items.first { !$0.isInside }?.headline)
    }

    @Test func `a brief is written and read again`() throws {
        let brief = try brief()
        #expect(try JSONDecoder().decode(Brief.self, from: JSONEncoder().encode(brief)) == brief)
    }

    @Test(arguments: [
        ("The first thing happened in Berlin on Monday. It cost 3.5 million euros, e.g. for trains. A third one.", 2),
        ("Read more about this on our site. The real news is that trains run on time again.", 1),
        ("The post Trains appeared first on Rail News today and tomorrow.", 0), ("", 0), ("Too short.", 0),
    ]) func `sentences are cut where they end, and filler is left out`(_ text: String, _ count: Int) {
        #expect(Excerpt.sentences(of: text, headline: "Other words entirely").count == count)
    }

    @Test func `the catalogue is whole`() throws {
        let catalogue = try SourceCatalogue.embedded.get()
        let book = try TopicBook.embedded.get()
        #expect(Set(catalogue.feeds.map(\.address)).count == catalogue.feeds.count)
        #expect(catalogue.feeds.allSatisfy { WebLink.isWeb($0.address) && !$0.title.isEmpty })
        #expect(catalogue.feeds.flatMap(\.topics).allSatisfy { book.place($0) != nil })
        for role in book.roles { #expect(catalogue.feeds(for: ReaderProfile(role: role.id)).count >= 2, "\(role.id)") }
        for industry in book.industries where !["software", "consulting"].contains(industry.id) {
            #expect(catalogue.feeds.contains { $0.industries.contains(industry.id) }, "\(industry.id)")
        }
        #expect(book.topics.count <= 64)
        #expect(book.role(family: "engineering", title: "Staff Security Engineer")?.id == "security")
        #expect(book.role(family: "engineering", title: nil)?.id == "backend")
    }
}
