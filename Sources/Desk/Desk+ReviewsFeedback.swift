import Evidence
import Foundation
import Records
public import Reviews
import Signals
public import Workspace

/// What a person and their manager see of the feedback that was asked for.
public struct FeedbackView: Sendable {
    /// Whose work.
    public let person: Person
    /// What was asked, the newest first; words only as far as the viewer may read them.
    public let requests: [Asked]
    /// Whom one could ask, each with one thing that both had a part in.
    public let nominees: [(person: Person, reason: String)]
    /// The day it is read.
    public let today: CivilDate

    /// One request with what the viewer may read of it.
    public struct Asked: Sendable {
        /// The request; without an answer's words where they are not for the viewer, or held.
        public let request: FeedbackRequest
        /// Who was asked.
        public let colleague: String
        /// Who asked.
        public let asker: String
        /// How far it has come.
        public let standing: FeedbackRequest.Standing
    }
}

/// What a colleague was asked.
public struct OwnFeedbackRequest: Sendable {
    /// The request, with one's own answer.
    public let request: FeedbackRequest
    /// Whose work.
    public let person: Person
    /// The manager's name; nil where there is none.
    public let manager: String?
    /// Who asks.
    public let asker: String
    /// How far it has come.
    public let standing: FeedbackRequest.Standing
    /// What is asked back, once; nil where nothing is.
    public let question: String?
}

extension Desk {
    /// Feedback about a person, and whom one could ask.
    ///
    /// Errors: `DeskError.notAllowed`; `VaultError.noKey`, `VaultError.wrongKey`.
    public func feedback(about id: PersonID, for viewer: PersonID) async throws -> FeedbackView {
        var picture = try await open(.feedback, of: id, for: .person(viewer))
        if try await releaseFeedback(picture) { picture = try await self.picture() }
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let rows = try await records.feedback(about: id, vault: try key())
        return FeedbackView(
            person: person,
            requests: try rows.map { row in
                var request = try FeedbackRequest(row)
                let standing = request.standing(at: picture.now)
                // Held words are nobody's yet, and words for the person alone are not the manager's.
                let isReadable =
                    standing == .answered
                    && (viewer == id || request.answer?.visibility == .personAndManager)
                if !isReadable { request.answer?.words = FeedbackWords() }
                return FeedbackView.Asked(
                    request: request,
                    colleague: picture.people[row.colleague]?.name ?? "Somebody who left",
                    asker: picture.people[row.asker]?.name ?? "Somebody who left",
                    standing: standing
                )
            },
            nominees: try await nominees(for: person, rows, picture),
            today: CivilDate(microseconds: picture.now)
        )
    }

    /// Asks colleagues about a person's work; both sides read the same reason.
    ///
    /// Shape: `about` is what the asker would like to hear about; empty where nothing in particular.
    /// Errors: `ReviewError.askedEnough`, `.reportsToThem`, `.notAColleague`, `.tooLong`, `.privateMatter`.
    @discardableResult
    public func askForFeedback(
        about id: PersonID,
        from colleagues: [PersonID],
        _ about: String = "",
        by asker: PersonID
    ) async throws -> [FeedbackID] {
        let picture = try await open(.feedback, of: id, for: .person(asker))
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let about = try Self.line(about)
        let shared = try await sharedWork(of: person, picture)
        var seen: Set<PersonID> = []
        let asked = try colleagues.filter { seen.insert($0).inserted }.map { colleague -> (PersonID, String) in
            guard let other = picture.people[colleague], other.active, colleague != id, colleague != asker else {
                throw ReviewError.notAColleague(picture.people[colleague]?.name ?? colleague.text)
            }
            guard other.manager != id else { throw ReviewError.reportsToThem(name: other.name) }
            let work = shared.filter { $0.colleague == colleague }.max {
                ($0.moment, $0.matter) < ($1.moment, $1.matter)
            }
            let reason = work?.reason(between: person.name, and: other.name) ?? "Chosen by the one who asks."
            return (colleague, try Self.text(of: FeedbackAsk(reason: reason, about: about)))
        }
        do {
            return try await records.ask(
                about: id,
                asked.map { (colleague: $0.0, text: $0.1) },
                by: asker,
                vault: try key(),
                now: try await now()
            ) { FeedbackID(id, number: $0).text }.map { FeedbackID($0) }
        } catch ReviewRecordError.askedEnough(let colleague) {
            throw ReviewError.askedEnough(name: picture.people[colleague]?.name ?? colleague.text)
        }
    }

