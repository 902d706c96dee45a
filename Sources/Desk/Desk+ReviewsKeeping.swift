import Evidence
import Foundation
import Records
import Reviews
import Workspace

extension Desk {
    /// A review as it is kept, in its last version or an earlier one.
    ///
    /// Errors: `ReviewError.noSuchReview`; `VaultError.noKey`, `VaultError.wrongKey`.
    func kept(_ row: ReviewRow, version: Int? = nil) async throws -> Review {
        let content: (layout: String, words: [Int: [WordsRow]])
        do {
            content = try await records.content(of: row.id, version: version ?? row.version, vault: try key())
        } catch ReviewRecordError.noSuchReview(let id) {
            throw ReviewError.noSuchReview(id)
        }
        var review = try Review(row)
        let layout = try JSONDecoder().decode(ReviewLayout.self, from: Data(content.layout.utf8))
        layout.fill(
            &review,
            words: content.words.mapValues { parts in
                parts.map { WordPart($0.text, entry: $0.entry, isQuoted: $0.isQuoted) }
            }
        )
        return review
    }

    /// Keeps the next version of a review.
    ///
    /// Errors: `ReviewError.changed` where another version is kept by now; `VaultError.noKey`, `VaultError.wrongKey`.
    func keep(
        _ review: Review,
        from version: Int,
        _ act: String,
        by actor: PersonID,
        hashes: [String: String] = [:]
    ) async throws -> Review {
        var save = try ReviewSave(review, act, by: actor)
        save.hashes = hashes
        do {
            try await records.save(save, from: version, vault: try key(), now: try await now())
        } catch ReviewRecordError.changed(let kept, let by) {
            let name = try await picture().people[PersonID(by)]?.name ?? "Somebody"
            throw ReviewError.changed(from: version, to: kept, by: name)
        } catch ReviewRecordError.noSuchReview(let id) {
            throw ReviewError.noSuchReview(id)
        }
        var kept = review
        kept.version = version + 1
        return kept
    }
}

extension ReviewSave {
    /// A review on its way into the record.
    init(_ review: Review, _ act: String, by actor: PersonID) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let words = review.wordedLines.map { line in
            (line.id, line.parts.map { WordsRow(text: $0.text, entry: $0.entry, isQuoted: $0.isQuoted) })
        }
        self.init(
            row: ReviewRow(review),
            layout: String(decoding: try encoder.encode(ReviewLayout(review)), as: UTF8.self),
            words: Dictionary(words, uniquingKeysWith: { first, _ in first }),
            actor: actor.text,
            act: act
        )
    }
}

extension ReviewRow {
    init(_ review: Review) {
        self.init(
            id: review.id.text,
            sort: review.sort.rawValue,
            person: review.person,
            author: review.author,
            from: review.from,
            to: review.to,
            version: review.version,
            state: review.state.rawValue,
            sharedAt: review.sharedAt,
            acknowledgedAt: review.acknowledgedAt,
            sealedAt: review.sealedAt
        )
    }
}

extension Review {
    /// A kept review without its words.
    ///
    /// Errors: `RecordError.unknownWord`.
    init(_ row: ReviewRow) throws {
        guard let sort = ReviewSort(rawValue: row.sort) else {
            throw RecordError.unknownWord(column: "sort", word: row.sort)
        }
        guard let state = ReviewState(rawValue: row.state) else {
            throw RecordError.unknownWord(column: "state", word: row.state)
        }
        self.init(
            id: ReviewID(row.id),
            sort: sort,
            person: row.person,
            author: row.author,
            from: row.from,
            to: row.to
        )
        version = row.version
        self.state = state
        sharedAt = row.sharedAt
        acknowledgedAt = row.acknowledgedAt
        sealedAt = row.sealedAt
    }
}
