import Desk
import Records
import Workspace

extension ErasurePages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init()
        page = { viewer in
            try await PageSource.refusing { ErasurePage(try await desk.erasures(for: .person(viewer))) }
        }
        step = { viewer, fields in
            try await PageSource.refusing { try await Self.step(viewer, fields, desk) }
        }
    }

    private static func step(_ viewer: PersonID, _ fields: FormFields, _ desk: Desk) async throws -> ErasurePage {
        let person = PersonID(fields["person"])
        var notice: Words?
        var preview: ErasurePreviewCard?
        var isComplaint = false
        switch fields["step"] {
        case "ask": try await desk.askToBeErased(by: viewer)
        case "take-back": try await desk.takeBackErasureRequest(by: viewer)
        case "look":
            let name = try await desk.name(of: person) ?? person.text
            let report = try await desk.erasurePreview(of: person, for: .person(viewer))
            preview = ErasurePreviewCard(key: person.text, name: name, lines: ErasurePage.lines(report))
        case "erase":
            let name = try await desk.name(of: person) ?? person.text
            if fields["name"].lowercased() == name.lowercased() {
                _ = try await desk.erase(person, by: .person(viewer))
                notice = "It is done. The record was looked through: nothing of that person is left in it."
            } else {
                notice = "Nothing was erased. Write the name as it stands here, so that nobody is erased by mistake."
                isComplaint = true
                let report = try await desk.erasurePreview(of: person, for: .person(viewer))
                preview = ErasurePreviewCard(key: person.text, name: name, lines: ErasurePage.lines(report))
            }
        case "refuse":
            let why = fields["why"].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if (10...1000).contains(why.count) {
                let isKept = try await desk.refuseErasure(of: person, why: why, by: .person(viewer))
                notice = isKept ? "They will read why on their page." : "Nobody waits under this name any more."
            } else {
                notice = "Write a reason that the person can answer, in 10 to \(1000) characters."
                isComplaint = true
            }
        default: throw PageRefusal.notFound
        }
        var page = ErasurePage(try await desk.erasures(for: .person(viewer)))
        (page.notice, page.isComplaint, page.preview) = (notice, isComplaint, preview)
        return page
    }
}

extension ErasurePage {
    init(_ view: ErasureView) {
        own = view.own.map {
            $0.answer == nil
                ? "You asked on \(DayMark($0.asked)). It is answered by \(DayMark($0.due))."
                : "You asked on \(DayMark($0.asked)). It was not done."
        }
        answer = view.own?.answer
        mayAsk = view.own == nil || view.own?.answer != nil
        mayTakeBack = view.own != nil
        mayErase = view.mayErase
        waiting = view.others.map { line in
            ErasureCard(
                key: line.person.id.text,
                name: line.person.name,
                words: line.daysLeft < 0
                    ? "Asked on \(DayMark(line.asked)). The answer is late: it was due on \(DayMark(line.due))."
                    : "Asked on \(DayMark(line.asked)). An answer is due by \(DayMark(line.due))."
            )
        }
    }

    static func lines(_ report: ErasureReport) -> [Words] {
        [
            "Pieces of evidence about the person that go: \(report.evidence).",
            "Pieces about others in the person's words, which are withdrawn: \(report.said).",
            "Messages of which only the place stays: \(report.messages).",
            "Other rows that go: \(report.rows - report.evidence).",
            "Rows of others that stay without the person: \(report.changed.values.reduce(0, +)).",
            "Entries of the audit that are blanked: \(report.blanked).",
        ]
    }
}
