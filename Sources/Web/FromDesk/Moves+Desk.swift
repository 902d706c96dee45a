import Desk
import Evidence
import Growth
import Ladder
import Moves
import Workspace
import Writing

extension MoveMark {
    /// The mark of a move.
    init(_ move: Move) {
        switch move.state {
        case .proposed: self.init(name: "Proposed", meaning: "Nothing has changed yet.", tone: "rising")
        case .granted:
            let day: Words = move.day.map { "From \(DayMark($0)) on." } ?? "In force."
            self.init(name: "Granted", meaning: day, tone: "there")
        case .refused:
            self.init(
                name: "Not yet",
                meaning: "What is missing is named, with a day to look again.",
                tone: "open"
            )
        case .withdrawn:
            self.init(name: "Withdrawn", meaning: "Before a decision; it is held against nobody.", tone: "quiet")
        case .stated:
            let day: Words =
                move.day.map { "From \(DayMark($0)) on, as the people file says." } ?? "As the people file says."
            self.init(name: "Stated", meaning: day, tone: "there")
        }
    }
}

extension Move {
    /// What it is, as a heading.
    var heading: Words {
        switch kind {
        case .levelUp: "Level-up to level \(to.level.map(String.init) ?? "")"
        case .trackSwitch:
            switch (returns == nil, to.track) {
            case (true, .ic): "Change to the individual contributor track"
            case (true, .management): "Change to the management track"
            case (false, .ic): "Return to the individual contributor track"
            case (false, .management): "Return to the management track"
            }
        case .stated: "New place on the ladder"
        }
    }

    /// From where to where.
    var path: Words {
        let levels = (from.level.map(String.init) ?? "none", to.level.map(String.init) ?? "none")
        if from.track == to.track {
            return "\(to.track.words), from level \(levels.0) to level \(levels.1)"
        }
        let level: Words = levels.0 == levels.1 ? "Level \(levels.1)" : "Level \(levels.0) to \(levels.1)"
        return to.track == .management
            ? "\(level), from the individual contributor track to the management track"
            : "\(level), from the management track to the individual contributor track"
    }
}

extension MoveLine {
    /// A move in one line; with its owner's name where the page is not about them.
    init(_ move: Move, of name: Words? = nil) {
        self.init(
            move: move.heading,
            owner: name,
            day: DayMark(CivilDate(microseconds: move.begun)),
            mark: MoveMark(move),
            link: .move(move.id)
        )
    }
}

extension PackCard {
    /// A pack, with places that the reader can open.
    ///
    /// `opensLedger` is true for the subject and the manager, who have the ledger's page; others get the place in chat.
    init(_ pack: LevelUpPack, opensLedger: Bool) {
        // A page has to stay readable and small; what is not drawn is counted.
        let shown = max(4, 72 / max(1, pack.sections.count + 1))
        let since = pack.since.map { DayMark($0) }
        self.init(
            summary: Self.summary(pack.count, since: since),
            headline: Words(english: pack.headline),
            gates: (pack.met + pack.unmet).map {
                ClockGate(gate: $0.kind.name, words: Words(english: $0.words), met: $0.isMet)
            },
            sections: (pack.sections.filter(\.rises) + pack.sections.filter { !$0.rises }).map { section in
                PackSection(
                    competency: Words(phrase: section.name),
                    asked: !section.rises
                        ? "Stage \(section.asked), as now"
                        : section.present.map { "Stage \(section.asked), from stage \($0) now" }
                            ?? "Stage \(section.asked), new",
                    statement: Words(english: section.statement),
                    leaning: Words(phrase: section.leaning.capitalisedFirst + "."),
                    count: Self.pieces(section.entries.count),
                    items: section.entries.suffix(shown).reversed().map { PackItem($0, opensLedger: opensLedger) },
                    more: section.entries.count > shown
                        ? .counted(
                            section.entries.count - shown,
                            one: "One earlier piece is in the ledger.",
                            other: "\(section.entries.count - shown) earlier pieces are in the ledger."
                        ) : nil
                )
            },
            rest: pack.others.suffix(shown).reversed().map { PackItem($0, opensLedger: opensLedger) }
        )
    }

    static func pieces(_ count: Int) -> Words {
        count == 0
            ? "Nothing settled yet"
            : .counted(count, one: "One piece of settled evidence", other: "\(count) pieces of settled evidence")
    }

