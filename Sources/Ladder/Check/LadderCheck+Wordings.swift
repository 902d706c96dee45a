extension LadderCheck {
    /// What marks a place that somebody has to fill; importers write it, and people may.
    public static let gapMark = "TO WRITE:"

    /// Authority is stated for every level, and is the same on both tracks.
    static func checkAuthority(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        for (index, level) in ladder.levels.enumerated() {
            let path = "levels[\(index)].authority"
            if level.authorities.isEmpty {
                gathering.note(.missingAuthority(level: level.number), at: path)
                continue
            }
            let shared = LadderTrack.allCases.allSatisfy { level.roles[$0] != nil }
            guard let ic = level.authorities[.ic], let management = level.authorities[.management] else {
                if shared, let track = level.authorities.keys.first {
                    gathering.note(.lonelyAuthority(level: level.number, track: track), at: path)
                }
                continue
            }
            for part in AuthorityPart.allCases where !Likeness.same(ic[part], management[part]) {
                gathering.note(
                    .unequalAuthority(level: level.number, part: part),
                    at: "\(path).management.\(part.rawValue)"
                )
            }
        }
    }

    /// Levels whose words do not differ cannot be told apart either.
    static func checkLevels(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        for index in ladder.levels.indices.dropFirst() {
            let (before, level) = (ladder.levels[index - 1], ladder.levels[index])
            var parts: [(LevelPart, String, String, String)] = [(.scope, before.scope, level.scope, "scope")]
            for track in LadderTrack.allCases {
                guard let old = before.roles[track]?.summary, let new = level.roles[track]?.summary else { continue }
                parts.append((.summary(track), old, new, "roles.\(track.rawValue).summary"))
            }
            if let old = before.authority, let new = level.authority {
                for part in AuthorityPart.allCases {
                    parts.append((.authority(part), old[part], new[part], "authority.\(part.rawValue)"))
                }
            }
            for (part, old, new, field) in parts where Likeness.alike(old, new) && !isGap(new) {
                gathering.note(
                    .sameLevels(level: level.number, earlier: before.number, part: part),
                    .warning,
                    at: "levels[\(index)].\(field)"
                )
            }
        }
        for (index, outline) in ladder.outlines.enumerated() {
            for (track, titles) in outline.titles {
                for level in titles.keys where ladder.role(track, level: level) == nil {
                    gathering.note(
                        .strayTitle(level: level, track: track),
                        at: "outlines[\(index)].titles.\(track.rawValue).\(level)"
                    )
                }
            }
        }
    }

    /// Words that count people, gaps, and languages that the file promises.
    static func checkWordings(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        let wordings = ladder.wordings
        for wording in wordings {
            if isGap(wording.words) { gathering.note(.gap, at: wording.field) }
            for language in ladder.languages.dropFirst()
            where ladder.translation(of: wording.id, into: language) == nil {
                gathering.note(.missingLanguage(language, wording: wording.id), at: wording.field)
            }
        }
        let known = Set(wordings.map(\.id))
        for (language, words) in ladder.translations {
            for (id, text) in words {
                let field = "translations.\(language).\(id)"
                if !known.contains(id) {
                    gathering.note(.strayTranslation(language, wording: id), .warning, at: field)
                }
                if isGap(text) { gathering.note(.gap, at: field) }
                gathering.noteHeadcount(in: text, at: field)
            }
        }
    }

    static func checkHeadcount(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        for wording in ladder.wordings where wording.speaksOfScope {
            gathering.noteHeadcount(in: wording.words, at: wording.field)
        }
    }

    static func isGap(_ words: String) -> Bool { words.hasPrefix(gapMark) }
}
