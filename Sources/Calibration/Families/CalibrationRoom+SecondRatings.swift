import Statistics
import Workspace

extension CalibrationRoom {
    /// People and raters whom shared ratings connect, where at least half of the people have a second one.
    struct RaschPart {
        let drafts: [RoomDraft]
        let raters: [PersonID]
        let secondShare: Double
        var isEnough: Bool { secondShare >= 0.5 && raters.count >= 2 }
    }

    /// Parts of the room that no shared rating connects.
    var raschParts: [RaschPart] {
        var group: [PersonID: PersonID] = [:]
        func root(_ id: PersonID) -> PersonID {
            var place = id
            while let above = group[place], above != place { place = above }
            return place
        }
        for draft in drafts {
            for rater in [draft.rater] + draft.seconds.map(\.rater) {
                // A rater and a rated person are two things, also where one person is both.
                let (one, other) = (root(PersonID("rater \(rater)")), root(PersonID("person \(draft.person)")))
                if one != other { group[max(one, other)] = min(one, other) }
            }
        }
        return Dictionary(grouping: drafts) { root(PersonID("person \($0.person)")) }.sorted { $0.key < $1.key }
            .map { _, drafts in
                let second = drafts.filter { draft in draft.seconds.contains { $0.rater != draft.rater } }.count
                return RaschPart(
                    drafts: drafts,
                    raters: Set(drafts.flatMap { [$0.rater] + $0.seconds.map(\.rater) }).sorted(),
                    secondShare: Double(second) / Double(drafts.count)
                )
            }
    }

    /// Raters whom second ratings read better than averages can.
    var raschRaters: Set<PersonID> {
        guard !switchedOff.contains(.secondRatings) else { return [] }
        return Set(raschParts.filter { $0.isEnough && $0.raters.count >= 4 }.flatMap(\.raters))
    }

    /// Who reads the scale more strictly, where the same people were rated by two.
    func secondRatings() -> FamilyFinding {
        let parts = raschParts
        let anySecond = parts.contains { $0.secondShare > 0 }
        var finding = FamilyFinding()
        var candidates: [(cue: CalibrationCue, sure: Bool)] = []
        for part in parts where part.isEnough && part.raters.count >= 4 {
            guard let model = RaschReading(part) else { continue }
            for rater in part.raters {
                guard let reading = model.reading(of: rater), reading.count >= RaterSeverity.fewestDrafts else {
                    continue
                }
                finding.looked += 1
                candidates.append((cue(of: rater, reading), reading.isClear))
            }
        }
        let rejected = ManyTests.benjaminiHochberg(candidates.map { $0.cue.p ?? 1 }, q: Self.falseShare).reject
        finding.cues = zip(candidates, rejected).filter { $0.sure && $1 }.map(\.0.cue)
        if finding.looked == 0 {
            finding.words =
                anySecond
                ? "There are second ratings, but for less than half of the people whom shared raters connect. Without more of them the figures would be worse than the plain averages, so none are given."
                : "No second ratings were brought. One for each person is the cheapest way to tell how somebody reads the scale from how a team works."
        }
        return finding
    }

    private func cue(of rater: PersonID, _ reading: RaschReading.Rater) -> CalibrationCue {
        let side = reading.points > 0 ? "higher" : "lower"
        let interval = reading.interval
        return CalibrationCue(
            id(.secondRatings, rater.text),
            .secondRatings,
            about: "Ratings by \(name(rater))",
            people: drafts.filter { $0.rater == rater }.map(\.person),
            seen:
                "For the same people \(name(rater)) gives \(CueWords.points(reading.points)) points \(side) than the other raters would (95 % interval \(CueWords.signed(interval.low)) to \(CueWords.signed(interval.high)), \(reading.count) ratings).",
            figures: [
                .init("Ratings", "\(reading.count)"), .init("Difference", "\(CueWords.signed(reading.points)) points"),
                .init("Chance alone", CueWords.chance(reading.p)),
            ],
            count: reading.count,
            effect: reading.points / unit,
            interval: interval,
            p: reading.p,
            misleads:
                "It supposes that everybody means the same by performance. Somebody who knows the work best may differ with good reason.",
            next: "Let both raters of two of these people say which work they had in mind, and agree on one reading."
        )
    }
}

/// A connected part of the room, fitted.
struct RaschReading {
    private let model: ManyFacetRasch
    private let raters: [PersonID: Int]
    private let ratings: [ManyFacetRasch.Rating]

    init?(_ part: CalibrationRoom.RaschPart) {
        raters = Dictionary(uniqueKeysWithValues: part.raters.enumerated().map { ($1, $0) })
        func category(_ rating: Double) -> Int { min(4, max(0, Int(rating.rounded()) - 1)) }
        var ratings: [ManyFacetRasch.Rating] = []
        for (place, draft) in part.drafts.enumerated() {
            var given: [PersonID: Double] = [draft.rater: draft.rating]
            for second in draft.seconds where given[second.rater] == nil { given[second.rater] = second.rating }
            for (rater, rating) in given.sorted(by: { $0.key < $1.key }) {
                guard let number = raters[rater] else { continue }
                ratings.append(.init(person: place, rater: number, category: category(rating)))
            }
        }
        self.ratings = ratings
        guard let model = ManyFacetRasch(ratings: ratings, persons: part.drafts.count, raters: part.raters.count) else {
            return nil
        }
        self.model = model
    }

    /// One rater beside the others of the part.
    struct Rater {
        let count: Int
        /// How much higher the rater gives than a rater in the middle would; in points.
        let points: Double
        let spread: Double
        let p: Double

        var interval: Interval {
            Interval(low: points - NormalDistribution.z95 * spread, high: points + NormalDistribution.z95 * spread)
        }
        /// Larger than the tolerance, with the certainty that severity asks for.
        var isClear: Bool {
            guard spread > 0 else { return abs(points) > RaterSeverity.tolerance }
            let beyond = NormalDistribution.tail((RaterSeverity.tolerance - abs(points)) / spread)
            return beyond >= RaterSeverity.certainty
        }
    }

    func reading(of rater: PersonID) -> Rater? {
        guard let number = raters[rater], let middle = Sample.median(model.raters) else { return nil }
        let own = ratings.filter { $0.rater == number }
        let severity = model.raters[number]
        func mean(_ severity: Double) -> Double {
            Sample.mean(own.map { model.expected(person: model.persons[$0.person], severity: severity) }) ?? 0
        }
        let points = mean(severity) - mean(middle)
        let away = severity - middle
        // Points for each logit, around the rater's own place.
        let slope = (mean(severity - 0.05) - mean(severity + 0.05)) / 0.1
        let spread = model.raterSpreads[number]
        return Rater(
            count: own.count,
            points: points,
            spread: slope * spread,
            p: spread > 0 ? NormalDistribution.twoSided(away / spread) : 1
        )
    }
}
