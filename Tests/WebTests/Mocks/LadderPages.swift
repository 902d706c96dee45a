import Workspace

@testable import Web

extension LadderPage {
    /// Three levels, management from the fifth, with Mei's place and a role beside it.
    static let mock = LadderPage(
        ladder: "Engineering",
        version: "2026.1",
        spot: LadderSpot(
            who: "Mei Lindqvist",
            standing: "level 5, individual contributor",
            key: Mock.subject.text,
            targets: [
                TargetChoice(
                    value: "ic:6",
                    label: "Principal engineer, level 6, individual contributor",
                    isChosen: false
                ),
                TargetChoice(value: "management:5", label: "Engineering manager, level 5, management", isChosen: true),
            ],
            levelUp: .levelUp(Mock.subject),
            switching: .switching(Mock.subject)
        ),
        others: [
            LadderChoice(name: "You", link: .ladder(of: nil), isMarked: false),
            LadderChoice(name: "Mei Lindqvist", link: .ladder(of: Mock.subject), isMarked: true),
        ],
        comparison: RoleTable(
            heading: "Mei Lindqvist’s role beside Engineering manager",
            summary:
                "Level, pay and authority are the same in both. After a change of track, evidence counts as it "
                + "says beside each competency.",
            now: RoleSide(
                place: "Level 5, individual contributor",
                title: "Staff engineer",
                summary: "Leads work across several teams and settles what they cannot settle alone.",
                scope: "Several teams or a system, a year ahead."
            ),
            then: RoleSide(
                place: "Level 5, management",
                title: "Engineering manager",
                summary: "Makes several people’s work add up to more than its parts.",
                scope: "Several teams or a system, a year ahead."
            ),
            rows: [
                RoleRow(
                    competency: "Judgement",
                    alike: StageWords(stage: 3, statement: "Decides across teams and keeps the decision alive."),
                    asked: StageWords(stage: 3, statement: "Decides across teams and keeps the decision alive."),
                    wanted: StageWords(stage: 3, statement: "Decides across teams and keeps the decision alive."),
                    change: "Asked for alike: all of what was seen counts."
                ),
                RoleRow(
                    competency: "People",
                    alike: nil,
                    asked: nil,
                    wanted: StageWords(stage: 3, statement: "Everybody on the team knows what would help them grow."),
                    change: "New here: half of it counts from Multiplying others."
                ),
                RoleRow(
                    competency: "System design",
                    alike: nil,
                    asked: StageWords(stage: 3, statement: "Designs a system that several teams can run."),
                    wanted: nil,
                    change: "Waits; not asked for here."
                ),
            ]
        ),
        rungs: [rung6, rung5, rung4],
        tracks: [
            TrackCard(
                track: "Individual contributors",
                competencies: [
                    LadderCompetency(
                        competency: "Judgement",
                        summary: "Shared by both tracks",
                        stages: [
                            LadderStage(
                                levels: "Levels 3 to 4",
                                statement: "Decides within a service and names the alternatives.",
                                isAsked: false
                            ),
                            LadderStage(
                                levels: "Levels 5 to 6",
                                statement: "Decides across teams and keeps the decision alive.",
                                isAsked: true
                            ),
                        ]
                    )
                ]
            ),
            TrackCard(
                track: "Managers",
                competencies: [
                    LadderCompetency(
                        competency: "People",
                        summary: "This track's own",
                        stages: [
                            LadderStage(
                                levels: "Level 5",
                                statement: "Everybody on the team knows what would help them grow.",
                                isAsked: false
                            )
                        ]
                    )
                ]
            ),
        ]
    )

    private static let rung6 = Rung(
        number: 6,
        scope: "An organisation, two years ahead.",
        authority: AuthorityCard(
            decides: "Across an organisation; stops work that should not go on.",
            budget: "Signs for an organisation's tools and contractors.",
            hiring: "Decides on seats of levels up to five."
        ),
        individual: RungSide(
            title: "Principal engineer",
            summary: "Shapes the systems of an organisation and the decisions that outlast them.",
            ranges: ["EUR\u{a0}118,000 to 162,000 a year"],
            here: nil
        ),
        management: RungSide(
            title: "Director",
            summary: "Makes an organisation able to do what it could not do before.",
            ranges: ["EUR\u{a0}118,000 to 162,000 a year"],
            here: nil
        )
    )
    private static let rung5 = Rung(
        number: 5,
        scope: "Several teams or a system, a year ahead.",
        authority: AuthorityCard(
            decides: "Across several teams, and spends what that needs.",
            budget: "Spends an agreed sum for several teams.",
            hiring: "Leads panels; a no holds until it is answered."
        ),
        individual: RungSide(
            title: "Staff engineer",
            summary: "Leads work across several teams and settles what they cannot settle alone.",
            ranges: ["EUR\u{a0}96,000 to 132,000 a year"],
            here: "Mei Lindqvist is here"
        ),
        management: RungSide(
            title: "Engineering manager",
            summary: "Makes several people’s work add up to more than its parts.",
            ranges: ["EUR\u{a0}96,000 to 132,000 a year"],
            here: nil
        )
    )
    private static let rung4 = Rung(
        number: 4,
        scope: "A service, a quarter ahead.",
        authority: AuthorityCard(
            decides: "Within a service and its promises to others.",
            budget: "Proposes what a service needs.",
            hiring: "Votes in the panel."
        ),
        individual: RungSide(
            title: "Senior engineer",
            summary: "Owns a service end to end, in quiet and in trouble.",
            ranges: [],
            here: nil
        ),
        management: nil
    )
}
