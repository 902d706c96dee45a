#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many files the system lets this program have open.
enum Descriptors {
    /// As many connections as are wished for, and leave a quarter of all files, or 64, for the record and everything else.
    static func room(for wished: Int) -> Int {
        var limit = rlimit()
        #if canImport(Glibc)
        let asked = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
        let asked = getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        guard asked == 0 else { return min(wished, 512) }
        return room(for: wished, files: Int(clamping: limit.rlim_cur))
    }

    static func room(for wished: Int, files: Int) -> Int {
        max(8, min(wished, files - max(64, files / 4)))
    }
}
