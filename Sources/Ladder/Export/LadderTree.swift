/// A ladder in the fields of its file format, to be written as YAML or JSON.
indirect enum LadderTree {
    case text(String)
    case integer(Int)
    case number(Double)
    case list([LadderTree])
    case fields([(String, LadderTree)])

    init(_ ladder: CareerLadder) {
        var fields: [(String, LadderTree)] = [
            ("format", .integer(CareerLadder.format)), ("id", .text(ladder.id)), ("version", .text(ladder.version)),
            ("title", .text(ladder.title)), ("family", .text(ladder.family)),
        ]
        if !ladder.languages.isEmpty { fields.append(("languages", .list(ladder.languages.map { .text($0) }))) }
        fields.append(
            (
                "tracks",
                Self.byTrack { track in
                    ladder.tracks[track].map { .fields([("name", .text($0.name)), ("summary", .text($0.summary))]) }
                }
            )
        )
        fields.append(("levels", .list(ladder.levels.map(Self.level))))
        fields.append(("competencies", .list(ladder.competencies.map(Self.competency))))
        if !ladder.outlines.isEmpty { fields.append(("outlines", .list(ladder.outlines.map(Self.outline)))) }
        fields.append(("scopeFactors", .list(ladder.scopeFactors.map(Self.factor))))
        if !ladder.archetypes.isEmpty { fields.append(("archetypes", .list(ladder.archetypes.map(Self.lens)))) }
        if !ladder.carryOver.isEmpty {
            let rules = ladder.carryOver.map { rule in
                LadderTree.fields([
                    ("from", .text(rule.from)), ("to", .text(rule.to)), ("weight", .number(rule.weight)),
                ])
            }
            fields.append(("carryOver", .list(rules)))
        }
        fields.append(
            (
                "rules",
                .fields([
                    ("parityTolerance", .number(ladder.rules.parityTolerance)),
                    ("settlingDays", .integer(ladder.rules.settlingDays)),
                    ("returnMonths", .integer(ladder.rules.returnMonths)),
                ])
            )
        )
        if !ladder.exceptions.isEmpty { fields.append(("exceptions", .list(ladder.exceptions.map(Self.exception)))) }
        if !ladder.translations.isEmpty {
            let languages = ladder.translations.sorted { $0.key < $1.key }.map { language, words in
                (language, LadderTree.fields(words.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }))
            }
            fields.append(("translations", .fields(languages)))
        }
        self = .fields(fields)
    }

    private static func byTrack(_ part: (LadderTrack) -> LadderTree?) -> LadderTree {
        .fields(LadderTrack.allCases.compactMap { track in part(track).map { (track.rawValue, $0) } })
    }

    private static func level(_ level: LadderLevel) -> LadderTree {
        var fields: [(String, LadderTree)] = [
            ("level", .integer(level.number)), ("band", .list([.number(level.band.lower), .number(level.band.upper)])),
            ("scope", .text(level.scope)),
        ]
        func tree(_ authority: Authority) -> LadderTree {
            .fields(AuthorityPart.allCases.map { ($0.rawValue, .text(authority[$0])) })
        }
        if level.authorities.count == LadderTrack.allCases.count, let authority = level.authority {
            fields.append(("authority", tree(authority)))
        } else if !level.authorities.isEmpty {
            fields.append(("authority", byTrack { level.authorities[$0].map(tree) }))
        }
        fields.append(
            (
                "roles",
                byTrack { track in
                    level.roles[track].map { role in
                        let required = role.required.sorted { $0.key < $1.key }.map {
                            ($0.key, LadderTree.integer($0.value))
                        }
                        return .fields([
                            ("title", .text(role.title)), ("summary", .text(role.summary)),
                            ("required", .fields(required)),
                        ])
                    }
                }
            )
        )
        if !level.ranges.isEmpty { fields.append(("ranges", .list(level.ranges.map(range)))) }
        return .fields(fields)
    }

    private static func range(_ range: PayRange) -> LadderTree {
        .fields([
            ("track", .text(range.track.rawValue)), ("zone", .text(range.zone)), ("currency", .text(range.currency)),
            ("lower", .number(range.lower)), ("middle", .number(range.middle)), ("upper", .number(range.upper)),
        ])
    }

    private static func competency(_ competency: Competency) -> LadderTree {
        var fields: [(String, LadderTree)] = [
            ("id", .text(competency.id)), ("name", .text(competency.name)), ("track", .text(competency.track.rawValue)),
        ]
        if let family = competency.family { fields.append(("family", .text(family))) }
        let stages = competency.stages.map { stage in
            var fields: [(String, LadderTree)] = [
                ("stage", .integer(stage.number)), ("statement", .text(stage.statement)),
            ]
            if !stage.behaviours.isEmpty {
                fields.append(("behaviours", .list(stage.behaviours.map { .text($0.words) })))
            }
            return LadderTree.fields(fields)
        }
        fields.append(("stages", .list(stages)))
        return .fields(fields)
    }

    private static func outline(_ outline: FamilyOutline) -> LadderTree {
        var fields: [(String, LadderTree)] = [("family", .text(outline.id)), ("name", .text(outline.name))]
        if !outline.titles.isEmpty {
            let titles = byTrack { track in
                outline.titles[track].map { titles in
                    .fields(titles.sorted { $0.key < $1.key }.map { (String($0.key), .text($0.value)) })
                }
            }
            fields.append(("titles", titles))
        }
        let competencies = outline.competencies.map { competency in
            LadderTree.fields([
                ("id", .text(competency.id)), ("name", .text(competency.name)),
                ("stages", .list(competency.stages.map { .text($0.statement) })),
            ])
        }
        fields.append(("competencies", .list(competencies)))
        return .fields(fields)
    }

    private static func factor(_ factor: ScopeFactor) -> LadderTree {
        .fields([
            ("id", .text(factor.id)), ("name", .text(factor.name)),
            ("anchors", .list(factor.anchors.map { .text($0) })),
        ])
    }

    private static func lens(_ lens: Archetype) -> LadderTree {
        .fields([
            ("id", .text(lens.id)), ("name", .text(lens.name)), ("summary", .text(lens.summary)),
            ("depth", .number(lens.depth)), ("scope", .number(lens.scope)),
            ("levels", .list([.integer(lens.levels.lowerBound), .integer(lens.levels.upperBound)])),
            ("competencies", .list(lens.competencies.map { .text($0) })), ("hiddenBy", .text(lens.hiddenBy)),
        ])
    }

    private static func exception(_ exception: PayException) -> LadderTree {
        .fields([
            ("level", .integer(exception.level)), ("zone", .text(exception.zone)), ("owner", .text(exception.owner)),
            ("reason", .text(exception.reason)), ("until", .text(exception.until)),
        ])
    }
}
