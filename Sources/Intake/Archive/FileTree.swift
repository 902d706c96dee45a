#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An unpacked export: the plain files below a folder.
///
/// Links are refused, never followed.
struct FileTree: Sendable {
    let path: String
    let files: [ExportFile]
    /// The names as the disk has them, which need not be text.
    private let places: [[CChar]]

    /// Lists all files, a few levels deep.
    static func walk(_ path: String, limits: ExportLimits) throws(IntakeError) -> FileTree {
        var files: [ExportFile] = []
        var places: [[CChar]] = []
        var open: [(disk: [CChar], name: String, depth: Int)] = [(Array(path.utf8CString.dropLast()), "", 0)]
        while let folder = open.popLast() {
            for entry in try names(in: folder.disk, path: path) {
                let disk = folder.disk + [CChar(bitPattern: UInt8(ascii: "/"))] + entry
                let name = folder.name + entry.withUnsafeBytes { EntryName.decoded($0.bindMemory(to: UInt8.self)) }
                var status = stat()
                guard lstat(disk + [0], &status) == 0 else { throw .cannotOpen(path: name, reason: systemReason()) }
                if EntryName.isNoise(name) { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: if folder.depth < 5 { open.append((disk, name + "/", folder.depth + 1)) }
                case S_IFREG:
                    guard files.count < limits.entries else {
                        throw .tooManyEntries(count: files.count + 1, limit: limits.entries)
                    }
                    let size = Int(status.st_size)
                    files.append(
                        ExportFile(
                            name: name,
                            place: places.count,
                            size: size,
                            packed: size,
                            checksum: changeMark(status),
                            method: 0
                        )
                    )
                    places.append(disk + [0])
                default: throw .notAPlainFile(entry: name)
                }
            }
        }
        return FileTree(path: path, files: files.sorted { $0.name < $1.name }, places: places)
    }

    /// Stands for the content, which would have to be read for a checksum: the moment of the last change.
    private static func changeMark(_ status: stat) -> UInt32 {
        UInt32(truncatingIfNeeded: status.st_mtim.tv_sec &* 1_000_003 &+ status.st_mtim.tv_nsec)
    }

    private static func names(in folder: [CChar], path: String) throws(IntakeError) -> [[CChar]] {
        guard let stream = opendir(folder + [0]) else { throw .cannotOpen(path: path, reason: systemReason()) }
        defer { closedir(stream) }
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                Array($0.bindMemory(to: CChar.self).prefix { $0 != 0 })
            }
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if name != [dot], name != [dot, dot] { names.append(name) }
        }
        return names
    }

    /// Reads one file.
    func read(_ file: ExportFile, onto bench: Workbench) throws(IntakeError) -> Breakage? {
        let descriptor = open(places[file.place], O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return .unreadable(systemReason()) }
        defer { close(descriptor) }
        bench.clear(room: file.size + 1)
        while bench.count <= file.size {
            let count = Self.fill(descriptor, bench.bytes + bench.count, file.size + 1 - bench.count)
            guard count >= 0 else { return .unreadable(systemReason()) }
            if count == 0 { break }
            bench.count += count
        }
        guard bench.count == file.size else { throw .changedMeanwhile(path: path) }
        return nil
    }

    private static func fill(_ descriptor: CInt, _ bytes: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, bytes, room)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, bytes, room)
            #else
            let count = Darwin.read(descriptor, bytes, room)
            #endif
            if count >= 0 || errno != EINTR { return count }
        }
    }
}

/// How many bytes stand before the zero that ends a C text.
func length(of text: UnsafePointer<UInt8>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
}

/// True when a file's first bytes are those of a ZIP archive.
func beginsLikeAnArchive(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes: [UInt8] = [0, 0, 0, 0]
    guard read(descriptor, &bytes, 4) == 4 else { return false }
    return bytes == [0x50, 0x4B, 3, 4] || bytes == [0x50, 0x4B, 5, 6]
}
