import Evidence
public import Records
public import Support
public import Workspace

/// A support signal as one of the two readers sees it.
public struct SupportLine: Sendable, Hashable, Identifiable {
    /// The key, by which it is answered.
    public let id: String
    /// Whom it is about.
    public let person: PersonID
    /// The person's name.
    public let name: String
    /// What it is about.
    public let kind: SupportKind
    /// Its words, for this reader.
    public let words: SupportWords
    /// The day on which the person could first see it.
    public let opened: CivilDate
    /// The day from which on the manager can see it; nil for what is the person's alone.
    public let managerFrom: CivilDate?
    /// The day on which it is gone.
    public let expires: CivilDate
    /// The weeks behind it; nil where it does not come from weekly counts.
    public let weeks: WeeklyCounts?
    /// What is usual in a week.
    public let usual: Double?
    /// Where what it rests on can be opened, newest first.
    public let sources: [SupportRecord.Trace]
}

/// What a person sees of the own support signals.
public struct SupportView: Sendable {
    /// Who.
    public let person: Person
    /// The day it is read.
    public let today: CivilDate
    /// The open signal; at most one.
    public let signals: [SupportLine]
    /// What the person chose.
    public let choice: SupportChoice
}

/// Hours outside the declared ones in a team of five and more, by person and week.
public struct TeamHours: Sendable, Hashable {
    /// How many people gave their hours.
    public let people: Int
    /// The mean of the last four weeks, as a whole number of hours.
    public let recent: Int
    /// The mean of the 26 weeks before the last two, as a whole number of hours.
    public let usual: Int

    /// Fewer people are never told about.
    public static let fewest = 5
}

extension Desk {
    /// What is open about a person: at once for the person, two days later for the manager, for nobody else.
    ///
    /// Errors: `DeskError.notAllowed`.
    public func supportSignals(of id: PersonID, for viewer: Access.Viewer) async throws -> [SupportLine] {
        let picture = try await picture()
        return try await supportSignals(of: id, for: viewer, choices: try await records.supportChoices(), picture)
    }

    private func supportSignals(
        of id: PersonID,
        for viewer: Access.Viewer,
        choices: [PersonID: SupportChoice],
        _ picture: CompanyPicture
    ) async throws -> [SupportLine] {
        let reader: SupportReader
        if picture.access.allows(viewer, to: .ownSupport, of: id) {
            reader = .person
        } else if picture.access.allows(viewer, to: .support, of: id) {
            reader = .manager
        } else {
            throw DeskError.notAllowed
        }
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let choice = choices[id] ?? SupportChoice()
        guard let signal = try await openSignal(of: person, choice: choice, picture: picture) else { return [] }
        if reader == .manager {
            guard let from = signal.managerFrom, from <= picture.now else { return [] }
        }
        return [line(signal, person, for: reader)]
    }

