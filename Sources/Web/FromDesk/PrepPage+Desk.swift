import Desk
import OneOnOnes
import Workspace
import Writing

/// What a form was sent with and could not be taken.
struct TalkTyped {
    var action = ""
    var note = ""
}

extension PrepPage {
    /// A preparation with what the two keep of their 1:1s.
    static func fill(
        _ person: PersonID,
        from desk: Desk,
        viewer: PersonID,
        typed: TalkTyped = TalkTyped(),
        complaint: Words? = nil
    ) async throws -> PrepPage {
        let view = try await desk.prep(person, for: .person(viewer))
        var talk: OneOnOneView?
        do {
            talk = try await desk.oneOnOne(person, for: .person(viewer))
        } catch OneOnOneError.noManager {
            talk = nil
        }
        return PrepPage(view, talk: talk.map { TalkPanel($0, viewer: viewer, typed: typed) }, viewer: viewer, complaint)
    }

    /// A preparation as a desk has it.
    init(_ view: PrepView, talk: TalkPanel?, viewer: PersonID, _ complaint: Words?) {
        var numbers = SourceNumbers(view.sources)
        let prep = view.prep
        let happened = (prep.recent + [prep.note].compactMap(\.self)).map { numbers.line($0) }
        let earlier = prep.earlier.map { numbers.line($0) }
        let recognise = [prep.thanks].compactMap(\.self).map { numbers.line($0) }
        let help = [prep.support].compactMap(\.self).map { numbers.line($0) }
        let edge = prep.edge.map { line in
            CitedLine(line: Words(english: line.text), citations: numbers.line(line.sentence).citations)
        }
        self.init(
            person: PersonLink(name: view.person.name, link: .person(view.person.id)),
            readerIsSubject: viewer == view.person.id,
            meeting: view.next.map { Words(english: $0.words) },
            since: DayMark(prep.since),
            happened: happened,
            earlier: earlier,
            recognise: recognise,
            help: help,
            edge: edge,
            questions: prep.questions.map { Words(english: $0.text) },
            sources: numbers.sources,
            talk: talk,
            files: FileLink.forms { .prepFile(view.person.id, form: $0) },
            complaint: complaint
        )
    }
}

extension TalkPanel {
    /// What is kept of 1:1s, as one of the two reads it.
    init(_ view: OneOnOneView, viewer: PersonID, typed: TalkTyped) {
        func name(_ id: PersonID) -> Words {
            id == viewer ? "You" : Words(said: id == view.person.id ? view.person.name : view.manager.name)
        }
        let other = viewer == view.person.id ? view.manager : view.person
        self.init(
            action: .prep(view.person.id),
            other: other.name,
            open: view.open.map { action in
                OpenAction(
                    id: action.id,
                    action: action.text,
                    owner: name(action.owner),
                    agreed: DayMark(action.agreed),
                    due: action.due.map(DayMark.init),
                    isLate: action.isLate(on: view.today),
                    carried: action.carried == 0
                        ? nil
                        : .counted(
                            action.carried,
                            one: "carried over once",
                            other: "carried over \(action.carried) times"
                        )
                )
            },
            closed: view.closed.map { action in
                ClosedAction(
                    action: action.text,
                    owner: name(action.owner),
                    outcome: action.state == .done ? "done" : "not needed",
                    day: DayMark(action.closed ?? action.agreed)
                )
            },
            owners: [view.person, view.manager].map { Owner(id: $0.id.text, name: name($0.id)) },
            notes: (view.notes ?? []).map {
                NoteLine(id: $0.id, day: DayMark(CivilDate(microseconds: $0.moment)), words: $0.text)
            },
            keepsNotes: view.notes != nil,
            plan: view.plan.map { Words(english: $0.words) },
            weekdays: Self.days.enumerated().map { place, day in
                Choice(value: "\(place + 1)", name: day, isChosen: view.plan?.weekday == place + 1)
            },
            rhythms: Self.rhythmNames.enumerated().map { place, name in
                Choice(value: "\(place + 1)", name: name, isChosen: view.plan?.weeks == place + 1)
            },
            hour: view.plan.map { ($0.minute < 600 ? "0" : "") + MeetingPlan.hour($0.minute) } ?? "10:00",
            zone: view.plan?.clock.zone ?? "UTC",
            last: view.kept.first.map(DayMark.init),
            today: DayMark(view.today),
            typedAction: typed.action,
            typedNote: typed.note
        )
    }

    private static let days: [Words] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    private static let rhythmNames: [Words] = [
        "every week", "every second week", "every third week", "every fourth week",
    ]
}
