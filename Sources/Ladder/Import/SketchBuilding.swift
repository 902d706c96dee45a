extension ImportSketch {
    /// A ladder holds no more.
    static let levelLimit = 20

    /// The ladder that the sketch says, with marked gaps where it says nothing.
    func ladder(_ gathering: ImportGathering) -> CareerLadder {
        let numbers = levelNumbers(gathering)
        var competencies: [Competency] = []
        var required: [LadderTrack: [Int: [String: Int]]] = [:]
        var ids: Set<String> = []
        var holders: Set<Seat> = []
        for (index, rung) in rungs.enumerated() where numbers[index] <= Self.levelLimit {
            holders.insert(Seat(track: rung.track ?? .ic, level: numbers[index]))
        }
        let parts = rows.flatMap { self.parts(of: $0, numbers, gathering) }
        for part in parts where part.makesRoles {
            for track in part.tracks {
                for level in part.steps.keys { holders.insert(Seat(track: track, level: level)) }
            }
        }
        for part in parts {
            let id = Self.slug(of: part.name, avoiding: &ids)
            let (stages, stageOf) = part.stages(id: id, gathering)
            competencies.append(
                Competency(id: id, name: part.name, track: part.track, family: nil, stages: stages)
            )
            for track in part.tracks {
                for seat in holders where seat.track == track {
                    guard let step = stageOf.keys.filter({ $0 <= seat.level }).max(), let stage = stageOf[step] else {
                        continue
                    }
                    if step != seat.level {
                        gathering.assume(.stageKept(level: seat.level), at: part.source, in: file)
                    }
                    required[track, default: [:]][seat.level, default: [:]][id] = stage
                }
            }
        }
        let count = max(1, holders.map(\.level).max() ?? 1)
        gathering.assume(.evenBands(levels: count), file: file)
        let levels = (1...count).map { number in
            level(number, of: count, numbers, holders, required, gathering)
        }
        return Self.assembled(
            title: title.isEmpty ? "Imported ladder" : gathering.take(title).oneLine,
            family: family,
            levels: levels,
            competencies: competencies,
            hasTracks: Set(holders.map(\.track))
        )
    }

    private struct Seat: Hashable {
        let track: LadderTrack
        let level: Int
    }

    // MARK: Levels

    private func level(
        _ number: Int,
        of count: Int,
        _ numbers: [Int],
        _ holders: Set<Seat>,
        _ required: [LadderTrack: [Int: [String: Int]]],
        _ gathering: ImportGathering
    ) -> LadderLevel {
        var roles: [LadderTrack: TrackRole] = [:]
        let here = rungs.indices.filter { numbers[$0] == number }
        for track in LadderTrack.allCases where holders.contains(Seat(track: track, level: number)) {
            let own = here.filter { (rungs[$0].track ?? .ic) == track }
            let rung = own.first ?? here.first
            for other in own.dropFirst() { gathering.leave(rungs[other].label, .secondTitle(level: number)) }
            let title = rung.map { gathering.take(rungs[$0].label).oneLine } ?? Self.gap("the title of this role.")
            let summary = rung.map { gathering.take(rungs[$0].summary).oneLine } ?? ""
            roles[track] = TrackRole(
                title: title.isEmpty ? Self.gap("the title of this role.") : title,
                summary: summary.isEmpty ? Self.gap("the work of level \(number) in one sentence.") : summary,
                required: required[track]?[number] ?? [:]
            )
        }
        // One scope for both tracks; a second one that differs is left out by name.
        let stated = here.map { rungs[$0].scope }.filter { !$0.isEmpty }
        for same in stated where same.words == stated.first?.words { gathering.take(same) }
        let scope = stated.first?.words.oneLine
        let step = 4.0 / Double(count)
        func edge(_ place: Int) -> Double { (100 * (1 + Double(place) * step)).rounded() / 100 }
        return LadderLevel(
            number: number,
            band: ScopeBand(lower: edge(number - 1), upper: number == count ? 5.01 : edge(number)),
            scope: scope ?? Self.gap("how far the work of level \(number) reaches, in words."),
            authorities: [:],
            roles: roles,
            ranges: []
        )
    }

    static func gap(_ words: String) -> String { "\(LadderCheck.gapMark) \(words)" }

    // MARK: Competencies

    /// One competency of one track, or of both.
    private struct Part {
        let name: String
        let source: ImportText
        let track: CompetencyTrack
        let tracks: [LadderTrack]
        /// True when the row itself names the track, so that its levels are levels of that track.
        let makesRoles: Bool
        /// What stands at each level.
        let steps: [Int: [ImportText]]
        /// What stands at each stage, where there are no levels.
        let byStage: [[ImportText]]

        /// The stages, and the stage that each level asks for.
        func stages(id: String, _ gathering: ImportGathering) -> (stages: [Stage], stageOf: [Int: Int]) {
            var groups: [[ImportText]] = byStage
            var stepOf: [Int: Int] = [:]
            for level in steps.keys.sorted() {
                let texts = steps[level] ?? []
                if stepOf.isEmpty || groups.last?.map(\.words) != texts.map(\.words) {
                    groups.append(texts)
                } else {
                    for text in texts { gathering.take(text) }
                }
                stepOf[level] = groups.count - 1
            }
            if groups.count > 5 { gathering.assume(.mergedSteps(count: groups.count), at: source, in: "") }
            func stage(of step: Int) -> Int { groups.count <= 5 ? step + 1 : step * 5 / groups.count + 1 }
            var words: [Int: [String]] = [:]
            for (step, texts) in groups.enumerated() {
                words[stage(of: step), default: []] += texts.flatMap { gathering.take($0).bulletLines }
            }
            let stages = words.keys.sorted().compactMap { number -> Stage? in
                guard let statement = words[number]?.first else { return nil }
                let acts = (words[number] ?? []).dropFirst().enumerated().map {
                    Behaviour(id: "\(id).\(number).\($0 + 1)", words: $1)
                }
                return Stage(id: "\(id).\(number)", number: number, statement: statement, behaviours: acts)
            }
            return (stages, stepOf.mapValues(stage))
        }
    }

    private func parts(of row: Row, _ numbers: [Int], _ gathering: ImportGathering) -> [Part] {
        let name = row.name.isEmpty ? "Competency" : gathering.take(row.name).oneLine
        func part(_ track: CompetencyTrack, _ steps: [Int: [ImportText]]) -> Part {
            Part(
                name: name,
                source: row.name,
                track: track,
                tracks: LadderTrack.allCases.filter { track.concerns($0) },
                makesRoles: row.side != .byRung,
                steps: steps,
                byStage: row.stages
            )
        }
        var sides: [LadderTrack: [Int: [ImportText]]] = [:]
        for (rung, texts) in row.cells.sorted(by: { $0.key < $1.key }) {
            guard numbers[rung] <= Self.levelLimit else {
                for text in texts { gathering.leave(text, .tooManyLevels(limit: Self.levelLimit)) }
                continue
            }
            let filled = texts.filter { !$0.isEmpty }
            guard !filled.isEmpty else { continue }
            sides[rungs[rung].track ?? .ic, default: [:]][numbers[rung], default: []] += filled
        }
        let managers = rungs.contains { $0.track == .management }
        let steps = LadderTrack.allCases.compactMap { sides[$0] }.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }
        switch row.side {
        case .both: return [part(.shared, steps)]
        case .track(let track): return [part(track == .ic ? .ic : .management, steps)]
        case .byRung:
            guard !sides.isEmpty else { return row.stages.isEmpty ? [] : [part(.shared, [:])] }
            guard let ic = sides[.ic], let management = sides[.management] else {
                if sides[.ic] != nil { return [part(.ic, sides[.ic] ?? [:])] }
                return [part(.management, sides[.management] ?? [:])]
            }
            let common = Set(ic.keys).intersection(management.keys)
            if managers, !common.isEmpty, common.allSatisfy({ ic[$0]?.map(\.words) == management[$0]?.map(\.words) }) {
                for texts in management.values { for text in texts { gathering.take(text) } }
                return [part(.shared, ic.merging(management) { first, _ in first })]
            }
            gathering.assume(.splitByTrack, at: row.name, in: file)
            return [part(.ic, ic), part(.management, management)]
        }
    }

    /// A name as an id: small letters and digits, none twice.
    private static func slug(of name: String, avoiding taken: inout Set<String>) -> String {
        var slug = ""
        for byte in name.lowercased().utf8 {
            if (97...122).contains(byte) || (48...57).contains(byte) {
                slug.append(Character(Unicode.Scalar(byte)))
            } else if !slug.hasSuffix("-"), !slug.isEmpty {
                slug.append("-")
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        if slug.isEmpty { slug = "competency" }
        slug = String(slug.prefix(40))
        var id = slug
        var count = 2
        while !taken.insert(id).inserted {
            id = "\(slug)-\(count)"
            count += 1
        }
        return id
    }

    private static func assembled(
        title: String,
        family: String,
        levels: [LadderLevel],
        competencies: [Competency],
        hasTracks: Set<LadderTrack>
    ) -> CareerLadder {
        let names: [LadderTrack: String] = [.ic: "Individual contributor", .management: "Management"]
        return CareerLadder(
            id: "imported",
            version: "0.1.0",
            contentHash: "",
            title: title,
            family: family,
            tracks: names.mapValues { TrackName(name: $0, summary: gap("what advancing on this track means.")) },
            levels: levels,
            competencies: competencies,
            outlines: [],
            scopeFactors: CareerLadder.reference.scopeFactors,
            archetypes: [],
            carryOver: [CarryOver(from: "shared", to: "shared", weight: 1)],
            rules: LadderRules(parityTolerance: 0.02, settlingDays: 182, returnMonths: 18),
            exceptions: [],
            languages: [],
            translations: [:]
        )
    }
}

extension String {
    /// Lines joined by spaces.
    var oneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}
