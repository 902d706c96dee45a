import Evidence
import Foundation
import Jobs
import Records
import Signals
import Slack
import Store
import StoreTesting
import Testing
import Workspace

/// The program as several processes on one record, which are killed while Slack goes on delivering.
@Suite(.serialized) struct `Several processes on one record` {
    @Test(arguments: Engine.available)
    func `end where one alone does, whichever of them is killed`(engine: Engine) async throws {
        let program = try Program()
        defer { program.remove() }
        let events = MadeUpDeliveries.all
        let alone = try Fleet(program, database: "sqlite:\(program.path("alone.db"))", of: ["serve 0"])
        defer { alone.killAll() }
        try await alone.begin()
        for event in events { #expect(await alone.deliver(event)) }
        let expected = try await alone.end()
        #expect(expected.count > 5)

        let address =
            switch engine {
            case .sqlite: "sqlite:\(program.path("shared.db"))"
            case .postgres: try PostgresCluster.freshText()
            }
        let fleet = try Fleet(
            program,
            database: address,
            of: ["serve 0 --no-work", "serve 1 --no-work", "work 2", "work 3"]
        )
        defer { fleet.killAll() }
        try await fleet.begin()
        var victims = ["work 2", "serve 0 --no-work", "work 3", "serve 1 --no-work", "work 2", "work 3"].makeIterator()
        for (place, event) in events.enumerated() {
            #expect(await fleet.deliver(event))
            if place % 6 == 3, let victim = victims.next() { try fleet.killAndStart(victim) }
        }
        #expect(try await fleet.end() == expected)
    }

    @Test(arguments: Engine.available)
    func `that start at once on an empty database all find its tables`(engine: Engine) async throws {
        let program = try Program()
        defer { program.remove() }
        let address =
            switch engine {
            case .sqlite: "sqlite:\(program.path("new.db"))"
            case .postgres: try PostgresCluster.freshText()
            }
        let keys = program.path("keys")
        let all = try (0..<4).map { _ in
            try program.start(["init", "--database", address, "--keys", keys])
        }
        for process in all { process.waitUntilExit() }
        #expect(all.map(\.terminationStatus) == [0, 0, 0, 0])
        #expect(try program.run("verify", "--database", address, "--keys", keys).code == 0)
    }
}

/// What Slack delivers: people first, then messages, each in a channel of its own so that no other one is needed to read it.
private enum MadeUpDeliveries {
    static let people = ["U0ADA", "U0BEN", "U0CLEO"]

    static let all: [String] =
        people.enumerated().map { place, id in
            envelope(
                "EvP\(place)",
                #"{"type":"team_join","user":{"id":"\#(id)","team_id":"T1","name":"\#(id.lowercased())","profile":{"real_name":"\#(id.dropFirst(2).capitalized) Example"}}}"#
            )
        }
        + (0..<36).map { number in
            let (author, other) = (people[number % 3], people[(number + 1) % 3])
            let words = [
                "thanks <@\(other)> for the fix in the importer, it saved the release today",
                "nice catch <@\(other)>, the retry was the cause of the outage and your patch stopped it",
                "deployed to all regions", "lunch?",
            ][number % 4]
            let ts = "\(1_760_000_000 + number * 60).000100"
            return envelope(
                "EvM\(number)",
                #"{"type":"message","channel":"C0ROOM\#(number)","channel_type":"channel","user":"\#(author)","text":"\#(words)","ts":"\#(ts)","event_ts":"\#(ts)"}"#
            )
        }

    private static func envelope(_ id: String, _ event: String) -> String {
        #"{"type":"event_callback","event_id":"\#(id)","event_time":1760000000,"team_id":"T1","event":\#(event)}"#
    }
}

/// Processes that share a record.
private final class Fleet {
    private let program: Program
    private let database: String
    private let names: [String]
    private let ports: [Int]
    private var processes: [String: Process] = [:]

    init(_ program: Program, database: String, of names: [String]) throws {
        self.program = program
        self.database = database
        self.names = names
        ports = try names.map { _ in try Loopback.freePort() }
        try program.write("SIGNING_SECRET=secret\n", to: "slack.env")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: program.path("slack.env"))
    }

    /// The first one alone, which makes the key; then all.
    func begin() async throws {
        try start(names[0])
        for _ in 0..<3000 where !Loopback.answers(ports[0]) { try await Task.sleep(for: .milliseconds(200)) }
        for name in names.dropFirst() { try start(name) }
    }

