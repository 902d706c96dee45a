public import Evidence
import Records
public import Reviews
import Signals
public import Workspace
import Writing

/// What an author or a reader does about a review.
public enum ReviewStep: Sendable, Hashable {
    /// Tells a piece of evidence or leaves it out; nil takes the decision back.
    case choose(EntryID, EvidenceChoice.Verdict?)
    /// Adds the author's words to a piece of evidence.
    case note(EntryID, String)
    /// Puts other words into the place of a sentence; sources nil keeps what it cites.
    case edit(line: Int, String, sources: [EntryID]?)
    /// Puts a model's wording into the place of a composed sentence; `Desk.takeWording` makes it.
    case wording(line: Int, String)
    /// Adds a sentence to a block.
    case add(block: String, String, sources: [EntryID])
    /// Takes a sentence out.
    case remove(line: Int)
    /// Puts the program's sentences together anew from the evidence of today.
    case compose
    /// Lets the other side read it.
    case share
    /// Takes it back to write on.
    case takeBack
    /// Says that it was read, with a comment where one likes.
    case acknowledge(String)
    /// Keeps it for good.
    case seal
}

extension Desk {
    /// Takes a step; `version` is the one that the actor had before their eyes.
    ///
    /// Errors: `ReviewError`; `VaultError.noKey`, `VaultError.wrongKey`.
    @discardableResult
    public func take(
        _ step: ReviewStep,
        on id: ReviewID,
        version: Int,
        by actor: PersonID
    ) async throws -> Review {
        let picture = try await picture()
        let row = try await row(id, for: actor, picture)
        guard let person = picture.people[row.person] else { throw ReviewError.noSuchReview(id.text) }
        var review = try await kept(row)
        if case .acknowledge = step {
            guard review.reader(manager: person.manager) == actor else { throw DeskError.notAllowed }
        } else {
            guard Self.writes(actor, row, picture) else { throw DeskError.notAllowed }
        }
        guard row.version == version else {
            let last = try await records.versions(ofReview: row.id).last
            let name = last.flatMap { picture.people[PersonID($0.actor)]?.name } ?? "Somebody"
            throw ReviewError.changed(from: version, to: row.version, by: name)
        }
        if case .wording(let line, let words) = step { try await checkWording(words, of: line, in: id, by: actor) }
        try Self.checkPrivate(step.words)
        let work = try await work(on: person, from: row.from, to: row.to, citing: review.used, picture)
        let now = try await now()
        try Self.apply(step, to: &review, work, now: now)
        guard case .seal = step else {
            return try await keep(review, from: version, step.act, by: actor)
        }
        let context = try await context(of: review, person, work, picture)
        try review.seal(context, borneOut: Set(work.checked(review).filter { $0.value.stands }.keys), now: now)
        review.version = version + 1
        return try await keep(review, from: version, step.act, by: actor, hashes: Self.hashes(of: review, context))
    }

    func context(
        of review: Review,
        _ person: Person,
        _ work: ReviewWork,
        _ picture: CompanyPicture
    ) async throws -> ReviewContext {
        ReviewContext(
            person: person.name,
            author: picture.people[review.author]?.name ?? "Somebody who left",
            role: [person.title, person.level.map { "level \($0)" }].compactMap(\.self).joined(separator: ", "),
            entries: work.kept
        )
    }

    /// Hashes of a sealed review's forms; the text's own hash stands in the others.
    static func hashes(of review: Review, _ context: ReviewContext) -> [String: String] {
        let text = Records.hash(review.document(context, borneOut: []).canonicalBytes)
        let document = review.document(context, borneOut: [], seal: text)
        return [
            "json": text, "md": Records.hash(Array(document.markdown.utf8)),
            "html": Records.hash(Array(document.html.utf8)),
        ]
    }

    /// What people write must not be about private matters.
    ///
    /// Errors: `ReviewError.privateMatter`.
    static func checkPrivate(_ words: String) throws {
        guard !words.isEmpty, let matters = try? PrivateMatters.embedded.get() else { return }
        if matters.score(words) >= matters.point { throw ReviewError.privateMatter }
    }

    private static func apply(_ step: ReviewStep, to review: inout Review, _ work: ReviewWork, now: Int64) throws {
        func check(_ entries: [EntryID]) throws {
            for entry in entries where !work.entries.contains(where: { $0.id == entry && $0.state.isOpen }) {
                throw ReviewError.noSuchEvidence(entry.text)
            }
        }
        switch step {
        case .choose(let entry, let verdict):
            try check(verdict == .keep ? [entry] : [])
            try review.choose(entry, verdict)
            try review.compose(work.composed(for: review), by: work.splitter())
        case .note(let entry, let words):
            try check([entry])
            try review.note(entry, words, by: work.splitter(citing: [entry]))
            try review.compose(work.composed(for: review), by: work.splitter())
        case .edit(let line, let words, let sources):
            let cites = sources ?? review.line(line)?.sources ?? []
            try check(sources ?? [])
            try review.edit(line, words, sources: sources, by: work.splitter(citing: cites))
        case .wording(let line, let words): try review.reword(line, words, by: work.splitter())
        case .add(let block, let words, let sources):
            try check(sources)
            try review.add(words, to: block, sources: sources, by: work.splitter(citing: sources))
        case .remove(let line): try review.remove(line)
        case .compose: try review.compose(work.composed(for: review), by: work.splitter())
        case .share: try review.share(work.kept, now: now)
        case .takeBack: try review.takeBack()
        case .acknowledge(let words): try review.acknowledge(words, by: work.splitter(), now: now)
        case .seal: break
        }
    }
}

extension ReviewStep {
    /// How the record names it.
    var act: String {
        switch self {
        case .choose, .note: "chosen"
        case .edit, .add, .remove: "saved"
        case .wording: "took a wording"
        case .compose: "composed anew"
        case .share: "shared"
        case .takeBack: "taken back"
        case .acknowledge: "acknowledged"
        case .seal: "sealed"
        }
    }

    /// What somebody wrote in it; empty where nothing.
    var words: String {
        switch self {
        case .note(_, let words), .edit(_, let words, _), .add(_, let words, _), .wording(_, let words),
            .acknowledge(let words):
            words
        case .choose, .remove, .compose, .share, .takeBack, .seal: ""
        }
    }
}
