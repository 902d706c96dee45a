import ArgumentParser
import Desk
import Foundation
import Records
import Store

/// The file that holds the key to pay, protected categories and answers; never part of the database or its backup.
///
/// Shape: 64 hexadecimal digits and a line's end, readable by its owner alone.
struct KeyFile: Sendable {
    let path: String

    /// The key, where the file is there; nil where it is not.
    func vault() throws -> Vault? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let data = FileManager.default.contents(atPath: path)
        else {
            throw Failure(.permission, "the key file \(path) cannot be read. Run as the user who owns it.")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure(
                .permission,
                "the key file \(path) can be read by others, so it is not used. Run `chmod 600 \(path)`, and think about who read it."
            )
        }
        guard let key = Self.bytes(of: data) else {
            throw Failure(
                .data,
                "the key file \(path) does not hold 64 hexadecimal digits. Put the right one back from your backup."
            )
        }
        return try Vault(key: key)
    }

    /// The key; made where there is none and nothing was sealed under another one yet.
    func vault(of records: Records) async throws -> Vault {
        if let vault = try vault() { return vault }
        if try await records.holdsSealedFacts() {
            throw Failure(
                .noInput,
                "pay and protected categories were sealed with a key, and the key file \(path) is missing. Put it back from your backup, or name it with --key-file or CROSSTIE_KEY_FILE. If it is lost for good, `crosstie pay forget` removes what nobody can open any more."
            )
        }
        let key = Vault.freshKey()
        try write(key)
        Console.error(
            "A new key lies at \(path). Keep a copy apart from the database: without it nobody can open what is sealed."
        )
        return try Vault(key: key)
    }

    /// Made for its owner alone from the first moment; never over a file that is there.
    private func write(_ key: [UInt8]) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else {
            throw Failure(
                .cannotCreate,
                "the key file \(path) cannot be made. Check the folder, or name another place with --key-file."
            )
        }
        defer { close(file) }
        let text = Array((Self.text(of: key) + "\n").utf8)
        guard text.withUnsafeBytes({ Foundation.write(file, $0.baseAddress, $0.count) }) == text.count, fsync(file) == 0
        else {
            unlink(path)
            throw Failure(.disk, "the key file \(path) could not be written. Make room and run the same command again.")
        }
    }

    private static func text(of key: [UInt8]) -> String {
        key.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private static func bytes(of data: Data) -> [UInt8]? {
        let digits = data.compactMap { Character(UnicodeScalar($0)).isWhitespace ? nil : Character(UnicodeScalar($0)) }
        guard digits.count == Vault.keyBytes * 2 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
        return bytes.count == Vault.keyBytes ? bytes : nil
    }
}

/// Where the key is.
struct KeyOptions: ParsableArguments {
    @Option(
        name: .customLong("key-file"),
        help: "The key to pay, protected categories and answers; without it CROSSTIE_KEY_FILE, then DATABASE.key."
    )
    var keyFile: String?
}

extension GlobalOptions {
    /// The key file that counts: option, then environment, then beside the database.
    func keyFile(_ options: KeyOptions? = nil) throws -> KeyFile {
        if let path = options?.keyFile ?? ProcessInfo.processInfo.environment["CROSSTIE_KEY_FILE"], !path.isEmpty {
            return KeyFile(path: path)
        }
        return KeyFile(path: try beside() + ".key")
    }

    /// Everything that commands about pay and moves need; what is sealed stays so where no key file is there.
    func desk(_ key: KeyOptions) async throws -> Desk {
        let records = try await records(create: false)
        let vault = try keyFile(key).vault()
        var desk = Desk(records: records, ladder: try await ladder(of: records), vault: vault, clock: Self.now)
        desk.writer = try await WriterChoice.chosen(records)
        return desk
    }
}
