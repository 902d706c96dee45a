/// One piece of words in a ladder, with the id by which other languages and changes name it.
///
/// Shape of ids: `craft.3` (a stage), `craft.3.2` (an act), `craft@data.3` (a family's), `level.4.scope`,
/// `level.4.decides`, `level.4.ic.title`, `competency.craft`, `track.ic.name`, `factor.horizon.2`, `lens.solver.name`.
public struct LadderWording: Sendable, Hashable, Identifiable {
    /// The id.
    public let id: String
    /// The words in the file's own language.
    public let words: String
    /// The path of the field, counted from 0.
    public let field: String
    /// True for words that say how far work reaches, in which the number of people has no place.
    public let speaksOfScope: Bool
}

extension CareerLadder {
    /// All its words, in the order of the format.
    public var wordings: [LadderWording] {
        trackWordings + levelWordings + competencyWordings + outlineWordings + lensWordings
    }

    /// Words in another language; nil where there are none.
    public func translation(of wording: String, into language: String) -> String? {
        translations[language]?[wording]
    }

    private var trackWordings: [LadderWording] {
        [LadderWording("ladder.title", title, "title", false)]
            + LadderTrack.allCases.flatMap { track -> [LadderWording] in
                guard let name = tracks[track] else { return [] }
                let path = "tracks.\(track.rawValue)"
                return [
                    LadderWording("track.\(track.rawValue).name", name.name, "\(path).name", false),
                    LadderWording("track.\(track.rawValue).summary", name.summary, "\(path).summary", true),
                ]
            }
    }

    private var levelWordings: [LadderWording] {
        levels.enumerated().flatMap { index, level -> [LadderWording] in
            let (id, path) = ("level.\(level.number)", "levels[\(index)]")
            var wordings = [LadderWording("\(id).scope", level.scope, "\(path).scope", true)]
            if let authority = level.authority {
                for part in AuthorityPart.allCases {
                    wordings.append(
                        LadderWording(
                            "\(id).\(part.rawValue)",
                            authority[part],
                            "\(path).authority.\(part.rawValue)",
                            true
                        )
                    )
                }
            } else {
                for track in LadderTrack.allCases {
                    guard let authority = level.authorities[track] else { continue }
                    for part in AuthorityPart.allCases {
                        let place = "\(track.rawValue).\(part.rawValue)"
                        wordings.append(
                            LadderWording("\(id).\(place)", authority[part], "\(path).authority.\(place)", true)
                        )
                    }
                }
            }
            for track in LadderTrack.allCases {
                guard let role = level.roles[track] else { continue }
                let field = "\(path).roles.\(track.rawValue)"
                wordings.append(LadderWording("\(id).\(track.rawValue).title", role.title, "\(field).title", false))
                wordings.append(
                    LadderWording("\(id).\(track.rawValue).summary", role.summary, "\(field).summary", true)
                )
            }
            return wordings
        }
    }

    private var competencyWordings: [LadderWording] {
        competencies.enumerated().flatMap { index, competency -> [LadderWording] in
            let path = "competencies[\(index)]"
            let name = LadderWording("competency.\(competency.id)", competency.name, "\(path).name", false)
            return [name]
                + competency.stages.enumerated().flatMap { place, stage -> [LadderWording] in
                    let field = "\(path).stages[\(place)]"
                    return [LadderWording(stage.id, stage.statement, "\(field).statement", true)]
                        + stage.behaviours.enumerated().map {
                            LadderWording($1.id, $1.words, "\(field).behaviours[\($0)]", true)
                        }
                }
        }
    }

    private var outlineWordings: [LadderWording] {
        outlines.enumerated().flatMap { index, outline -> [LadderWording] in
            let path = "outlines[\(index)]"
            var wordings = [LadderWording("family.\(outline.id)", outline.name, "\(path).name", false)]
            for track in LadderTrack.allCases {
                for (level, title) in (outline.titles[track] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    let place = "titles.\(track.rawValue).\(level)"
                    wordings.append(
                        LadderWording(
                            "family.\(outline.id).\(track.rawValue).\(level)",
                            title,
                            "\(path).\(place)",
                            false
                        )
                    )
                }
            }
            for (place, competency) in outline.competencies.enumerated() {
                let field = "\(path).competencies[\(place)]"
                let id = "competency.\(competency.id)@\(outline.id)"
                wordings.append(LadderWording(id, competency.name, "\(field).name", false))
                wordings += competency.stages.enumerated().map {
                    LadderWording($1.id, $1.statement, "\(field).stages[\($0)]", true)
                }
            }
            return wordings
        }
    }

    private var lensWordings: [LadderWording] {
        let factors = scopeFactors.enumerated().flatMap { index, factor -> [LadderWording] in
            let path = "scopeFactors[\(index)]"
            return [LadderWording("factor.\(factor.id).name", factor.name, "\(path).name", false)]
                + factor.anchors.enumerated().map {
                    LadderWording("factor.\(factor.id).\($0 + 1)", $1, "\(path).anchors[\($0)]", true)
                }
        }
        let lenses = archetypes.enumerated().flatMap { index, lens -> [LadderWording] in
            let (id, path) = ("lens.\(lens.id)", "archetypes[\(index)]")
            return [
                LadderWording("\(id).name", lens.name, "\(path).name", false),
                LadderWording("\(id).summary", lens.summary, "\(path).summary", true),
                LadderWording("\(id).hiddenBy", lens.hiddenBy, "\(path).hiddenBy", true),
            ]
        }
        return factors + lenses
    }
}

extension LadderWording {
    fileprivate init(_ id: String, _ words: String, _ field: String, _ speaksOfScope: Bool) {
        self.init(id: id, words: words, field: field, speaksOfScope: speaksOfScope)
    }
}

extension Authority {
    /// One of its three parts.
    public subscript(_ part: AuthorityPart) -> String {
        switch part {
        case .decides: decides
        case .budget: budget
        case .hiring: hiring
        }
    }
}
