import Desk
import Foundation
import Records

/// The file beside the key in which signed checkpoints of the audit lie, apart from the database: one a line, never rewritten.
struct CheckpointFile: Sendable {
    let path: String

    init(beside globals: GlobalOptions, _ key: KeyOptions? = nil) throws {
        path = try globals.keyFile(key).path + ".checkpoints"
    }

    /// What lies in the file; lines that are none are left out, and the place of those that are speaks for itself.
    func read() -> [Checkpoint] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Checkpoint(line: String($0)) }
    }

    /// Signs the audit's head and adds the checkpoint to the file; nothing happens where there is no key or nothing new.
    @discardableResult
    func sign(_ desk: Desk) async throws -> Checkpoint? {
        guard let checkpoint = try await desk.signCheckpoint(now: GlobalOptions.now()) else { return nil }
        try append(checkpoint.line + "\n")
        return checkpoint
    }

    private func append(_ line: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 else { throw Failure(.cannotCreate, "the file of checkpoints \(path) cannot be written.") }
        defer { close(file) }
        let bytes = Array(line.utf8)
        guard bytes.withUnsafeBytes({ Foundation.write(file, $0.baseAddress, $0.count) }) == bytes.count,
            fsync(file) == 0
        else { throw Failure(.disk, "the file of checkpoints \(path) could not be written. Make room and try again.") }
    }
}