    private func start(_ name: String) throws {
        let parts = name.split(separator: " ").map(String.init)
        var arguments = [parts[0]] + parts.dropFirst(2)
        arguments += ["--database", database, "--keys", program.path("keys"), "--lease", "2"]
        arguments += ["--slack", "--slack-file", program.path("slack.env")]
        if parts[0] == "serve" { arguments += ["--port", "\(ports[names.firstIndex(of: name) ?? 0])"] }
        processes[name] = try program.start(arguments)
    }

    func killAndStart(_ name: String) throws {
        if let process = processes[name] {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try start(name)
    }

    func killAll() {
        for process in processes.values where process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// As Slack does: again, at whichever server the balancer has, until one says that it has it.
    func deliver(_ event: String) async -> Bool {
        let servers = names.indices.filter { names[$0].hasPrefix("serve") }
        for attempt in 0..<1500 {
            if Loopback.post(event, to: ports[servers[attempt % servers.count]]) == 200 { return true }
            try? await Task.sleep(for: .milliseconds(200))
        }
        return false
    }

    /// Waits until nothing waits, stops all, and tells what the ledger holds.
    func end() async throws -> [String] {
        let address = try #require(DatabaseAddress(database))
        let records = try await Records.open(try openDatabase(address, create: false))
        var waiting = -1
        for _ in 0..<3000 {
            waiting = try await records.inboxState().waiting
            if waiting == 0 { break }
            try await Task.sleep(for: .milliseconds(200))
        }
        #expect(waiting == 0)
        for process in processes.values { process.terminate() }
        for process in processes.values { process.waitUntilExit() }
        let now = Int64(Date().timeIntervalSince1970 * 1_000_000)
        var ledger: [String] = []
        for person in try await records.subjects() {
            ledger += try await records.entries(about: person, now: now).map {
                "\($0.id.text) \($0.subject.text) \($0.kind.rawValue) \($0.confidence) \($0.quote)"
            }
        }
        #expect(try await records.verify().isClean)
        #expect(try await records.jobs(in: [.dead]).isEmpty)
        try await records.database.close()
        return ledger.sorted()
    }
}

/// As little HTTP as it takes to deliver something on this machine.
private enum Loopback {
    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        return address
    }

    private static func with<Answer>(
        _ address: sockaddr_in,
        _ call: (UnsafePointer<sockaddr>, socklen_t) -> Answer
    ) -> Answer {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// A port that nobody has now.
    static func freePort() throws -> Int {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        #expect(with(address(0)) { bind(line, $0, $1) } == 0)
        var bound = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let told = withUnsafeMutablePointer(to: &bound) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(line, $0, &size) }
        }
        #expect(told == 0)
        return Int(in_port_t(bigEndian: bound.sin_port))
    }

    static func answers(_ port: Int) -> Bool {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        return with(address(port)) { connect(line, $0, $1) } == 0
    }

    /// Delivers an event, signed; the status, or 0 where nobody answered.
    static func post(_ body: String, to port: Int) -> Int {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard with(address(port), { connect(line, $0, $1) }) == 0, let secrets = SigningSecrets(["secret"]) else {
            return 0
        }
        let moment = Int64(Date().timeIntervalSince1970)
        let signature = secrets.signature(of: Array(body.utf8), at: moment)
        let request = """
            POST /slack/events HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Content-Type: application/json\r
            X-Slack-Request-Timestamp: \(moment)\r
            X-Slack-Signature: \(signature)\r
            Content-Length: \(body.utf8.count)\r
            Connection: close\r
            \r
            \(body)
            """
        var bytes = Array(request.utf8)[...]
        while !bytes.isEmpty {
            // A process that dies meanwhile must not end this one.
            let sent = bytes.withUnsafeBytes { send(line, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
            guard sent > 0 else { return 0 }
            bytes = bytes.dropFirst(sent)
        }
        var answer = [UInt8](repeating: 0, count: 64)
        let count = answer.withUnsafeMutableBytes { recv(line, $0.baseAddress, $0.count, CInt(MSG_WAITALL)) }
        guard count > 12 else { return 0 }
        return Int(String(decoding: answer[9..<12], as: UTF8.self)) ?? 0
    }
}
