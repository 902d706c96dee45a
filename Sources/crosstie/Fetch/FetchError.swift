import Workspace

/// Why nothing was fetched.
enum FetchError: Error, Sendable, Hashable {
    /// The address may not be fetched from.
    case address(AddressFault)
    /// Sent on more often than the limit.
    case tooManyRedirects(host: String, limit: Int)
    /// An answer other than the thing itself.
    case status(host: String, code: Int)
    /// More bytes than the limit.
    case tooLarge(host: String, limit: Int)
    /// No answer in time.
    case tooSlow(host: String)
    /// The connection failed; the sort of failure, no text of the other side.
    case unreachable(host: String, reason: String)
}

extension FetchError {
    /// What happened, and what to do.
    var words: String {
        switch self {
        case .address(let fault): fault.words
        case .tooManyRedirects(let host, let limit):
            "\(host) sent on more than \(limit) times. Give the address at which it ends."
        case .status(let host, let code):
            "\(host) answered \(code) instead of sending the file. Check the address, and whether it may be opened without signing in."
        case .tooLarge(let host, let limit): "\(host) sent more than \(limit) bytes. Nothing was read."
        case .tooSlow(let host): "\(host) did not answer in time. Try again later."
        case .unreachable(let host, let reason):
            "\(host) could not be reached (\(reason)). Check the address and the network."
        }
    }
}
