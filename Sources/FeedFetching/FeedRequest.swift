/// What to fetch, and what is known of it.
public struct FeedRequest: Sendable, Hashable {
    /// The feed's address.
    public var address: String
    /// The mark of the version that is known.
    public var entityTag: String?
    /// The date of the version that is known, as the site wrote it.
    public var lastModified: String?

    /// Asks for a feed.
    public init(address: String, entityTag: String? = nil, lastModified: String? = nil) {
        self.address = address
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}

/// What came of a fetch.
public enum FeedOutcome: Sendable, Hashable {
    /// A document.
    case document(FeedDocument)
    /// The version that is known is still the newest.
    case unchanged(wait: Int?)
    /// Gone for good; not to be asked for again.
    case gone
    /// Too many requests, or busy; seconds to wait, where the site says so.
    case later(wait: Int?)
    /// Nothing came.
    case failed(FetchProblem)
}

/// A document as it came.
public struct FeedDocument: Sendable, Hashable {
    /// The document as it came.
    public var bytes: [UInt8]
    /// Its media type.
    public var contentType: String?
    /// How it was packed.
    public var packing: String?
    /// What to ask with next time.
    public var entityTag: String?
    /// The same by date.
    public var lastModified: String?
    /// Where it came from in the end; relative links are resolved against it.
    public var address: String
    /// The address to ask next time, where every redirect on the way was a lasting one.
    public var movedTo: String?
    /// Seconds for which the site says that it stays the same.
    public var wait: Int?
}

/// Why nothing came.
public enum FetchProblem: Error, Sendable, Hashable {
    /// The address may not be fetched.
    case refused(String)
    /// Sent on too often, or in a circle.
    case redirects(Int)
    /// Longer than is read.
    case tooLarge(limit: Int)
    /// It took too long.
    case timedOut(seconds: Int)
    /// The site answered with an error.
    case status(Int)
    /// No connection.
    case unreachable(String)
}

extension FetchProblem: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .refused(let why): "It was not fetched: \(why)"
        case .redirects(let count):
            "The site sent on \(count) times. Open the address in a browser and use the one that it ends at."
        case .tooLarge(let limit): "It is longer than \(limit) bytes. Ask the site for a shorter feed."
        case .timedOut(let seconds): "The site did not answer within \(seconds) seconds. It is asked again later."
        case .status(let status):
            "The site answered with status \(status). It is asked again later; check the address if this stays so."
        case .unreachable(let why): "No connection: \(why). It is asked again later."
        }
    }
}

/// When a feed is asked for again.
public enum FetchSchedule {
    /// Seconds between two fetches of a feed that answers.
    public static let usual = 1_800
    /// The longest pause.
    public static let longest = 86_400
    /// Failures in a row after which a feed is asked for once a day.
    public static let patience = 6

    /// Seconds to wait after an outcome; nil for never.
    ///
    /// Failures double the pause; what the site asks for counts where it is longer, up to a day. Feeds of one site do not come
    /// back at the same second: up to a tenth is added by the feed's own name.
    public static func wait(after outcome: FeedOutcome, failures: Int, address: String) -> Int? {
        let pause: Int
        switch outcome {
        case .gone: return nil
        case .document(let document): pause = max(usual, document.wait ?? 0)
        case .unchanged(let wait): pause = max(usual, wait ?? 0)
        case .later(let wait): pause = max(usual << min(failures, patience), wait ?? 0)
        case .failed: pause = usual << min(failures, patience)
        }
        let held = min(pause, longest)
        let spread = address.utf8.reduce(UInt64(7)) { ($0 &* 31) &+ UInt64($1) } % UInt64(held / 10 + 1)
        return held + Int(spread)
    }
}
