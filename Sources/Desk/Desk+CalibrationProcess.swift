public import Calibration
import Evidence
import Growth
import Records
public import Workspace

extension Desk {
    /// Whether level-ups are still decided by people; for those who answer for the process.
    public func oversight(for viewer: Access.Viewer) async throws -> [OversightView] {
        let picture = try await open(.rooms, for: viewer)
        var decisions: [OversightDecision] = []
        let events = try await records.moveEvents()
        for move in picture.moves.values.flatMap(\.self) where move.kind == .levelUp {
            guard let decided = events[move.id]?.last(where: { $0.act == .decided }),
                let shown = events[move.id]?.last(where: {
                    $0.act == .shown && $0.actor == decided.actor && $0.position < decided.position
                })
            else { continue }
            let entries = try await records.entries(about: move.person, now: decided.moment)
            decisions.append(Self.decision(decided, after: shown, entries))
        }
        return OversightMeter.all(decisions).map { meter in
            OversightView(name: picture.people[meter.decider]?.name ?? "The console", meter: meter)
        }
    }

    private static func decision(
        _ decided: MoveEvent,
        after shown: MoveEvent,
        _ entries: [LedgerEntry]
    ) -> OversightDecision {
        let saidYes = [LevelState.sustainedAtNext, .operatingAtNext].contains { shown.seen.contains($0.rawValue) }
        let reasons = ([decided.words] + decided.rules).joined(separator: " ")
        let cited = entries.filter { reasons.contains($0.id.text) }.map(\.id)
        let first = entries.sorted { ($0.confidence, $1.id) > ($1.confidence, $0.id) }.prefix(5).map(\.id)
        return OversightDecision(
            decider: PersonID(decided.actor.description),
            agreed: saidYes == (decided.outcome == .granted),
            readingSeconds: Double(decided.moment - shown.moment) / 1_000_000,
            citesEntry: !cited.isEmpty,
            citesOwnEntry: cited.contains { !first.contains($0) }
        )
    }

    /// Words of drafts by stated groups, where the company holds them; leaves receipts that everybody can see.
    ///
    /// Errors: `DeskError.notAllowed`, ``RoomError``; `VaultError.noKey`.
    public func languageAudit(
        in name: String,
        by category: ProtectedCategory,
        for viewer: Access.Viewer
    ) async throws -> LanguageAudit {
        let picture = try await open(.stewardship, for: viewer)
        let drafts = try await roomDrafts(name, for: viewer)
        let groups = try await records.allGroups(
            vault: try key(),
            seenBy: viewer,
            as: "words of drafts, groups",
            now: clock()
        )
        let texts = drafts.compactMap { draft -> ReviewText? in
            guard let text = draft.text, let group = groups[draft.person]?[category],
                picture.people[draft.person] != nil
            else { return nil }
            return ReviewText(writer: draft.rater, group: group, text: text)
        }
        return LanguageAudit(texts)
    }
}
