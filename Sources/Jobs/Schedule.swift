/// Work that the clock asks for: at moments that every process works out alike, so that one can claim each of them.
///
/// Shape: moments are `offset + k · every`. Of moments that passed while nobody looked, the last one counts alone.
public struct Schedule: Sendable, Hashable {
    /// Names it in the record.
    public var name: String
    /// What is to be done.
    public var kind: JobKind
    /// Units: microseconds between two moments.
    public var every: Int64
    /// Units: microseconds from 1970-01-01 UTC, or from midnight UTC where `every` is a day.
    public var offset: Int64

    /// Asks for work again and again; `name` is the kind's word unless told.
    public init(_ kind: JobKind, every: Int64, offset: Int64 = 0, name: String? = nil) {
        self.kind = kind
        self.every = max(every, 1)
        self.offset = offset
        self.name = name ?? kind.rawValue
    }

    /// The last moment until now, microseconds since 1970 UTC.
    public func moment(at now: Int64) -> Int64 {
        let past = now - offset
        let steps = past / every - (past % every < 0 ? 1 : 0)
        return offset + steps * every
    }

    /// The moment that is to be claimed; nil where `last` was claimed and no later one has come.
    ///
    /// A clock that went back asks for nothing until it is past `last` again.
    public func due(after last: Int64?, at now: Int64) -> Int64? {
        let moment = moment(at: now)
        guard let last else { return moment }
        return moment > last ? moment : nil
    }

    /// The key of the job that a moment asks for.
    public func key(of moment: Int64) -> String { "\(name) \(moment / 1_000_000)" }
}
