private import CZip

/// A package as the index gives it: a ZIP archive whose sum was compared.
struct PackageArchive {
    let path: String

    /// The bytes of one entry, after size and sum were compared.
    ///
    /// Errors: it is not in there, or is another.
    func read(_ entry: ModelManifest.Entry) throws(ModelError) -> [UInt8] {
        func fault(_ reason: String) -> ModelError { .cannotUnpack(path: path, entry: entry.entry, reason: reason) }
        var code: CInt = 0
        guard let zip = zip_open(path, ZIP_RDONLY, &code) else { throw fault("the archive does not open (\(code))") }
        defer { zip_discard(zip) }
        guard let file = zip_fopen(zip, entry.entry, 0) else { throw fault(String(cString: zip_strerror(zip))) }
        defer { zip_fclose(file) }
        // One byte more than stated: an entry that has it is another.
        let bytes = [UInt8](unsafeUninitializedCapacity: entry.bytes + 1) { room, count in
            while count < room.count {
                let read = zip_fread(file, room.baseAddress.map { $0 + count }, UInt64(room.count - count))
                guard read > 0 else { break }
                count += Int(read)
            }
        }
        guard bytes.count == entry.bytes else { throw fault("it has another size") }
        let found = bytes.withUnsafeBytes { Checksum.sha256($0) }
        guard found == entry.sha256 else {
            throw .otherFile(path: path + ", " + entry.entry, expected: entry.sha256, found: found)
        }
        return bytes
    }
}
