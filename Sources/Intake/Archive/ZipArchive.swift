import CZip

/// A ZIP archive: its table of entries, and the bytes of each.
///
/// Nothing is ever unpacked to disk.
struct ZipArchive: Sendable {
    let path: String
    let files: [ExportFile]
    private let entries: UInt64

    /// Reads the table and refuses what no export has.
    static func open(_ path: String, bytes: Int, limits: ExportLimits) throws(IntakeError) -> ZipArchive {
        let zip = try handle(path)
        defer { zip_discard(zip) }
        let entries = zip_get_num_entries(zip, 0)
        guard entries <= limits.entries else { throw .tooManyEntries(count: Int(entries), limit: limits.entries) }
        var files: [ExportFile] = []
        files.reserveCapacity(Int(entries))
        var outside: (first: [String], count: Int) = ([], 0)
        for place in 0..<UInt64(max(0, entries)) {
            guard let file = try file(at: place, of: zip, path: path, outside: &outside) else { continue }
            files.append(file)
        }
        guard outside.count == 0 else { throw .pointsOutside(first: outside.first, count: outside.count) }
        return ZipArchive(path: path, files: files, entries: UInt64(max(0, entries)))
    }

    private static func file(
        at place: UInt64,
        of zip: OpaquePointer,
        path: String,
        outside: inout (first: [String], count: Int)
    ) throws(IntakeError) -> ExportFile? {
        var status = zip_stat_t()
        guard let raw = zip_get_name(zip, place, zip_flags_t(ZIP_FL_ENC_RAW)),
            zip_stat_index(zip, place, 0, &status) == 0
        else { throw .damagedArchive(path: path, detail: words(of: zip)) }
        var name = raw.withMemoryRebound(to: UInt8.self, capacity: 1) { start in
            EntryName.decoded(UnsafeBufferPointer(start: start, count: length(of: start)))
        }
        if EntryName.pointsOutside(name) {
            outside.count += 1
            if outside.first.count < 10 { outside.first.append(name) }
            return nil
        }
        if name.hasPrefix("./") { name.removeFirst(2) }
        guard isPlain(place, of: zip) else { throw .notAPlainFile(entry: name) }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(entry: name) }
        guard name.utf8.last != UInt8(ascii: "/"), !EntryName.isNoise(name) else { return nil }
        return ExportFile(
            name: name,
            place: Int(place),
            size: Int(clamping: status.size),
            packed: Int(clamping: status.comp_size),
            checksum: status.crc,
            method: status.comp_method
        )
    }

    /// False for symbolic links, devices and the like, as far as the entry tells.
    private static func isPlain(_ place: UInt64, of zip: OpaquePointer) -> Bool {
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        guard zip_file_get_external_attributes(zip, place, 0, &system, &attributes) == 0 else { return true }
        let kind = (attributes >> 16) & 0o170000
        return kind == 0 || kind == 0o100000 || kind == 0o040000
    }

    /// Unpacks one entry; the checksum is compared.
    func read(_ file: ExportFile, onto bench: Workbench) throws(IntakeError) -> Breakage? {
        let zip: OpaquePointer
        if let open = bench.zip {
            zip = open
        } else {
            zip = try Self.handle(path)
            bench.zip = zip
        }
        var status = zip_stat_t()
        guard UInt64(max(0, zip_get_num_entries(zip, 0))) == entries,
            zip_stat_index(zip, UInt64(file.place), 0, &status) == 0,
            status.size == UInt64(file.size), status.crc == file.checksum
        else { throw .changedMeanwhile(path: path) }
        guard let entry = zip_fopen_index(zip, UInt64(file.place), 0) else { return Self.breakage(zip_get_error(zip)) }
        defer { zip_fclose(entry) }
        // One byte more than stated: an entry that has it lies about its size.
        bench.clear(room: file.size + 1)
        while bench.count <= file.size {
            let read = zip_fread(entry, bench.bytes + bench.count, UInt64(file.size + 1 - bench.count))
            guard read >= 0 else { return Self.breakage(zip_file_get_error(entry)) }
            if read == 0 { break }
            bench.count += Int(read)
        }
        return bench.count == file.size ? nil : .badPacking
    }

    private static func breakage(_ error: UnsafeMutablePointer<zip_error_t>?) -> Breakage {
        switch zip_error_code_zip(error) {
        case ZIP_ER_CRC: .badChecksum
        case ZIP_ER_ZLIB, ZIP_ER_INCONS, ZIP_ER_EOF, ZIP_ER_NOZIP: .badPacking
        default: .unreadable(String(cString: zip_error_strerror(error)))
        }
    }

    private static func handle(_ path: String) throws(IntakeError) -> OpaquePointer {
        var code: CInt = 0
        if let zip = zip_open(path, ZIP_RDONLY, &code) { return zip }
        switch code {
        case ZIP_ER_NOZIP:
            throw beginsLikeAnArchive(path) ? .cutOffArchive(path: path) : .notAnArchive(path: path)
        case ZIP_ER_NOENT, ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK:
            throw .cannotOpen(path: path, reason: systemReason())
        default:
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .damagedArchive(path: path, detail: String(cString: zip_error_strerror(&error)))
        }
    }

    private static func words(of zip: OpaquePointer) -> String { String(cString: zip_strerror(zip)) }

    /// The usual name of a packing method, for a refusal that helps.
    static func methodName(_ method: UInt16) -> String {
        switch method {
        case 1: "shrink (method 1)"
        case 6: "implode (method 6)"
        case 9: "deflate64 (method 9)"
        case 12: "bzip2 (method 12)"
        case 14: "LZMA (method 14)"
        case 93: "Zstandard (method 93)"
        case 95: "xz (method 95)"
        case 98: "PPMd (method 98)"
        default: "method \(method)"
        }
    }
}
