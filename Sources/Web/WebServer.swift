import Hummingbird
import HummingbirdCore
import Logging

/// The application, with the faults of listening told in the module's own words.
struct WebServer: ApplicationProtocol {
    let base: Application<RouterResponder<PageContext>>
    let host: String
    let port: Int

    var responder: RouterResponder<PageContext> { base.responder }
    var server: HTTPServerBuilder { base.server }
    var configuration: ApplicationConfiguration { base.configuration }
    var logger: Logger { base.logger }

    func run() async throws {
        do {
            try await base.run()
        } catch {
            throw Self.listening(error, host: host, port: port) ?? error
        }
    }

    /// The system's reason why it does not listen; nil for any other fault.
    ///
    /// Swift NIO's `IOError` carries the system's number; it is read by reflection because NIO is no dependency of this
    /// module. Should its shape change, the error is shown as it came, and a test says so.
    static func listening(_ error: any Error, host: String, port: Int) -> WebError? {
        guard let code = Mirror(reflecting: error).descendant("error", "errno") as? Int32 else { return nil }
        switch code {
        case 98, 48: return .portInUse(host: host, port: port)  // EADDRINUSE on Linux, on macOS
        case 13: return .portForbidden(host: host, port: port)  // EACCES
        case 99, 49: return .noSuchAddress(host: host)  // EADDRNOTAVAIL on Linux, on macOS
        default: return nil
        }
    }
}
