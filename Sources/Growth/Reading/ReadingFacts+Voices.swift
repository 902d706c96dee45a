import Evidence
import Statistics
import Workspace

extension ReadingFacts {
    /// How many who report to a person have to speak before it is said how many did.
    static let smallestGroup = 4

    /// Who was heard: by name, those who report to the person together.
    var voices: [ClockReading.VoiceHeard] {
        let byVoice = Dictionary(grouping: current, by: \.observation.observer)
        var single: [ClockReading.VoiceHeard] = []
        var reporting: [LedgerItems.Item] = []
        for (_, items) in byVoice.sorted(by: { $0.key < $1.key }) {
            guard let newest = items.last else { continue }
            if isReport(newest.voice.person) {
                reporting += items
            } else {
                single.append(
                    heard(
                        items,
                        name: shownName(newest.voice),
                        team: newest.voice.team,
                        isManager: isManager(newest.voice.person)
                    )
                )
            }
        }
        single.sort { ($0.name, $0.entries.first?.text ?? "") < ($1.name, $1.entries.first?.text ?? "") }
        if reporting.isEmpty { return single }
        return single + [heard(reporting, name: groupName(reporting), team: nil, isManager: false)]
    }

    private func heard(
        _ items: [LedgerItems.Item],
        name: String,
        team: String?,
        isManager: Bool
    ) -> ClockReading.VoiceHeard {
        let ordered = items.sorted { ($0.observation.day, $0.entry) < ($1.observation.day, $1.entry) }
        return ClockReading.VoiceHeard(
            name: name,
            team: team,
            moments: Self.moments(items),
            isManager: isManager,
            entries: ordered.map(\.entry)
        )
    }

    private func groupName(_ items: [LedgerItems.Item]) -> String {
        let people = Set(items.map(\.observation.observer)).count
        return people >= Self.smallestGroup
            ? "\(people) people who report to \(inquiry.person.name)" : "people who report to \(inquiry.person.name)"
    }

    /// The name to show; of somebody who left, one that stays the same and tells nothing.
    private func shownName(_ voice: Voice) -> String {
        guard let person = voice.person, inquiry.departed.contains(person) else { return voice.name }
        return "Former colleague " + StableHash.hexadecimal(["former colleague", person.text]).suffix(4).uppercased()
    }

    private func isReport(_ person: PersonID?) -> Bool { person.map(inquiry.reports.contains) ?? false }

    private func isManager(_ person: PersonID?) -> Bool { person != nil && person == inquiry.person.manager }

    /// How many separate things items are about.
    static func moments(_ items: [LedgerItems.Item]) -> Int { Set(items.map(\.observation.episode)).count }

    /// Without whom the reading would be least clear.
    var carriers: [String] { names(Set(assessment.carriers)) }

    /// Entries of some observers.
    func entries(of observers: Set<String>) -> [EntryID] {
        current.filter { observers.contains($0.observation.observer) }.map(\.entry)
    }

    private func names(_ observers: Set<String>) -> [String] {
        let newest = Dictionary(
            current.map { ($0.observation.observer, $0.voice) },
            uniquingKeysWith: { _, newer in newer }
        )
        let shown = observers.compactMap { observer -> String? in
            guard let voice = newest[observer] else { return nil }
            return isReport(voice.person) ? "somebody who reports to \(inquiry.person.name)" : shownName(voice)
        }
        return Set(shown).sorted()
    }

    /// What remains when the manager's own items are left out; nil where the manager was not heard.
    var withoutManager: (name: String, state: LevelState, entries: [EntryID])? {
        guard let manager = inquiry.person.manager,
            let cell = assessment.cells.first(where: { $0.observer == manager.text }),
            let name = names([cell.observer]).first
        else { return nil }
        let (rest, evidence) = clock.posterior(assessment.cells, leavingOut: [cell.observer])
        let certainty = rest.tail(clock.parameters.threshold)
        let broad = assessment.observers - (cell.mass >= clock.parameters.minimumObserverMass ? 1 : 0)
        let state: LevelState =
            if evidence < clock.parameters.minimumEvidence || broad < assessment.requiredObservers {
                .notEnoughEvidence
            } else if certainty >= clock.parameters.entryCertainty {
                .operatingAtNext
            } else {
                certainty >= 0.5 ? .emerging : .atLevel
            }
        return (name, state, entries(of: [cell.observer]))
    }

    /// Observers who see it clearly, and those who clearly do not.
    var sides: (forIt: Set<String>, other: Set<String>) {
        let heard = assessment.cells.filter { $0.mass >= 1 }
        return (
            Set(heard.filter { $0.share >= 0.7 }.map(\.observer)),
            Set(heard.filter { $0.share <= 0.3 }.map(\.observer))
        )
    }

    /// Both sides by name, where the reading is contested.
    var shownSides: ClockReading.Sides? {
        guard assessment.isContested else { return nil }
        return ClockReading.Sides(
            next: ClockReading.Sides.Side(names: names(sides.forIt), entries: entries(of: sides.forIt)),
            present: ClockReading.Sides.Side(names: names(sides.other), entries: entries(of: sides.other))
        )
    }
}
