import Answers
import Desk
import Evidence
import Ladder
import Logging
import Moves
import OneOnOnes
import Records
import Reviews
import Signals
import StoreTesting
import Testing
import Workspace

@testable import API

/// A small invented company with a desk, an API and a token for each role.
struct Workplace: Sendable {
    static let today = CivilDate(days: 20_000)
    static let now = today.microseconds + 36_000_000_000
    static let day: Int64 = 86_400_000_000

    /// What somebody is to Ana, whose record is asked for.
    enum Role: String, Sendable, CaseIterable {
        case subject = "ana"
        case manager = "mo"
        case managersManager = "top"
        case peopleOperations = "ops"
        case calibrator = "cal"
        case representative = "rep"
        case otherTeam = "out"
    }

    let records: Records
    let desk: Desk
    let api: ProgramInterface
    let tokens: [Role: String]
    /// The names in paths, as they stand for Ana's things.
    let names: [String: String]
    /// A piece of evidence of its own for each thing that can be done with one.
    let entries: [EntryID]

    static let people: [Person] = {
        var people = [
            Person(id: "top", name: "Toni Top", track: .management, level: 8),
            Person(id: "mo", name: "Mo Lind", manager: "top", team: "Papers", track: .management, level: 6),
            Person(id: "ops", name: "Ola Ops", manager: "top", team: "People", track: .management, level: 5),
            Person(id: "rep", name: "Rae Rep", manager: "top", team: "Print", level: 4),
            Person(id: "cal", name: "Cal Board", manager: "top", team: "Print", level: 7),
            Person(id: "sue", name: "Sue Board", manager: "top", team: "Print", level: 7),
            Person(id: "out", name: "Ona Out", manager: "cal", team: "Print", level: 4),
            Person(
                id: "ana",
                name: "Ana Berg",
                email: "ana@halvard.example",
                manager: "mo",
                team: "Papers",
                level: 5,
                title: "=Staff Engineer",
                levelSince: CivilDate(days: 19_000)
            ),
        ]
        for number in 1...6 {
            people.append(
                Person(id: PersonID("x\(number)"), name: "X \(number)", manager: "mo", team: "Papers", level: 5)
            )
        }
        return people
    }()

    static func company(
        _ engine: Engine,
        limits: RateLimits = RateLimits(burst: 10_000, perMinute: 10_000)
    ) async throws
        -> Workplace
    {
        let records = try await Records.open(try engine.open())
        try await records.begin(name: "Halvard", now: now)
        try await records.replacePeople(people, now: now)
        try await records.keep(channels: [Channel(id: "C1", name: "papers")])
        try await records.grant(.peopleOperations, to: "ops", by: "@console", now: now)
        try await records.grant(.representative, to: "rep", by: "@console", now: now)
        let question = ChoiceRound(
            year: 2023,
            dimension: .track,
            opens: CivilDate(days: 19_600),
            closes: CivilDate(days: 19_700)
        )
        _ = try await records.open(question, by: "ops", now: now)
        let entries = (1...8).map(Self.entry)
        try await records.commit(
            [
                MessageBatch(
                    channel: "C1",
                    messages: entries.map {
                        MessageKey(
                            Message(id: $0.message, author: .account($0.voice.account), text: PlainText($0.quote))
                        )
                    },
                    entries: entries,
                    reading: 1
                )
            ],
            now: now
        )
        let desk = Desk(records: records, ladder: .reference, vault: try Vault(key: [UInt8](1...32))) { now }
        var tokens: [Role: String] = [:]
        for role in Role.allCases {
            let person = PersonID(role.rawValue)
            tokens[role] = try await desk.makeToken(
                "test",
                scopes: [.read, .write],
                days: 30,
                for: person,
                by: .person(person)
            ).secret
        }
        return Workplace(
            records: records,
            desk: desk,
            api: try ProgramInterface(desk: desk, limits: limits, logger: Logger(label: "test")) { now },
            tokens: tokens,
            names: try await names(desk, entries),
            entries: entries.map(\.id)
        )
    }

