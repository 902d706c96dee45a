import Evidence
import Signals
import Workspace

/// Growth edges: what the ladder asks next, what was heard about it, and the next chance that the evidence holds.
struct EdgeLines {
    let work: DraftWork
    let used: Set<EntryID>

    /// How far back something taken on is still ahead, in days.
    private static let ahead = 45

    func lines(telling: inout Telling) -> [DraftLine] {
        var lines: [DraftLine] = []
        for (place, edge) in work.composer.edges.prefix(2).enumerated() {
            lines.append(line("edge:\(place)", Sentence("\(edge.competency), next: \(edge.statement)", role: .ladder)))
            var cited = used.union(lines.flatMap(\.sources))
            if let heard = heard(edge, cited: cited, telling: &telling) {
                lines.append(heard)
                cited.formUnion(heard.sources)
            }
            lines.append(chance(edge, place: place, cited: cited, telling: telling))
        }
        return lines
    }

    /// What was last said about it, critique before all else.
    private func heard(_ edge: GrowthEdge, cited: Set<EntryID>, telling: inout Telling) -> DraftLine? {
        let about = work.moments.reversed().filter { moment in
            moment.bearings.contains { work.composer.competencies[$0.section].id == edge.competencyID }
                && cited.isDisjoint(with: moment.happening.entries.map(\.id))
        }
        let critique = about.filter { $0.happening.entries.contains { $0.kind == .feedback } }
        for moment in (critique + about).prefix(6) {
            guard let material = telling.material(of: moment.happening), !material.isBareThanks else { continue }
            let sentence = telling.tell(material)
            if work.check.stand([sentence]) == [true] {
                return DraftLine(
                    key: "c:\(material.lead.id.text)",
                    sentence: sentence,
                    origin: .composed,
                    standing: .stands,
                    parts: material.parts
                )
            }
        }
        return nil
    }

    /// Something that the person took on lately; where there is none, that is said.
    private func chance(_ edge: GrowthEdge, place: Int, cited: Set<EntryID>, telling: Telling) -> DraftLine {
        let key = "chance:\(place)"
        let first = CivilDate(days: work.composer.to.days - Self.ahead).microseconds
        let open = work.moments.reversed().lazy.filter { moment in
            moment.happening.last >= first && cited.isDisjoint(with: moment.happening.entries.map(\.id))
                && moment.happening.own.contains { $0.kind == .ownership }
        }
        for moment in open.prefix(30) {
            guard let material = telling.material(of: moment.happening), material.isOwn,
                material.lead.kind == .ownership, material.cut.act == .promises, material.cut.words >= 6
            else { continue }
            let at = Situation(entry: material.lead, namesYear: telling.namesYear).inside[0]
            let sentence = Sentence(
                "A next chance may be what \(telling.forms.nominative) took on \(at): “\(material.cut.text)”.",
                sources: [material.lead.id],
                role: .claim
            )
            if work.check.stand([sentence]) == [true] {
                return DraftLine(key: key, sentence: sentence, origin: .composed, standing: .stands, parts: 2)
            }
        }
        let words =
            work.composer.perspective == .own
            ? "No next chance for it is in sight in Slack; I would like to name one together."
            : "No next chance for it is in sight in Slack; name one together."
        return line(key, Sentence(words, role: .note))
    }

    private func line(_ key: String, _ sentence: Sentence) -> DraftLine {
        DraftLine(key: key, sentence: sentence, origin: .composed, standing: .stands)
    }
}
