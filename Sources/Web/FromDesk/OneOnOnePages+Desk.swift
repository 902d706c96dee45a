import Desk
import OneOnOnes
import Records
import Reviews
import Workspace

extension OneOnOnePages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            step: { viewer, person, fields in
                try await PageSource.refusing { try await Self.take(fields, about: person, viewer, desk) }
            },
            teamWeek: { viewer in
                try await PageSource.refusing { try await TeamWeekPage.fill(from: desk, viewer: viewer) }
            }
        )
        prepFile = { viewer, person, form in
            guard let form = DocumentFile.Form(rawValue: form) else { throw PageRefusal.notFound }
            return try await PageSource.refusing {
                ReviewFile(try await desk.exportPrep(person, as: form, for: .person(viewer)))
            }
        }
        teamWeekFile = { viewer, form in
            guard let form = DocumentFile.Form(rawValue: form) else { throw PageRefusal.notFound }
            return try await PageSource.refusing {
                ReviewFile(try await desk.exportTeamWeek(of: viewer, as: form, for: .person(viewer)))
            }
        }
        notes = { viewer in
            try await PageSource.refusing { try await NotesPage.fill(from: desk, viewer: viewer) }
        }
        choose = { viewer, fields in
            try await PageSource.refusing { try await Self.choose(viewer, fields, desk) }
        }
    }

    private static func take(
        _ fields: FormFields,
        about person: PersonID,
        _ viewer: PersonID,
        _ desk: Desk
    ) async throws -> FormOutcome<PrepPage> {
        var typed = TalkTyped()
        let complaint: Words
        do {
            switch fields["step"] {
            case "agree":
                typed.action = fields["words"]
                try await agree(fields, about: person, viewer, desk)
            case "note":
                typed.note = fields["words"]
                try await desk.writeNote(fields["words"], about: person, by: viewer)
            case "forget": try await desk.removeNote(fields["id"], by: viewer)
            case "done": _ = try await desk.follow(fields["id"], .done, by: .person(viewer))
            case "drop": _ = try await desk.follow(fields["id"], .drop, by: .person(viewer))
            case "carry": _ = try await desk.follow(fields["id"], .carryOver(fields.day("due")), by: .person(viewer))
            case "held": try await desk.keepOneOnOne(with: person, on: try day(fields["day"]), by: .person(viewer))
            case "plan": try await desk.set(try await plan(fields, desk), with: person, by: .person(viewer))
            case "unplan": try await desk.set(nil, with: person, by: .person(viewer))
            default: throw Mend(words: "That is not one of the things on this page. Choose one below.")
            }
            return .done(.prep(person))
        } catch let error as OneOnOneError {
            complaint = Words(english: error.words)
        } catch let error as Mend {
            complaint = error.words
        } catch VaultError.noKey {
            complaint = "Notes are sealed with a key, and none is in place. Ask whoever runs Crosstie for a key file."
        }
        return .again(
            try await PrepPage.fill(person, from: desk, viewer: viewer, typed: typed, complaint: complaint)
        )
    }

    private static func agree(
        _ fields: FormFields,
        about person: PersonID,
        _ viewer: PersonID,
        _ desk: Desk
    ) async throws {
        if !fields["due"].isEmpty, fields.day("due") == nil {
            throw Mend(words: "“\(fields["due"])” is no day. Write one such as 2026-05-20, or leave it empty.")
        }
        _ = try await desk.agree(
            fields["words"],
            with: person,
            owner: PersonID(fields["owner"]),
            due: fields.day("due"),
            by: .person(viewer)
        )
    }

    private static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(text) else {
            throw Mend(words: "“\(text)” is no day. Write the day on which you talked, such as 2026-05-20.")
        }
        return day
    }

    private static func plan(_ fields: FormFields, _ desk: Desk) async throws -> MeetingPlan {
        guard let weekday = Int(fields["weekday"]), let minute = MeetingPlan.minute(fields["hour"].prefix(5)),
            let weeks = Int(fields["weeks"])
        else { throw OneOnOneError.badPlan }
        let today = CivilDate(microseconds: try await desk.now())
        return try MeetingPlan(
            weekday: weekday,
            minute: minute,
            weeks: weeks,
            anchor: today,
            zone: fields["zone"].isEmpty ? "UTC" : fields["zone"]
        )
    }

    /// What has to be mended in a form.
    private struct Mend: Error {
        let words: Words
    }
}

extension TeamWeekPage {
    /// The week of the viewer's team, and what the viewer's own manager reads of the viewer.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> TeamWeekPage {
        let reader = Access.Viewer.person(viewer)
        let team = try await desk.teamWeek(of: viewer, for: reader)
        let own = try await desk.ownTeamWeek(of: viewer, for: reader)
        var numbers = SourceNumbers(team.sources.merging(own.sources) { first, _ in first })
        func parts(_ week: TeamWeek) -> [TeamWeekPart] {
            week.parts.map { part in
                TeamWeekPart(
                    heading: Words(phrase: part.sort.heading),
                    lines: part.lines.map { line in
                        let cited = numbers.line(line.sentence)
                        return TeamWeekLine(
                            who: PersonLink(name: line.name, link: .person(line.person)),
                            line: cited.line,
                            citations: cited.citations
                        )
                    }
                )
            }
        }
        let (teams, owns) = (parts(team.week), parts(own.week))
        return TeamWeekPage(
            from: DayMark(team.week.from),
            to: DayMark(team.week.to),
            team: team.reader.team,
            isManager: team.isManager,
            parts: teams,
            own: owns,
            silence: Words(phrase: TeamWeek.silence),
            sources: numbers.sources,
            files: FileLink.forms { .teamWeekFile(form: $0) }
        )
    }
}
