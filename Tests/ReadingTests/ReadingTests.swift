import Briefing
import Foundation
import Reading
import Store
import Testing
import Workspace

@Suite struct ReadingTests {
    private func folder() -> String {
        FileManager.default.temporaryDirectory.appending(path: "reading-\(UUID().uuidString)").path
    }

    private static let canary = "zanzibarwombat"

    private func brief(_ word: String) -> Brief {
        let source = Brief.Source(name: "Outlet \(word)", link: "https://x.example/\(word)", tier: .outlet)
        return Brief(
            day: "2026-11-21",
            items: [
                Brief.Item(
                    id: "i-\(word)",
                    headline: "All about \(word)",
                    happened: ["It is about \(word)."],
                    source: source,
                    sources: [source],
                    reasons: [.followed(topic: word)],
                    isNew: true,
                    isInside: false,
                    topics: ["databases"],
                    score: 0.5
                )
            ]
        )
    }

    private func store(_ folder: String) async throws -> ReadingStore {
        let database = try openDatabase(.file(folder + "/reading.db"), create: true)
        return try await ReadingStore(database, keys: try ReadingKeys(folder: folder + "/keys"), workspace: "w")
    }

    @Test func `what a reader keeps comes back to that reader alone`() async throws {
        let folder = folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try await store(folder)
        var notebook = ReadingNotebook(profile: ReaderProfile(role: "backend", words: "ledgers"))
        notebook.feeds = [NewsSource(id: "https://a.example/feed", name: "A", tier: .outlet)]
        try await store.keep(notebook, of: "ada")
        let day = try #require(CivilDate("2026-11-21"))
        try await store.keep(brief("sleepers"), on: day, of: "ada")
        #expect(try await store.notebook(of: "ada") == notebook)
        #expect(try await store.notebook(of: "bob") == ReadingNotebook())
        #expect(try await store.brief(of: "ada", on: day) == brief("sleepers"))
        #expect(try await store.brief(of: "bob", on: day) == nil)
        #expect(try await store.search("SLEEPERS about", of: "ada", until: day).map(\.item.id) == ["i-sleepers"])
        #expect(try await store.search("sleepers", of: "bob", until: day).isEmpty)
        #expect(try await store.shown(to: "ada", before: CivilDate(days: day.days + 1)) == ["i-sleepers"])
        #expect(try await store.shown(to: "ada", before: day).isEmpty)
    }

    @Test func `an answer is kept, changed and taken back`() async throws {
        let folder = folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try await store(folder)
        let encoder = try NewsEncoder()
        let item = try #require(brief("x").items.first)
        try await store.answer(true, to: item, by: "ada")
        #expect(
            try await store.notebook(of: "ada").taste(encoder).topics["databases"] == ReaderTaste.Answers(useful: 1)
        )
        try await store.answer(false, to: item, by: "ada")
        #expect(
            try await store.notebook(of: "ada").taste(encoder).topics["databases"] == ReaderTaste.Answers(notUseful: 1)
        )
        try await store.answer(nil, to: item, by: "ada")
        #expect(try await store.notebook(of: "ada").taste(encoder) == ReaderTaste())
    }

    @Test func `the bytes of the database reveal neither topics nor readers`() async throws {
        let folder = folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = try openDatabase(.file(folder + "/reading.db"), create: true)
        let store = try await ReadingStore(database, keys: try ReadingKeys(folder: folder + "/keys"), workspace: "w")
        let profile = ReaderProfile(role: "security", followed: ["payments"], words: Self.canary)
        try await store.keep(ReadingNotebook(profile: profile), of: PersonID("reader-\(Self.canary)"))
        try await store.keep(brief(Self.canary), on: CivilDate(days: 20_000), of: PersonID("reader-\(Self.canary)"))
        var feed = KeptFeed(source: NewsSource(id: "https://\(Self.canary).example/", name: Self.canary, tier: .forum))
        feed.problem = Self.canary
        try await store.keep(feed)
        try await database.close()
        var read = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("reading.db") {
            let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
            read += bytes.count
            for word in [Self.canary, "security", "payments", "headline", "followed"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil)
            }
        }
        #expect(read > 10_000)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/keys/readers") {
            #expect(!name.contains(Self.canary))
        }
    }

    @Test func `a forgotten reader is forgotten in every copy of the database`() async throws {
        let folder = folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let day = CivilDate(days: 20_000)
        let first = try openDatabase(.file(folder + "/reading.db"), create: true)
        let store = try await ReadingStore(first, keys: try ReadingKeys(folder: folder + "/keys"), workspace: "w")
        try await store.keep(ReadingNotebook(profile: ReaderProfile(role: "backend")), of: "ada")
        try await store.keep(brief("x"), on: day, of: "ada")
        try await store.keep(ReadingNotebook(profile: ReaderProfile(role: "design")), of: "bob")
        try await first.close()
        try FileManager.default.copyItem(atPath: folder + "/reading.db", toPath: folder + "/backup.db")
        let again = try await self.store(folder)
        try await again.forget("ada")
        #expect(try await again.notebook(of: "ada") == ReadingNotebook())
        #expect(try await again.notebook(of: "bob").profile?.role == "design")
        let backup = try openDatabase(.file(folder + "/backup.db"), create: false)
        let old = try await ReadingStore(backup, keys: try ReadingKeys(folder: folder + "/keys"), workspace: "w")
        #expect(try await old.notebook(of: "ada") == ReadingNotebook())
        #expect(try await old.brief(of: "ada", on: day) == nil)
    }

    @Test func `another key opens nothing`() async throws {
        let folder = folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try await store(folder)
        try await store.keep(KeptFeed(source: NewsSource(id: "https://a.example/", name: "A", tier: .outlet)))
        let database = try openDatabase(.file(folder + "/reading.db"), create: false)
        let other = try await ReadingStore(database, keys: try ReadingKeys(folder: folder + "/other"), workspace: "w")
        await #expect(throws: ReadingError.damaged(what: "feed")) { try await other.feeds() }
    }
}
