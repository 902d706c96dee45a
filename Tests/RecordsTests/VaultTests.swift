import Foundation
import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `The vault` {
    private let key = [UInt8](1...32)

    private static let facts = [
        PersonFacts(
            "ana",
            role: RoleFacts(zone: "north", country: "DE", scope: 3.4),
            pay: Pay(base: 8_765_432, variable: 1_234_567, currency: "EUR", share: 0.8, weeklyHours: 32),
            groups: [.sex: "women", .disability: "yes-canary"]
        ),
        PersonFacts("ben", pay: Pay(base: 9_876_500)),
    ]

    @Test(arguments: Engine.available)
    func `what is sealed opens again, whole`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: key)
        try await records.keep(facts: Self.facts, vault: vault, now: Invented.now)
        let pay = try await records.allPay(vault: vault, seenBy: .console, as: "test", now: Invented.now)
        #expect(pay["ana"] == Self.facts[0].pay)
        #expect(pay["ben"] == Self.facts[1].pay)
        let groups = try await records.allGroups(vault: vault, seenBy: .console, as: "test", now: Invented.now)
        #expect(groups == ["ana": Self.facts[0].groups])
        #expect(try await records.roleFacts() == ["ana": Self.facts[0].role])
        #expect(try await records.verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `a wrong key opens nothing, seals nothing, and says what to do`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let right = try Vault(key: key)
        let wrong = try Vault(key: [UInt8](2...33))
        try await records.keep(facts: Self.facts, vault: right, now: Invented.now)
        let fault = VaultError.wrongKey(kept: right.keyID, given: wrong.keyID)
        await #expect(throws: fault) {
            try await records.pay(of: "ana", vault: wrong, seenBy: .console, as: "test", now: Invented.now)
        }
        await #expect(throws: fault) {
            try await records.allPay(vault: wrong, seenBy: .console, as: "test", now: Invented.now)
        }
        await #expect(throws: fault) { try await records.keep(facts: Self.facts, vault: wrong, now: Invented.now) }
        await #expect(throws: VaultError.noKey) {
            try await records.keep(facts: Self.facts, vault: nil, now: Invented.now)
        }
        #expect(fault.words.contains("backup"))
        #expect(throws: VaultError.badKey(bytes: 31)) { try Vault(key: [UInt8](1...31)) }
    }

    @Test(arguments: Engine.available)
    func `a sealed fact cannot be passed off as somebody else's, nor changed`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: key)
        try await records.keep(facts: Self.facts, vault: vault, now: Invented.now)
        try await records.database.write {
            try $0.run(
                """
                UPDATE sealed_fact SET sealed = (SELECT other.sealed FROM sealed_fact other
                    WHERE other.purpose = 'pay' AND other.person_id = 'ben')
                WHERE purpose = 'pay' AND person_id = 'ana'
                """
            )
        }
        await #expect(throws: VaultError.damaged(person: "ana", purpose: "pay")) {
            try await records.pay(of: "ana", vault: vault, seenBy: .console, as: "test", now: Invented.now)
        }
        let pay = try await records.pay(of: "ben", vault: vault, seenBy: .console, as: "test", now: Invented.now)
        #expect(pay == Self.facts[1].pay)
    }

    @Test(arguments: Engine.available)
    func `neither figures nor groups stand in any row, whatever column`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: key)
        try await records.keep(facts: Self.facts, vault: vault, now: Invented.now)
        let answer = ChoiceAnswer(.no, group: "ic", words: "choice-canary")
        try await records.keep(answer, of: "ana", year: 2026, vault: vault)
        let tables = ["sealed_fact", "person", "audit", "look", "role_fact", "move", "move_event"]
        for table in tables {
            let rows = try await records.database.read { try $0.rows(Self.everything(in: table)) }
            let text = "\(rows)"
            for canary in ["8765432", "87654", "1234567", "9876500", "women", "yes-canary", "choice-canary"] {
                #expect(!text.contains(canary), "\(canary) in \(table)")
            }
        }
        let sizes = try await records.database.read {
            try $0.rows("SELECT DISTINCT purpose, length(sealed) AS size FROM sealed_fact ORDER BY purpose")
                .map { try $0.integer("size") }
        }
        #expect(sizes.count == 3, "one length for each purpose, so that lengths tell nothing")
    }

    private static func everything(in table: String) -> SQL {
        switch table {
        case "sealed_fact": "SELECT * FROM sealed_fact"
        case "person": "SELECT * FROM person"
        case "audit": "SELECT * FROM audit"
        case "look": "SELECT * FROM look"
        case "role_fact": "SELECT * FROM role_fact"
        case "move": "SELECT * FROM move"
        default: "SELECT * FROM move_event"
        }
    }

    @Test func `the bytes of a database file tell neither pay nor group nor answer`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "record.db")
        let records = try await Records.open(try openDatabase(.file(file.path), create: true))
        try await records.begin(name: "Halvard", now: Invented.now)
        let vault = try Vault(key: key)
        try await records.keep(facts: Self.facts, vault: vault, now: Invented.now)
        try await records.keep(ChoiceAnswer(.no, group: "ic", words: "choice-canary"), of: "ana", year: 1, vault: vault)
        _ = try await records.allPay(vault: vault, seenBy: .console, as: "audit", now: Invented.now)
        try await records.database.close()
        var bytes = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            bytes.append(try Data(contentsOf: folder.appending(path: name)))
        }
        #expect(bytes.count > 4096 && bytes.range(of: Data("Halvard".utf8)) != nil)
        for canary in ["8765432", "87654", "1234567", "9876500", "women", "yes-canary", "choice-canary"] {
            #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(canary)")
        }
        #expect(bytes.range(of: Data(key)) == nil, "the key is not in the database")
    }

    @Test(arguments: Engine.available)
    func `every look leaves a receipt that its subject can list`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: key)
        try await records.keep(facts: Self.facts, vault: vault, now: Invented.now)
        _ = try await records.pay(of: "ana", vault: vault, seenBy: .person("mo"), as: "statement", now: Invented.now)
        _ = try await records.allPay(vault: vault, seenBy: .console, as: "audit", now: Invented.now + 1)
        let looks = try await records.looks(at: "ana")
        #expect(looks.map(\.viewer) == [nil, "mo"])
        #expect(looks.map(\.subject) == [nil, "ana"])
        #expect(try await records.looks(at: "ben").map(\.object) == ["audit"])
    }

    @Test(arguments: Engine.available)
    func `a file without pay takes no pay away; one with pay replaces everybody's`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let vault = try Vault(key: key)
        try await records.keep(facts: Self.facts, vault: vault, now: Invented.now)
        try await records.keep(
            facts: [PersonFacts("ana", role: RoleFacts(zone: "south"))],
            vault: nil,
            now: Invented.now
        )
        var pay = try await records.allPay(vault: vault, seenBy: .console, as: "test", now: Invented.now)
        #expect(pay.count == 2)
        try await records.keep(facts: [PersonFacts("ana", pay: Pay(base: 1))], vault: vault, now: Invented.now)
        pay = try await records.allPay(vault: vault, seenBy: .console, as: "test", now: Invented.now)
        #expect(pay == ["ana": Pay(base: 1)])
        try await records.forgetSealedFacts(by: "@console", now: Invented.now)
        #expect(try await records.holdsSealedFacts() == false)
    }
}
