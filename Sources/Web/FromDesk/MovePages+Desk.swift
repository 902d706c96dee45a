import Desk
import Moves
import Workspace

extension MovePages {
    /// Pages of moves filled from a desk.
    init(desk: Desk) {
        self.init(
            list: { viewer in
                try await PageSource.refusing { try await MoveListPage.fill(from: desk, viewer: viewer) }
            },
            levelUp: { viewer, person in
                try await PageSource.refusing { try await LevelUpPage.fill(person, from: desk, viewer: viewer) }
            },
            proposeLevelUp: { viewer, person, fields in
                try await PageSource.refusing {
                    do {
                        let words = Self.words(fields)
                        let move = try await desk.proposeLevelUp(of: person, words: words, by: .person(viewer))
                        return .done(.move(move.id))
                    } catch let error as MoveError {
                        return .again(
                            try await LevelUpPage.fill(
                                person,
                                from: desk,
                                viewer: viewer,
                                typed: fields["words"],
                                complaint: error.pageWords
                            )
                        )
                    }
                }
            },
            switching: { viewer, person in
                try await PageSource.refusing { try await SwitchPage.fill(person, from: desk, viewer: viewer) }
            },
            proposeSwitch: { viewer, person, fields in
                try await PageSource.refusing {
                    // Asked before anybody is looked for: whether somebody exists is told to nobody who may not see it.
                    guard try await desk.opens(.moves, of: person, for: .person(viewer)) else {
                        throw PageRefusal.notAllowed
                    }
                    do {
                        let track = try await desk.switchPreview(
                            of: person,
                            to: desk.find(person.text).track.other,
                            for: .person(viewer)
                        ).track
                        let words = Self.words(fields)
                        let move = try await desk.proposeSwitch(
                            of: person,
                            to: track,
                            words: words,
                            by: .person(viewer)
                        )
                        return .done(.move(move.id))
                    } catch let error as MoveError {
                        return .again(
                            try await SwitchPage.fill(
                                person,
                                from: desk,
                                viewer: viewer,
                                typed: fields["words"],
                                complaint: error.pageWords
                            )
                        )
                    }
                }
            },
            move: { viewer, move in
                try await Self.hiding { try await MovePage.fill(move, from: desk, viewer: viewer) }
            },
            step: { viewer, move, step, fields in
                // Whoever may not see the move must not learn that it is there.
                guard try await desk.moves(for: .person(viewer)).contains(where: { $0.id == move }) else {
                    throw PageRefusal.notFound
                }
                return try await PageSource.refusing {
                    do {
                        if let mend = Self.missing(step, fields) {
                            return .again(
                                try await MovePage.fill(
                                    move,
                                    from: desk,
                                    viewer: viewer,
                                    step: step,
                                    sent: fields,
                                    complaint: mend
                                )
                            )
                        }
                        return .done(.move(try await Self.take(step, of: move, fields, desk, .person(viewer))))
                    } catch let error as MoveError {
                        return .again(
                            try await MovePage.fill(
                                move,
                                from: desk,
                                viewer: viewer,
                                step: step,
                                sent: fields,
                                complaint: error.pageWords
                            )
                        )
                    }
                }
            }
        )
    }

    /// What a form lacks before anybody is asked; nil when nothing.
    private static func missing(_ step: MoveStep, _ fields: FormFields) -> Words? {
        switch step {
        case .firstView where MoveOutcome(rawValue: fields["outcome"]) == nil: "Choose “yes” or “not yet”."
        case .grant where fields.day("day") == nil: "Name the first day, such as 2026-06-01."
        case .refuse where fields.day("recheck") == nil: "Name a day to look again, such as 2026-09-01."
        default: nil
        }
    }

    /// Takes a step and gives the move to go on with.
    private static func take(
        _ step: MoveStep,
        of id: MoveID,
        _ fields: FormFields,
        _ desk: Desk,
        _ viewer: Access.Viewer
    ) async throws -> MoveID {
        let words = words(fields)
        switch step {
        case .firstView:
            guard let outcome = MoveOutcome(rawValue: fields["outcome"]) else { return id }
            try await desk.giveFirstView(on: id, outcome, words: words, by: viewer)
            return id
        case .grant:
            let isSwitch = try await desk.moves(for: viewer).first { $0.id == id }?.kind == .trackSwitch
            let day = fields.day("day")
            return isSwitch
                ? try await desk.confirmSwitch(id, from: day, words: words, by: viewer).id
                : try await desk.grant(id, from: day, words: words, by: viewer).id
        case .refuse:
            guard let recheck = fields.day("recheck") else { return id }
            let rules = fields.all("rule") + fields.all("own")
            return try await desk.refuse(id, rules: rules, recheck: recheck, words: words, by: viewer).id
        case .agree: return try await desk.confirmSwitch(id, by: viewer).id
        case .withdraw: return try await desk.withdraw(id, words: words, by: viewer).id
        case .comeBack: return try await desk.returnFromSwitch(id, by: viewer).id
        }
    }

    /// A person's words, at most as many as the form takes.
    private static func words(_ fields: FormFields) -> String { String(fields["words"].prefix(4000)) }

    /// Refuses a move that one may not open like one that is not there.
    private static func hiding<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await PageSource.refusing(work)
        } catch PageRefusal.notAllowed {
            throw PageRefusal.notFound
        }
    }
}
