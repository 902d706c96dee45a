public import Evidence
public import Signals
public import Workspace

/// What following needs of the rest of the program.
public struct LiveSources: Sendable {
    /// Who reads, with people and names as they now are; asked again when accounts changed.
    public var reading: @Sendable () async throws -> Reading
    /// Microseconds since 1970 UTC.
    public var now: @Sendable () -> Int64

    /// Joins the two.
    public init(
        reading: @escaping @Sendable () async throws -> Reading,
        now: @escaping @Sendable () -> Int64
    ) {
        self.reading = reading
        self.now = now
    }

    /// A reader and what its signals become.
    public struct Reading: Sendable {
        /// Who reads.
        public var reader: any Reader
        /// What the signals become.
        public var capture: Capture

        /// Joins the two.
        public init(reader: any Reader, capture: Capture) {
            self.reader = reader
            self.capture = capture
        }
    }
}

/// Which conversations are followed.
public struct LiveSelection: Sendable, Hashable {
    /// Private channels that the company named, by id; the app has to be invited as well.
    public var privateChannels: Set<ChannelID>

    /// Public channels that invited the app, and these.
    public init(privateChannels: Set<ChannelID> = []) { self.privateChannels = privateChannels }
}
