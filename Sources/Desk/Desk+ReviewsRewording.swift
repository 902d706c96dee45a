import Evidence
import Records
public import Reviews
public import Workspace
import WriterEndpoint
public import Writing

/// What a model made of a composed sentence of a review, beside the sentence.
public struct ReviewWording: Sendable, Hashable {
    /// How it stands.
    public let standing: Standing
    /// What was asked and answered, in a line; nil where nobody was asked.
    public let line: String?
    /// For each answer that fell: why, in words.
    public let reasons: [String]

    /// How a wording stands.
    public enum Standing: Sendable, Hashable {
        /// Nobody was asked; the author can ask.
        case unasked
        /// The model's words stand the check; the author can take them.
        case suggested(Sentence)
        /// The model's words did not stand the check, or it had none; the sentence stays as composed.
        case stays
        /// The model did not answer; the author can ask again.
        case unanswered
        /// The author kept the composed sentence.
        case declined
    }
}

extension Desk {
    /// True where composed sentences can be reworded: the workspace uses a model, and a key seals what it answers.
    public func rewords() async throws -> Bool {
        guard writer != nil, vault != nil else { return false }
        return try await records.writerSetting().isOn
    }

    /// What a model made of each composed sentence of a review that its author writes, by line; empty where rewording is off.
    public func wordings(of view: ReviewView, for author: PersonID) async throws -> [Int: ReviewWording] {
        guard view.desk != nil, view.review.state == .writing, try await rewords() else { return [:] }
        let lines = view.review.rewordable
        let brief = try await brief(of: view)
        let kept = try await worded(lines.map(\.sentence), brief: brief, for: .person(author))
        var found: [Int: ReviewWording] = [:]
        for (line, worded) in zip(lines, kept) {
            guard let id = worded.rewording,
                let seen = try await rewording(id, about: view.person.id, for: .person(author))
            else {
                found[line.id] = ReviewWording(standing: .unasked, line: nil, reasons: [])
                continue
            }
            let standing: ReviewWording.Standing =
                worded.isReworded
                ? .suggested(worded.sentence)
                : seen.kept.outcome == Self.declined
                    ? .declined : seen.kept.tries.isEmpty ? .unanswered : .stays
            found[line.id] = ReviewWording(standing: standing, line: seen.line, reasons: seen.reasons.flatMap(\.self))
        }
        return found
    }

    /// Has a model reword one composed sentence of a review, or all of them; what comes of it stands beside the sentences.
    ///
    /// Shape: nothing of the review changes. A model that fails is no error: the sentence stays, and the page says so.
    /// Errors: `ReviewError.noSuchLine` for a sentence that cannot be reworded; `DeskError.notAllowed`.
    public func suggestWordings(on id: ReviewID, line: Int? = nil, by author: PersonID) async throws {
        let view = try await review(id, for: author)
        guard view.desk != nil, view.review.state == .writing else { throw DeskError.notAllowed }
        let lines = view.review.rewordable.filter { line == nil || $0.id == line }
        if let line, lines.isEmpty { throw ReviewError.noSuchLine(line) }
        _ = try await reword(lines.map(\.sentence), brief: try await brief(of: view), for: .person(author))
    }

    /// Puts a model's wording, held against its sources once more, into the place of a composed sentence.
    ///
    /// Errors: `ReviewError.noSuchLine` where no wording stands any more; `ReviewError.changed`.
    public func takeWording(of line: Int, on id: ReviewID, version: Int, by author: PersonID) async throws {
        let view = try await review(id, for: author)
        guard case .suggested(let sentence)? = try await wordings(of: view, for: author)[line]?.standing else {
            throw ReviewError.noSuchLine(line)
        }
        try await take(.wording(line: line, sentence.text), on: id, version: version, by: author)
    }

    /// Nothing but a wording that is kept and stands may be taken.
    ///
    /// Errors: `ReviewError.noSuchLine`.
    func checkWording(_ words: String, of line: Int, in id: ReviewID, by author: PersonID) async throws {
        let view = try await review(id, for: author)
        guard case .suggested(let sentence)? = try await wordings(of: view, for: author)[line]?.standing,
            sentence.text == words
        else { throw ReviewError.noSuchLine(line) }
    }

    /// Keeps the composed sentence; the wording is not shown again.
    ///
    /// Errors: `ReviewError.noSuchLine` where no wording stands.
    public func declineWording(of line: Int, on id: ReviewID, by author: PersonID) async throws {
        let view = try await review(id, for: author)
        guard view.desk != nil, let one = view.review.rewordable.first(where: { $0.id == line }) else {
            throw ReviewError.noSuchLine(line)
        }
        let key = RewordingID(one.text, sources: one.sources, about: view.person.id)
        guard var kept = try await records.rewordings([key], vault: try self.key()).values.first, kept.words != nil
        else {
            throw ReviewError.noSuchLine(line)
        }
        kept.words = nil
        kept.outcome = Self.declined
        kept.moment = try await now()
        try await records.keep([kept], vault: try self.key())
    }

    /// The outcome of a wording that the author did not want.
    private static let declined = "declined by the author"

    private func brief(of view: ReviewView) async throws -> RewordingBrief {
        let entries = view.context.entries.values.sorted { $0.id < $1.id }
        let names = Set(try await picture().people.values.map(\.name))
        return RewordingBrief(
            person: view.person.id,
            object: view.review.sort == .review ? .reviewing : .selfReview,
            entries: entries,
            check: CitationCheck(entries: entries, subject: view.person.name, names: names)
        )
    }
}

extension Review {
    /// Sentences that the program composed and that claim something.
    var rewordable: [ReviewLine] {
        lines.filter { $0.hand == .composed && $0.role == .claim && !$0.sources.isEmpty && !$0.lacksWords }
    }
}
