import Answers
import Desk
import Evidence
import StoreTesting
import Testing
import Workspace

@testable import API

/// Every pair of role and operation, held against a written table.
@Suite struct `Who may call what` {
    /// What each role is answered about Ana's things: subject, manager, manager's manager, people operations, calibrator,
    /// representative, somebody of another team.
    static let table: [String: String] = [
        "me": "200 200 200 200 200 200 200",
        "listPeople": "200 200 200 200 200 200 200",
        "readPerson": "200 200 404 404 404 404 404",
        "listEntries": "200 200 404 404 404 404 404",
        "readEntry": "200 200 404 404 404 404 404",
        "listEpisodes": "200 200 404 404 404 404 404",
        "acceptEntry": "200 403 404 404 404 404 404",
        "contestEntry": "200 403 404 404 404 404 404",
        "addContext": "200 403 404 404 404 404 404",
        "hideEntry": "200 403 404 404 404 404 404",
        "answerObjection": "403 200 404 404 404 404 404",
        "readClock": "200 200 404 404 404 404 404",
        "listCompetencies": "200 200 404 404 404 404 404",
        "readLadder": "200 200 200 200 200 200 200",
        "readTitle": "200 200 200 200 200 200 200",
        "listMoves": "200 200 200 200 200 200 200",
        "readMove": "200 200 404 200 404 404 404",
        "readWeek": "200 200 200 200 200 200 200",
        "readTeamWeek": "200 200 200 200 200 200 200",
        "readCues": "200 200 200 200 200 200 200",
        "readPrep": "200 200 404 404 404 404 404",
        "keepAction": "201 201 404 404 404 404 404",
        "closeAction": "200 200 404 404 404 404 404",
        "listRequests": "200 200 200 200 200 200 200",
        "answerRequest": "404 404 404 404 404 404 404",
        "readRounds": "200 200 404 404 404 404 404",
        "listReviews": "200 200 200 200 200 200 200",
        "readReview": "404 200 404 404 404 404 404",
        "chooseEvidence": "404 200 404 404 404 404 404",
        "readDraft": "200 200 404 404 404 404 404",
        "listBoards": "200 200 200 200 200 200 200",
        "listOutcomes": "200 200 200 200 200 200 200",
        "readBoard": "404 404 404 200 200 404 404",
        "listCases": "404 404 404 200 200 404 404",
        "readCase": "404 404 404 404 200 404 404",
        "listDecisions": "200 200 200 200 200 200 200",
        "readDecision": "200 200 200 200 200 200 200",
        "listAudits": "403 403 403 200 403 200 403",
        "readAudit": "403 403 403 200 403 200 403",
        "listChoiceGroups": "404 404 404 200 404 200 404",
        "listTopics": "200 200 200 200 200 200 200",
        "readCalls": "200 200 404 404 404 404 404",
        "readSettings": "200 200 200 200 200 200 200",
        "listAverages": "200 200 200 200 200 200 200",
        "listLooks": "200 200 200 200 200 200 200",
    ]

    /// A body that each write takes.
    static let bodies: [String: String] = [
        "contestEntry": #"{"words":"That was somebody else."}"#,
        "addContext": #"{"words":"Three of us wrote it."}"#,
        "answerObjection": #"{"stands":true,"words":"Bea confirmed that it was her."}"#,
        "keepAction": #"{"text":"Show the runbook to the night shift","due":"2024-11-01"}"#,
        "closeAction": #"{"outcome":"done"}"#,
        "answerRequest": #"{"sight":"next"}"#,
    ]

    /// The piece that each write is about, so that none finds what another did.
    static let pieces = [
        "acceptEntry": 1, "contestEntry": 2, "addContext": 3, "hideEntry": 4, "answerObjection": 5,
    ]

    @Test(arguments: Workplace.Role.allCases)
    func `every role gets from every operation what the table says`(role: Workplace.Role) async throws {
        let place = try await Workplace.company(.sqlite)
        let column = try #require(Workplace.Role.allCases.firstIndex(of: role))
        for operation in Operations.all {
            let row = try #require(Self.table[operation.name], "\(operation.name) has no row")
            let reply = await ask(operation, as: role, in: place)
            let expected = row.split(separator: " ").compactMap { Int($0) }[column]
            #expect(reply.status == expected, "\(operation.name) for \(role): \(reply.text.prefix(300))")
            try Documented.check(reply, of: operation, in: place.api)
        }
        #expect(Set(Self.table.keys) == Set(Operations.all.map(\.name)))
    }

