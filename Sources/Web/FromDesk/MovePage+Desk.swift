import Desk
import Growth
import Moves
import Workspace

extension MovePage {
    /// One move as the desk shows it to a viewer; `sent` and `complaint` are of a form that could not be taken.
    static func fill(
        _ id: MoveID,
        from desk: Desk,
        viewer: PersonID,
        step: MoveStep? = nil,
        sent: FormFields = FormFields(),
        complaint: Words? = nil
    ) async throws -> MovePage {
        let reader = Access.Viewer.person(viewer)
        let view = try await desk.move(id, for: reader)
        let owner = view.person.id
        let today = CivilDate(microseconds: try await desk.now())
        let decides =
            viewer != owner && view.move.state == .proposed
            ? try await desk.opens(.decision, of: owner, for: reader) : false
        let opensLedger = try await desk.opens(.person, of: owner, for: reader)
        let record = MoveCase(view.move, events: view.events)
        let agreed = record.hasAgreement
        let isSwitch = view.move.kind == .trackSwitch
        return MovePage(
            mover: PersonLink(name: view.person.name, link: opensLedger ? .person(owner) : nil),
            readerIsSubject: viewer == owner,
            move: view.move.heading,
            path: view.move.path,
            mark: MoveMark(view.move),
            complaint: complaint,
            letter: view.letter.map {
                LetterCard(
                    opening: Words(english: $0.opening.withDaysInWords),
                    said: $0.words,
                    rules: $0.rules.map(Words.init(english:)),
                    closing: Words(english: $0.closing.withDaysInWords)
                )
            },
            times: [
                view.settlingUntil.map { Fact(label: "Settling", words: "Until \(DayMark($0)).") },
                view.returnUntil.map { Fact(label: "Right to return", words: "Until \(DayMark($0)).") },
            ].compactMap(\.self),
            firstView: view.needsFirstView ? FirstViewForm(step == .firstView ? sent : FormFields()) : nil,
            pack: view.pack.map { PackCard($0, opensLedger: opensLedger) },
            decision: decides && !view.needsFirstView
                ? DecisionForm(
                    view,
                    before: record.firstView(of: .person(viewer)),
                    waitsForAgreement: isSwitch && !agreed,
                    today: today,
                    step: step,
                    sent: sent
                ) : nil,
            asksAgreement: viewer == owner && isSwitch && view.move.state == .proposed && !agreed,
            canWithdraw: view.move.state == .proposed && !decides,
            returnUntil: viewer == owner
                ? view.returnUntil.flatMap {
                    $0 >= today && view.person.track == view.move.to.track ? DayMark($0) : nil
                }
                : nil,
            history: try await steps(view.events, from: desk, viewer: viewer),
            action: .move(id)
        )
    }

    /// The history in words; showing the same again and again is told once.
    private static func steps(_ events: [MoveEvent], from desk: Desk, viewer: PersonID) async throws -> [StepLine] {
        var lines: [StepLine] = []
        var last: MoveEvent?
        for event in events {
            defer { last = event }
            if event.act == .shown, last?.act == .shown, last?.actor == event.actor { continue }
            lines.append(StepLine(event, by: try await name(of: event.actor, from: desk, viewer: viewer)))
        }
        return lines
    }

    private static func name(of actor: MoveActor, from desk: Desk, viewer: PersonID) async throws -> Words {
        switch actor {
        case .person(viewer): "You"
        case .person(let id): (try? await desk.find(id.text).name).map(Words.init(said:)) ?? "Somebody who left"
        case .console: "People operations"
        case .peopleFile: "The people file"
        }
    }
}

extension StepLine {
    fileprivate init(_ event: MoveEvent, by name: Words) {
        let day = event.day.map { DayMark($0) }
        let act: Words =
            switch event.act {
            case .proposed: "\(name) proposed it."
            case .agreed: "\(name) agreed."
            case .viewed:
                event.outcome == .granted
                    ? "\(name) wrote down, before seeing state and items: yes."
                    : "\(name) wrote down, before seeing state and items: not yet."
            case .shown: name == "You" ? "State and items were shown to you." : "State and items were shown to \(name)."
            case .decided:
                event.outcome == .granted
                    ? day.map { "\(name) decided: yes, from \($0) on." } ?? "\(name) decided: yes."
                    : day.map { "\(name) decided: not yet; looked at again on \($0)." } ?? "\(name) decided: not yet."
            case .withdrawn: "\(name) withdrew it."
            case .stated: "\(name) stated it."
            }
        self.init(
            day: DayMark(CivilDate(microseconds: event.moment)),
            act: act,
            said: event.words.isEmpty ? nil : event.words
        )
    }
}

extension FirstViewForm {
    fileprivate init(_ sent: FormFields) {
        self.init(
            typed: sent["words"],
            choosesGrant: sent["outcome"] == MoveOutcome.granted.rawValue,
            choosesRefusal: sent["outcome"] == MoveOutcome.refused.rawValue
        )
    }
}

