import Ladder

extension LadderPage {
    /// A ladder on its two rails.
    init(_ ladder: CareerLadder) {
        self.init(
            ladder: ladder.title,
            version: ladder.version,
            rungs: LadderRail.rows(of: ladder).map { row in
                Rung(
                    number: row.level,
                    authority: row.authority.map { "\($0.decides) \($0.budget) \($0.hiring)" } ?? "",
                    individual: row.ic.map { RungSide(title: $0.title, summary: $0.summary) },
                    management: row.management.map { RungSide(title: $0.title, summary: $0.summary) }
                )
            },
            tracks: [(LadderTrack.ic, "Individual contributors"), (.management, "Managers")].map { track, name in
                TrackCard(
                    track: name,
                    competencies: ladder.competencies(for: track).map { Self.competency($0, track: track, of: ladder) }
                )
            }
        )
    }

    private static func competency(
        _ competency: Competency,
        track: LadderTrack,
        of ladder: CareerLadder
    ) -> LadderCompetency {
        LadderCompetency(
            competency: competency.name,
            summary: competency.track == .shared ? "Shared by both tracks" : "This track's own",
            stages: competency.stages.enumerated().map { place, stage in
                let levels = ladder.levels(on: track).filter {
                    ladder.required(competency.id, track: track, level: $0) == place + 1
                }
                return LadderStage(levels: Self.words(levels), statement: stage.statement)
            }
        )
    }

    /// `Level 4`, `Levels 4 to 6`, or that no level asks for it.
    private static func words(_ levels: [Int]) -> String {
        guard let first = levels.first, let last = levels.last else { return "Between levels" }
        return first == last ? "Level \(first)" : "Levels \(first) to \(last)"
    }
}
