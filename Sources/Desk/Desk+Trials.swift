import Foundation
import Records
public import Workspace

/// A trial that was kept.
public struct KeptTrialView: Sendable {
    /// The trial.
    public let trial: Trial
    /// When it was made.
    public let day: CivilDate
}

extension Desk {
    /// Keeps a trial for those who run audits, in the place of the last of its sort.
    public func keep(_ trial: Trial, by viewer: Access.Viewer) async throws {
        _ = try await open(.auditInputs, for: viewer)
        let body = String(decoding: try JSONEncoder().encode(trial), as: UTF8.self)
        let kept = KeptTrial(sort: trial.sort.rawValue, made: clock(), body: body)
        try await records.keep(kept, by: viewer.actor.description)
    }

    /// The last trial of each sort; a form that this program does not know any more is left out.
    public func trials(for viewer: Access.Viewer) async throws -> [KeptTrialView] {
        _ = try await open(.audits, for: viewer)
        return try await records.trials().compactMap { kept in
            guard let trial = try? JSONDecoder().decode(Trial.self, from: Data(kept.body.utf8)) else { return nil }
            return KeptTrialView(trial: trial, day: CivilDate(microseconds: kept.made))
        }
    }
}
