/// Keeps a provider's description and keys, and asks again when a new key turns up, at most once a minute.
///
/// The limit holds back whoever sends tokens with invented key names to make Crosstie ask the provider without end.
actor KeyShelf {
    private static let pause: Int64 = 60 * 1_000_000

    private let issuer: String
    private let transport: any OpenIDTransport
    private var provider: OpenIDProvider?
    private var keys = SigningKeys.none
    private var asked: Int64?

    init(issuer: String, transport: any OpenIDTransport) {
        self.issuer = issuer
        self.transport = transport
    }

    /// What the provider says of itself, asked once.
    func description() async throws -> OpenIDProvider {
        if let provider { return provider }
        let found = try OpenIDProvider(try await transport.get(OpenIDProvider.address(of: issuer)), issuer: issuer)
        provider = found
        return found
    }

    /// The keys, with the one of a name where the provider publishes it; `now` in microseconds since 1970 UTC.
    func keys(with name: String, now: Int64) async throws -> SigningKeys {
        if keys[name] != nil { return keys }
        if let asked, now - asked < Self.pause, now >= asked { return keys }
        let address = try await description().keys
        asked = now
        keys = try SigningKeys(try await transport.get(address))
        return keys
    }
}
