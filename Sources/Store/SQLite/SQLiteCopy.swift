private import Foundation
private import GRDB

/// Copies a database file while programs read and write it; the copy is one moment's state, whole.
///
/// SQLite's online backup: pages are copied under a reading transaction, and nobody who writes waits for it. The copy comes about under
/// another name and takes its own only when it is whole and on the disk, so that what is there under that name can be relied on.
/// Errors: `StoreError.unavailable` where one of the two cannot be opened or the target is there already, `full`, `damaged`.
/// Source: SQLite, "Using the SQLite Online Backup API".
public func copyDatabaseFile(from path: String, to target: String) async throws(StoreError) {
    let files = FileManager.default
    guard !files.fileExists(atPath: target) else {
        throw StoreError(.unavailable, "there is a file \(target) already")
    }
    let part = target + ".part"
    do {
        try? files.removeItem(atPath: part)
        var reading = Configuration()
        reading.readonly = true
        reading.busyMode = .timeout(10)
        let source = try DatabaseQueue(path: path, configuration: reading)
        let copy = try DatabaseQueue(path: part)
        try source.backup(to: copy)
        try source.close()
        try copy.close()
        let handle = try FileHandle(forUpdating: URL(filePath: part))
        try handle.synchronize()
        try handle.close()
        try files.moveItem(atPath: part, toPath: target)
    } catch {
        for rest in ["", "-journal", "-wal", "-shm"] { try? files.removeItem(atPath: part + rest) }
        throw StoreError(copying: error)
    }
}

extension StoreError {
    fileprivate init(copying error: any Error) {
        guard let error = error as? DatabaseError else {
            self.init(.unavailable, "\(error)")
            return
        }
        let kind: Kind =
            switch error.resultCode {
            case .SQLITE_FULL: .full
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            default: .unavailable
            }
        self.init(kind, error.message ?? "code \(error.resultCode.rawValue)")
    }
}
