import Workspace

@testable import Web

/// A fault whose text must not reach the log.
struct Broken: Error {
    let name = "Mei Lindqvist"
}

extension PageSource {
    /// Mei and Mara see Mei; nobody else does.
    static let mock = PageSource(
        visitor: { viewer in
            if viewer == "gone" { throw PageRefusal.needsSignIn }
            return Visitor(
                name: viewer == Mock.manager ? "Mara Vogel" : viewer.text,
                opensAudits: viewer == Mock.steward
            )
        },
        week: { viewer in
            if viewer == "broken" { throw Broken() }
            return viewer == Mock.manager ? .mock : .alone
        },
        person: { viewer, person in
            guard person == Mock.subject else { throw PageRefusal.notFound }
            guard viewer == Mock.manager || viewer == Mock.subject else { throw PageRefusal.notAllowed }
            return .mock
        },
        prep: { _, person in
            guard person == "mei@example.com" else { throw PageRefusal.notFound }
            return .mock
        },
        draft: { _, _, period in
            guard let period else { return .blank }
            return DraftPage(
                person: Mock.mei,
                role: "",
                from: DayMark(period.from),
                to: DayMark(period.to),
                opening: [],
                groups: [],
                edges: [],
                gaps: [],
                notes: [],
                sources: []
            )
        },
        ladder: { viewer, view in
            if let person = view.person, viewer != Mock.manager, viewer != person { throw PageRefusal.notAllowed }
            if view.target == "management:99" { throw PageRefusal.notFound }
            return .mock
        },
        moves: .mock,
        audits: AuditPages(
            list: { viewer in
                try open(viewer)
                return .mock
            },
            report: { viewer, name in
                try open(viewer)
                guard name == "pay-gap" else { throw PageRefusal.notFound }
                return .mock
            },
            file: { viewer, name, table, form in
                try open(viewer)
                guard name == "pay-gap" else { throw PageRefusal.notFound }
                return AuditFile(text: "group,gap\n", name: "pay-gap-\(table ?? "all").\(form.rawValue)", form: form)
            }
        ),
        own: OwnPages(
            pay: { viewer in
                if viewer == "sealed" { throw PageRefusal.sealed }
                return .mock
            },
            choice: { _ in .mock },
            answer: { _, fields in
                fields["choice"].isEmpty
                    ? .again(.asked(typed: fields["words"], complaint: "Choose one.")) : .done(.choice)
            }
        )
    )

    private static func open(_ viewer: PersonID) throws {
        guard viewer == Mock.steward else { throw PageRefusal.notAllowed }
    }
}

extension MovePages {
    /// Mei, Mara and people operations see Mei's moves; nobody else does.
    static let mock = MovePages(
        list: { _ in .mock },
        levelUp: { viewer, person in
            try open(viewer, person)
            return .mock
        },
        proposeLevelUp: { viewer, person, fields in
            try open(viewer, person)
            return fields["words"].contains("demot")
                ? .again(.again(typed: fields["words"], complaint: "A text about a move does not say that."))
                : .done(.move("mei.1"))
        },
        switching: { viewer, person in
            try open(viewer, person)
            return .mock
        },
        proposeSwitch: { viewer, person, _ in
            try open(viewer, person)
            return .done(.move("mei.2"))
        },
        move: { viewer, move in
            guard move == "mei.1", Mock.circle.contains(viewer) else { throw PageRefusal.notFound }
            return viewer == Mock.steward ? .unseen(FormFields(), complaint: nil) : .mock
        },
        step: { viewer, move, step, fields in
            guard move == "mei.1", Mock.circle.contains(viewer) else { throw PageRefusal.notFound }
            guard viewer == Mock.steward else { throw PageRefusal.notAllowed }
            return step == .firstView && fields["outcome"].isEmpty
                ? .again(.unseen(fields, complaint: "Choose “yes” or “not yet”.")) : .done(.move(move))
        }
    )

    private static func open(_ viewer: PersonID, _ person: PersonID) throws {
        guard person == Mock.subject else { throw PageRefusal.notFound }
        guard Mock.circle.contains(viewer) else { throw PageRefusal.notAllowed }
    }
}
