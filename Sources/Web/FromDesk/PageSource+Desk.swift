public import Desk
import Ladder
import Moves
import Records
import Workspace

extension PageSource {
    /// Pages filled from a desk; the desk asks for rights.
    public init(desk: Desk) {
        self.init(
            visitor: { viewer in
                guard let name = try await desk.name(of: viewer) else { throw PageRefusal.needsSignIn }
                return Visitor(
                    name: name,
                    opensAudits: try await desk.opens(.audits, for: .person(viewer)),
                    opensRooms: try await desk.opens(.rooms, for: .person(viewer))
                )
            },
            week: { viewer in
                try await Self.refusing {
                    WeekPage(
                        try await desk.week(of: viewer, for: .person(viewer)),
                        prepared: try await desk.prepared(for: viewer),
                        askedUntil: await Self.askedUntil(viewer, desk)
                    )
                }
            },
            person: { viewer, person in
                try await Self.refusing {
                    PersonPage(try await desk.person(person, for: .person(viewer)), viewer: viewer)
                }
            },
            prep: { viewer, person in
                try await Self.refusing { try await PrepPage.fill(person, from: desk, viewer: viewer) }
            },
            draft: { viewer, person, period in
                try await Self.refusing {
                    DraftPage(
                        try await desk.draft(person, from: period?.from, to: period?.to, for: .person(viewer))
                    )
                }
            },
            ladder: { viewer, view in
                try await Self.refusing { try await LadderPage.fill(view, from: desk, viewer: viewer) }
            },
            moves: MovePages(desk: desk),
            audits: AuditPages(
                list: { viewer in try await Self.refusing { try await AuditListPage.fill(from: desk, viewer: viewer) }
                },
                report: { viewer, name in
                    try await Self.refusing { try await AuditPage.fill(name, from: desk, viewer: viewer) }
                },
                file: { viewer, name, table, form in
                    try await Self.refusing {
                        try await AuditFile.fill(name, table: table, form: form, from: desk, viewer: viewer)
                    }
                }
            ),
            own: OwnPages(
                pay: { viewer in try await Self.refusing { try await PayPage.fill(from: desk, viewer: viewer) } },
                choice: { viewer in try await Self.refusing { try await ChoicePage.fill(from: desk, viewer: viewer) } },
                answer: { viewer, fields in
                    try await Self.refusing { try await Self.answer(viewer, fields, desk) }
                }
            )
        )
        written = { try await desk.written() }
        audits.trials = { viewer in
            try await Self.refusing { try await TrialsPage.fill(from: desk, viewer: viewer) }
        }
        decisions = DecisionPages(desk: desk)
        requests = RequestPages(desk: desk)
        oneOnOnes = OneOnOnePages(desk: desk)
        network = NetworkPages(desk: desk)
        support = SupportPages(desk: desk)
        rooms = RoomPages(desk: desk)
        ledger = LedgerPages(desk: desk)
        boards = BoardPages(desk: desk)
        help = HelpPages(desk: desk)
        programs = ProgramPages(desk: desk)
        erasures = ErasurePages(desk: desk)
        settings = SettingsPages(desk: desk)
        jobs = JobPages(desk: desk)
        reviews = ReviewPages(desk: desk)
    }

    private static func answer(
        _ viewer: PersonID,
        _ fields: FormFields,
        _ desk: Desk
    ) async throws -> FormOutcome<ChoicePage> {
        guard let choice = Choice(rawValue: fields["choice"]) else {
            let complaint: Words = "Choose one of the three answers. Your words were kept."
            return .again(try await ChoicePage.fill(from: desk, viewer: viewer, sent: fields, complaint: complaint))
        }
        do {
            _ = try await desk.answerQuestion(choice, words: fields["words"], by: viewer)
            return .done(.choice)
        } catch let error as MoveError {
            return .again(
                try await ChoicePage.fill(from: desk, viewer: viewer, sent: fields, complaint: error.pageWords)
            )
        }
    }

    /// The last day of a yearly question that the viewer has not answered; a sealed answer asks for nothing.
    private static func askedUntil(_ viewer: PersonID, _ desk: Desk) async -> CivilDate? {
        guard let own = try? await desk.choice(of: viewer, for: .person(viewer)), own.answer == nil,
            let now = try? await desk.now()
        else { return nil }
        let today = CivilDate(microseconds: now)
        return own.round.opens <= today && today <= own.round.closes ? own.round.closes : nil
    }

    /// What the desk refuses, as pages refuse it; a person whom one may not open looks like one who is not there.
    static func refusing<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let error as DeskError {
            switch error {
            case .noSuchPerson, .severalPeople, .noSuchTeam, .noSuchTarget, .topOfLadder: throw PageRefusal.notFound
            case .noLevel: throw PageRefusal.noLevel
            case .notAllowed: throw PageRefusal.notAllowed
            case .badPeriod: throw PageRefusal.badPeriod
            }
        } catch let error as MoveError {
            switch error {
            case .noLevel: throw PageRefusal.noLevel
            default: throw PageRefusal.notFound
            }
        } catch is VaultError {
            throw PageRefusal.sealed
        } catch is ErasureError {
            throw PageRefusal.notFound
        } catch is BoardRefusal {
            // That a board exists is nobody's business but those on it.
            throw PageRefusal.notFound
        } catch is EntryRefusal {
            throw PageRefusal.notFound
        }
    }
}