    @Test func `without a token, and with another workspace’s, nothing opens`() async throws {
        let place = try await Workplace.company(.sqlite)
        let other = try await Workplace.company(.sqlite)
        let token = try #require(other.tokens[.subject])
        for operation in Operations.all {
            for headers in [[:], ["Authorization": "Bearer \(token)"], ["Authorization": "Basic YTpi"]] {
                let reply = await ask(operation, as: nil, in: place, headers: headers)
                #expect(reply.status == 401 && reply.header("WWW-Authenticate") != nil, "\(operation.name)")
                try Documented.check(reply, of: operation, in: place.api)
            }
        }
    }

    @Test(arguments: Workplace.Role.allCases)
    func `what is not there, or belongs to another workspace, is answered like what is not theirs`(
        role: Workplace.Role
    ) async throws {
        let place = try await Workplace.company(.sqlite)
        let audits: Set<Workplace.Role> = [.peopleOperations, .representative]
        for operation in Operations.all where !operation.names.isEmpty {
            let names = Dictionary(uniqueKeysWithValues: operation.names.map { ($0, "elsewhere") })
            let reply = await ask(operation, as: role, in: place, names: names)
            let expected = operation.name == "readAudit" && !audits.contains(role) ? 403 : 404
            #expect(reply.status == expected, "\(operation.name) for \(role): \(reply.text.prefix(300))")
            try Documented.check(reply, of: operation, in: place.api)
        }
    }

    @Test(arguments: Workplace.Role.allCases)
    func `everybody reads their own`(role: Workplace.Role) async throws {
        let place = try await Workplace.company(.sqlite)
        for name in ["readPerson", "listEntries", "listEpisodes", "readClock", "readPrep", "readCalls", "readRounds"] {
            let operation = try #require(Operations.all.first { $0.name == name })
            let reply = await ask(operation, as: role, in: place, names: ["person": role.rawValue])
            #expect(reply.status == 200, "\(name) for \(role): \(reply.text.prefix(300))")
        }
    }

    @Test func `a token that may read alone does nothing`() async throws {
        let place = try await Workplace.company(.sqlite)
        let made = try await place.desk.makeToken("reads", scopes: [], days: 1, for: "ana", by: .person("ana"))
        #expect(made.token.scopes == [.read])
        let headers = ["Authorization": "Bearer \(made.secret)"]
        for operation in Operations.all where operation.isWrite {
            let reply = await ask(operation, as: nil, in: place, headers: headers)
            #expect(reply.status == 403 && reply.problem == "scope", "\(operation.name)")
        }
        #expect(await place.ask("GET", "/me", as: nil, headers: headers).status == 200)
    }

    private func ask(
        _ operation: API.Operation,
        as role: Workplace.Role?,
        in place: Workplace,
        names: [String: String]? = nil,
        headers: [String: String] = [:]
    ) async -> ProgramReply {
        var known = names ?? place.names
        if names == nil, let piece = Self.pieces[operation.name] { known["entry"] = place.entries[piece].text }
        var body = Self.bodies[operation.name]
        if operation.name == "chooseEvidence" {
            body = #"{"entry":"\#(place.entries[0].text)","verdict":"keep","version":1}"#
        }
        return await place.ask(
            operation.method.rawValue,
            Workplace.address(operation, known),
            as: role,
            query: operation.name == "readTitle" ? "title=Principal%20Architect" : "",
            headers: headers,
            body: operation.body == nil ? nil : body
        )
    }
}

/// Holds an answer against the description.
enum Documented {
    static func check(_ reply: ProgramReply, of operation: API.Operation, in api: ProgramInterface) throws {
        let document = api.description.document
        let method = operation.method.rawValue.lowercased()
        let item = try #require(document["paths"]?[operation.path]?[method], "\(operation.name) is not described")
        var answer = try #require(
            item["responses"]?["\(reply.status)"],
            "\(operation.name) does not say that it may answer \(reply.status): \(reply.text.prefix(200))"
        )
        if let reference = answer["$ref"]?.text?.split(separator: "/").last {
            answer = try #require(document["components"]?["responses"]?[String(reference)])
        }
        guard let content = answer["content"]?.object else { return #expect(reply.body.isEmpty) }
        let type = try #require(reply.header("Content-Type")).prefix { $0 != ";" }
        let schema = try #require(content[String(type)]?["schema"], "\(operation.name) answers as \(type)")
        guard type.hasSuffix("json") else { return }
        let value = try #require(reply.json)
        let faults = SchemaCheck(api.description.book.schemas).faults(of: value, against: schema)
        #expect(faults.isEmpty, "\(operation.name): \(faults.prefix(5))")
    }
}
