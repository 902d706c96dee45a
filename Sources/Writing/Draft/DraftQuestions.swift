import Evidence
import Signals
import Workspace

/// What a draft asks the person, from what it holds and from what it lacks.
struct DraftQuestions {
    let work: DraftWork
    let blocks: DraftBlocks

    func lines() -> [DraftLine] {
        let isOwn = work.composer.perspective == .own
        var asked: [(text: String, sources: [EntryID])] = [
            isOwn
                ? ("What did I do in this time that is missing here, and who saw it?", [])
                : ("What did you do in this time that is missing here, and who saw it?", [])
        ]
        if let blank = blocks.sections.first(where: \.isEmpty) {
            let name = blank.competency.lowercased()
            asked.append(
                isOwn
                    ? ("There is not enough evidence on \(name). Whom could I ask?", [])
                    : ("There is not enough evidence on \(name). Whom should be asked?", [])
            )
        }
        if let open = openPromise() { asked.append(open) }
        if let way = decision() { asked.append(way) }
        asked.append(
            isOwn
                ? ("Which sentence here would others put differently?", [])
                : ("Which sentence here would you put differently?", [])
        )
        return asked.prefix(4).enumerated().map { place, question in
            DraftLine(
                key: "question:\(place)",
                sentence: Sentence(question.text, sources: question.sources, role: .question),
                origin: .composed,
                standing: .stands
            )
        }
    }

    private func place(of entry: LedgerEntry) -> String {
        "#\(entry.channelName) on \(Situation.day(of: entry, namesYear: work.telling.namesYear))"
    }

    /// Something taken on of which nothing more was heard.
    private func openPromise() -> (String, [EntryID])? {
        let who = work.composer.perspective == .own ? "I" : "you"
        for moment in work.moments.reversed().prefix(60) {
            let entries = moment.happening.entries
            guard entries.count == 1, entries[0].kind == .ownership, entries[0].voice.person == entries[0].subject,
                let material = work.telling.material(of: moment.happening), material.cut.act == .promises,
                material.cut.words >= 6, !material.cut.text.hasSuffix("…")
            else { continue }
            return (
                "In \(place(of: entries[0])) \(who) took on “\(material.cut.text)”. What became of it?", [entries[0].id]
            )
        }
        return nil
    }

    /// A decision that is told: what else was on the table.
    private func decision() -> (String, [EntryID])? {
        let cited = Set(blocks.claims.flatMap(\.sources))
        let told = work.counting.last { cited.contains($0.id) && $0.kind == .decision }
        guard let told else { return nil }
        let who = work.composer.perspective == .own ? "I" : "you"
        return ("Which way did \(who) nearly go before what was settled in \(place(of: told))?", [told.id])
    }
}
