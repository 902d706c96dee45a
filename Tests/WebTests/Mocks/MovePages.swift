import Workspace

@testable import Web

extension MoveMark {
    static let proposed = MoveMark(name: "Proposed", meaning: "Nothing has changed yet.", tone: "rising")
    static let notYet = MoveMark(
        name: "Not yet",
        meaning: "What is missing is named, with a day to look again.",
        tone: "open"
    )
    static let granted = MoveMark(name: "Granted", meaning: "From 1 March 2024 on.", tone: "there")
}

extension MoveLine {
    static let open = MoveLine(
        move: "Level-up to level 5",
        owner: "Mei Lindqvist",
        day: DayMark(Mock.day("2026-05-11")),
        mark: .proposed,
        link: .move("mei.2")
    )
    static let former = MoveLine(
        move: "Level-up to level 4",
        owner: nil,
        day: DayMark(Mock.day("2024-02-12")),
        mark: .granted,
        link: .move("mei.1")
    )
}

extension PackCard {
    static let mock = PackCard(
        summary: "3 pieces of settled evidence since 1 March 2024, by competency.",
        headline: "Much of what colleagues saw is level-5 work.",
        gates: [
            ClockGate(
                gate: "Enough was heard",
                words: "Six people, the equal of nine independent observations.",
                met: true
            ),
            ClockGate(gate: "It lasted", words: "Two of the last six windows show mostly level-5 work.", met: false),
        ],
        sections: [
            PackSection(
                competency: "Judgement",
                asked: "Stage 3, from stage 2 now",
                statement: "Decides across teams and keeps the decision alive.",
                leaning: "Leans yes.",
                count: "5 pieces of settled evidence",
                items: [
                    PackItem(
                        quote: Mock.retry.quote,
                        label: "Mei Lindqvist, #payments-design, 7 May 2026",
                        spot: .episode("e2", of: Mock.subject)
                    )
                ],
                more: "4 earlier pieces are in the ledger."
            ),
            PackSection(
                competency: "Direction",
                asked: "Stage 3, from stage 2 now",
                statement: "Sets the order of work across several teams, and says early what will not be done.",
                leaning: "Thin.",
                count: "Nothing settled yet",
                items: [],
                more: nil
            ),
        ],
        rest: [
            PackItem(
                quote: Mock.failover.quote,
                label: "Jonas Abara, #incidents, 12 May 2026",
                spot: Link("https://example.slack.com/archives/C1/p1")
            )
        ]
    )
}

extension LevelUpPage {
    /// What Mara sees of Mei's next level.
    static let mock = again(typed: "", complaint: nil)

    static func again(typed: String, complaint: Words?, open: MoveLine? = nil) -> LevelUpPage {
        LevelUpPage(
            mover: Mock.mei,
            readerIsSubject: false,
            standing: "Level 4, individual contributor",
            next: NextLevel(
                number: 5,
                title: "Staff engineer",
                summary: "Leads work across several teams and settles what they cannot settle alone.",
                scope: "Several teams or a system, a year ahead.",
                decides: "Across several teams, and spends what that needs."
            ),
            open: open,
            pack: .mock,
            form: ProposalForm(
                action: .levelUp(Mock.subject),
                button: "Propose the level-up",
                typed: typed,
                complaint: complaint
            ),
            history: [.former],
            switching: .switching(Mock.subject)
        )
    }

    /// The end of a track, as the person sees it.
    static let top = LevelUpPage(
        mover: PersonLink(name: "Ana Ruiz"),
        readerIsSubject: true,
        standing: "Level 8, individual contributor",
        next: nil,
        open: nil,
        pack: nil,
        form: nil,
        history: [],
        switching: .switching("ana")
    )
}

extension SwitchPage {
    /// What Mei sees of the other track.
    static let mock = again(typed: "", complaint: nil)