    private static func summary(_ count: Int, since day: DayMark?) -> Words {
        switch (count, day) {
        case (0, let day?): "Nothing has settled since \(day). Ask a few colleagues who were there."
        case (0, nil): "Nothing has settled. Ask a few colleagues who were there."
        case (_, let day?): "\(pieces(count)) since \(day), by competency."
        case (_, nil): "\(pieces(count)), by competency."
        }
    }
}

extension PackItem {
    fileprivate init(_ entry: LedgerEntry, opensLedger: Bool) {
        let source = SourceLink(entry)
        self.init(
            quote: entry.quote,
            label: source.label,
            spot: opensLedger ? source.link : entry.link.flatMap(Link.init)
        )
    }
}

extension LevelUpPage {
    /// What the desk knows of a person's next level.
    static func fill(
        _ id: PersonID,
        from desk: Desk,
        viewer: PersonID,
        typed: String = "",
        complaint: Words? = nil
    ) async throws -> LevelUpPage {
        let reader = Access.Viewer.person(viewer)
        let moves = try await desk.moves(of: id, for: reader)
        let person = try await desk.find(id.text)
        guard let level = person.level else { throw PageRefusal.noLevel }
        let ladder = desk.ladder
        let side = person.track.rail
        let next = ladder.nextLevel(after: level, on: side)
        let open = moves.first { $0.state == .proposed }
        // Whoever decides sees state and items after writing an outcome down, never here.
        let decides = try await desk.opens(.decision, of: id, for: reader)
        let opensLedger = try await desk.opens(.person, of: id, for: reader)
        var pack: PackCard?
        if opensLedger, !decides, next != nil {
            let view = try await desk.person(id, for: reader)
            let start = moves.last { $0.state.isInForce && $0.from.level != $0.to.level }?.day
            pack = view.reading.map {
                PackCard(
                    LevelUpPack(
                        person,
                        reading: $0,
                        entries: view.happenings.flatMap(\.entries),
                        ladder: ladder,
                        since: start ?? person.levelSince ?? person.started
                    ),
                    opensLedger: true
                )
            }
        }
        let canPropose = next != nil && open == nil
        return LevelUpPage(
            mover: PersonLink(name: person.name, link: opensLedger ? .person(id) : nil),
            readerIsSubject: viewer == id,
            standing: person.track == .ic ? "Level \(level), individual contributor" : "Level \(level), management",
            next: next.flatMap { NextLevel($0, side, family: person.family, ladder) },
            open: open.map { MoveLine($0) },
            pack: pack,
            form: canPropose
                ? ProposalForm(action: .levelUp(id), button: "Propose the level-up", typed: typed, complaint: complaint)
                : nil,
            history: moves.filter { $0.state != .proposed }.reversed().map { MoveLine($0) },
            switching: .switching(id)
        )
    }
}

extension NextLevel {
    fileprivate init?(_ number: Int, _ track: LadderTrack, family: String, _ ladder: CareerLadder) {
        guard let level = ladder.level(number), let role = level.roles[track] else { return nil }
        self.init(
            number: number,
            title: ladder.title(track, level: number, family: family) ?? role.title,
            summary: role.summary,
            scope: level.scope,
            decides: level.authority?.decides ?? ""
        )
    }
}

extension MoveListPage {
    /// Every move that the viewer may see.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> MoveListPage {
        var names: [PersonID: Words] = [:]
        let moves = try await desk.moves(for: .person(viewer))
        for move in moves where names[move.person] == nil {
            names[move.person] =
                move.person == viewer ? "You" : Words(said: try await desk.find(move.person.text).name)
        }
        let own = try await desk.find(viewer.text)
        return MoveListPage(
            waiting: moves.filter { $0.state == .proposed }.map { MoveLine($0, of: names[$0.person] ?? "") },
            past: moves.filter { $0.state != .proposed }.reversed().prefix(60)
                .map { MoveLine($0, of: names[$0.person] ?? "") },
            own: own.level == nil ? nil : OwnWays(levelUp: .levelUp(viewer), switching: .switching(viewer))
        )
    }
}

extension Track {
    /// The track within a sentence.
    var inLine: Words {
        switch self {
        case .ic: "individual contributor"
        case .management: "management"
        }
    }

    /// The track as it begins a line.
    var words: Words {
        switch self {
        case .ic: "Individual contributor"
        case .management: "Management"
        }
    }
}
