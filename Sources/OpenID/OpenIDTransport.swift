/// The way to the provider; behind it, in the program, an HTTP client with time-outs.
public protocol OpenIDTransport: Sendable {
    /// The body at an address.
    ///
    /// Errors: `OpenIDError.unreachable` for anything but status 200 and at most a megabyte.
    func get(_ address: String) async throws -> [UInt8]

    /// The body that answers a form.
    ///
    /// Errors: `OpenIDError.unreachable` for statuses other than 200 and 400; a refusal comes with 400.
    func post(_ form: String, to address: String) async throws -> [UInt8]
}
