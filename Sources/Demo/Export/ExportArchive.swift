import CZip

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes files into a ZIP; the same files make the same bytes on every run.
enum ExportArchive {
    /// The evening of the last day in the form that ZIPs keep: days in the upper word, two-second steps in the lower.
    private static let day: UInt16 = (2026 - 1980) << 9 | 9 << 5 | 30
    private static let hour: UInt16 = 18 << 11

    /// Writes a ZIP, over one that is already there.
    static func write(_ files: [ExportFile], to path: String) throws(DemoError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .archive(path: path, reason: String(cString: zip_error_strerror(&error)))
        }
        do {
            for file in files { try add(file, to: archive, path: path) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let failure = reason(archive, path: path)
            zip_discard(archive)
            throw failure
        }
    }

    private static func add(_ file: ExportFile, to archive: OpaquePointer, path: String) throws(DemoError) {
        // libzip reads the bytes only when it closes the archive, and then frees them itself.
        guard let copy = malloc(max(1, file.bytes.count)) else { throw .archive(path: path, reason: "out of memory") }
        file.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(file.bytes.count), 1) else {
            free(copy)
            throw reason(archive, path: path)
        }
        let index = zip_file_add(archive, file.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw reason(archive, path: path)
        }
        guard zip_file_set_dostime(archive, zip_uint64_t(index), hour, day, 0) == 0,
            zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 9) == 0
        else { throw reason(archive, path: path) }
    }

    private static func reason(_ archive: OpaquePointer, path: String) -> DemoError {
        .archive(path: path, reason: String(cString: zip_strerror(archive)))
    }
}
