/// What can go wrong before or beside a request.
public enum WebError: Error, Sendable, Hashable {
    /// Another program listens on the port already.
    case portInUse(host: String, port: Int)
    /// The system does not let this program listen on the port.
    case portForbidden(host: String, port: Int)
    /// This machine has no such address.
    case noSuchAddress(host: String)
    /// No port has this number.
    case badPort(Int)
    /// A template that is in the program cannot be parsed.
    case templateUnreadable(name: String, reason: String)
    /// The catalogue of a language is not what a catalogue is.
    case catalogueUnreadable(name: String)
    /// A page names a template that is not in the program.
    case templateMissing(name: String)
    /// A page names a static file that is not in the program.
    case fileMissing(name: String)
    /// The system gives no random bytes.
    case noRandomness
}
