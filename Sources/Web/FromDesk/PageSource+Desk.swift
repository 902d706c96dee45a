public import Desk
import Ladder
import Workspace

extension PageSource {
    /// Pages filled from a desk; the desk asks for rights.
    public init(desk: Desk) {
        self.init(
            viewerName: { viewer in
                guard let name = try await desk.name(of: viewer) else { throw PageRefusal.needsSignIn }
                return name
            },
            week: { viewer in
                try await Self.refusing { WeekPage(try await desk.week(of: viewer, for: .person(viewer))) }
            },
            person: { viewer, person in
                try await Self.refusing {
                    PersonPage(try await desk.person(person, for: .person(viewer)), viewer: viewer)
                }
            },
            prep: { viewer, person in
                try await Self.refusing { PrepPage(try await desk.prep(person, for: .person(viewer)), viewer: viewer) }
            },
            draft: { viewer, person, period in
                try await Self.refusing {
                    DraftPage(
                        try await desk.draft(person, from: period?.from, to: period?.to, for: .person(viewer))
                    )
                }
            },
            ladder: { LadderPage(desk.ladder) }
        )
    }

    /// What the desk refuses, as pages refuse it; a person whom one may not open looks like one who is not there.
    private static func refusing<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let error as DeskError {
            switch error {
            case .noSuchPerson, .severalPeople, .noSuchTarget, .topOfLadder, .noLevel: throw PageRefusal.notFound
            case .notAllowed: throw PageRefusal.notAllowed
            case .badPeriod: throw PageRefusal.badPeriod
            }
        }
    }
}
