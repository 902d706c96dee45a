#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One file of an export.
struct ExportFile: Sendable {
    /// The name as text, parts divided by `/`.
    var name: String
    /// Its place in the archive's or folder's own order.
    var place: Int
    /// Unpacked bytes, as stated.
    var size: Int
    /// Packed bytes, as stated.
    var packed: Int
    /// The stated checksum; in a folder a mark of the last change.
    var checksum: UInt32
    /// How it is packed; 0 stored, 8 deflate.
    var method: UInt16
}

/// Where the files of an export lie.
enum ExportFiles: Sendable {
    case archive(ZipArchive)
    case folder(FileTree)

    var files: [ExportFile] {
        switch self {
        case .archive(let archive): archive.files
        case .folder(let tree): tree.files
        }
    }

    var path: String {
        switch self {
        case .archive(let archive): archive.path
        case .folder(let tree): tree.path
        }
    }

    /// Opens a ZIP file, or an unpacked folder.
    static func open(_ path: String, limits: ExportLimits) throws(IntakeError) -> ExportFiles {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder(try FileTree.walk(path, limits: limits))
        case S_IFREG:
            guard status.st_size > 0 else { throw .emptyFile(path: path) }
            return .archive(try ZipArchive.open(path, bytes: Int(status.st_size), limits: limits))
        default: throw .notAnArchive(path: path)
        }
    }

    /// Reads one file whole into a bench.
    func read(_ file: ExportFile, onto bench: Workbench, limit: Int) throws(IntakeError) -> Breakage? {
        guard file.size <= limit else { return .tooLarge(bytes: file.size, limit: limit) }
        switch self {
        case .archive(let archive): return try archive.read(file, onto: bench)
        case .folder(let tree): return try tree.read(file, onto: bench)
        }
    }
}

/// The system's own text for the last failed call.
func systemReason() -> String { String(cString: strerror(errno)) }
