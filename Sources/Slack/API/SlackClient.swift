public import AsyncHTTPClient

/// The client that asks Slack; it is sent nowhere else, since a redirect would carry the token along.
public enum SlackClient {
    /// One for the program: its connections are shared by all who ask.
    public static let shared: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }()
}