    private static func names(_ desk: Desk, _ entries: [LedgerEntry]) async throws -> [String: String] {
        let move = try await desk.proposeLevelUp(of: "ana", words: "Her work reaches teams.", by: .person("mo"))
        let review = try await desk.startReview(of: "ana", by: "mo")
        let board = try await desk.convene(
            "Spring board",
            calibrators: ["cal", "sue"],
            cases: ["ana"],
            columns: [],
            from: nil,
            to: nil,
            by: "ops"
        )
        var draft = DecisionDraft()
        draft.words = "We keep the weekly export and build no queue."
        let decision = try await desk.addDecision(draft, by: .person("ana"))
        let action = try await desk.agree("Write the runbook", with: "ana", owner: "ana", due: nil, by: .person("mo"))
        let round = try await desk.sendRequests(about: "ana", by: .person("mo"))
        try await desk.contest(entries[5].id, reason: "That was somebody else.", by: "ana")
        return [
            "person": "ana", "entry": entries[0].id.text, "move": move.id.text, "review": review.id.text,
            "board": board.id, "decision": decision.id.text, "audit": "headcount", "action": action.id,
            "request": round.requests.first { $0.colleague.text.hasPrefix("x") }?.id.text ?? "none",
        ]
    }

    private static func entry(_ number: Int) -> LedgerEntry {
        let posted = now - Int64(number) * day
        let message = MessageID(channel: "C1", time: MessageTime(microseconds: posted))
        let voice = PersonID("x\(1 + number % 6)")
        let quotes = [
            "Thank you Ana, your rewritten backup job kept the whole night shift running",
            "Thank you Ana, your runbook for the old import kept everybody asleep",
        ]
        let id = EntryID(message, kind: .recognition, subject: "ana")
        return LedgerEntry(
            id: id,
            subject: "ana",
            voice: Voice(person: voice, account: AccountID(voice.text), name: "Bea Holm", team: "Papers"),
            kind: .recognition,
            workClass: .upkeep,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: "ownership", share: 1)],
            stage: 3,
            reason: .mentioned,
            quote: quotes[number % 2],
            link: "https://chat.example/archives/C1/p\(posted)",
            message: message,
            channelName: "papers",
            episode: EpisodeID(id.text),
            moment: posted,
            // What is captured was not shown to Ana yet, and is nobody's to read.
            state: number == 8 ? .captured : .shown,
            shownAt: number == 8 ? nil : posted,
            reader: ReaderStamp(name: "test", version: "1"),
            ladderVersion: "1"
        )
    }

    /// Asks with a role's token, or with none.
    func ask(
        _ method: String,
        _ path: String,
        as role: Role?,
        query: String = "",
        headers: [String: String] = [:],
        body: String? = nil,
        isTooLong: Bool = false
    ) async -> ProgramReply {
        var fields = headers.map { (name: $0.key, value: $0.value) }
        if let role, let token = tokens[role] { fields.append((name: "Authorization", value: "Bearer \(token)")) }
        if body != nil, headers["Content-Type"] == nil {
            fields.append((name: "Content-Type", value: "application/json"))
        }
        return await api.answer(
            ProgramRequest(
                method: method,
                path: "/api/v1\(path)",
                query: query,
                headers: fields,
                body: isTooLong ? nil : Array((body ?? "").utf8)
            )
        )
    }

    /// The address of an operation with names in place of braces.
    static func address(_ operation: API.Operation, _ names: [String: String]) -> String {
        "/"
            + operation.path.split(separator: "/").map { part in
                guard part.hasPrefix("{") else { return String(part) }
                return encoded(names[String(part.dropFirst().dropLast())] ?? "none")
            }.joined(separator: "/")
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let plain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return plain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension ProgramReply {
    var json: JSON? { JSON(body) }
    var text: String { String(decoding: body, as: UTF8.self) }
    /// What a problem is called, the last word of its type.
    var problem: String? { json?["type"]?.text?.split(separator: ":").last.map(String.init) }
}
