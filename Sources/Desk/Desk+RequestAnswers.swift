public import Evidence
import Records
public import Workspace

extension Desk {
    /// The subject agrees with an answer, so that it settles at once.
    ///
    /// Errors: `RequestError.noSuchAnswer`, `.notFrom`.
    public func acceptAnswer(_ id: RequestID, by person: PersonID) async throws {
        try await act(.accept, on: id, by: .person(person)) { subject, _, _ in subject == person }
    }

    /// The subject objects to an answer, with a reason; it counts for nothing until somebody else looked into it.
    ///
    /// Errors: `RequestError.noSuchAnswer`, `.notFrom`, `.noReason`.
    public func contestAnswer(_ id: RequestID, reason: String, by person: PersonID) async throws {
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard reason.count >= 3 else { throw RequestError.noReason }
        try await act(.contest, on: id, by: .person(person), reason: reason) { subject, _, _ in subject == person }
    }

    /// Whoever answered takes the answer back; its words go.
    ///
    /// Errors: `RequestError.noSuchAnswer`, `.notFrom`.
    public func withdrawAnswer(_ id: RequestID, by person: PersonID) async throws {
        try await act(.withdraw, on: id, by: .person(person)) { _, voice, _ in voice == person }
    }

    /// Somebody with the office, neither subject nor voice, settles an objection: the answer stands, or it goes.
    ///
    /// Errors: `RequestError.noSuchAnswer`, `.notFrom`, `.noReason`; `DeskError.notAllowed`.
    public func settleObjection(
        _ id: RequestID,
        stands: Bool,
        reason: String,
        by viewer: Access.Viewer
    ) async throws {
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard reason.count >= 3 else { throw RequestError.noReason }
        try await act(stands ? .uphold : .withdraw, on: id, by: viewer, reason: reason) { subject, voice, picture in
            viewer != .person(subject) && viewer != .person(voice)
                && picture.access.allows(viewer, to: .asking, of: subject)
        }
    }

    private func act(
        _ act: EvidenceAct,
        on id: RequestID,
        by viewer: Access.Viewer,
        reason: String = "",
        if isAllowed: (_ subject: PersonID, _ voice: PersonID, _ picture: CompanyPicture) -> Bool
    ) async throws {
        let picture = try await picture()
        guard let (subject, request) = try await records.request(id, now: picture.now),
            let answer = request.answer, isAllowed(subject, request.colleague, picture)
        else { throw RequestError.noSuchAnswer(id.text) }
        // What waits to be shown with others is nobody's to act on but its voice's.
        guard answer.state != .captured || act == .withdraw else { throw RequestError.noSuchAnswer(id.text) }
        try await records.perform(act, onAnswerTo: id, by: viewer.ledgerActor, reason: reason, now: try await now())
    }
}
