extension WebError: CustomStringConvertible {
    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .portInUse(let host, let port):
            "Port \(port) on \(host) is in use by another program. Stop that program, or choose another port with --port."
        case .portForbidden(let host, let port):
            "This program may not listen on port \(port) of \(host). Choose a port above 1023 with --port."
        case .noSuchAddress(let host):
            "This machine has no address \(host). Use 127.0.0.1, or an address of this machine, with --host."
        case .badPort(let port):
            "\(port) is not a port. Choose a number from 1 to 65535 with --port."
        case .templateUnreadable(let name, let reason):
            "The template \(name) cannot be read: \(reason). This build is broken; please report it."
        case .catalogueUnreadable(let name):
            "The catalogue \(name) cannot be read. This build is broken; please report it."
        case .templateMissing(let name):
            "The template \(name) is not in this program. This build is broken; please report it."
        case .fileMissing(let name):
            "The file \(name) is not in this program. This build is broken; please report it."
        case .noRandomness:
            "The system gave no random bytes, so nobody can be signed in safely. Check /dev/urandom and try again."
        }
    }
}
