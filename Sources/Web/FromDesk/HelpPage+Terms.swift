import Desk
import Evidence
import Growth
import Signals
import Workspace

extension HelpPages {
    /// Help with the numbers of a desk.
    init(desk: Desk) {
        self.init { viewer in
            try await PageSource.refusing {
                guard try await desk.name(of: viewer) != nil else { throw PageRefusal.needsSignIn }
                let terms = try await desk.clockTerms()
                return HelpPage(clock: terms.individual, management: terms.management)
            }
        }
    }
}

extension HelpPage {
    /// The help for the numbers in force; nothing in it is a number that the program does not use.
    init(clock: ClockParameters, management: ClockParameters) {
        self.init(parts: [
            Self.evidence, Self.kinds, Self.states(clock), Self.reading(clock, management), Self.competencies(clock),
            Self.asking, Self.support, Self.moves, Self.boards, Self.audits, Self.people,
        ])
    }

    private static var evidence: HelpPart {
        HelpPart(
            anchor: "evidence",
            title: "What becomes of a piece of evidence",
            lead:
                "Nothing counts before the person it is about could see it. Of a message at most \(LedgerEntry.longestQuote) characters are kept, and only about people of the people file.",
            terms: EvidenceState.allCases.map { state in
                let mark = StateMark(state)
                return HelpTerm(term: mark.name, words: mark.meaning)
            } + [
                HelpTerm(
                    term: "How long it waits",
                    words: "\(WorkingDays.toSettle) working days from the day on which its person could see it."
                ),
                HelpTerm(
                    term: "An objection",
                    words:
                        "It is answered within \(Objection.daysToAnswer) days by the manager, unless the manager said the words. Until then the piece counts for nothing."
                ),
            ],
            formulas: []
        )
    }

    private static var kinds: HelpPart {
        HelpPart(
            anchor: "kinds",
            title: "What is taken for evidence",
            lead: "Acts, not moods. How often somebody writes, reacts or answers is never evidence of anything.",
            terms: SignalKind.allCases.map { kind in
                let mark = KindMark(kind)
                return HelpTerm(term: mark.name, words: mark.meaning)
            },
            formulas: []
        )
    }

    private static func states(_ clock: ClockParameters) -> HelpPart {
        let marks: [ClockMark] = [
            .notEnoughEvidence, .settlingIn, .atLevel(4), .emerging(next: 5), .operatingAtNext(5), .sustainedAtNext(5),
            .noNextLevel,
        ]
        return HelpPart(
            anchor: "clock",
            title: "What the clock can say",
            lead:
                "The clock holds what colleagues saw against what the ladder asks of the next level. It is a state with an interval, no mark of a person, and it decides nothing. Here for somebody at level 4:",
            terms: marks.map { HelpTerm(term: $0.name, words: $0.meaning) } + [
                HelpTerm(
                    term: "When it says nothing",
                    words:
                        "Below \(plain: clock.minimumEvidence) independent moments, or with fewer than \(clock.minimumObservers) people heard."
                )
            ],
            formulas: []
        )
    }

    private static func reading(_ clock: ClockParameters, _ management: ClockParameters) -> HelpPart {
        HelpPart(
            anchor: "formulas",
            title: "How the clock is worked out",
            lead: "Every number here is the one in force.",
            terms: [
                HelpTerm(
                    term: "Sustained",
                    words:
                        "At least \(clock.windowsNeeded) of the last \(clock.windowsBack) windows of \(plain: clock.windowDays / 7) weeks support the next level, and at least \(share: clock.supportRatio) of those in which enough was heard; the probability is \(share: clock.entryCertainty) or more, and stays at \(share: clock.leaveOneOutCertainty) when any one person is left out."
                ),
                HelpTerm(
                    term: "Left again",
                    words:
                        "A strong state is left below \(share: clock.releaseCertainty), so that it does not flicker."
                ),
                HelpTerm(
                    term: "Old evidence",
                    words: "What is older than \(plain: clock.maximumAgeDays) days is not looked at."
                ),
            ],
            formulas: [
                HelpFormula(
                    formula: "weight = ½ to the power of (days ÷ \(plain: clock.halfLifeDays))",
                    says: "After \(plain: clock.halfLifeDays) days a piece weighs half."
                ),
                HelpFormula(
                    formula:
                        "one person’s n pieces weigh n ÷ (1 + (n − 1) × \(plain: clock.observerCorrelation))",
                    says:
                        "However much one person says, they never weigh more than \(plain: 1 / clock.observerCorrelation) independent people would."
                ),
                HelpFormula(
                    formula: "one episode weighs at most \(plain: clock.episodeCap)",
                    says: "Ten thanks for one launch are one episode."
                ),
                HelpFormula(
                    formula:
                        "mean = (\(plain: clock.priorMean) × \(plain: clock.priorStrength) + next-level evidence) ÷ (\(plain: clock.priorStrength) + all evidence)",
                    says:
                        "Before anything is seen, a share of \(share: clock.priorMean) is assumed, and that assumption weighs as much as \(plain: clock.priorStrength) moments."
                ),
                HelpFormula(
                    formula: "P = the probability that the share is above \(share: clock.threshold)",
                    says:
                        "For managers the line is at \(share: management.threshold). It is set so that equal outcomes read equally on both tracks."
                ),
            ]
        )
    }

    private static func competencies(_ clock: ClockParameters) -> HelpPart {
        let marks: [CompetencyStanding] = [.thin, .leansYes, .leansNo, .open, .unchanged]
        return HelpPart(
            anchor: "competencies",
            title: "Competency by competency",
            lead:
                "A competency is thin below \(plain: clock.competencyMinimumEvidence) independent moments or \(clock.competencyMinimumObservers) people; it leans yes from \(share: clock.competencySupported) on, and no up to \(share: clock.competencyContradicted).",
            terms: marks.map { HelpTerm(term: $0.name, words: $0.meaning) },
            formulas: []
        )
    }
}
