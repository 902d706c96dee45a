/// What every page of a book is read under: the dials and the moments.
public struct BookTerms: Sendable, Hashable {
    /// The dials before calibration.
    public var parameters: ClockParameters
    /// What each kind of work weighs.
    public var workWeights: WorkWeights
    /// The moment of the look, microseconds since 1970 UTC; from it everything ages.
    public var now: Int64
    /// Until when evidence has settled by time passing, microseconds since 1970 UTC.
    ///
    /// Apart from `now`, so that a company can be read as of the end of a day while what is shown still has its full wait.
    public var settled: Int64

    /// Joins dials and moments; everything has settled that could by `now` unless told.
    public init(
        now: Int64,
        settled: Int64? = nil,
        parameters: ClockParameters = ClockParameters(),
        workWeights: WorkWeights = WorkWeights()
    ) {
        self.parameters = parameters
        self.workWeights = workWeights
        self.now = now
        self.settled = settled ?? now
    }

    /// The moment of the look, days since 1970 UTC.
    var today: Double { Double(now) / 86_400_000_000 }
}
