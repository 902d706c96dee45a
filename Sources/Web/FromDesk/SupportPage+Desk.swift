import Desk
import Evidence
import Records
import Support
import Workspace
import Writing

extension SupportPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            page: { viewer in try await PageSource.refusing { try await SupportPage.fill(from: desk, viewer: viewer) }
            },
            answer: { viewer, fields in
                try await PageSource.refusing { try await Self.take(fields, viewer, desk) }
            }
        )
    }

    private static func take(
        _ fields: FormFields,
        _ viewer: PersonID,
        _ desk: Desk
    ) async throws -> FormOutcome<SupportPage> {
        switch fields["step"] {
        case "cue":
            guard let outcome = Cue.Outcome(rawValue: fields["answer"]) else { break }
            try await desk.closeCue(fields["id"], outcome, by: .person(viewer))
            return .done(.cues)
        case "support":
            guard let answer = SupportAnswer(rawValue: fields["answer"]) else { break }
            try await desk.answerSupport(fields["id"], answer, by: .person(viewer))
            return .done(.cues)
        case "off", "on":
            try await desk.switchSupport(off: fields["step"] == "off", by: viewer)
            return .done(.cues)
        case "hours":
            let zone = fields["zone"]
            do {
                try await desk.giveHours(zone: zone.isEmpty ? nil : zone, by: viewer)
                return .done(.cues)
            } catch DeskError.noSuchTarget {
                let complaint = "“\(zone)” is no zone that is known here. Write one such as Europe/Berlin."
                return .again(try await SupportPage.fill(from: desk, viewer: viewer, zone: zone, complaint: complaint))
            }
        default: break
        }
        let complaint = "That answer is not one of those on the page. Choose one below."
        return .again(try await SupportPage.fill(from: desk, viewer: viewer, complaint: complaint))
    }
}

extension SupportPage {
    /// What a viewer can see and do.
    static func fill(
        from desk: Desk,
        viewer: PersonID,
        zone: String? = nil,
        complaint: String? = nil
    ) async throws -> SupportPage {
        let reader = Access.Viewer.person(viewer)
        let own = try await desk.ownSupport(of: viewer, for: reader)
        let week = try await desk.week(of: viewer, for: reader)
        let team = try await desk.teamSupport(of: viewer, for: reader)
        let hours = try await desk.teamHours(of: viewer, for: reader)
        return SupportPage(
            day: DayMark(own.today),
            isManager: week.isManager,
            cues: try await desk.cues(of: viewer, for: reader).map { CueCard($0, week: week) },
            own: own.signals.map { SupportCard($0, isOwn: true) },
            isOff: own.choice.isOff,
            zone: zone ?? own.choice.zone,
            team: team.map { SupportCard($0, isOwn: false) },
            hours: hours.map {
                "Outside their hours, \($0.people) people of your team wrote in about \($0.recent) hours a week in the last four weeks (usually \($0.usual))."
            },
            complaint: complaint
        )
    }
}

extension CueCard {
    fileprivate init(_ open: OpenCue, week: WeekView) {
        let name = week.cards.first { $0.person.id == open.cue.person }?.person.name ?? open.cue.person.text
        self.init(
            id: open.id,
            cue: open.cue.title,
            why: open.cue.why.text,
            who: PersonLink(name: name, link: .person(open.cue.person)),
            due: DayMark(open.cue.due),
            gone: DayMark(open.gone),
            sources: open.cue.why.sources.compactMap { week.sources[$0] }.map(SourceLink.init)
        )
    }
}

extension SupportCard {
    fileprivate init(_ line: SupportLine, isOwn: Bool) {
        let others =
            line.managerFrom.map { "Your manager can see it from \(DayMark($0).weekday) on." }
            ?? "This is yours alone; nobody else sees it."
        self.init(
            id: line.id,
            heading: line.kind.name,
            who: isOwn ? nil : PersonLink(name: line.name, link: .person(line.person)),
            what: line.words.what,
            act: line.words.act,
            how: line.words.how,
            until: DayMark(line.expires),
            others: isOwn ? others : nil,
            drawing: line.weeks.flatMap {
                WeekBars(first: $0.first.monday, values: $0.values, usual: line.usual ?? 0)
            },
            sources: line.sources.map {
                SourceLink(
                    label: "\(DayMark(CivilDate(microseconds: $0.moment)))",
                    link: $0.link.flatMap(Link.init)
                )
            }
        )
    }
}
