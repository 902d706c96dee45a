import Desk
import Ladder
import Moves
import Workspace

extension SwitchPage {
    /// What the desk says a change of track would mean.
    static func fill(
        _ id: PersonID,
        from desk: Desk,
        viewer: PersonID,
        typed: String = "",
        complaint: Words? = nil
    ) async throws -> SwitchPage {
        let reader = Access.Viewer.person(viewer)
        let moves = try await desk.moves(of: id, for: reader)
        let person = try await desk.find(id.text)
        guard person.level != nil else { throw PageRefusal.noLevel }
        let preview = try await desk.switchPreview(of: id, to: person.track.other, for: reader)
        let opensPage = try await desk.opens(.person, of: id, for: reader)
        return SwitchPage(
            preview,
            authority: desk.ladder.level(preview.level)?.authority,
            mover: PersonLink(name: person.name, link: opensPage ? .person(id) : nil),
            readerIsSubject: viewer == id,
            open: moves.first { $0.state == .proposed }.map { MoveLine($0) },
            typed: typed,
            complaint: complaint
        )
    }

    init(
        _ preview: SwitchPreview,
        authority: Authority?,
        mover: PersonLink,
        readerIsSubject: Bool,
        open: MoveLine?,
        typed: String,
        complaint: Words?
    ) {
        let track = preview.track.inLine
        let canPropose = preview.obstacle == nil && open == nil
        self.init(
            mover: mover,
            readerIsSubject: readerIsSubject,
            level: preview.level,
            now: TrackSide(preview.from),
            then: preview.to.map(TrackSide.init),
            track: track,
            obstacle: preview.obstacle?.pageWords,
            stays: [
                Fact(label: "Level", words: "Level \(preview.level), the same number on both tracks."),
                Fact(label: "Pay", words: Words(english: preview.pay)),
            ] + Self.facts(authority),
            groups: Self.groups(preview),
            times: [
                Fact(
                    label: "The clock",
                    words: Words(
                        english: preview.clock.replacing("weights below", with: "weights above").withDaysInWords
                    )
                ),
                Fact(
                    label: "Settling, until \(DayMark(preview.settlingUntil))",
                    words: Words(english: preview.settling.withDaysInWords)
                ),
                Fact(
                    label: "Right to return, until \(DayMark(preview.returnUntil))",
                    words: Words(english: preview.rightToReturn.withDaysInWords)
                ),
            ],
            open: open,
            form: canPropose
                ? ProposalForm(
                    action: .switching(preview.person),
                    button: readerIsSubject ? "Ask for this change" : "Propose this change",
                    typed: typed,
                    complaint: complaint
                ) : nil
        )
    }

    private static func facts(_ authority: Authority?) -> [Fact] {
        guard let authority else { return [] }
        return [
            Fact(label: "Authority, on both tracks", words: Words(english: authority.decides)),
            Fact(label: "Budget", words: Words(english: authority.budget)),
            Fact(label: "Say in hiring", words: Words(english: authority.hiring)),
        ]
    }

    private static func groups(_ preview: SwitchPreview) -> [CarryGroup] {
        let lines = preview.competencies
        return [
            CarryGroup(
                heading: "Counts whole",
                meaning: "Everything that was seen counts on the other track.",
                tone: "whole",
                lines: lines.filter { $0.weight >= 1 }.map {
                    CarryLine(competency: Words(phrase: $0.name), words: "\(PackCard.pieces($0.evidence)).")
                }
            ),
            CarryGroup(
                heading: "Counts in part",
                meaning: "A related competency speaks for it.",
                tone: "part",
                lines: lines.filter { $0.weight > 0 && $0.weight < 1 }.map {
                    CarryLine(
                        competency: Words(phrase: $0.name),
                        words: Words(
                            english: "\(Figures.fraction($0.weight).capitalisedFirst), from \($0.source ?? ""): "
                                + "\(Figures.pieces($0.evidence))."
                        )
                    )
                }
            ),
            CarryGroup(
                heading: "Starts fresh",
                meaning: "Nothing is expected of it while settling.",
                tone: "fresh",
                lines: lines.filter { $0.weight <= 0 }.map {
                    CarryLine(
                        competency: Words(phrase: $0.name),
                        words: $0.stage.map { "Stage \($0) is asked for later." } ?? ""
                    )
                }
            ),
            CarryGroup(
                heading: "Waits",
                meaning: "Belongs to the present track; counts whole again after a return.",
                tone: "later",
                lines: preview.waiting.map {
                    CarryLine(competency: Words(phrase: $0.name), words: "\(PackCard.pieces($0.evidence)).")
                }
            ),
        ].filter { !$0.lines.isEmpty }
    }
}

extension TrackSide {
    fileprivate init(_ side: SwitchPreview.Side) {
        self.init(track: Words(phrase: side.track), title: side.title, summary: side.summary)
    }
}

extension Track {
    /// The other of the two.
    var other: Track { self == .ic ? .management : .ic }
}
