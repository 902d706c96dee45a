private import NIOCore
private import NIOPosix
public import Workspace

/// Says which machines a name leads to.
public protocol HostResolving: Sendable {
    /// The numeric addresses of a name.
    func addresses(of host: String, port: Int) async throws -> [NumericAddress]
}

/// The system's own resolver, away from the threads that fetch.
public struct SystemResolver: HostResolving {
    /// The resolver.
    public init() {}

    /// The numeric addresses of a name, in the order of the system.
    public func addresses(of host: String, port: Int) async throws -> [NumericAddress] {
        if let own = NumericAddress(host) { return [own] }
        return try await NIOThreadPool.singleton.runIfActive { Self.look(host) }
    }

    private static func look(_ host: String) -> [NumericAddress] {
        // NIO's own look-up by name gives one address; all of them must be looked at.
        var found: [NumericAddress] = []
        for address in ResolvedNames.all(host) { if !found.contains(address) { found.append(address) } }
        return found
    }
}
