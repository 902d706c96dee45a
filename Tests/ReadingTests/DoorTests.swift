import Briefing
import Foundation
import Reading
import Store
import Testing
import Workspace

/// Secret addresses, and who was handed what.
@Suite struct DoorTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "doors-\(UUID().uuidString)").path
    private let day = CivilDate(days: 20_000)

    private func store() async throws -> ReadingStore {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try openDatabase(.file(folder + "/reading.db"), create: true)
        return try await ReadingStore(database, keys: try ReadingKeys(folder: folder + "/keys"), workspace: "w")
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    @Test func `an address leads to its reader until it is closed, and another one is made then`() async throws {
        defer { remove() }
        let store = try await store()
        let feed = try await store.open(.feed, of: "ada")
        #expect(try await store.open(.feed, of: "ada") == feed)
        let page = try await store.open(.page(day), of: "ada")
        #expect(Set([feed, page, try await store.open(.feed, of: "bob")]).count == 3)
        let first = try #require(try await store.behind(feed))
        #expect(first.person == "ada" && first.door == .feed)
        let second = try #require(try await store.behind(page))
        #expect(second.person == "ada" && second.door == .page(day))
        try await store.close(.feed, of: "ada")
        #expect(try await store.behind(feed) == nil)
        #expect(try await store.behind(page) != nil)
        #expect(try await store.open(.feed, of: "ada") != feed)
    }

    @Test(arguments: ["", "00ff", String(repeating: "0", count: 64), "../../etc/passwd"])
    func `a guessed address leads nowhere`(_ secret: String) async throws {
        defer { remove() }
        let store = try await store()
        _ = try await store.open(.feed, of: "ada")
        #expect(try await store.behind(secret) == nil)
    }

    @Test func `the database holds neither the address nor whose it is`() async throws {
        defer { remove() }
        let store = try await store()
        let secret = try await store.open(.feed, of: "zanzibar-wombat")
        _ = try await store.claimDelivery(to: "zanzibar-wombat", on: day)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("reading.db") {
            let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
            #expect(bytes.range(of: Data(secret.utf8)) == nil && bytes.range(of: Data("zanzibar".utf8)) == nil)
        }
    }

    @Test func `forgetting closes all addresses`() async throws {
        defer { remove() }
        let store = try await store()
        let secret = try await store.open(.page(day), of: "ada")
        try await store.forget("ada")
        #expect(try await store.behind(secret) == nil)
        #expect(try store.isReader("ada") == false)
    }

    @Test func `a brief is handed over once, whoever asks first`() async throws {
        defer { remove() }
        let store = try await store()
        #expect(try await !store.isDelivered(to: "ada", on: day))
        let won = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { try await store.claimDelivery(to: "ada", on: day) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(won == 1)
        #expect(try await store.isDelivered(to: "ada", on: day))
        #expect(try await !store.isDelivered(to: "bob", on: day))
        #expect(try await store.claimDelivery(to: "ada", on: CivilDate(days: day.days + 1)))
    }

    @Test func `a notebook from before there were addresses still opens`() throws {
        let old = """
            {"answers":{},"feeds":[],"shares":false,"profile":{"role":"backend","track":"ic","growing":[],"tools":[],
            "followed":[],"muted":[],"mutedSources":[],"words":"","hour":8,"zone":"UTC","length":5}}
            """
        let notebook = try JSONDecoder().decode(ReadingNotebook.self, from: Data(old.utf8))
        #expect(notebook.profile?.role == "backend" && notebook.secret(of: .feed) == nil)
    }
}
