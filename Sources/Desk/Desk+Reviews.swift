public import Calibration
public import Evidence
public import Records
public import Reviews
public import Workspace
public import Writing

/// A review as a viewer may see it, with everything that is beside the text while it is written.
public struct ReviewView: Sendable {
    /// The review.
    public let review: Review
    /// Whom it is about.
    public let person: Person
    /// Who is who, and what is kept of the sources.
    public let context: ReviewContext
    /// What is wrong with lines whose sources do not stand any more, by line.
    public let troubles: [Int: [SourceTrouble]]
    /// What the check says of lines, by line.
    public let checks: [Int: DraftLine]
    /// What the author sees beside the text; nil for the reader.
    public let desk: AuthorsDesk?
    /// True where the viewer reads it and can acknowledge it.
    public let canAcknowledge: Bool
    /// Hashes of a sealed review's forms, by form.
    public let seals: [String: String]
    /// The day it is read.
    public let today: CivilDate

    /// Lines that their sources bear out.
    public var borneOut: Set<Int> { Set(checks.filter { $0.value.stands }.keys) }

    /// The review as a document; one that is sealed names its hash.
    public var document: Document { review.document(context, borneOut: borneOut, seal: seals["json"]) }

    /// What an author sees beside the text.
    public struct AuthorsDesk: Sendable {
        /// Evidence of the period that may be told, the oldest first.
        public let candidates: [LedgerEntry]
        /// What would make the text better.
        public let meters: [DraftMeter]
        /// How far the text leans on visible wins, the last months and one voice.
        public let bias: BiasMeter
        /// How the talk about it may go.
        public let guide: TalkGuide
        /// Its versions, the oldest first.
        public let versions: [ReviewVersionRow]
    }
}

/// A review in a list.
public struct ReviewListing: Sendable {
    /// The review without its words.
    public let row: ReviewRow
    /// Whose key it is.
    public let id: ReviewID
    /// How far it has come.
    public let state: ReviewState
    /// Who writes about whom.
    public let sort: ReviewSort
    /// Whom it is about.
    public let person: Person
    /// The author's name.
    public let author: String
}

extension Desk {
    /// Begins a review of a person, or the person's self review; the last half year unless told.
    ///
    /// Errors: `ReviewError.alreadyOpen`, `.noManager`; `DeskError.notAllowed`, `.badPeriod`; `VaultError.noKey`.
    @discardableResult
    public func startReview(
        of id: PersonID,
        from: CivilDate? = nil,
        to: CivilDate? = nil,
        by author: PersonID
    ) async throws -> Review {
        let sort: ReviewSort = author == id ? .selfReview : .review
        let picture = try await open(sort == .review ? .reviewing : .selfReview, of: id, for: .person(author))
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        guard person.manager != nil else { throw ReviewError.noManager(person.name) }
        let (first, last) = try Self.period(from, to, now: picture.now)
        let vault = try key()
        _ = try await releaseFeedback(picture)
        let work = try await work(on: person, from: first, to: last, citing: [], picture)
        let row: ReviewRow
        do {
            row = try await records.begin(reviewOf: id, vault: vault, now: try await now()) { number in
                var review = Review(
                    id: ReviewID(id, number: number),
                    sort: sort,
                    person: id,
                    author: author,
                    from: first,
                    to: last
                )
                try review.compose(work.composed(for: review), by: work.splitter())
                return try ReviewSave(review, "begun", by: author)
            }
        } catch ReviewRecordError.alreadyOpen(let open) {
            throw ReviewError.alreadyOpen(ReviewID(open))
        }
        return try await kept(row)
    }

    /// Reviews about a person that the viewer may open, the newest first.
    public func reviews(about id: PersonID, for viewer: PersonID) async throws -> [ReviewListing] {
        let picture = try await picture()
        return try await listings(records.reviews(about: id), for: viewer, picture)
    }

    /// Reviews that the viewer wrote, reads, or is the subject of, the newest first.
    public func reviews(for viewer: PersonID) async throws -> [ReviewListing] {
        let picture = try await picture()
        var rows = try await records.reviews(about: viewer) + records.reviews(by: viewer)
        for report in picture.reports[viewer] ?? [] { rows += try await records.reviews(about: report.id) }
        var seen: Set<String> = []
        return try listings(rows.filter { seen.insert($0.id).inserted }, for: viewer, picture)
    }

