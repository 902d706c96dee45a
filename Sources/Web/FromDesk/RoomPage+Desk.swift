import Calibration
import Desk
import Evidence
import Records
import Workspace

extension RoomPages {
    /// Pages filled from a desk; the desk asks for rights.
    init(desk: Desk) {
        self.init(
            list: { viewer in
                try await PageSource.refusing { try await RoomListPage.fill(from: desk, viewer: viewer) }
            },
            room: { viewer, name in
                try await Self.refusing { RoomPage(try await desk.room(name, for: .person(viewer))) }
            },
            answer: { viewer, name, fields in
                try await Self.refusing { try await Self.answer(viewer, name, fields, desk) }
            }
        )
    }

    private static func answer(
        _ viewer: PersonID,
        _ name: String,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<RoomPage> {
        let cue = CalibrationCue.ID(fields["cue"])
        guard let outcome = CueAnswer.Outcome(rawValue: fields["outcome"]) else {
            return .again(
                RoomPage(
                    try await desk.room(name, for: .person(viewer)),
                    sent: (cue, fields["words"], "Say whether it is explained, or whether something was done.")
                )
            )
        }
        do {
            try await desk.answer(cue, in: name, CueAnswer(outcome, words: fields["words"]), by: .person(viewer))
            return .done(.room(name))
        } catch RoomError.noSentence {
            return .again(
                RoomPage(
                    try await desk.room(name, for: .person(viewer)),
                    sent: (cue, fields["words"], "Write a sentence of three words at least. Your words were kept.")
                )
            )
        }
    }

    private static func refusing<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await PageSource.refusing(work)
        } catch is RoomError {
            throw PageRefusal.notFound
        }
    }
}

extension RoomListPage {
    static func fill(from desk: Desk, viewer: PersonID) async throws -> RoomListPage {
        let reader = Access.Viewer.person(viewer)
        let rooms = try await desk.rooms(for: reader)
        let families = try await desk.families(for: reader)
        let oversight = try await desk.oversight(for: reader)
        return RoomListPage(
            rooms: rooms.map { room in
                RoomLine(
                    name: room.name,
                    period: room.period + (room.closed == nil ? "" : ", closed"),
                    link: room.closed == nil ? .room(room.name) : nil
                )
            },
            families: families.filter { !$0.history.cycles.isEmpty }.map { FamilyLine($0.history) },
            oversight: oversight.sorted { $0.name < $1.name }.map {
                OversightLine(name: $0.name, words: $0.meter.words, advice: $0.meter.isCue ? $0.meter.advice : nil)
            }
        )
    }
}

extension RoomRow {
    fileprivate var period: String { "\(DayMark(from).text) to \(DayMark(to).text)" }
}

extension FamilyLine {
    fileprivate init(_ history: FamilyHistory) {
        let explained = history.cycles.reduce(0) { $0 + $1.explained }
        let acted = history.cycles.reduce(0) { $0 + $1.acted }
        let off = history.isSwitchedOff ? " Switched off, because it was mostly explained in two cycles." : ""
        self.init(
            title: history.family.title,
            words: "\(explained) explained, \(acted) led to a second look.\(off)"
        )
    }
}

extension RoomPage {
    /// Lays a room out; `sent` is an answer that could not be taken.
    init(_ view: RoomView, sent: (cue: CalibrationCue.ID, words: String, complaint: String)? = nil) {
        let cards = view.reading.cues.map { cue in
            (cue.family.isStatistical, RoomCueCard(cue, view, sent: sent?.cue == cue.id ? sent : nil))
        }
        let basis =
            switch view.basis {
            case .rule: "What evidence lets expect follows a plain rule, until sixty last ratings are known."
            case .fitted(let people):
                "What evidence lets expect follows \(people) people's evidence and final ratings of the last cycle."
            }
        self.init(
            name: view.room.name,
            action: .room(view.room.name),
            period: view.room.period,
            drafts: view.drafts == 1 ? "1 draft" : "\(view.drafts) drafts",
            basis: basis,
            findings: cards.filter(\.0).map(\.1),
            arithmetic: cards.filter { !$0.0 }.map(\.1),
            further: view.reading.further > 0
                ? "\(view.reading.further) smaller findings are not shown: five are enough for one room." : nil,
            withheld: view.withheld > 0
                ? "\(view.withheld) not shown to you, because your own draft is in them." : nil,
            families: view.reading.notes.map { FamilyLine(title: $0.family.title, words: $0.sentence) }
        )
    }
}

extension RoomCueCard {
    fileprivate init(
        _ cue: CalibrationCue,
        _ view: RoomView,
        sent: (cue: CalibrationCue.ID, words: String, complaint: String)?
    ) {
        let answer = view.answers[cue.id]
        self.init(
            id: cue.id.text,
            family: cue.family.title,
            about: cue.about,
            seen: cue.seen,
            figures: cue.figures.map { Fact(label: Words(english: $0.label), words: Words(english: $0.words)) },
            misleads: cue.misleads,
            next: cue.next,
            audience: cue.audience.words,
            entries: cue.entries.map(\.text),
            answer: answer.map {
                CueAnswerLine(
                    outcome: $0.outcome == CueAnswer.Outcome.explained.rawValue ? "Explained" : "Looked at again",
                    words: $0.words ?? ""
                )
            },
            action: .room(view.room.name),
            typed: sent?.words ?? "",
            complaint: sent?.complaint
        )
    }
}
