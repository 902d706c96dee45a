import Desk
import Ladder
import Workspace

extension LadderPage {
    /// The ladder as a viewer asked for it.
    ///
    /// Errors: `PageRefusal.notAllowed` for a person whom the viewer may not open, `.notFound` for a role that is not there.
    static func fill(_ view: LadderView, from desk: Desk, viewer: PersonID) async throws -> LadderPage {
        let id = view.person ?? viewer
        guard try await desk.opens(.person, of: id, for: .person(viewer)) else { throw PageRefusal.notAllowed }
        let person = try await desk.find(id.text)
        let reports = try await desk.people().filter { $0.manager == viewer && $0.level != nil }
        let own = try await desk.find(viewer.text)
        let ladder = desk.ladder
        let here = person.level.map { Target(track: person.track.rail, level: $0, family: ladder.known(person.family)) }
        var comparison: RoleTable?
        if let text = view.target {
            guard let here else { throw PageRefusal.noLevel }
            guard let wanted = try? Target(text, in: ladder) else { throw PageRefusal.notFound }
            let other = Target(track: wanted.track, level: wanted.level, family: wanted.family ?? here.family)
            comparison = RoleComparison(from: here, to: other, in: ladder).map {
                RoleTable($0, who: id == viewer ? nil : person.name)
            }
        }
        let choices =
            reports.isEmpty
            ? []
            : ([own] + reports).map {
                LadderChoice(
                    name: $0.id == viewer ? "You" : $0.name,
                    link: .ladder(of: $0.id == viewer ? nil : $0.id, target: view.target),
                    isMarked: $0.id == id
                )
            }
        return LadderPage(
            ladder,
            spot: here.map { LadderSpot(person, at: $0, viewer: viewer, chosen: view.target, ladder: ladder) },
            others: choices,
            comparison: comparison,
            here: here
        )
    }

    init(
        _ ladder: CareerLadder,
        spot: LadderSpot? = nil,
        others: [LadderChoice] = [],
        comparison: RoleTable? = nil,
        here: Target? = nil
    ) {
        self.init(
            ladder: ladder.title,
            version: ladder.version,
            spot: spot,
            others: others,
            comparison: comparison,
            rungs: ladder.levels.reversed().map { level in
                Rung(
                    number: level.number,
                    scope: level.scope,
                    authority: level.authority.map {
                        AuthorityCard(decides: $0.decides, budget: $0.budget, hiring: $0.hiring)
                    },
                    individual: Self.side(.ic, level, ladder, here, spot),
                    management: Self.side(.management, level, ladder, here, spot)
                )
            },
            tracks: [(LadderTrack.ic, "Individual contributors"), (.management, "Managers")].map { track, name in
                TrackCard(
                    track: name,
                    competencies: ladder.competencies(for: track, family: here?.family).map {
                        Self.competency($0, track: track, of: ladder, here: here)
                    }
                )
            }
        )
    }

    private static func side(
        _ track: LadderTrack,
        _ level: LadderLevel,
        _ ladder: CareerLadder,
        _ here: Target?,
        _ spot: LadderSpot?
    ) -> RungSide? {
        guard let role = level.roles[track] else { return nil }
        let isHere = here?.track == track && here?.level == level.number
        let ranges = level.ranges.filter { $0.track == track }
        return RungSide(
            title: ladder.title(track, level: level.number, family: here?.family) ?? role.title,
            summary: role.summary,
            ranges: ranges.map { range in
                let zone = ranges.count > 1 ? " in \(range.zone)" : ""
                return "\(Figures.money(range.lower, range.currency)) to \(Figures.amount(range.upper)) a year\(zone)"
            },
            here: isHere ? spot.map { $0.key == nil ? "You are here" : "\($0.who) is here" } : nil
        )
    }

