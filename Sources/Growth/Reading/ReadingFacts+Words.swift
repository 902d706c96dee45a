import Evidence
import Workspace

extension CompetencyState {
    /// The state in words, as pages and terminals show it.
    public var words: String {
        switch self {
        case .thin: "too little was heard"
        case .supported: "evidence leans yes"
        case .contradicted: "evidence leans no"
        case .open: "evidence points both ways"
        }
    }
}

extension ReadingFacts {
    /// The state in one sentence.
    var headline: ClockReading.Statement {
        guard let state else { return statement("Top of the ladder: read by competency only.") }
        switch state {
        case .notEnoughEvidence: return statement(unknownWords)
        case .atLevel: return statement("Doing the work of level \(inquiry.demand.presentLevel).")
        case .emerging: return statement("Signs of \(work) (\(shareWords)).")
        case .operatingAtNext: return statement("Doing \(work) now (\(shareWords)). \(missingWords)")
        case .sustainedAtNext: return statement(sustainedWords)
        }
    }

    private func statement(_ text: String, _ entries: [EntryID]? = nil) -> ClockReading.Statement {
        ClockReading.Statement(
            text: text.last == " " ? String(text.dropLast()) : text,
            entries: entries ?? current.map(\.entry)
        )
    }

    /// The target's work in words.
    var work: String {
        let level = inquiry.demand.level ?? inquiry.demand.presentLevel
        guard inquiry.demand.track != inquiry.person.track else { return "level-\(level) work" }
        let track = inquiry.demand.track == .ic ? "individual contributor" : "management"
        return "level-\(level) work on the \(track) track"
    }

    private var shareWords: String {
        let interval = assessment.interval
        return "mean \(Self.percent(assessment.mean)) %, 80 % interval "
            + "\(Self.percent(interval.low))–\(Self.percent(interval.high)) %"
    }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private var unknownWords: String {
        let people = Set(counted.map(\.observation.observer)).count
        let opening = inquiry.isSettlingIn ? "Settling in. " : ""
        if people == 0 { return opening + "We have heard nothing yet. This says nothing about the work." }
        let moments = Self.count(Self.moments(counted), "moment", "moments")
        let voices = Self.count(people, "person", "people")
        return opening + "We have heard about \(moments) from \(voices). This says nothing about the work."
    }

    private var sustainedWords: String {
        let votes = assessment.votes
        guard votes.supporting.count >= clock.parameters.windowsNeeded else {
            let last = shown.lastNews.map { ", last heard of on \(Self.date($0))" } ?? ""
            return "Sustained \(work)\(last) (\(shareWords))."
        }
        return "For \(votes.supporting.count) of the last \(assessment.windows.count) \(windowWord) windows \(most) of "
            + "what colleagues saw was \(work) (\(shareWords))."
    }

    /// "Most" is more than half; a company that praises rarely has a lower threshold than that.
    private var most: String { assessment.mean > 0.5 ? "most" : "much" }

    private var windowWord: String {
        let days = Int(clock.parameters.windowDays)
        return days == 56 ? "eight-week" : "\(days)-day"
    }

    private var missingWords: String {
        let time = assessment.isSustained ? nil : "time"
        let teams = assessment.teams >= assessment.requiredTeams ? nil : "voices from more teams"
        let missing = [time, teams].compactMap(\.self)
        return missing.isEmpty ? "" : "Still missing: \(Self.list(missing))."
    }

    /// What has to be said with the state.
    var explanation: [ClockReading.Statement] {
        var said: [ClockReading.Statement] = []
        if inquiry.isSmall { said.append(statement("Small company: treat this as notes.", [])) }
        if let move = inquiry.move, inquiry.isSettlingAfterMove {
            said.append(statement("Settling on the new track since \(move.day).", []))
        }
        guard let state else { return said }
        if let day = noNewsSince { said.append(statement("No news since \(day).", [])) }
        if let words = inquiry.exposure?.words { said.append(statement(words, [])) }
        if let words = confidentialWords { said.append(words) }
        if state == .notEnoughEvidence { return said + [unseenWords, askWords].compactMap(\.self) }
        said += voiceWords(state)
        if shown.isHeld, noNewsSince == nil, shown.state.step >= LevelState.operatingAtNext.step {
            said.append(statement("The newest evidence is less clear; the reading stays until it clearly changes."))
        }
        if assessment.isContested { said.append(contestedWords) }
        if leansOnRecentMonths {
            said.append(statement("This reading leans on the last two months.", recentEntries))
        }
        if let edge = edgeWords { said.append(edge) }
        return said
    }