    /// One review as the viewer may see it; one that its author still writes is there for nobody else.
    ///
    /// Errors: `ReviewError.noSuchReview`; `VaultError.noKey`, `VaultError.wrongKey`.
    public func review(_ id: ReviewID, version: Int? = nil, for viewer: PersonID) async throws -> ReviewView {
        let picture = try await picture()
        let row = try await row(id, for: viewer, picture)
        guard let person = picture.people[row.person] else { throw ReviewError.noSuchReview(id.text) }
        let isAuthor = Self.writes(viewer, row, picture)
        let review = try await kept(row, version: isAuthor ? version : nil)
        let work = try await work(on: person, from: row.from, to: row.to, citing: review.used, picture)
        let kept = work.kept
        let isWriting = isAuthor && review.state == .writing
        let measured = isWriting ? work.measured(review) : nil
        return ReviewView(
            review: review,
            person: person,
            context: ReviewContext(
                person: person.name,
                author: picture.people[row.author]?.name ?? "Somebody who left",
                role: [person.title, person.level.map { "level \($0)" }].compactMap(\.self).joined(separator: ", "),
                entries: kept
            ),
            troubles: review.troubles(kept),
            checks: work.checked(review),
            desk: isAuthor
                ? ReviewView.AuthorsDesk(
                    candidates: work.candidates,
                    meters: measured?.meters ?? [],
                    bias: BiasMeter(
                        cited: review.cited,
                        ledger: work.candidates.map { ProfileEntry($0, from: row.from, to: row.to) }
                    ),
                    guide: (measured ?? work.measured(review)).guide,
                    versions: try await records.versions(ofReview: row.id)
                ) : nil,
            canAcknowledge: review.state == .shared && review.reader(manager: person.manager) == viewer,
            seals: try await records.seals(ofReview: row.id),
            today: CivilDate(microseconds: picture.now)
        )
    }

    /// The row of a review that a viewer may open.
    ///
    /// Errors: `ReviewError.noSuchReview`, also where there is one that is none of the viewer's business.
    func row(_ id: ReviewID, for viewer: PersonID, _ picture: CompanyPicture) async throws -> ReviewRow {
        guard let row = try await records.review(id.text), Self.opens(viewer, row, picture) else {
            throw ReviewError.noSuchReview(id.text)
        }
        return row
    }

    /// The evidence of a review's period beside it.
    func work(
        on person: Person,
        from: CivilDate,
        to: CivilDate,
        citing used: [EntryID],
        _ picture: CompanyPicture
    ) async throws -> ReviewWork {
        var entries = try await picture.entries(about: person.id)
        let composer = try await composer(for: person, from: from, to: to, entries: entries, picture)
        // What was withdrawn is not among a person's evidence any more; a line that used it has to say so.
        let known = Set(entries.map(\.id))
        let gone = try await records.entries(used.filter { !known.contains($0) }, now: picture.now)
        entries += gone.values.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        return ReviewWork(person: person, entries: entries, composer: composer)
    }

    /// True for the author as long as they may write about the person.
    static func writes(_ viewer: PersonID, _ row: ReviewRow, _ picture: CompanyPicture) -> Bool {
        let object: Access.Object = row.sort == ReviewSort.review.rawValue ? .reviewing : .selfReview
        return row.author == viewer && picture.access.allows(.person(viewer), to: object, of: row.person)
    }

    private static func opens(_ viewer: PersonID, _ row: ReviewRow, _ picture: CompanyPicture) -> Bool {
        if row.state == ReviewState.writing.rawValue { return writes(viewer, row, picture) }
        let object: Access.Object = row.sort == ReviewSort.review.rawValue ? .review : .selfReview
        return picture.access.allows(.person(viewer), to: object, of: row.person)
    }

    private func listings(
        _ rows: [ReviewRow],
        for viewer: PersonID,
        _ picture: CompanyPicture
    ) throws -> [ReviewListing] {
        try rows.filter { Self.opens(viewer, $0, picture) }.compactMap { row in
            guard let person = picture.people[row.person] else { return nil }
            let review = try Review(row)
            return ReviewListing(
                row: row,
                id: review.id,
                state: review.state,
                sort: review.sort,
                person: person,
                author: picture.people[row.author]?.name ?? "Somebody who left"
            )
        }
    }
}

extension Review {
    /// Evidence that any of its words go with.
    var used: [EntryID] {
        Set(wordedLines.flatMap { $0.sources + $0.parts.compactMap(\.entry) }).sorted()
    }
}
