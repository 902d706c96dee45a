extension TitleRule {
    /// The rules from specific to general; the first whose words are found counts.
    ///
    /// Source: `docs/methods.md`, "Titles"; judgement of practitioners, not measured.
    static let table: [TitleRule] = exceptions + officers + managers + individuals + leads + general

    /// The same rules, by the words that they need.
    static let index = PatternIndex(table.map(\.pattern))

    private static let officer = (0.05, 0.80, 0.15)
    private static let runner = (0.05, 0.75, 0.20)
    private static let maker = (0.65, 0.12, 0.23)
    private static let leader = (0.20, 0.55, 0.25)
    private static let learner = (0.8, 0.05, 0.15)

    /// Words that mean something else than the words in them.
    private static let exceptions = [
        TitleRule(
            "assistant to | executive/personal/administrative/team/office assistant",
            .ic,
            1,
            2,
            3,
            (0.4, 0.3, 0.3)
        ),
        TitleRule("chief of staff", .ambiguous, 4, 5, 7, (0.05, 0.75, 0.20)),
        TitleRule("business partner | talent/people/hr partner", .ic, 3, 4, 6, (0.3, 0.4, 0.3)),
        TitleRule(
            "staff accountant/auditor/nurse/attorney/lawyer/writer/reporter/photographer/assistant/clerk",
            .ic,
            1,
            2,
            3,
            maker
        ),
        TitleRule(
            "research/postdoctoral/teaching/clinical/visiting fellow | postdoc",
            .ic,
            2,
            3,
            5,
            (0.75, 0.08, 0.17)
        ),
        TitleRule("lead generation", .ic, 1, 2, 4, (0.5, 0.25, 0.25)),
        TitleRule("account/sales executive", .ic, 2, 3, 5, (0.45, 0.3, 0.25)),
        TitleRule("art director", .ic, 3, 4, 5, (0.5, 0.25, 0.25)),
    ]

    private static let officers = [
        TitleRule(
            "chief technology officer | chief architect officer | chief engineering officer",
            .management,
            8,
            9,
            9,
            officer
        ),
        TitleRule("chief *3 officer", .management, 8, 9, 9, officer),
        TitleRule("^ co? president | cofounder/founder", .management, 7, 9, 9, officer),
        TitleRule("executive vice president | senior vice president", .management, 8, 9, 9, (0.02, 0.90, 0.08)),
        TitleRule("assistant vice president", .ambiguous, 3, 4, 5, (0.3, 0.4, 0.3)),
        TitleRule("associate vice president", .ambiguous, 4, 5, 7, (0.1, 0.7, 0.2)),
        TitleRule("vice president", .management, 7, 8, 8, (0.02, 0.90, 0.08)),
        TitleRule("managing director", .management, 7, 8, 9, (0.02, 0.90, 0.08)),
        TitleRule("deputy/assistant/vice head", .management, 4, 5, 6, officer),
        TitleRule("department/division/unit head", .management, 5, 6, 7, officer),
        TitleRule("head of | ^ head | head $", .management, 5, 6, 8, officer),
    ]

    private static let managers = [
        TitleRule("senior director", .management, 7, 7, 7, officer),
        TitleRule("associate director", .management, 5, 5, 6, officer),
        TitleRule("deputy/assistant/vice director", .management, 5, 5, 6, officer),
        TitleRule("technical director | technology director", .ambiguous, 6, 6, 7, (0.25, 0.45, 0.30)),
        TitleRule("creative director", .ambiguous, 5, 6, 7, (0.35, 0.35, 0.30)),
        TitleRule("director", .management, 6, 6, 7, officer),
        TitleRule("tech lead manager", .management, 3, 4, 5, (0.25, 0.35, 0.40), managing: true),
        TitleRule("group product/program/project manager", .ambiguous, 5, 5, 6, (0.10, 0.65, 0.25)),
        TitleRule("group engineering? manager | manager of managers", .management, 5, 5, 6, runner, managing: true),
        TitleRule("principal/staff engineering? manager", .management, 5, 5, 6, (0.1, 0.65, 0.25), managing: true),
        TitleRule("general/country/plant manager", .management, 5, 6, 7, officer),
        TitleRule(
            "senior *? engineering/software/data/platform/infrastructure/security/qa/test/reliability/research? manager",
            .management,
            4,
            4,
            5,
            runner,
            managing: true
        ),
        TitleRule("associate engineering? manager", .management, 3, 3, 3, runner, managing: true),
        TitleRule("manager", .management, 3, 3, 5, runner, managing: true),
    ]

    private static let individuals = [
        TitleRule("technical fellow | fellow", .ic, 8, 9, 9, (0.55, 0.10, 0.35)),
        TitleRule("distinguished", .ic, 7, 8, 9, (0.45, 0.15, 0.40)),
        TitleRule("partner", .ic, 7, 7, 8, (0.25, 0.30, 0.45)),
        TitleRule("chief architect", .ic, 6, 7, 8, (0.15, 0.50, 0.35)),
        TitleRule(
            "chief *2 engineer/scientist/designer/developer/researcher/analyst",
            .ic,
            6,
            7,
            8,
            (0.30, 0.35, 0.35)
        ),
        TitleRule("enterprise architect", .ic, 5, 6, 7, (0.10, 0.65, 0.25)),
        TitleRule("senior principal", .ic, 6, 7, 7, (0.25, 0.25, 0.50)),
        TitleRule("principal architect", .ic, 5, 6, 7, (0.20, 0.40, 0.40)),
        TitleRule("principal", .ic, 5, 6, 7, (0.25, 0.25, 0.50)),
        TitleRule("senior staff", .ic, 5, 6, 6, (0.25, 0.30, 0.45)),
        TitleRule("senior member of technical staff", .ic, 3, 4, 4, (0.5, 0.2, 0.3)),
        TitleRule("lead member of technical staff", .ic, 4, 5, 5, (0.35, 0.35, 0.30)),
        TitleRule("principal member of technical staff", .ic, 5, 6, 6, (0.25, 0.25, 0.50)),
        TitleRule("member of technical staff", .ic, 1, 3, 7, (0.5, 0.2, 0.3)),
        TitleRule("staff", .ic, 4, 5, 6, (0.30, 0.35, 0.35)),
        TitleRule("solution/solutions/cloud/data/security architect", .ic, 3, 5, 6, (0.35, 0.35, 0.30)),
        TitleRule("senior architect | lead architect", .ic, 5, 6, 6, (0.20, 0.45, 0.35)),
        TitleRule("architect", .ic, 4, 5, 6, (0.20, 0.45, 0.35)),
    ]

    private static let leads = [
        TitleRule("senior tech lead", .ic, 4, 5, 6, (0.15, 0.60, 0.25)),
        TitleRule(
            "tech lead | team lead | lead *3 engineer/developer/scientist | engineer/developer/scientist *? lead | engineering lead",
            .ambiguous,
            4,
            4,
            5,
            leader
        ),
        TitleRule("senior lead", .ambiguous, 4, 5, 5, leader),
        TitleRule(
            "^ lead | lead $ | leads $ | lead *2 designer/analyst/researcher/consultant/architect",
            .ambiguous,
            4,
            4,
            5,
            leader
        ),
        TitleRule("team/squad/group/section/chapter/tribe leader/lead", .ambiguous, 3, 4, 5, leader),
    ]

    private static let general = [
        TitleRule("senior", .ic, 3, 4, 5, (0.50, 0.20, 0.30)),
        TitleRule("intern | trainee | apprentice | werkstudent | working student", .ic, 1, 1, 1, learner),
        TitleRule("junior | graduate | associate | entry level | new grad | entrylevel", .ic, 1, 1, 2, learner),
        TitleRule("mid level | midlevel | intermediate", .ic, 2, 3, 3, (0.7, 0.1, 0.2)),
        TitleRule(
            "engineer/developer/scientist/researcher/analyst/specialist/archeologist/archaeologist",
            .ic,
            1,
            2,
            4,
            maker
        ),
        TitleRule("mid $ | ^ mid", .ic, 2, 3, 3, (0.7, 0.1, 0.2)),
        TitleRule(
            "expert/evangelist/advocate/strategist | agile coach | scrum master",
            .ic,
            3,
            4,
            6,
            (0.45, 0.30, 0.25)
        ),
        TitleRule("product owner", .ic, 2, 3, 5, (0.2, 0.5, 0.3)),
        TitleRule("supervisor/foreman | shift leader", .management, 2, 3, 4, runner),
        TitleRule("leader", .ambiguous, 3, 4, 6, leader),
        TitleRule("executive", .ambiguous, 3, 5, 8, (0.1, 0.6, 0.3)),
        TitleRule(
            "consultant/designer/writer/recruiter/advisor/adviser/planner/buyer/lawyer/counsel",
            .ic,
            1,
            3,
            5,
            maker
        ),
        TitleRule(
            "administrator/technician/operator/tester/editor/accountant/representative/agent/coordinator/generalist/assistant/clerk/officer/student",
            .ic,
            1,
            2,
            4,
            maker
        ),
    ]
}