extension DecisionForm {
    fileprivate init(
        _ view: MoveView,
        before: MoveEvent?,
        waitsForAgreement: Bool,
        today: CivilDate,
        step: MoveStep?,
        sent: FormFields
    ) {
        let grant = step == .grant ? sent : FormFields()
        let refusal = step == .refuse ? sent : FormFields()
        let chosen = Set(refusal.all("rule"))
        let gates = (view.pack?.unmet ?? []).map {
            RuleChoice(
                key: $0.kind.rawValue,
                label: "\($0.kind.name). \(Words(english: $0.words))",
                isUnmet: true,
                isChosen: chosen.contains($0.kind.rawValue)
            )
        }
        let stages = (view.pack?.sections ?? []).filter(\.rises).map {
            RuleChoice(
                key: $0.id,
                label: "\(Words(phrase: $0.name)), stage \($0.asked): \($0.statement)",
                isUnmet: false,
                isChosen: chosen.contains($0.id)
            )
        }
        let begun = CivilDate(microseconds: view.move.begun)
        self.init(
            before: before.map { $0.outcome == .granted ? "Yes: \($0.words)" : "Not yet: \($0.words)" },
            waitsForAgreement: waitsForAgreement,
            earliest: DayMark(CivilDate(days: begun.days - 92)),
            today: DayMark(today),
            grantDay: step == .grant ? grant["day"] : today.description,
            grantWords: grant["words"],
            rules: gates + stages,
            ownRule: refusal["own"],
            recheckFrom: DayMark(CivilDate(days: today.days + 1)),
            recheckTo: DayMark(CivilDate(days: today.days + 366)),
            recheckDay: step == .refuse ? refusal["recheck"] : CivilDate(days: today.days + 91).description,
            refusalWords: refusal["words"]
        )
    }
}

extension MoveError {
    /// What happened and what to do, on a page; the module's own words speak to a terminal.
    var pageWords: Words {
        switch self {
        case .noSuchMove: "There is no such move."
        case .noLevel:
            "The people file states no level, so there is nothing to start from. People operations can add it."
        case .left: "The people file says that this person no longer works here."
        case .topOfTrack(_, let level): "Level \(level) is the last of this track."
        case .notNext(_, let next): "A level-up leads to the next level, which is \(next)."
        case .sameTrack: "The person is on this track already."
        case .noCounterpart(let level, let track, let levels):
            "\(track.words): this track begins at level \(levels.min() ?? 0) and has no level \(level). A change of track keeps the level, so it opens once both tracks have it."
        case .stillOpen: "Another proposal is still open. It has to be decided or withdrawn first."
        case .otherKind: "This step belongs to another kind of move."
        case .notFrom: "This move has gone on in the meantime. Here is how it stands now."
        case .ownCase: "Nobody decides about themselves. Somebody else who holds the office has to."
        case .viewFirst: "Write down an outcome and two sentences first, before you see state and items."
        case .viewGiven: "Your outcome before seeing is on record and stays. You may decide otherwise, with a reason."
        case .lookFirst: "Look at state and items below before you decide."
        case .tooFewSentences(let given, let needed):
            switch (needed == 1, given == 0) {
            case (true, _):
                "One sentence is needed, of three words or more; there is none yet. Say what you saw and what follows from it."
            case (false, true):
                "Two sentences are needed, of three words or more each; there is none yet. Say what you saw and what follows from it."
            case (false, false):
                "Two sentences are needed, of three words or more each; there is one so far. Say what you saw and what follows from it."
            }
        case .changeWithoutReason(let before):
            before == .granted
                ? "Before seeing, you wrote “yes”. Give the reason for deciding otherwise; both stay on record."
                : "Before seeing, you wrote “not yet”. Give the reason for deciding otherwise; both stay on record."
        case .noRule:
            "Name at least one rule that is not met yet, so that the person knows what would change the answer."
        case .unknownRule: "Put your own rule into three words or more."
        case .badRecheck(_, let from, let to):
            "Name a day to look again, from \(DayMark(from)) to \(DayMark(to))."
        case .badDay(_, let from, let to): "Name a first day from \(DayMark(from)) to \(DayMark(to))."
        case .wording(let found):
            "A text about a move does not say \(found.map { "“\($0)”" }.joined(separator: ", ")). Say what changes and what stays."
        case .notAgreed: "The person has not agreed yet. A change of track is theirs to want."
        case .noReturn(let until):
            until.map {
                "The right to return ended on \(DayMark($0)). A new change of track keeps level and pay, too."
            }
                ?? "This is not the latest change of track, so there is nothing to return from."
        case .noQuestion: "No question was opened yet."
        case .questionClosed(let from, let to):
            "Answers are taken from \(DayMark(from)) to \(DayMark(to))."
        case .questionOpen(let until):
            "The question is open until \(DayMark(until)). Nothing is shown of the answers before."
        }
    }
}
