import Foundation
public import Store

/// A PostgreSQL server of this test run's own: made when it is first asked for, gone with the process however that ends.
///
/// A shell keeps watch: it holds one end of a pipe, and when the other end closes it stops the server and removes its folder.
public final class PostgresCluster: Sendable {
    /// Where the server's programs are; nil where it is not installed.
    private static let programs: String? = {
        let debian = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        let folders =
            versions.compactMap { Int($0) }.sorted(by: >).map { "\(debian)/\($0)/bin" }
            + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.first { folder in
            ["initdb", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
        }
    }()
    private static let shared = Result { try PostgresCluster() }

    /// Whether tests can run on PostgreSQL here.
    public static var isInstalled: Bool { programs != nil }

    /// Whether a run without PostgreSQL is to fail: `CROSSTIE_REQUIRE_POSTGRES=1`.
    public static var isRequired: Bool { ProcessInfo.processInfo.environment["CROSSTIE_REQUIRE_POSTGRES"] == "1" }

    /// The address of an empty place in the server, which is started where it is not.
    public static func freshAddress() throws -> DatabaseAddress {
        let address = try shared.get().text(schema: "t" + String(UInt64.random(in: 0 ... .max), radix: 16))
        guard let address = DatabaseAddress(address) else { throw NotStarted(words: "\(address) is no address") }
        return address
    }

    /// An address as programs take it; the schema is made by whoever opens it with `create`.
    public static func freshText(parameters: String = "pool=3") throws -> String {
        try shared.get().text(schema: "t" + String(UInt64.random(in: 0 ... .max), radix: 16), parameters: parameters)
    }

    /// Why there is no server.
    public struct NotStarted: Error {
        /// What happened, with the server's own words.
        public let words: String
    }

    private let folder: String
    private let pipe: Pipe

    private func text(schema: String, parameters: String = "pool=3") -> String {
        "postgres://crosstie@/postgres?host=\(folder)&\(parameters)&schema=\(schema)"
    }

    private init() throws {
        guard let programs = Self.programs else { throw NotStarted(words: "PostgreSQL is not installed") }
        // Short: the name of a socket has room for some hundred letters.
        folder = "/tmp/crosstie-pg-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        pipe = Pipe()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", Self.watch, "sh", programs, folder]
        shell.standardInput = pipe
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try shell.run()
        let end = Date(timeIntervalSinceNow: 300)
        while Date() < end, shell.isRunning {
            let state = try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
            if state?.contains("ready") == true { return }
            usleep(20_000)
        }
        let log = ["initdb.log", "server.log"].compactMap {
            try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        }
        pipe.fileHandleForWriting.closeFile()
        try? FileManager.default.removeItem(atPath: folder)
        throw NotStarted(words: "PostgreSQL does not start: " + log.joined().suffix(2000))
    }

    /// Makes the cluster, serves it until standard input ends, and removes it.
    ///
    /// The server refuses to run as root, so root's is another user's.
    private static let watch = """
        programs=$1; folder=$2; as=
        if [ "$(id -u)" = 0 ]; then
            user=nobody; id postgres >/dev/null 2>&1 && user=postgres
            chown "$user" "$folder"
            as="setpriv --reuid=$user --regid=$(id -g $user) --clear-groups"
        fi
        cd "$folder" || exit 1
        trap '' INT TERM HUP
        $as "$programs/initdb" -D "$folder/data" -U crosstie -A trust --no-sync --no-locale --encoding=UTF8 \
            >"$folder/initdb.log" 2>&1 </dev/null || exit 1
        $as "$programs/postgres" -D "$folder/data" -k "$folder" -h '' -c fsync=off -c synchronous_commit=off \
            -c full_page_writes=off -c max_connections=1500 -c shared_buffers=64MB -c autovacuum=off \
            >"$folder/server.log" 2>&1 </dev/null &
        server=$!
        cat >/dev/null
        kill -QUIT "$server" 2>/dev/null
        wait "$server" 2>/dev/null
        rm -rf "$folder"
        """
}
