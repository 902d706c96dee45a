import Answers
import Desk
import Ladder
import Records
import StoreTesting
import Testing
import Workspace

@testable import API

@Suite struct `Tokens` {
    private let ana = Access.Viewer.person("ana")

    @Test(arguments: Engine.available)
    func `the record keeps a hash, never the secret`(engine: Engine) async throws {
        let place = try await Workplace.company(engine)
        let made = try await place.desk.makeToken("my notebook", scopes: [.read], days: 30, for: "ana", by: ana)
        #expect(made.secret.hasPrefix("ct_") && made.secret.utf8.count == 67)
        #expect(try await place.desk.token(bearing: made.secret)?.person == "ana")
        let listed = try await place.desk.tokens(of: "ana", for: ana)
        #expect(listed.map(\.name).sorted() == ["my notebook", "test"])
        let kept = String(describing: try await place.records.tokens(of: "ana"))
        #expect(!kept.contains(made.secret.dropFirst(3)))
        #expect(try await place.desk.token(bearing: Records.hash(Array(made.secret.utf8))) == nil)
        #expect(try await place.records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a token ends on its day, when it is taken back, and when its owner signs out everywhere`(
        engine: Engine
    ) async throws {
        let place = try await Workplace.company(engine)
        let desk = place.desk
        let made = try await desk.makeToken("a", scopes: [.read], days: 30, for: "ana", by: ana)
        let later = Desk(records: place.records, ladder: .reference) { Workplace.now + 30 * Workplace.day }
        #expect(try await later.token(bearing: made.secret) == nil)
        #expect(try await desk.token(bearing: made.secret) != nil)
        await #expect(throws: TokenRefusal.noSuchToken(made.token.id)) {
            try await desk.takeBackToken(made.token.id, of: "mo", by: .person("mo"))
        }
        try await desk.takeBackToken(made.token.id, of: "ana", by: ana)
        #expect(try await desk.token(bearing: made.secret) == nil)
        let other = try #require(place.tokens[.subject])
        #expect(try await desk.token(bearing: other) != nil)
        try await place.records.endSessions(of: "ana")
        #expect(try await desk.token(bearing: other) == nil)
        #expect(try await desk.token(bearing: try #require(place.tokens[.manager])) != nil)
    }

    @Test func `whoever left has no token any more`() async throws {
        let place = try await Workplace.company(.sqlite)
        let token = try #require(place.tokens[.otherTeam])
        try await place.records.replacePeople(Workplace.people.filter { $0.id != "out" }, now: Workplace.now)
        let desk = Desk(records: place.records, ladder: .reference) { Workplace.now }
        #expect(try await desk.token(bearing: token) == nil)
    }

    @Test(arguments: [
        "", "ct_", "ct_xyz", "xx_" + String(repeating: "a", count: 64), "ct_" + String(repeating: "A", count: 64),
    ])
    func `what does not look like a token is none`(secret: String) async throws {
        let place = try await Workplace.company(.sqlite)
        #expect(try await place.desk.token(bearing: secret) == nil)
    }

    @Test func `a token is made for oneself alone, with a name and a last day`() async throws {
        let desk = try await Workplace.company(.sqlite).desk
        await #expect(throws: DeskError.notAllowed) {
            try await desk.makeToken("a", scopes: [], days: 1, for: "ana", by: .person("mo"))
        }
        await #expect(throws: DeskError.notAllowed) { try await desk.tokens(of: "ana", for: .person("ops")) }
        await #expect(throws: TokenRefusal.badName(longest: 60)) {
            try await desk.makeToken("  ", scopes: [], days: 1, for: "ana", by: ana)
        }
        for days in [0, -1, 367] {
            await #expect(throws: TokenRefusal.badDays(longest: 366)) {
                try await desk.makeToken("a", scopes: [], days: days, for: "ana", by: ana)
            }
        }
        for number in 1..<ProgramToken.most {
            _ = try await desk.makeToken("a\(number)", scopes: [], days: 1, for: "ana", by: ana)
        }
        await #expect(throws: TokenRefusal.tooMany(20)) {
            try await desk.makeToken("one more", scopes: [], days: 1, for: "ana", by: ana)
        }
    }

    @Test(arguments: Engine.available)
    func `the day of the last use is kept`(engine: Engine) async throws {
        let place = try await Workplace.company(engine)
        let before = try await place.desk.tokens(of: "ana", for: ana)
        #expect(before.first?.used == nil)
        _ = await place.ask("GET", "/me", as: .subject)
        #expect(try await place.desk.tokens(of: "ana", for: ana).first?.used == Workplace.today)
    }

    @Test(arguments: Engine.available)
    func `a key claims a write once, for a day`(engine: Engine) async throws {
        let records = try await Workplace.company(engine).records
        func begin(
            _ request: String,
            now: Int64 = 100,
            oldest: Int64 = 0,
            stale: Int64 = 0
        ) async throws -> RepeatedWrite {
            try await records.beginWrite(
                "k",
                of: "t",
                request: Array(request.utf8),
                oldest: oldest,
                stale: stale,
                now: now
            )
        }
        #expect(try await begin("a") == .new)
        #expect(try await begin("a") == .atWork)
        #expect(try await begin("b") == .other)
        #expect(try await begin("a", stale: 101) == .new, "whoever worked on it is gone")
        try await records.endWrite("k", of: "t", status: 201, body: "{}")
        #expect(try await begin("a", stale: 200) == .answered(status: 201, body: "{}"))
        #expect(try await begin("b") == .other)
        #expect(try await begin("b", oldest: 101) == .new)
        try await records.endWrite("k", of: "t", status: nil, body: "")
        #expect(try await begin("c") == .new)
    }
}