    /// What a colleague was asked for, what waits first.
    public func feedbackRequests(to colleague: PersonID) async throws -> [OwnFeedbackRequest] {
        let picture = try await open(.requests, of: colleague, for: .person(colleague))
        let rows = try await records.feedback(asking: colleague, vault: try key())
        let own = try rows.compactMap { row -> OwnFeedbackRequest? in
            guard let person = picture.people[row.subject] else { return nil }
            let request = try FeedbackRequest(row)
            let standing = request.standing(at: picture.now)
            return OwnFeedbackRequest(
                request: request,
                person: person,
                manager: person.manager.flatMap { picture.people[$0]?.name },
                asker: picture.people[row.asker]?.name ?? "Somebody who left",
                standing: standing,
                question: standing == .askedBack
                    ? request.answer.flatMap { VaguenessCheck.question(for: $0.words) } : nil
            )
        }
        return own.filter(\.isWaiting) + own.filter { !$0.isWaiting }
    }

    /// Gives feedback; where something is missing it is asked back once, and then taken as it is.
    ///
    /// - Returns: what is asked back; nil where the answer is taken.
    /// Errors: `ReviewError.noSuchRequest`, `.past`, `.noWords`, `.tooLong`, `.privateMatter`, `.badDay`.
    @discardableResult
    public func giveFeedback(
        _ id: FeedbackID,
        _ words: FeedbackWords,
        _ lean: FeedbackAnswer.Lean,
        visibility: FeedbackAnswer.Visibility,
        heldUntil: CivilDate? = nil,
        by colleague: PersonID
    ) async throws -> String? {
        let (request, picture) = try await waiting(id, colleague)
        let words = FeedbackWords(
            work: try Self.line(words.work),
            behaviour: try Self.line(words.behaviour),
            effect: try Self.line(words.effect)
        )
        guard !words.isEmpty else { throw ReviewError.noWords }
        let today = CivilDate(microseconds: picture.now)
        if let heldUntil, heldUntil <= today || heldUntil.days > today.days + 183 { throw ReviewError.badDay }
        let question = request.answer?.stage == .asked ? nil : VaguenessCheck.question(for: words)
        let answer = FeedbackAnswer(
            stage: question == nil ? .given : .asked,
            words: words,
            lean: lean,
            visibility: visibility,
            heldUntil: heldUntil,
            moment: try await now()
        )
        try await keep(answer, of: id, by: colleague)
        if question == nil { try await releaseFeedback(picture) }
        return question
    }

    /// Would rather not; says nothing about anybody.
    ///
    /// Errors: `ReviewError.noSuchRequest`, `.past`.
    public func declineFeedback(_ id: FeedbackID, by colleague: PersonID) async throws {
        _ = try await waiting(id, colleague)
        try await keep(.gone(.declined, now: try await now()), of: id, by: colleague)
    }

    /// Takes back what one gave; its words go, also out of the ledger and what was written from it.
    ///
    /// Errors: `ReviewError.noSuchRequest`.
    public func withdrawFeedback(_ id: FeedbackID, by colleague: PersonID) async throws {
        let rows = try await records.feedback(asking: colleague, vault: try key())
        guard let row = rows.first(where: { $0.id == id.text }), row.given != nil else {
            throw ReviewError.noSuchRequest(id.text)
        }
        guard let entry = row.entry else {
            return try await keep(.gone(.withdrawn, now: try await now()), of: id, by: colleague)
        }
        try await records.perform(.withdraw, on: entry, by: colleague, now: try await now())
    }

    private func waiting(
        _ id: FeedbackID,
        _ colleague: PersonID
    ) async throws -> (FeedbackRequest, CompanyPicture) {
        let picture = try await open(.requests, of: colleague, for: .person(colleague))
        let rows = try await records.feedback(asking: colleague, vault: try key())
        guard let row = rows.first(where: { $0.id == id.text }) else { throw ReviewError.noSuchRequest(id.text) }
        let request = try FeedbackRequest(row)
        switch request.standing(at: picture.now) {
        case .open, .askedBack: return (request, picture)
        case .held, .answered: throw ReviewError.past("was answered before")
        case .declined: throw ReviewError.past("was declined before")
        case .expired: throw ReviewError.past("went by")
        case .withdrawn: throw ReviewError.past("was taken back")
        }
    }

    private func keep(_ answer: FeedbackAnswer, of id: FeedbackID, by colleague: PersonID) async throws {
        let isGone = answer.stage == .declined || answer.stage == .withdrawn
        do {
            try await records.keep(
                FeedbackSave(
                    stage: answer.stage.rawValue,
                    given: isGone ? nil : try Self.text(of: FeedbackGift(answer)),
                    isEvidence: answer.visibility == .personAndManager,
                    heldUntil: answer.heldUntil
                ),
                of: id.text,
                by: colleague,
                vault: try key(),
                now: answer.moment
            )
        } catch ReviewRecordError.notOpen(let id) {
            throw ReviewError.noSuchRequest(id)
        }
    }

    /// One line, short enough, and about work.
    private static func line(_ words: String) throws -> String {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count <= FeedbackWords.longest else {
            throw ReviewError.tooLong(given: line.count, limit: FeedbackWords.longest)
        }
        try checkPrivate(line)
        return line
    }

    private static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension OwnFeedbackRequest {
    /// True while an answer can be written.
    public var isWaiting: Bool { standing == .open || standing == .askedBack }
}
