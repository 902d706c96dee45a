import Workspace

@testable import Web

extension AuditListPage {
    static let mock = AuditListPage(
        audience: "For representatives: no group under five is shown, and none that could be worked out from others.",
        audits: [
            AuditLine(
                title: "Pay gaps",
                question: "Do groups of people, and the two tracks, earn the same for work of the same level?",
                link: .audit("pay-gap"),
                laws: "Pay Transparency Directive (EU) 2023/970"
            ),
            AuditLine(
                title: "Headcount and level",
                question: "At equal scope, do people who lead more people stand at a higher level or earn more?",
                link: .audit("headcount"),
                laws: nil
            ),
        ]
    )
}

extension AuditPage {
    static let mock = AuditPage(
        title: "Pay gaps",
        question: "Do groups of people, and the two tracks, earn the same for work of the same level?",
        day: "18 May 2026",
        audience: "For representatives: no group under five is shown, and none that could be worked out from others.",
        summary: ["At level 5 managers earn more than individual contributors, and chance alone would rarely do that."],
        findings: [
            FindingCard(
                tone: "signal",
                standing: "Review now",
                about: "Tracks, level 5",
                sentence: "At level 5 managers earn 7.2 % more than individual contributors.",
                figures: [
                    Fact(label: "Figure", words: "7.2\u{a0}%"),
                    Fact(label: "95\u{a0}% interval", words: "4.1\u{a0}% to 10.3\u{a0}%"),
                    Fact(label: "Rests on", words: "38 people or cases"),
                ],
                shows: "That base pay of the two tracks differs at this level by more than chance.",
                doesNotShow: "Why. Time at the level and zone are held equal; what else differs is not known here.",
                law: LawLine(
                    sentence: "The directive's five per cent is passed.",
                    source: "Pay Transparency Directive (EU) 2023/970, facts as of 3 July 2026",
                    isTriggered: true
                )
            )
        ],
        quiet: ["At level 4 no difference was found between women and men."],
        quietMore: "3 more are in the file.",
        plots: [
            PlotCard(
                title: "Gaps with their intervals",
                description: "At level 5 the interval lies wholly beyond the line.",
                drawing: Drawing(
                    svg: """
                        <svg class="audit-plot" viewBox="0 0 720 96" role="img" aria-labelledby="p-title p-desc">
                        <title id="p-title">Gaps</title><desc id="p-desc">One interval, beyond the line.</desc>
                        <line class="grid" x1="300" y1="12" x2="300" y2="64"/><line class="target" x1="400" y1="12" x2="400" y2="64"/>
                        <line class="threshold" x1="440" y1="12" x2="440" y2="64"/>
                        <text class="label" x="230" y="42" text-anchor="end">Level 5, tracks</text>
                        <line class="interval signal" x1="470" y1="38" x2="560" y2="38"/><circle class="dot signal" cx="515" cy="38" r="5"/>
                        </svg>
                        """
                )
            )
        ],
        tables: [
            TableCard(
                anchor: "by-level",
                title: "By level",
                columns: [
                    ColumnHead(title: "Level", isNumber: false), ColumnHead(title: "People", isNumber: true),
                    ColumnHead(title: "Gap", isNumber: true),
                ],
                rows: [
                    TableRow(
                        head: "Level 5",
                        cells: [
                            TableCell(words: "38", isNumber: true, isHidden: false),
                            TableCell(words: "7.2 %", isNumber: true, isHidden: false),
                        ]
                    ),
                    TableRow(
                        head: "Level 6",
                        cells: [
                            TableCell(words: "hidden", isNumber: true, isHidden: true),
                            TableCell(words: "hidden", isNumber: true, isHidden: true),
                        ]
                    ),
                ],
                hiding: "Hidden cells are about fewer than five people, or would tell of them by subtraction.",
                note: "Gross base pay a year, as for full time.",
                more: "4 more rows are in the files.",
                csv: .auditFile("pay-gap", table: "by-level", form: .csv),
                json: .auditFile("pay-gap", table: "by-level", form: .json)
            )
        ],
        limits: ["Pay of people without a level is left out."],
        method: "Differences of means with Welch intervals, corrected for the number of questions.",
        laws: [
            LawCard(
                name: "Pay Transparency Directive (EU) 2023/970",
                place: "European Union",
                facts: ["A category of workers is people who do the same work or work of equal value."],
                asOf: DayMark(Mock.day("2026-07-03")),
                sources: "Articles 3 and 4",
                secondHand: "Read in reports about it, not in its own text."
            )
        ],
        json: .auditFile("pay-gap", table: nil, form: .json)
    )

