import Desk
import Evidence
import Workspace

extension ObjectionsPage {
    /// Objections as a desk has them.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> ObjectionsPage {
        let today = CivilDate(microseconds: try await desk.now())
        return ObjectionsPage(
            waiting: try await desk.objectionsToAnswer(for: .person(viewer)).map {
                ObjectionCard($0, today: today, isOwn: false)
            },
            own: try await desk.ownObjections(of: viewer).map { ObjectionCard($0, today: today, isOwn: true) }
        )
    }
}

extension ObjectionCard {
    fileprivate init(_ objection: OpenObjection, today: CivilDate, isOwn: Bool) {
        let (entry, due) = (objection.entry, DayMark(objection.due))
        let said = DayMark(CivilDate(microseconds: entry.moment))
        let isLate = objection.isLate(on: today)
        let who: Words =
            isOwn
            ? objection.answers.map { "\($0.name) answers." }
                ?? "Whoever runs Crosstie answers, since your manager said the words or nobody leads you."
            : "You answer."
        self.init(
            heading: isOwn
                ? "You object to what \(entry.voice.name) said on \(said)"
                : "\(objection.person.name) objects to what \(entry.voice.name) said on \(said)",
            quote: entry.quote,
            reason: objection.reason,
            due: isLate ? "\(who) An answer was due by \(due)." : "\(who) An answer is due by \(due).",
            isLate: isLate,
            entry: .entry(entry.id, of: objection.person.id),
            door: isOwn ? "Look at it" : "Answer it"
        )
    }
}

extension ObjectionLine {
    /// A line of the week for whoever answers.
    init(_ objection: OpenObjection, today: CivilDate) {
        let (who, voice, due) = (objection.person.name, objection.entry.voice.name, DayMark(objection.due))
        self.init(
            words: objection.isLate(on: today)
                ? "\(who) objects to what \(voice) said. An answer was due by \(due)."
                : "\(who) objects to what \(voice) said. An answer is due by \(due).",
            entry: .entry(objection.entry.id, of: objection.person.id)
        )
    }
}
