import ArgumentParser
import Foundation
import Records
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the record as it is at this moment, while everything runs, and check the copy.",
        discussion: """
            The copy holds the record alone. The key file is not in it: keep that one apart, since with both anybody can open what is \
            sealed. What people read lies in files of its own beside the record and is not copied either.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    func run() async throws {
        let path = try RecordFile.path(of: globals)
        guard FileManager.default.fileExists(atPath: path) else { throw Failure.noDatabase(try globals.address()) }
        try RecordFile.refuse(existing: file)
        let found = try await RecordFile.copy(path, to: file)
        if globals.json { return try Console.json(found) }
        Console.line("\(file): \(found.words)")
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a copy that `backup` wrote where the record belongs, and check it; a record that is there stays."
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "The copy.")
    var file: String

    func run() async throws {
        let path = try RecordFile.path(of: globals)
        guard FileManager.default.fileExists(atPath: file) else {
            throw Failure(.noInput, "there is no file \(file). Name one that `crosstie backup` wrote.")
        }
        try RecordFile.refuse(existing: path)
        let found = try await RecordFile.copy(file, to: path)
        if globals.json { return try Console.json(found) }
        Console.line("\(path): \(found.words)")
        let key = try globals.keyFile()
        if try key.vault() == nil {
            Console.line("There is no key file at \(key.path). Put yours back before what is sealed can be opened.")
        }
    }
}

/// A record as a file that is copied and looked through.
enum RecordFile {
    /// What a copy holds.
    struct Found: Encodable {
        let auditEntries: Int
        let evidence: Int

        var words: String {
            "\(auditEntries.grouped) audit entries in an unbroken chain, \(evidence.grouped) pieces of evidence."
        }
    }

    static func path(of globals: GlobalOptions) throws -> String {
        guard case .file(let path) = try globals.address() else {
            throw Failure(
                .usage,
                "only a record in a file is copied so. A PostgreSQL server has tools of its own: `pg_dump` and `pg_restore`, see docs/operations.md."
            )
        }
        return path
    }

    static func refuse(existing path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                .cannotCreate,
                "there is a file \(path) already, and it stays. Name another one, or move it away."
            )
        }
    }

    /// Copies, then walks the copy's audit: a copy that does not fit is taken away again.
    static func copy(_ source: String, to target: String) async throws -> Found {
        let address = DatabaseAddress.file(target)
        do {
            try await copyDatabaseFile(from: source, to: target)
            let database = try openDatabase(address, create: false)
            let report = try await Records.open(database).verify()
            try await database.close()
            guard report.isClean else {
                remove(target)
                throw Failure(
                    .data,
                    "the record in \(source) does not fit its audit, so no copy was made. `crosstie verify` says where."
                )
            }
            return Found(auditEntries: report.auditEntries, evidence: report.evidence)
        } catch let error as StoreError {
            throw Failure(store: error, at: address)
        }
    }

    private static func remove(_ path: String) {
        for rest in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + rest) }
    }
}
