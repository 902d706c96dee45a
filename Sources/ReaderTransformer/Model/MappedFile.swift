#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file's bytes, read in place, and the open file that they come from.
///
/// `@unchecked Sendable`: the bytes are only read, and both they and the file stay until the last reference goes.
final class MappedFile: @unchecked Sendable {
    let path: String
    let bytes: UnsafeRawBufferPointer
    /// The open file; what is opened by its number is what was summed, even if the path changes meanwhile.
    let descriptor: Int32

    /// Opens a file.
    ///
    /// Errors: it is missing, no plain file, or may not be read.
    init(_ path: String) throws(ModelError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .missing(path: path) }
            throw .cannotRead(path: path, reason: SystemReason.words)
        }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else {
            close(descriptor)
            throw .cannotRead(path: path, reason: "it is empty or no plain file")
        }
        let size = Int(facts.st_size)
        let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start, start != MAP_FAILED else {
            close(descriptor)
            throw .cannotRead(path: path, reason: SystemReason.words)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        close(descriptor)
    }

    /// Opens a file that must have a size and a sum.
    ///
    /// Errors: also when it is another file.
    convenience init(_ path: String, bytes count: Int, sha256 expected: String) throws(ModelError) {
        try self.init(path)
        let found = Checksum.sha256(bytes)
        guard bytes.count == count, found == expected else {
            throw .otherFile(path: path, expected: expected, found: found)
        }
    }
}

/// The system's word for what went wrong last.
enum SystemReason {
    static var words: String { String(cString: strerror(errno)) }
}
