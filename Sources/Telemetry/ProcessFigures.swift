import Glibc

extension Registry {
    /// Shows the process's own memory, open files and time on the processor, by the names that Prometheus's own clients use.
    ///
    /// Source: Linux, proc(5): `/proc/self/statm`, `/proc/self/fd`, `clock_gettime`.
    public func showProcess() {
        show("process_resident_memory_bytes", "Resident memory.") {
            guard let pages = Self.words(of: "/proc/self/statm").dropFirst().first.flatMap(Double.init) else {
                return []
            }
            return [Reading(pages * Double(sysconf(Int32(_SC_PAGESIZE))))]
        }
        show("process_open_fds", "Open files and connections.") {
            guard let folder = opendir("/proc/self/fd") else { return [] }
            defer { closedir(folder) }
            var count = 0
            while readdir(folder) != nil { count += 1 }
            // Itself, its parent, and the folder that is being read.
            return [Reading(Double(max(0, count - 3)))]
        }
        show("process_cpu_seconds", "Time on the processor since the start, of the user and of the system.") {
            var spent = timespec()
            guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent) == 0 else { return [] }
            return [Reading(Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9)]
        }
    }

    /// The words of a short file; none where it cannot be read.
    private static func words(of path: String) -> [String] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self).split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
