public import Workspace

/// What is fitted over everybody before anybody is looked at: leniency, threshold, pairs and weights.
///
/// Source: `docs/methods.md`, "Calibration".
public struct TeamClocks: Sendable, Hashable {
    /// The dials before calibration.
    public let parameters: ClockParameters
    /// How generously each observer tends to write.
    public let leniency: LeniencyTable
    /// People who mostly praise each other.
    public let rings: [Set<String>]
    /// What each kind of work weighs.
    public let workWeights: WorkWeights
    /// The fitted threshold of each track; the same for both until both have thirty people.
    public let calibrations: [Track: ThresholdCalibration]

    /// How much further apart than nothing the two tracks' thresholds lie before it is something to talk about.
    public static let widestTrackGap = 0.08

    /// Managers' threshold less that of individual contributors; nil before both were fitted.
    public var trackGap: Double? {
        guard let one = calibrations[.ic], let other = calibrations[.management] else { return nil }
        return other.threshold - one.threshold
    }

    /// True when the two tracks' thresholds lie further apart than 0.08: something to talk about, never corrected.
    public var tracksDiffer: Bool { trackGap.map { abs($0) > Self.widestTrackGap } ?? false }

    /// What there is to talk about between the tracks, in words; nil where there is nothing.
    public var trackWords: String? {
        guard tracksDiffer, let gap = trackGap else { return nil }
        let (more, less) = gap > 0 ? ("managers", "individual contributors") : ("individual contributors", "managers")
        return
            "Colleagues write more readily of next-level work by \(more) than by \(less). Each track is read against its "
            + "own threshold; worth asking why."
    }

    /// The clocks before anything was fitted: defaults for everybody.
    public init(parameters: ClockParameters = ClockParameters(), workWeights: WorkWeights = WorkWeights()) {
        self.init(
            parameters: parameters,
            leniency: LeniencyTable(),
            rings: [],
            workWeights: workWeights,
            calibrations: [:]
        )
    }

    private init(
        parameters: ClockParameters,
        leniency: LeniencyTable,
        rings: [Set<String>],
        workWeights: WorkWeights,
        calibrations: [Track: ThresholdCalibration]
    ) {
        self.parameters = parameters
        self.leniency = leniency
        self.rings = rings
        self.workWeights = workWeights
        self.calibrations = calibrations
    }

    /// Fits to everybody's items, each person held against the next level of the own track.
    ///
    /// - Parameters:
    ///   - inquiries: one per person; their order does not matter
    ///   - promotions: people as they were the day before a promotion, held against the level that they went to
    ///   - workWeights: what each kind of work weighs
    ///   - parameters: the dials before calibration
    /// - Returns: all that is needed to look at anybody
    public static func fit(
        _ inquiries: [ClockInquiry],
        promotions: [ClockInquiry] = [],
        workWeights: WorkWeights = WorkWeights(),
        parameters: ClockParameters = ClockParameters()
    ) -> TeamClocks {
        guard let now = inquiries.map(\.today).max() else {
            return TeamClocks(parameters: parameters, workWeights: workWeights)
        }
        let everybody = inquiries.filter { $0.demand.level != nil }
            .reduce(into: [String: [Observation]]()) { people, inquiry in
                let items = LedgerItems(inquiry, workWeights: workWeights).items
                people[inquiry.person.id.text] = items.map(\.observation)
            }
        let leniency = LeniencyTable.fit(everybody, now: now, parameters: parameters)
        let clock = LevelClock(parameters: parameters, leniency: leniency)
        let before = promotions.reduce(into: [Track: [Double]]()) { shares, inquiry in
            let items = LedgerItems(inquiry, workWeights: workWeights).items.map(\.observation)
                .filter { inquiry.today - $0.day <= yearBefore }
            let share = ThresholdCalibration.share(of: items, now: inquiry.today, clock: clock)
            if let share { shares[inquiry.person.track, default: []].append(share) }
        }
        let promoted = Set(promotions.map(\.person.id))
        var shares: [Track: [Double]] = [:]
        var others: [Track: [Double]] = [:]
        for inquiry in inquiries.sorted(by: { $0.person.id < $1.person.id }) {
            guard let items = everybody[inquiry.person.id.text],
                let share = ThresholdCalibration.share(of: items, now: now, clock: clock)
            else { continue }
            shares[inquiry.person.track, default: []].append(share)
            if !promoted.contains(inquiry.person.id) { others[inquiry.person.track, default: []].append(share) }
        }
        return TeamClocks(
            parameters: parameters,
            leniency: leniency,
            rings: ReciprocalPairs.find(everybody, now: now, parameters: parameters),
            workWeights: workWeights,
            calibrations: anchored(before, others: others, parameters: parameters)
                ?? calibrations(shares, parameters: parameters)
        )
    }

    /// How far back before a promotion its evidence is looked at, days.
    private static let yearBefore = 365.0

    /// Thresholds by known promotions; nil before there are thirty.
    ///
    /// One per track when both have thirty promotions and thirty others, else one for all.
    private static func anchored(
        _ before: [Track: [Double]],
        others: [Track: [Double]],
        parameters: ClockParameters
    ) -> [Track: ThresholdCalibration]? {
        func fit(_ tracks: [Track]) -> ThresholdCalibration? {
            let fitted = ThresholdCalibration.fit(
                promoted: tracks.flatMap { before[$0] ?? [] },
                others: tracks.flatMap { others[$0] ?? [] },
                parameters: parameters
            )
            return fitted.basis == .promotions ? fitted : nil
        }
        let apart = Track.allCases.compactMap { track in fit([track]).map { (track, $0) } }
        if apart.count == Track.allCases.count { return Dictionary(uniqueKeysWithValues: apart) }
        return fit(Track.allCases).map { together in
            Dictionary(uniqueKeysWithValues: Track.allCases.map { ($0, together) })
        }
    }

    /// One threshold per track when both have enough people, else one for all.
    static func calibrations(
        _ shares: [Track: [Double]],
        parameters: ClockParameters
    ) -> [Track: ThresholdCalibration] {
        let apart = Track.allCases.allSatisfy { (shares[$0]?.count ?? 0) >= ThresholdCalibration.minimumPeople }
        let together = Track.allCases.flatMap { shares[$0] ?? [] }
        return Track.allCases.reduce(into: [:]) { fitted, track in
            fitted[track] = ThresholdCalibration.fit(
                shares: apart ? shares[track] ?? [] : together,
                parameters: parameters
            )
        }
    }

    /// The clock for people of a track.
    public func clock(for track: Track) -> LevelClock {
        let fitted = calibrations[track]?.applied(to: parameters) ?? parameters
        return LevelClock(parameters: fitted, leniency: leniency, rings: rings)
    }

    /// What the evidence says about one person.
    public func reading(_ inquiry: ClockInquiry) -> ClockReading {
        ClockReading(inquiry, clock: clock(for: inquiry.person.track), workWeights: workWeights)
    }
}
