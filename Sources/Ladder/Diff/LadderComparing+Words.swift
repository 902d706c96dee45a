// Words that changed and nothing else.
extension LadderComparing {
    /// Statements and other words whose ids both ladders have; a role's title and authority are told above.
    var wordings: [LadderChange] {
        let before = Dictionary(old.wordings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.wordings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
        let ids = new.wordings.map(\.id) + old.wordings.map(\.id).filter { after[$0] == nil }
        return ids.compactMap { id in
            let (was, now) = (before[id], after[id])
            guard was != now, !isToldElsewhere(id, was, now) else { return nil }
            let sentence =
                switch (was, now) {
                case (nil, _): "\(subject(of: id)) has words now."
                case (_, nil): "\(subject(of: id)) has no words any more."
                default: "\(subject(of: id)) is worded anew."
                }
            return change(.statement, id, sentence, was, now, weight: .words)
        }
    }

    private func isToldElsewhere(_ id: String, _ was: String?, _ now: String?) -> Bool {
        let parts = id.split(separator: ".")
        guard parts.first == "level" else { return id.hasPrefix("competency.") && (was == nil || now == nil) }
        if AuthorityPart.allCases.contains(where: { parts.last == Substring($0.rawValue) }) { return true }
        return parts.last == "title" || was == nil || now == nil
    }

    private func subject(of id: String) -> String {
        let parts = id.split(separator: ".").map(String.init)
        let head = parts.first ?? ""
        switch (head, parts.count) {
        case ("family", 4): return "The title of level \(parts[3]) on the \(parts[2]) track in \(parts[1])"
        case ("level", 3): return "The \(parts[2]) of level \(parts[1])"
        case ("level", 4): return "The \(parts[3]) of level \(parts[1]) on the \(parts[2]) track"
        case ("lens", 3): return "The lens \(parts[1])"
        case ("factor", 3): return "The scope factor \(parts[1])"
        case ("track", 3): return "The \(parts[2]) of the \(parts[1]) track"
        default: break
        }
        let competency = head.split(separator: "@").map(String.init)
        guard
            let name = new.competency(competency.first ?? "", family: competency.count > 1 ? competency[1] : nil)?.name
                ?? old.competency(competency.first ?? "")?.name, parts.count > 1
        else { return "“\(id)”" }
        let family = competency.count > 1 ? " (\(competency[1]))" : ""
        return parts.count > 2
            ? "An act at stage \(parts[1]) of \(name)\(family)" : "Stage \(parts[1]) of \(name)\(family)"
    }
}
