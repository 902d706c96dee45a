import Workspace

@testable import Web

/// A fault whose text must not reach the log.
struct Broken: Error {
    let name = "Mei Lindqvist"
}

extension PageSource {
    /// Mei and Mara see Mei; nobody else does.
    static let mock = PageSource(
        viewerName: { viewer in
            if viewer == "gone" { throw PageRefusal.needsSignIn }
            return viewer == Mock.manager ? "Mara Vogel" : viewer.text
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
        ladder: { .mock }
    )
}
