public import Workspace

/// One message that is due to one person: the preparations of their next 1:1s, or the weekly note.
///
/// Source: `docs/methods.md`, "Deliveries". Each part is claimed once, so nobody gets the same thing twice.
public struct Delivery: Sendable, Hashable, Identifiable {
    /// To whom it goes.
    public let reader: PersonID
    /// What it is.
    public let kind: Kind
    /// What it tells of, each claimed by its key.
    public let parts: [Part]
    /// After this moment it is of no use any more, microseconds since 1970 UTC.
    public let expires: Int64

    /// What is delivered.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Preparations of the 1:1s of the next working day.
        case prep
        /// The weekly note.
        case weekly
    }

    /// One thing in it.
    public struct Part: Sendable, Hashable {
        /// The name under which it is kept as delivered.
        public let key: String
        /// Whom it is about; the reader for a weekly note.
        public let person: PersonID
        /// The other of a 1:1; the reader for a weekly note.
        public let other: PersonID
        /// The 1:1; nil for a weekly note.
        public let meeting: NextOneOnOne?

        /// Joins what it tells of.
        public init(key: String, person: PersonID, other: PersonID, meeting: NextOneOnOne?) {
            self.key = key
            self.person = person
            self.other = other
            self.meeting = meeting
        }
    }

    /// The same for the same parts to the same reader, so that an outbox can tell them apart.
    public var id: String { ([kind.rawValue, reader.text] + parts.map(\.key)).joined(separator: " ") }

    /// Joins reader and parts.
    public init(reader: PersonID, kind: Kind, parts: [Part], expires: Int64) {
        self.reader = reader
        self.kind = kind
        self.parts = parts
        self.expires = expires
    }
}

/// When somebody wants to be written to, and what about.
public struct DeliveryChoice: Sendable, Hashable {
    /// What is switched off.
    public var off: Set<Delivery.Kind>
    /// The first minute of the day in which a message may come.
    public var opens: Int
    /// The first minute of the evening in which none may come.
    public var closes: Int
    /// The zone of these hours, such as `Europe/Berlin`; nil where none was given.
    public var zone: String?

    /// From nine to six on working days unless told.
    public init(off: Set<Delivery.Kind> = [], opens: Int = 9 * 60, closes: Int = 18 * 60, zone: String? = nil) {
        self.off = off
        self.opens = opens
        self.closes = closes
        self.zone = zone
    }

    /// A choice as a form or a command gives it.
    ///
    /// Errors: `OneOnOneError.badHours` for an hour that is none or hours that end before they begin; `.noSuchZone`.
    public static func checked(
        off: Set<Delivery.Kind>,
        opens: String,
        closes: String,
        zone: String
    ) throws(OneOnOneError) -> DeliveryChoice {
        guard let first = MeetingPlan.minute(opens), let last = MeetingPlan.minute(closes), first < last else {
            throw .badHours
        }
        guard zone.isEmpty || WallClock(zone: zone) != nil else { throw .noSuchZone(zone) }
        return DeliveryChoice(off: off, opens: first, closes: last, zone: zone.isEmpty ? nil : zone)
    }

    /// The hours on the reader's wall; `fallback` where no zone was given.
    public func quiet(fallback: WallClock = .utc) -> QuietHours {
        QuietHours(opens: opens, closes: closes, clock: zone.flatMap(WallClock.init(zone:)) ?? fallback)
    }
}
