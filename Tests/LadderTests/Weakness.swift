import Ladder
import Testing

/// A part of the small ladder, what stands there instead, and the one thing that the check finds.
struct Weakness: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let changes: [(part: String, other: String)]
    let line: Int
    let field: String
    let severity: LadderFinding.Severity
    let flaw: LadderFlaw

    init(
        _ name: String,
        _ changes: [(String, String)],
        line: Int,
        _ field: String,
        _ flaw: LadderFlaw,
        severity: LadderFinding.Severity = .error
    ) {
        testDescription = name
        self.changes = changes.map { (part: $0.0, other: $0.1) }
        self.line = line
        self.field = field
        self.flaw = flaw
        self.severity = severity
    }

    var text: String {
        changes.reduce(SmallLadder.text) { text, change in
            text.range(of: change.part).map { text.replacingCharacters(in: $0, with: change.other) } ?? text
        }
    }

    static let third = """
          - level: 3
            band: [5, 5.01]
            scope: The industry.
            authority: {decides: A., budget: B., hiring: C.}
            roles:
              ic: {title: Sage, summary: Knows., required: {craft: 5, judgement: 3}}
        """

    static let all: [Weakness] = [
        Weakness(
            "unequal ceilings",
            [("band: [3, 5.01]", "band: [3, 5]"), ("competencies:\n", third + "\ncompetencies:\n")],
            line: 31,
            "levels[1].roles",
            .unequalCeilings(ic: 3, management: 2)
        ),
        Weakness(
            "a track without own competencies",
            [
                ("track: management\n", "track: shared\n"), ("{craft: 1, j", "{people: 2, j"),
                ("{craft: 5, j", "{people: 5, j"), ("track: ic\n", "track: management\n"),
                ("{people: 2, judgement: 1}", "{craft: 1, people: 1, judgement: 1}"),
                ("{people: 5, judgement: 2}", "{craft: 1, people: 4, judgement: 2}"),
                ("{people: 2, judgement: 2}", "{people: 1, judgement: 2}"),
            ],
            line: 7,
            "tracks.ic",
            .noOwnCompetencies(.ic)
        ),
        Weakness(
            "unequal demand",
            [("craft: 1", "craft: 2")],
            line: 15,
            "levels[0].roles",
            .unequalDemand(level: 1, ic: 4, management: 3)
        ),
        Weakness(
            "a falling stage",
            [("{craft: 5, judgement: 2}", "{craft: 5, judgement: 1}"), ("{people: 5, j", "{people: 4, j")],
            line: 34,
            "levels[1].roles.ic.required.judgement",
            .fallingStage(competency: "judgement", level: 2, before: 2, now: 1)
        ),
        Weakness(
            "unchanged demand",
            [
                ("{craft: 5, judgement: 2}", "{craft: 1, judgement: 2}"),
                ("{people: 5, judgement: 2}", "{people: 2, judgement: 1}"),
            ],
            line: 34,
            "levels[1].roles.ic.required",
            .unchangedDemand(level: 2, before: 1)
        ),
        Weakness(
            "an unstated requirement",
            [("{craft: 5, judgement: 2}", "{craft: 5}"), ("{people: 5, j", "{people: 3, j")],
            line: 34,
            "levels[1].roles.ic.required.judgement",
            .unstatedRequirement(competency: "judgement", level: 2)
        ),
        Weakness(
            "a foreign requirement",
            [("{craft: 5, judgement: 2}", "{craft: 3, people: 2, judgement: 2}")],
            line: 34,
            "levels[1].roles.ic.required.people",
            .foreignRequirement(competency: "people", track: .ic)
        ),
        Weakness(
            "a gap between bands",
            [("[3, 5.01]", "[3.2, 5.01]")],
            line: 27,
            "levels[1].band",
            .bandGap(from: 3, to: 3.2)
        ),
        Weakness(
            "bands that overlap",
            [("[3, 5.01]", "[2.5, 5.01]")],
            line: 27,
            "levels[1].band",
            .bandOverlap(from: 2.5, to: 3)
        ),
        Weakness(
            "a band that begins late",
            [("[1, 3]", "[1.5, 3]")],
            line: 11,
            "levels[0].band",
            .bandGap(from: 1, to: 1.5)
        ),
        Weakness(
            "a band that ends early",
            [("[3, 5.01]", "[3, 5]")],
            line: 27,
            "levels[1].band",
            .bandGap(from: 5, to: 5)
        ),
        Weakness(
            "headcount in a scope",
            [("A component.", "A team of 8 and its component.")],
            line: 12,
            "levels[0].scope",
            .headcount(words: "team of 8")
        ),
        Weakness(
            "headcount in a summary",
            [("summary: Heads.", "summary: Leads twenty to thirty engineers.")],
            line: 37,
            "levels[1].roles.management.summary",
            .headcount(words: "twenty to thirty engineers")
        ),
        Weakness(
            "headcount in a statement",
            [("Has successors.", "Has many direct reports.")],
            line: 56,
            "competencies[1].stages[3].statement",
            .headcount(words: "direct reports")
        ),
        Weakness(
            "stages that read alike",
            [("Settles disputes.", "Decides what must be undone.")],
            line: 64,
            "competencies[2].stages[2].statement",
            .sameStatements(stage: 3, earlier: 2)
        ),
        Weakness(
            "a missing stage",
            [("      - {stage: 4, statement: Has successors., behaviours: [Lets go., Rehearses., Steps back.]}\n", "")],
            line: 53,
            "competencies[1].stages",
            .missingStage(competency: "people", stage: 4)
        ),
        Weakness(
            "no behaviours",
            [(", behaviours: [Quotes., Returns., Finishes.]", "")],
            line: 64,
            "competencies[2].stages[2].behaviours",
            .fewBehaviours(count: 0),
            severity: .warning
        ),
        Weakness(
            "two behaviours",
            [("[Quotes., Returns., Finishes.]", "[Quotes., Returns.]")],
            line: 64,
            "competencies[2].stages[2].behaviours",
            .fewBehaviours(count: 2),
            severity: .warning
        ),
        Weakness(
            "an act at two stages",
            [("[Quotes., Returns., Finishes.]", "[Quotes., Returns., Notes.]")],
            line: 64,
            "competencies[2].stages[2].behaviours[2]",
            .repeatedBehaviour(first: "judgement.2.1"),
            severity: .warning
        ),
        Weakness(
            "no authority",
            [("    authority: {decides: Shared things., budget: Some., hiring: A vote.}\n", "")],
            line: 26,
            "levels[1].authority",
            .missingAuthority(level: 2)
        ),
        Weakness(
            "ranges apart",
            [("upper: 141", "upper: 150")],
            line: 25,
            "levels[0].ranges[1]",
            .rangesApart(level: 1, zone: "A", difference: 10.0 / 140, tolerance: 0.02, expired: nil)
        ),
        Weakness(
            "ranges apart after the exception ended",
            [("upper: 141", "upper: 150"), ("rules:", exception("2026-06-30"))],
            line: 25,
            "levels[0].ranges[1]",
            .rangesApart(level: 1, zone: "A", difference: 10.0 / 140, tolerance: 0.02, expired: "2026-06-30")
        ),
        Weakness(
            "a range for one track",
            [("track: ic, zone: A", "track: ic, zone: B")],
            line: 24,
            "levels[0].ranges[0]",
            .lonelyRange(level: 1, zone: "B", track: .ic),
            severity: .warning
        ),
        Weakness(
            "two ranges for one track",
            [("track: management, zone: A", "track: ic, zone: A")],
            line: 25,
            "levels[0].ranges[1]",
            .doubleRange(level: 1, zone: "A", track: .ic)
        ),
    ]

    /// What the check finds about words, authority by track and languages.
    static let wordings: [Weakness] = [
        Weakness(
            "authority that differs between the tracks",
            [
                (
                    "authority: {decides: Own things., budget: None., hiring: An opinion.}",
                    "authority: {ic: {decides: Own things., budget: None., hiring: An opinion.}, "
                        + "management: {decides: own things, budget: Much., hiring: An opinion.}}"
                )
            ],
            line: 13,
            "levels[0].authority.management.budget",
            .unequalAuthority(level: 1, part: .budget)
        ),
        Weakness(
            "authority for one track",
            [
                (
                    "authority: {decides: Own things., budget: None., hiring: An opinion.}",
                    "authority: {ic: {decides: Own things., budget: None., hiring: An opinion.}}"
                )
            ],
            line: 13,
            "levels[0].authority",
            .lonelyAuthority(level: 1, track: .ic)
        ),
        Weakness(
            "headcount in authority",
            [("hiring: A vote.", "hiring: Hires as many as 12 engineers.")],
            line: 29,
            "levels[1].authority.hiring",
            .headcount(words: "12 engineers")
        ),
        Weakness(
            "stages that differ in degree only",
            [("Settles disputes.", "Often decides more of what can be undone very well.")],
            line: 64,
            "competencies[2].stages[2].statement",
            .sameStatements(stage: 3, earlier: 2)
        ),
        Weakness(
            "a statement at two competencies",
            [("Settles disputes.", "Sets the bar.")],
            line: 64,
            "competencies[2].stages[2].statement",
            .repeatedStatement(first: "craft.3"),
            severity: .warning
        ),
        Weakness(
            "levels with one scope",
            [("scope: The company.", "scope: Some component.")],
            line: 28,
            "levels[1].scope",
            .sameLevels(level: 2, earlier: 1, part: .scope),
            severity: .warning
        ),
        Weakness(
            "a gap",
            [("summary: Heads.", "summary: \"TO WRITE: the work.\"")],
            line: 37,
            "levels[1].roles.management.summary",
            .gap
        ),
        Weakness(
            "a promised language without words",
            [("title: Small", "title: Small\nlanguages: [en, de]")],
            line: 18,
            "levels[0].roles.ic.summary",
            .missingLanguage("de", wording: "level.1.ic.summary")
        ),
        Weakness(
            "words for nothing",
            [("title: Small", "title: Small\nlanguages: [en, de]\ntranslations: {de: {craft.9: Nichts.}}")],
            line: 6,
            "translations.de.craft.9",
            .strayTranslation("de", wording: "craft.9"),
            severity: .warning
        ),
        Weakness(
            "headcount in a translation",
            [
                (
                    "title: Small",
                    "title: Small\nlanguages: [en, de]\ntranslations: {de: {level.1.scope: Führt 12 Mitarbeiter.}}"
                )
            ],
            line: 6,
            "translations.de.level.1.scope",
            .headcount(words: "12 mitarbeiter")
        ),
        Weakness(
            "a middle that falls",
            [
                (
                    "hiring: A vote.}\n",
                    "hiring: A vote.}\n    ranges:\n      - {track: ic, zone: A, currency: EUR, lower: 90, middle: 110, upper: 150}\n      - {track: management, zone: A, currency: EUR, lower: 90, middle: 111, upper: 150}\n"
                )
            ],
            line: 31,
            "levels[1].ranges[0]",
            .fallingRange(level: 2, zone: "A", track: .ic),
            severity: .warning
        ),
    ]

    static func exception(_ day: String) -> String {
        "exceptions:\n  - {level: 1, zone: A, owner: A. Owner, reason: A merger., until: \(day)}\nrules:"
    }
}
