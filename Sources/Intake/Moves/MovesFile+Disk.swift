#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension MovesFile {
    /// Reads a file of moves from disk.
    ///
    /// Errors: `IntakeError.movesFile` with every problem found, or `cannotOpen`.
    public static func read(path: String) throws(IntakeError) -> MovesFile {
        guard let stream = fopen(path, "r") else { throw .cannotOpen(path: path, reason: systemReason()) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = fread(&part, 1, part.count, stream)
            bytes.append(contentsOf: part[..<count])
            if count == 0 { break }
        }
        guard ferror(stream) == 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
        return try read(bytes, file: path.split(separator: "/").last.map(String.init) ?? path)
    }
}