    /// An audit that has nothing to say.
    static let calm = AuditPage(
        title: "Changes of track",
        question: "Did everybody who changed tracks keep level and pay?",
        day: "18 May 2026",
        audience: "The same for everybody who may open it: counts alone.",
        summary: ["Nobody has changed tracks yet."],
        findings: [],
        quiet: [],
        quietMore: nil,
        plots: [],
        tables: [],
        limits: ["Pay is compared as for full time, before and after."],
        method: "Every change of track in force is counted.",
        laws: [],
        json: nil
    )
}

extension PayPage {
    static let mock = PayPage(
        standing: ["Staff engineer", "Level 5, individual contributor", "Zone A"],
        day: DayMark(Mock.day("2026-05-18")),
        lines: [
            Fact(label: "Base pay", words: "EUR\u{a0}112,000 a year"),
            Fact(label: "Variable pay", words: "EUR\u{a0}6,000 a year"),
        ],
        position: "Your base pay lies in the middle third of the range.",
        drawing: PayRails(
            individual: PayRails.Range(
                lower: 96_000,
                middle: 114_000,
                upper: 132_000,
                ends: "EUR\u{a0}96,000 to 132,000"
            ),
            management: PayRails.Range(
                lower: 96_000,
                middle: 114_000,
                upper: 132_000,
                ends: "EUR\u{a0}96,000 to 132,000"
            ),
            pay: 112_000,
            description: "The ranges of level 5 on both tracks on one scale, with your base pay."
        ),
        parity: "Level 5 has the same range on both tracks.",
        category: "level 5, engineering, DE, both tracks",
        averages: [
            AverageLine(group: "everybody", people: 31, amount: "EUR\u{a0}111,400"),
            AverageLine(group: "women", people: 12, amount: "EUR\u{a0}110,900"),
        ],
        untold: "Averages of fewer than five people, or from which fewer could be told, stay untold.",
        looks: [
            LookLine(
                who: "Pia Stern",
                object: "audit “Pay gaps”, everybody's at once",
                day: DayMark(Mock.day("2026-05-12"))
            )
        ],
        olderLooks: "4 earlier looks are on record."
    )

    /// Nothing is known.
    static let unknown = PayPage(
        standing: ["Engineer"],
        day: DayMark(Mock.day("2026-05-18")),
        lines: [],
        position: nil,
        drawing: nil,
        parity: nil,
        category: "no level, engineering, all places, both tracks",
        averages: [],
        untold: "Averages of fewer than five people, or from which fewer could be told, stay untold.",
        looks: [],
        olderLooks: nil
    )
}

extension ChoicePage {
    /// Somebody who said no, and may see groups.
    static let mock = ChoicePage(
        round: card,
        form: ChoiceForm(options: options("no"), typed: "I miss building.", complaint: "Choose one."),
        answer: "No, I would not",
        said: "I miss building.",
        preview: ChoicePreview(
            summary:
                "The individual contributor track has level 5, too: Staff engineer. Level, pay and authority would stay "
                + "as they are.",
            link: .switching(Mock.manager)
        ),
        groups: ChoiceTable(
            rows: [
                ChoiceRow(
                    group: "management",
                    answers: 14,
                    yes: "many (60 to 80 %)",
                    no: "some (20 to 40 %)",
                    notSure: "none or few (up to 20 %)"
                )
            ],
            untold: "Individual contributors: untold, so that nobody's answer can be worked out.",
            pending: "The question is open until 31 May 2026."
        )
    )

    static func asked(typed: String, complaint: Words?) -> ChoicePage {
        ChoicePage(
            round: card,
            form: ChoiceForm(options: options(nil), typed: typed, complaint: complaint),
            answer: nil,
            said: nil,
            preview: nil,
            groups: nil
        )
    }

    static let none = ChoicePage(round: nil, form: nil, answer: nil, said: nil, preview: nil, groups: nil)

    private static let card = ChoiceCard(
        year: "2026",
        opens: DayMark(Mock.day("2026-05-01")),
        closes: DayMark(Mock.day("2026-05-31")),
        dimension: "track"
    )

    private static func options(_ chosen: String?) -> [ChoiceOption] {
        let choices: [(String, Words)] = [
            ("yes", "Yes, I would"), ("no", "No, I would not"), ("not-sure", "I am not sure"),
        ]
        return choices.map {
            ChoiceOption(value: $0.0, label: $0.1, isChosen: $0.0 == chosen)
        }
    }
}
