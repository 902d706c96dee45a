/// An act at work that a message can show; the reader sees these, and a matrix turns them into competencies.
///
/// Source: `training/behaviour-bank.json`, in the same order.
public struct WorkBehaviour: Sendable, Hashable, Identifiable {
    /// The id, such as `owns-mistake`.
    public let id: String
    /// The act, in a sentence that leaves out the subject.
    public let words: String
    /// The competency of the reference ladder that it speaks to first.
    public let home: String

    /// All behaviours, in the order of the head's columns.
    public static let all: [WorkBehaviour] = [
        WorkBehaviour(
            id: "owns-mistake",
            words: "Admits an own mistake, repairs it and says what prevents the next one.",
            home: "ownership"
        ),
        WorkBehaviour(id: "finishes-dull", words: "Does the dull part of the work to its very end.", home: "ownership"),
        WorkBehaviour(
            id: "takes-unowned",
            words: "Takes on a problem that nobody owned and sees it through.",
            home: "ownership"
        ),
        WorkBehaviour(
            id: "runs-it",
            words: "Looks after what it runs: watches, upgrades, answers the pager and follows through.",
            home: "ownership"
        ),
        WorkBehaviour(
            id: "tests-cause",
            words: "Writes careful, tested changes and repairs faults at their cause.",
            home: "craft"
        ),
        WorkBehaviour(
            id: "finds-class",
            words: "Finds the hidden cause, or the whole class of a defect.",
            home: "craft"
        ),
        WorkBehaviour(
            id: "operable",
            words: "Ships work that can be run: with alert, dashboard, limits and a way back.",
            home: "craft"
        ),
        WorkBehaviour(
            id: "checks-machine",
            words: "Checks what tools and models produce before relying on it.",
            home: "craft"
        ),
        WorkBehaviour(
            id: "weighs-options",
            words: "Compares options on paper and names what is given up.",
            home: "design"
        ),
        WorkBehaviour(
            id: "plans-failure",
            words: "Designs for failure: what happens when a part is slow, repeated or lost.",
            home: "design"
        ),
        WorkBehaviour(
            id: "clean-contracts",
            words: "Draws clear interfaces and boundaries, and takes complexity out.",
            home: "design"
        ),
        WorkBehaviour(
            id: "safe-migration",
            words: "Plans migrations in steps that can each be undone.",
            home: "design"
        ),
        WorkBehaviour(id: "explains", words: "Explains the reason so that others understand.", home: "multiply"),
        WorkBehaviour(
            id: "writes-down",
            words: "Writes guides, templates and checks where the next person will look.",
            home: "multiply"
        ),
        WorkBehaviour(
            id: "mentors",
            words: "Works beside newcomers and colleagues until they can do it alone.",
            home: "multiply"
        ),
        WorkBehaviour(
            id: "spreads-practice",
            words: "Makes other teams able: talks, guilds, schools of practice.",
            home: "multiply"
        ),
        WorkBehaviour(
            id: "thanks-welcomes",
            words: "Gives timely thanks, a welcome or an offered hand.",
            home: "people"
        ),
        WorkBehaviour(id: "frank-feedback", words: "Gives specific, kind feedback and asks for some.", home: "people"),
        WorkBehaviour(id: "hires-fairly", words: "Hires by evidence and the same measure for all.", home: "people"),
        WorkBehaviour(
            id: "grows-people",
            words: "Sees to it that people grow: goals, chances, successors.",
            home: "people"
        ),
        WorkBehaviour(
            id: "keeps-promises",
            words: "Keeps promises to the team and brings answers back.",
            home: "health"
        ),
        WorkBehaviour(id: "protects-load", words: "Keeps load and duty bearable.", home: "health"),
        WorkBehaviour(
            id: "makes-safe",
            words: "Makes it safe to speak up; settles conflict without blame.",
            home: "health"
        ),
        WorkBehaviour(
            id: "sees-invisible",
            words: "Makes upkeep and invisible work visible and fairly shared.",
            home: "health"
        ),
        WorkBehaviour(id: "plans-open", words: "Plans and forecasts in the open, and warns early.", home: "system"),
        WorkBehaviour(id: "limits-work", words: "Says no with reasons and limits what is in progress.", home: "system"),
        WorkBehaviour(id: "staffs-well", words: "Staffs and rotates so that no one person is needed.", home: "system"),
        WorkBehaviour(id: "shapes-teams", words: "Shapes teams and boundaries to fit the work.", home: "system"),
        WorkBehaviour(
            id: "decides-reversible",
            words: "Decides what can be undone without waiting, and records why.",
            home: "judgement"
        ),
        WorkBehaviour(
            id: "asks-whose",
            words: "Recognises whose decision it is and brings options.",
            home: "judgement"
        ),
        WorkBehaviour(
            id: "foresees-risk",
            words: "Weighs evidence and foresees a risk before a step that cannot be taken back.",
            home: "judgement"
        ),
        WorkBehaviour(
            id: "stops-things",
            words: "Decides against building, or stops a bet that does not pay.",
            home: "judgement"
        ),
        WorkBehaviour(
            id: "clears-goal",
            words: "Makes the goal clear and breaks it into next steps.",
            home: "direction"
        ),
        WorkBehaviour(id: "aligns-teams", words: "Brings several people or teams onto one plan.", home: "direction"),
        WorkBehaviour(
            id: "sets-strategy",
            words: "Sets direction for a year or more and says what will not be done.",
            home: "direction"
        ),
        WorkBehaviour(id: "frames-problem", words: "Finds and frames the problem worth solving.", home: "direction"),
        WorkBehaviour(id: "convinces", words: "Persuades with evidence, prototypes and patience.", home: "influence"),
        WorkBehaviour(
            id: "bridges",
            words: "Gets teams and departments with different aims to agree.",
            home: "influence"
        ),
        WorkBehaviour(
            id: "is-called",
            words: "Is the one whom others call, and leads them through a crisis.",
            home: "influence"
        ),
        WorkBehaviour(
            id: "reaches-out",
            words: "Works beyond the company: standards, community, partners.",
            home: "influence"
        ),
        WorkBehaviour(id: "helps-users", words: "Changes something that users or customers feel.", home: "impact"),
        WorkBehaviour(
            id: "moves-numbers",
            words: "Improves a measured thing: cost, speed, revenue, errors.",
            home: "impact"
        ),
        WorkBehaviour(id: "ships", words: "Delivers a piece of work that others wait for.", home: "impact"),
        WorkBehaviour(
            id: "lifts-business",
            words: "Moves an outcome of the whole business or several units.",
            home: "impact"
        ),
    ]
}