    static func again(typed: String, complaint: Words?, open: MoveLine? = nil) -> SwitchPage {
        SwitchPage(
            mover: Mock.mei,
            readerIsSubject: true,
            level: 5,
            now: TrackSide(
                track: "Individual contributor",
                title: "Staff engineer",
                summary: "Leads work across several teams and settles what they cannot settle alone."
            ),
            then: TrackSide(
                track: "Management",
                title: "Engineering manager",
                summary: "Makes several people’s work add up to more than its parts."
            ),
            track: "management",
            obstacle: nil,
            stays: [
                Fact(label: "Level", words: "Level 5, the same number on both tracks."),
                Fact(
                    label: "Pay",
                    words: "Pay stays exactly as it is, in both directions. Level 5 has the same range on both tracks."
                ),
                Fact(
                    label: "Authority",
                    words: "The same on both tracks. Decides: Across several teams, and spends what that needs."
                ),
            ],
            groups: [
                CarryGroup(
                    heading: "Counts whole",
                    meaning: "Everything that was seen counts on the other track.",
                    tone: "whole",
                    lines: [CarryLine(competency: "Judgement", words: "7 pieces of settled evidence.")]
                ),
                CarryGroup(
                    heading: "Counts in part",
                    meaning: "A related competency speaks for it.",
                    tone: "part",
                    lines: [
                        CarryLine(
                            competency: "People",
                            words: "Half of it, from Multiplying others: 4 pieces of settled evidence."
                        )
                    ]
                ),
                CarryGroup(
                    heading: "Starts fresh",
                    meaning: "Nothing is expected of it while settling.",
                    tone: "fresh",
                    lines: [CarryLine(competency: "Hiring", words: "Stage 2 is asked for later.")]
                ),
                CarryGroup(
                    heading: "Waits",
                    meaning: "Belongs to the present track; counts whole again after a return.",
                    tone: "later",
                    lines: [CarryLine(competency: "System design", words: "One piece of settled evidence.")]
                ),
            ],
            times: [
                Fact(
                    label: "The clock",
                    words: "The level-up clock keeps running; it looks at level 6 of the new track."
                ),
                Fact(label: "Settling, until 15 November 2026", words: "Windows that speak against are left out."),
                Fact(
                    label: "Right to return, until 18 November 2027",
                    words: "The person can return to the present track on their own word."
                ),
            ],
            open: open,
            form: ProposalForm(
                action: .switching(Mock.subject),
                button: "Ask for this change",
                typed: typed,
                complaint: complaint
            )
        )
    }

    /// A level that the other track does not have.
    static let early = SwitchPage(
        mover: PersonLink(name: "Sam Okafor"),
        readerIsSubject: false,
        level: 3,
        now: TrackSide(track: "Individual contributor", title: "Engineer", summary: "Delivers features and runs them."),
        then: nil,
        track: "management",
        obstacle: "The management track begins at level 5 and has no level 3. A change of track keeps the level, so it "
            + "opens once both tracks have it.",
        stays: [Fact(label: "Level", words: "Level 3, the same number on both tracks.")],
        groups: [],
        times: [],
        open: nil,
        form: nil
    )
}

extension MovePage {
    /// What Mei reads after a "not yet".
    static let mock = MovePage(
        mover: Mock.mei,
        readerIsSubject: true,
        move: "Level-up to level 5",
        path: "Individual contributor, from level 4 to level 5",
        mark: .notYet,
        complaint: nil,
        letter: LetterCard(
            opening: "Level 5 was looked at on 18 May 2026. The answer is: not yet.",
            said:
                "Your failover work is level-5 work. Two more quarters of setting the order across teams would show it lasts.",
            rules: [
                "Two of the last six windows show mostly level-5 work; three are asked for.",
                "Direction: the level asks for stage 3.",
            ],
            closing:
                "It is looked at again on 17 August 2026, and you can ask for it earlier at any time; no vacancy is needed. "
                + "Your level, pay and authority stay as they are."
        ),
        times: [],
        firstView: nil,
        pack: .mock,
        decision: nil,
        asksAgreement: false,
        canWithdraw: false,
        returnUntil: nil,
        history: [
            StepLine(
                day: DayMark(Mock.day("2026-05-11")),
                act: "You proposed it.",
                said: "The payment queue has been mine through three incidents."
            ),
            StepLine(day: DayMark(Mock.day("2026-05-18")), act: "State and items were shown to Pia Stern.", said: nil),
            StepLine(
                day: DayMark(Mock.day("2026-05-18")),
                act: "Pia Stern decided: not yet; looked at again on 17 August 2026.",
                said: nil
            ),
        ],
        action: .move("mei.1")
    )

    /// What somebody from people operations sees before writing an outcome down: nothing of state or items.
    static func unseen(_ sent: FormFields, complaint: Words?) -> MovePage {
        MovePage(
            mover: PersonLink(name: "Mei Lindqvist"),
            readerIsSubject: false,
            move: "Level-up to level 5",
            path: "Individual contributor, from level 4 to level 5",
            mark: .proposed,
            complaint: complaint,
            letter: nil,
            times: [],
            firstView: FirstViewForm(
                typed: sent["words"],
                choosesGrant: sent["outcome"] == "granted",
                choosesRefusal: sent["outcome"] == "refused"
            ),
            pack: nil,
            decision: nil,
            asksAgreement: false,
            canWithdraw: false,
            returnUntil: nil,
            history: [StepLine(day: DayMark(Mock.day("2026-05-11")), act: "Mara Vogel proposed it.", said: nil)],
            action: .move("mei.1")
        )
    }

