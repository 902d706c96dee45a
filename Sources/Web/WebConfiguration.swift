/// What a server needs to know; the program reads it from its settings.
public struct WebConfiguration: Sendable {
    /// The address to listen on; this machine only unless said otherwise.
    public var host: String
    /// The port to listen on; 0 takes any free one.
    public var port: Int
    /// Where people reach the site; decides cookies, allowed hosts and origins.
    public var site: SiteAddress
    /// The provider that people sign in with; nil for one-time links alone.
    public var provider: ProviderSignIn?
    /// Languages that pages can be read in; English always can.
    public var languages = Language.allCases
    /// How often one address and one person may ask.
    public var limits = AskingLimits()
    /// Microseconds since 1970 UTC.
    public var now: @Sendable () -> Int64

    /// Listens on this machine; `site` is `http://127.0.0.1:PORT` unless given.
    ///
    /// Errors: `WebError.badPort` outside 0…65535.
    public init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        site: SiteAddress? = nil,
        provider: ProviderSignIn? = nil,
        now: @escaping @Sendable () -> Int64
    ) throws(WebError) {
        guard (0...65_535).contains(port), let local = SiteAddress.local(port: port) else { throw .badPort(port) }
        self.host = host
        self.port = port
        self.site = site ?? local
        self.provider = provider
        self.now = now
    }
}
