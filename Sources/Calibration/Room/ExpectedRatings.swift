import Statistics
public import Workspace

/// What evidence lets expect of a draft, from the company's own last cycle where it is large enough, else by rule.
///
/// Source: `docs/methods.md`, "Expected ratings". Units: rating points.
public struct ExpectedRatings: Sendable, Hashable {
    /// The fewest people with a final rating of the last cycle that a fit needs.
    public static let fewestPeople = 60

    /// What an expectation rests on.
    public enum Basis: Sendable, Hashable {
        /// Three points at the level's usual share, two points more for a share of one.
        case rule
        /// Ridge regression on so many people's last final ratings.
        case fitted(people: Int)
    }

    /// One expectation.
    public struct Expectation: Sendable, Hashable {
        /// The rating that evidence alone lets expect.
        public let rating: Double
        /// How sure that is, from the evidence.
        public let spread: Double
    }

    /// What they rest on.
    public let basis: Basis
    /// How far ratings scatter around what evidence lets expect.
    public let ratingSpread: Double
    /// By person; only those with evidence.
    public let values: [PersonID: Expectation]
    /// True where drafts can be read against evidence at all: enough people were heard, and both go together.
    public let isLink: Bool

    init(_ drafts: [RoomDraft], people: [PersonID: RoomPerson], levelMean: Double) {
        let model = RatingModel(drafts, people: people)
        var values: [PersonID: Expectation] = [:]
        for draft in drafts {
            guard let evidence = people[draft.person]?.evidence else { continue }
            let (rating, slope) = model?.expected(evidence) ?? Self.byRule(evidence, levelMean: levelMean)
            values[draft.person] = Expectation(rating: rating, spread: slope * evidence.spread)
        }
        self.values = values
        basis = model.map { .fitted(people: $0.people) } ?? .rule
        let gaps = drafts.compactMap { draft in values[draft.person].map { draft.rating - $0.rating } }
        let own = gaps.count >= 20 ? Sample.robustSpread(gaps) ?? 0 : 0
        ratingSpread = max(model?.spread ?? 0.5, own)
        isLink = Self.goTogether(drafts, people: people, values: values)
    }

    private static func byRule(_ evidence: EvidenceProfile, levelMean: Double) -> (rating: Double, slope: Double) {
        (min(4.5, max(2, 3 + 2 * (evidence.mean - levelMean))), 2)
    }

    /// At least 60 % were heard well enough, and inside teams drafts and expectations rise together (r ≥ .2).
    private static func goTogether(
        _ drafts: [RoomDraft],
        people: [PersonID: RoomPerson],
        values: [PersonID: Expectation]
    ) -> Bool {
        let heard = drafts.filter { (people[$0.person]?.evidence?.effectiveEvidence ?? 0) >= 4 }
        guard heard.count >= 20, Double(heard.count) >= 0.6 * Double(drafts.count) else { return false }
        var (left, right): ([Double], [Double]) = ([], [])
        for team in Dictionary(grouping: heard, by: \.rater).sorted(by: { $0.key < $1.key }).map(\.value) {
            let ratings = team.map(\.rating)
            let expectations = team.map { values[$0.person]?.rating ?? 3 }
            guard let one = Sample.mean(ratings), let other = Sample.mean(expectations) else { continue }
            left += ratings.map { $0 - one }
            right += expectations.map { $0 - other }
        }
        return (Sample.correlation(left, right) ?? 0) >= 0.2
    }
}

/// Last cycle's final ratings, as evidence then would have let expect them.
private struct RatingModel {
    let people: Int
    private let fit: RidgeRegression

    /// How far ratings scatter around the model.
    var spread: Double { fit.spread }

    init?(_ drafts: [RoomDraft], people: [PersonID: RoomPerson]) {
        let rows = drafts.compactMap { draft -> (x: [Double], y: Double)? in
            guard let last = draft.last, let evidence = people[draft.person]?.lastEvidence else { return nil }
            return (Self.predictors(evidence), last)
        }
        guard rows.count >= ExpectedRatings.fewestPeople,
            let fit = try? RidgeRegression(
                columns: (0..<4).map { column in rows.map { $0.x[column] } },
                answers: rows.map(\.y)
            )
        else { return nil }
        self.people = rows.count
        self.fit = fit
    }

    func expected(_ evidence: EvidenceProfile) -> (rating: Double, slope: Double) {
        (min(5, max(1, fit.value(Self.predictors(evidence)))), abs(fit.coefficients[0]))
    }

    private static func predictors(_ evidence: EvidenceProfile) -> [Double] {
        [
            evidence.mean, evidence.belowShare, evidence.criticShare,
            Exponential.log(1 + max(0, evidence.effectiveEvidence)),
        ]
    }
}
