import Answers
import Desk
import Evidence
import Records
import Reviews
import Workspace

extension Operations {
    static let reviews: [Operation] = [
        .lists(
            "listReviews",
            "/reviews",
            .reviews,
            "Reviews that you write, read, or are about you.",
            callers: "Author and reader; a review that is still written is there for its author alone.",
            key: { (listing: ReviewListing) in
                Paging.newestFirst(Int64(listing.row.to.days), listing.id.text)
            },
            row: { ReviewListAnswer($0) },
            run: { try await $0.desk.reviews(for: $0.viewer) }
        ),
        .reads(
            "readReview",
            "/reviews/{review}",
            .reviews,
            "One review with its sentences and their sources.",
            callers: "Author and reader."
        ) { ReviewAnswer(try await $0.desk.review($0.review, for: $0.viewer)) },
        .does(
            "chooseEvidence",
            "/reviews/{review}/choices",
            .reviews,
            "Has a piece of evidence told in a review, or leaves it out.",
            callers: "The author.",
            body: Body.fields(
                [
                    "entry": Body.key,
                    "verdict": Body.choice(EvidenceChoice.Verdict.allCases.map(\.rawValue) + ["open"]),
                    "version": ["type": "integer", "minimum": 0],
                ],
                required: ["entry", "verdict", "version"]
            ),
            faults: [403, 409]
        ) { call in
            // A review that is not theirs to see is told of before anything else.
            _ = try await call.desk.review(call.review, for: call.viewer)
            let verdict = EvidenceChoice.Verdict(rawValue: call.text("verdict"))
            let review: Review
            do {
                review = try await call.desk.take(
                    .choose(EntryID(call.text("entry")), verdict),
                    on: call.review,
                    version: call.body["version"]?.integer ?? 0,
                    by: call.viewer
                )
            } catch DeskError.notAllowed {
                throw Problem(.notAllowed, "Only its author changes a review.")
            }
            return ReviewStateAnswer(review)
        },
        .reads(
            "readDraft",
            "/people/{person}/draft",
            .reviews,
            "A draft about a period, put together from evidence; nothing is kept.",
            callers: pair,
            query: [
                Parameter(name: "from", words: "The first day.", schema: Body.day),
                Parameter(name: "to", words: "The last day.", schema: Body.day),
            ]
        ) { call in
            DraftAnswer(
                try await call.desk.draft(call.person, from: call.day("from"), to: call.day("to"), for: call.reader)
            )
        },
    ]
}

extension Call {
    fileprivate var review: ReviewID { ReviewID(path["review"] ?? "") }
}