    private func voiceWords(_ state: LevelState) -> [ClockReading.Statement] {
        var said: [ClockReading.Statement] = []
        let named = Self.list(carriers)
        if state == .emerging, restsOnOneVoice {
            let colleague = carriers.count == 1 ? "one colleague" : "colleagues who mostly praise each other"
            said.append(statement("It rests on \(colleague): \(named).", entries(of: Set(assessment.carriers))))
        } else if !carriers.isEmpty {
            said.append(
                statement("\(named) carried most of what points to \(work).", entries(of: Set(assessment.carriers)))
            )
        }
        if let manager = withoutManager {
            said.append(statement(managerWords(manager.name, manager.state), manager.entries))
        } else if inquiry.person.manager != nil {
            said.append(statement("The manager's own words are not among these.", []))
        }
        let isCorrected = assessment.cells.contains { abs(clock.leniency[$0.observer]) >= 0.01 }
        if isCorrected { said.append(statement("Corrected for how generously each person tends to write.")) }
        return said
    }

    /// Clear with everybody, but not without one voice.
    var restsOnOneVoice: Bool {
        assessment.probability >= clock.parameters.entryCertainty
            && assessment.leaveOneOut < clock.parameters.leaveOneOutCertainty && !carriers.isEmpty
    }

    private func managerWords(_ name: String, _ state: LevelState) -> String {
        switch state {
        case .notEnoughEvidence: "Without the words of \(name), the manager, too little would be left to say anything."
        case .atLevel:
            "Without the words of \(name), the manager, it is the work of level \(inquiry.demand.presentLevel)."
        case .emerging: "Without the words of \(name), the manager, there are signs of \(work)."
        case .operatingAtNext, .sustainedAtNext:
            "Without the words of \(name), the manager, it is clearly \(work), too."
        }
    }

    private var contestedWords: ClockReading.Statement {
        let sides = sides
        return statement(
            "Colleagues see it differently: \(sides.forIt.count) saw mostly \(work), \(sides.other.count) mostly the work "
                + "of level \(inquiry.demand.presentLevel). Look at both.",
            entries(of: sides.forIt.union(sides.other))
        )
    }

    private var confidentialWords: ClockReading.Statement? {
        guard confidentialItems > 0 else { return nil }
        let items = Self.count(confidentialItems, "confidential item", "confidential items")
        return statement(
            "\(items); what speaks for \(work) in \(confidentialItems == 1 ? "it" : "them") decides nothing.",
            []
        )
    }

    private var unseenWords: ClockReading.Statement? {
        guard ledger.unseen > 0 else { return nil }
        let people = Self.count(ledger.unseen, "colleague was", "colleagues were")
        return statement("\(people) asked and did not see the work; this says nothing about it.", [])
    }

    private var recentEntries: [EntryID] { windows.first?.entries ?? [] }

    private var edgeWords: ClockReading.Statement? {
        let names = Dictionary(
            inquiry.demand.competencies.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        switch edge {
        case .competency(let id):
            let behind = competencies.first { $0.id == id }?.entries ?? []
            return statement("Growth edge: \(names[id] ?? id).", behind)
        case .askAbout(let ids):
            return statement("Ask about: \(Self.list(ids.map { names[$0] ?? $0 })).", [])
        case .none:
            return nil
        }
    }

    private var askWords: ClockReading.Statement? {
        let people = whomToAsk.map(\.name)
        return people.isEmpty ? nil : statement("Worth asking: \(Self.list(people)).", [])
    }
}