    /// A person's own signals, and what the person chose about them.
    public func ownSupport(of id: PersonID, for viewer: Access.Viewer) async throws -> SupportView {
        let picture = try await open(.ownSupport, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let choices = try await records.supportChoices()
        return SupportView(
            person: person,
            today: CivilDate(microseconds: picture.now),
            signals: try await supportSignals(of: id, for: viewer, choices: choices, picture),
            choice: choices[id] ?? SupportChoice()
        )
    }

    /// What a manager can raise about those who report to them; the persons themselves could see it two days before.
    public func teamSupport(of manager: PersonID, for viewer: Access.Viewer) async throws -> [SupportLine] {
        let picture = try await picture()
        guard viewer == .person(manager) else { throw DeskError.notAllowed }
        let reports = picture.reports[manager] ?? []
        guard !reports.isEmpty else { return [] }
        let choices = try await records.supportChoices()
        // Read for all of them at once; each finds the own ledger kept.
        _ = try await picture.ledgers(of: reports.map(\.id))
        var lines: [SupportLine] = []
        for report in reports {
            lines += try await supportSignals(of: report.id, for: viewer, choices: choices, picture)
        }
        return lines
    }

    /// Opens what is new about anybody, so that the head start runs whether or not anybody looks.
    ///
    /// - Returns: how many signals are open.
    public func openSupportSignals() async throws -> Int {
        let picture = try await picture()
        let choices = try await records.supportChoices()
        var open = 0
        for person in picture.people.values.filter(\.active).sorted(by: { $0.id < $1.id }) {
            let choice = choices[person.id] ?? SupportChoice()
            if try await openSignal(of: person, choice: choice, picture: picture) != nil { open += 1 }
        }
        return open
    }

    /// Keeps what somebody says about a signal that they can see.
    ///
    /// Errors: `DeskError.notAllowed`, also where there is no such signal.
    public func answerSupport(_ id: String, _ answer: SupportAnswer, by viewer: Access.Viewer) async throws {
        guard let row = try await records.supportSignal(id),
            try await supportSignals(of: row.person, for: viewer).contains(where: { $0.id == id })
        else { throw DeskError.notAllowed }
        _ = try await records.answer(
            supportSignal: id,
            of: row.person,
            answer.rawValue,
            by: viewer.actor.description,
            now: try await now()
        )
    }

    /// Switches support signals off or on again, without a reason; only the person can.
    public func switchSupport(off: Bool, by person: PersonID) async throws {
        let picture = try await open(.ownSupport, of: person, for: .person(person))
        var choice = try await records.supportChoices()[person] ?? SupportChoice()
        choice.isOff = off
        try await records.keep(choice, of: person, by: person.text, now: picture.now)
    }

    /// Gives the zone of a person's hours, or takes it back; without one, hours are not looked at.
    ///
    /// Errors: `DeskError.noSuchTarget` for a zone that the system does not know.
    public func giveHours(zone: String?, by person: PersonID) async throws {
        let picture = try await open(.ownSupport, of: person, for: .person(person))
        if let zone, !Self.isZone(zone) { throw DeskError.noSuchTarget(zone) }
        var choice = try await records.supportChoices()[person] ?? SupportChoice()
        choice.zone = zone
        try await records.keep(choice, of: person, by: person.text, now: picture.now)
    }

    /// Hours outside the declared ones in a manager's team; nil where fewer than five people gave theirs.
    public func teamHours(of manager: PersonID, for viewer: Access.Viewer) async throws -> TeamHours? {
        let picture = try await open(.week, of: manager, for: viewer)
        let choices = try await records.supportChoices()
        let end = Week(of: picture.now)
        var (recent, usual): ([Double], [Double]) = ([], [])
        for person in picture.reports[manager] ?? [] {
            guard let choice = choices[person.id], !choice.isOff,
                let hours = try await outsideHours(of: person, zone: choice.zone, now: picture.now)
            else { continue }
            func mean(_ weeks: Range<Int>) -> Double {
                let count = hours.count { weeks.contains(Week(of: $0).number) }
                return Double(count) / Double(weeks.count)
            }
            recent.append(mean((end.number - 4)..<end.number))
            usual.append(mean((end.number - 28)..<(end.number - 2)))
        }
        guard recent.count >= TeamHours.fewest else { return nil }
        return TeamHours(
            people: recent.count,
            recent: Int((recent.reduce(0, +) / Double(recent.count)).rounded()),
            usual: Int((usual.reduce(0, +) / Double(usual.count)).rounded())
        )
    }

    private func openSignal(
        of person: Person,
        choice: SupportChoice,
        picture: CompanyPicture
    ) async throws -> SupportSignal? {
        guard !choice.isOff else { return nil }
        let kept = try await records.supportSignals(of: person.id).compactMap(KeptSupport.init)
        let findings = try await supportFindings(of: person, choice: choice, picture: picture).findings
        let isAsOfADay = try await records.workspaceState()?.asOf != nil
        let agenda = SupportAgenda(now: picture.now, asOfADay: isAsOfADay)
        guard let signal = agenda.open(findings, kept: kept) else { return nil }
        if !kept.contains(where: { $0.id == signal.id }) {
            try await records.open(SupportSignalRow(signal.kept), now: picture.now)
        }
        return signal
    }

    private func line(_ signal: SupportSignal, _ person: Person, for reader: SupportReader) -> SupportLine {
        SupportLine(
            id: signal.id,
            person: person.id,
            name: person.name,
            kind: signal.finding.kind,
            words: SupportWords(signal, name: person.name, for: reader),
            opened: CivilDate(microseconds: signal.opened),
            managerFrom: signal.managerFrom.map { CivilDate(microseconds: $0) },
            expires: CivilDate(microseconds: signal.expires),
            weeks: signal.finding.weeks,
            usual: signal.finding.usual,
            sources: signal.finding.sources
        )
    }
}

extension KeptSupport {
    /// A row as the module knows it; nil for a kind that this version does not know.
    init?(_ row: SupportSignalRow) {
        guard let kind = SupportKind(rawValue: row.kind) else { return nil }
        self.init(
            person: row.person,
            kind: kind,
            opened: row.opened,
            answer: row.answer.flatMap(SupportAnswer.init(rawValue:))
        )
    }
}

extension SupportSignalRow {
    /// What the record keeps of a signal.
    init(_ kept: KeptSupport) {
        self.init(id: kept.id, person: kept.person, kind: kept.kind.rawValue, opened: kept.opened)
    }
}
