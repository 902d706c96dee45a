import Foundation

/// Fetches a file in parts, so that what was interrupted goes on where it stopped.
struct PackageDownload {
    let source: any PackageSource
    /// Bytes asked for at a time.
    var step = 4 << 20

    /// Fetches into a file, unless it is there already; returns its path once size and sum fit.
    ///
    /// Errors: the address gives nothing, or another file than the manifest names; that one is removed.
    func fetch(
        _ package: ModelManifest.Package,
        from address: String,
        into folder: String,
        told: @Sendable (Int, Int) -> Void
    ) async throws(ModelError) -> String {
        let path = folder + "/" + package.file
        if (try? MappedFile(path, bytes: package.bytes, sha256: package.sha256)) != nil { return path }
        let part = path + ".part"
        var have = FileSystem.size(part) ?? 0
        if have > package.bytes {
            try FileSystem.remove(part)
            have = 0
        }
        while have < package.bytes {
            told(have, package.bytes)
            let range = have..<min(package.bytes, have + step)
            let answer = try await answer(address, range)
            guard !answer.bytes.isEmpty else { throw .cannotFetch(address: address, reason: "the answer is empty") }
            if answer.isPart {
                try Self.append(answer.bytes, to: part, at: have)
                have += answer.bytes.count
            } else {
                try FileSystem.remove(part)
                try Self.append(answer.bytes, to: part, at: 0)
                have = answer.bytes.count
                break
            }
        }
        told(have, package.bytes)
        do {
            _ = try MappedFile(part, bytes: package.bytes, sha256: package.sha256)
        } catch {
            try FileSystem.remove(part)
            throw error
        }
        try FileSystem.remove(path)
        try FileSystem.move(part, to: path)
        return path
    }

    private func answer(_ address: String, _ range: Range<Int>) async throws(ModelError) -> PackageAnswer {
        do {
            return try await source.fetch(address, accept: nil, range: range)
        } catch {
            throw .cannotFetch(address: address, reason: "\(error)")
        }
    }

    private static func append(_ bytes: [UInt8], to path: String, at offset: Int) throws(ModelError) {
        if offset == 0 {
            try FileSystem.write(bytes, to: path)
            return
        }
        do {
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            defer { try? file.close() }
            try file.seek(toOffset: UInt64(offset))
            try file.write(contentsOf: Data(bytes))
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}