    private static func competency(
        _ competency: Competency,
        track: LadderTrack,
        of ladder: CareerLadder,
        here: Target?
    ) -> LadderCompetency {
        let asked = here.flatMap {
            $0.track == track ? ladder.required(competency.id, track: track, level: $0.level) : nil
        }
        return LadderCompetency(
            competency: competency.name,
            summary: competency.track == .shared ? "Shared by both tracks" : "This track's own",
            stages: competency.stages.map { stage in
                let levels = ladder.levels(on: track).filter {
                    ladder.required(competency.id, track: track, level: $0) == stage.number
                }
                return LadderStage(
                    levels: Self.words(levels),
                    statement: stage.statement,
                    isAsked: asked == stage.number
                )
            }
        )
    }

    /// `Level 4`, `Levels 4 to 6`, or that no level asks for it.
    private static func words(_ levels: [Int]) -> String {
        guard let first = levels.first, let last = levels.last else { return "Between levels" }
        return first == last ? "Level \(first)" : "Levels \(first) to \(last)"
    }
}

extension LadderSpot {
    fileprivate init(_ person: Person, at here: Target, viewer: PersonID, chosen: String?, ladder: CareerLadder) {
        let isReader = person.id == viewer
        self.init(
            who: isReader ? "You" : person.name,
            standing: "level \(here.level), \(person.track.inWords)",
            key: isReader ? nil : person.id.text,
            targets: [LadderTrack.ic, .management].flatMap { track in
                ladder.levels(on: track).compactMap { level in
                    if track == here.track, level == here.level { return nil }
                    let value = "\(track.rawValue):\(level)"
                    let title = ladder.title(track, level: level, family: here.family) ?? ""
                    return TargetChoice(
                        value: value,
                        label: "\(title), level \(level), \(track == .ic ? "individual contributor" : "management")",
                        isChosen: chosen.map { $0 == value || $0.hasPrefix("\(value):") } ?? false
                    )
                }
            },
            levelUp: .levelUp(person.id),
            switching: .switching(person.id)
        )
    }
}

extension RoleTable {
    fileprivate init(_ comparison: RoleComparison, who: String?) {
        let owner = who.map { "\($0)’s" } ?? "Your"
        let stays =
            comparison.keepsLevel
            ? "Level, pay and authority are the same in both. "
            : "The level differs, and with it scope, authority and pay. "
        let evidence =
            comparison.changesTrack
            ? "After a change of track, evidence counts as it says beside each competency."
            : "Evidence counts on; what the next level asks beyond today's has to be seen."
        self.init(
            heading: "\(owner) role beside \(comparison.target.title)",
            summary: stays + evidence,
            now: RoleSide(comparison.today),
            then: RoleSide(comparison.target),
            rows: comparison.rows.map(RoleRow.init)
        )
    }
}

extension RoleSide {
    fileprivate init(_ side: RoleComparison.Side) {
        self.init(
            place: "Level \(side.target.level), \(side.target.track == .ic ? "individual contributor" : "management")",
            title: side.title,
            summary: side.summary,
            scope: side.scope
        )
    }
}

extension RoleRow {
    fileprivate init(_ row: RoleComparison.Row) {
        let carried = row.carriedFrom.map { source in
            let part = source.weight >= 1 ? "all" : Figures.fraction(source.weight)
            return source.id == row.id ? "\(part) of what was seen counts" : "\(part) counts from \(source.name)"
        }
        let change: String =
            switch row.change {
            case .same: "Asked for alike"
            case .rises: "Asks for more"
            case .falls: "Asks for stage \(row.to ?? 0)"
            case .starts: "New here"
            case .ends: "Waits; not asked for here"
            }
        let asked = row.from.map { StageWords(stage: $0, statement: row.fromStatement ?? "") }
        let wanted = row.to.map { StageWords(stage: $0, statement: row.toStatement ?? "") }
        self.init(
            competency: row.name,
            alike: asked == wanted ? asked : nil,
            asked: asked,
            wanted: wanted,
            change: carried.isEmpty ? "\(change)." : "\(change): \(carried.joined(separator: ", "))."
        )
    }
}

extension Track {
    /// The same track in the ladder's terms.
    var rail: LadderTrack { self == .ic ? .ic : .management }
    /// In a sentence.
    var inWords: String { self == .ic ? "individual contributor" : "management" }
}

extension CareerLadder {
    /// A family that the ladder words in its own way; nil for any other.
    func known(_ family: String) -> String? { families.contains(family) ? family : nil }
}