    /// What the same person sees then.
    static let deciding = MovePage(
        mover: PersonLink(name: "Mei Lindqvist"),
        readerIsSubject: false,
        move: "Level-up to level 5",
        path: "Individual contributor, from level 4 to level 5",
        mark: .proposed,
        complaint: "Name at least one rule that is not met yet.",
        letter: nil,
        times: [],
        firstView: nil,
        pack: .mock,
        decision: .mock,
        asksAgreement: false,
        canWithdraw: false,
        returnUntil: nil,
        history: [StepLine(day: DayMark(Mock.day("2026-05-11")), act: "Mara Vogel proposed it.", said: nil)],
        action: .move("mei.1")
    )

    /// A change of track that was proposed to Mei.
    static let asked = MovePage(
        mover: Mock.mei,
        readerIsSubject: true,
        move: "Change to the management track",
        path: "Level 5, from the individual contributor track to the management track",
        mark: .proposed,
        complaint: nil,
        letter: nil,
        times: [],
        firstView: nil,
        pack: nil,
        decision: nil,
        asksAgreement: true,
        canWithdraw: true,
        returnUntil: nil,
        history: [StepLine(day: DayMark(Mock.day("2026-05-11")), act: "Mara Vogel proposed it.", said: nil)],
        action: .move("mei.2")
    )

    /// A change of track in force, while it can be returned from.
    static let settling = MovePage(
        mover: Mock.mei,
        readerIsSubject: true,
        move: "Change to the management track",
        path: "Level 5, from the individual contributor track to the management track",
        mark: MoveMark(name: "Granted", meaning: "From 18 May 2026 on.", tone: "there"),
        complaint: nil,
        letter: nil,
        times: [
            Fact(label: "Settling", words: "Until 15 November 2026."),
            Fact(label: "Right to return", words: "Until 18 November 2027."),
        ],
        firstView: nil,
        pack: nil,
        decision: nil,
        asksAgreement: false,
        canWithdraw: false,
        returnUntil: DayMark(Mock.day("2027-11-18")),
        history: [StepLine(day: DayMark(Mock.day("2026-05-11")), act: "You proposed it.", said: nil)],
        action: .move("mei.2")
    )

    /// Every part at once, as no page has it.
    static let whole = MovePage(
        mover: Mock.mei,
        readerIsSubject: true,
        move: "Level-up",
        path: "From here to there",
        mark: .proposed,
        complaint: "Mend this.",
        letter: mock.letter,
        times: settling.times,
        firstView: FirstViewForm(typed: "", choosesGrant: true, choosesRefusal: true),
        pack: .mock,
        decision: .mock,
        asksAgreement: true,
        canWithdraw: true,
        returnUntil: settling.returnUntil,
        history: mock.history,
        action: .move("mei.1")
    )
}

extension DecisionForm {
    static let mock = DecisionForm(
        before: "Not yet: I know her failover work. I have not seen how far it reaches.",
        waitsForAgreement: false,
        earliest: DayMark(Mock.day("2026-02-08")),
        today: DayMark(Mock.day("2026-05-18")),
        grantDay: "2026-05-18",
        grantWords: "",
        rules: [
            RuleChoice(
                key: "time",
                label: "It lasted. Two of the last six windows show mostly level-5 work.",
                isUnmet: true,
                isChosen: true
            ),
            RuleChoice(
                key: "direction",
                label: "Direction, stage 3: Sets the order of work across several teams.",
                isUnmet: false,
                isChosen: false
            ),
        ],
        ownRule: "",
        recheckFrom: DayMark(Mock.day("2026-05-19")),
        recheckTo: DayMark(Mock.day("2027-05-19")),
        recheckDay: "2026-08-17",
        refusalWords: "Your failover work is level-5 work."
    )
}

extension MoveListPage {
    static let mock = MoveListPage(
        waiting: [.open],
        past: [.former],
        own: OwnWays(levelUp: .levelUp(Mock.manager), switching: .switching(Mock.manager))
    )
    static let empty = MoveListPage(waiting: [], past: [], own: nil)
}
