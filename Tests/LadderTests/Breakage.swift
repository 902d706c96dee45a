import Ladder
import Testing

/// A part of the small ladder, what stands there instead, and the one problem that follows.
struct Breakage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let part: String
    let other: String
    let line: Int
    let column: Int
    let field: String
    let fault: LadderFault

    init(_ name: String, _ part: String, _ other: String, at place: (Int, Int), _ field: String, _ fault: LadderFault) {
        testDescription = name
        self.part = part
        self.other = other
        (line, column) = place
        self.field = field
        self.fault = fault
    }

    static let all: [Breakage] = [
        Breakage(
            "unknown field",
            "title: Small",
            "titel: x\ntitle: Small",
            at: (4, 1),
            "titel",
            .unknownField("titel", nearest: "title")
        ),
        Breakage(
            "unknown field far from any",
            "title: Small",
            "colour: x\ntitle: Small",
            at: (4, 1),
            "colour",
            .unknownField("colour", nearest: nil)
        ),
        Breakage("missing field at the root", "title: Small\n", "", at: (1, 1), "title", .missingField("title")),
        Breakage(
            "missing field inside",
            "        title: Maker\n",
            "",
            at: (16, 9),
            "levels[0].roles.ic.title",
            .missingField("title")
        ),
        Breakage(
            "number for text",
            "title: Maker",
            "title: 12",
            at: (16, 16),
            "levels[0].roles.ic.title",
            .wrongType(expected: "text", found: "the number 12")
        ),
        Breakage(
            "truth value for text",
            "title: Maker",
            "title: true",
            at: (16, 16),
            "levels[0].roles.ic.title",
            .wrongType(expected: "text", found: "true")
        ),
        Breakage(
            "nothing for text",
            "title: Maker",
            "title:",
            at: (16, 15),
            "levels[0].roles.ic.title",
            .wrongType(expected: "text", found: "nothing")
        ),
        Breakage(
            "blank text",
            "title: Maker",
            "title: \" \"",
            at: (16, 16),
            "levels[0].roles.ic.title",
            .wrongType(expected: "text", found: "nothing")
        ),
        Breakage(
            "list for text",
            "title: Maker",
            "title: [a]",
            at: (16, 16),
            "levels[0].roles.ic.title",
            .wrongType(expected: "text", found: "a list")
        ),
        Breakage(
            "text for number",
            "craft: 1,",
            "craft: one,",
            at: (18, 27),
            "levels[0].roles.ic.required.craft",
            .wrongType(expected: "a whole number", found: "text")
        ),
        Breakage(
            "quoted number",
            "craft: 1,",
            "craft: \"1\",",
            at: (18, 27),
            "levels[0].roles.ic.required.craft",
            .wrongType(expected: "a whole number", found: "text")
        ),
        Breakage(
            "stage out of bounds",
            "craft: 1,",
            "craft: 6,",
            at: (18, 27),
            "levels[0].roles.ic.required.craft",
            .outOfRange("6", lowest: "1", highest: "5")
        ),
        Breakage(
            "half a stage",
            "craft: 1,",
            "craft: 1.5,",
            at: (18, 27),
            "levels[0].roles.ic.required.craft",
            .wrongType(expected: "a whole number", found: "the number 1.5")
        ),
        Breakage(
            "unknown competency",
            "craft: 1,",
            "kraft: 1, craft: 1,",
            at: (18, 20),
            "levels[0].roles.ic.required.kraft",
            .unknownReference("kraft", of: "competency")
        ),
        Breakage(
            "unknown competency in a lens",
            "competencies: [craft]",
            "competencies: [charm]",
            at: (71, 21),
            "archetypes[0].competencies[0]",
            .unknownReference("charm", of: "competency")
        ),
        Breakage(
            "duplicate field",
            "title: Maker",
            "title: Maker\n        title: Other",
            at: (17, 9),
            "levels[0].roles.ic.title",
            .duplicateField("title", firstLine: 16)
        ),
        Breakage(
            "duplicate competency",
            "craft: 1,",
            "craft: 1, craft: 1,",
            at: (18, 30),
            "levels[0].roles.ic.required.craft",
            .duplicateField("craft", firstLine: 18)
        ),
        Breakage("short version", "version: 1.0.0", "version: 1.0", at: (3, 10), "version", .badVersion("1.0")),
        Breakage(
            "version in words",
            "version: 1.0.0",
            "version: latest",
            at: (3, 10),
            "version",
            .badVersion("latest")
        ),
        Breakage(
            "version with a zero before",
            "version: 1.0.0",
            "version: 1.02.0",
            at: (3, 10),
            "version",
            .badVersion("1.02.0")
        ),
        Breakage("later format", "format: 1", "format: 2", at: (1, 9), "format", .unknownFormat(2, known: 1)),
        Breakage(
            "track in other words",
            "track: shared",
            "track: both",
            at: (60, 12),
            "competencies[2].track",
            .notAllowed("both", allowed: ["ic", "management", "shared"])
        ),
        Breakage(
            "id with a space",
            "id: small",
            "id: \"very small\"",
            at: (2, 5),
            "id",
            .wrongType(expected: "an id of letters, digits, - and _", found: "“very small”")
        ),
        Breakage(
            "levels out of order",
            "level: 2",
            "level: 3",
            at: (26, 5),
            "levels[1]",
            .outOfOrder(found: 3, expected: 2)
        ),
        Breakage(
            "band with one end",
            "band: [1, 3]",
            "band: [1]",
            at: (11, 11),
            "levels[0].band",
            .wrongCount(found: 1, expected: "two, the lower and the upper end,")
        ),
        Breakage(
            "band upside down",
            "band: [1, 3]",
            "band: [3, 1]",
            at: (11, 15),
            "levels[0].band[1]",
            .outOfRange("1.0", lowest: "above 3.0", highest: "5.01")
        ),
        Breakage(
            "four anchors",
            "two years, many years",
            "many years",
            at: (68, 43),
            "scopeFactors[0].anchors",
            .wrongCount(found: 4, expected: "five, one for each score,")
        ),
        Breakage(
            "two lenses of one id",
            "archetypes:\n",
            "archetypes:\n  - {id: keeper, name: K, summary: S., depth: 0, scope: 1, levels: [1, 2], competencies: [], hiddenBy: x}\n",
            at: (71, 5),
            "archetypes[1]",
            .repeated("keeper")
        ),
        Breakage(
            "stages out of order",
            "stage: 2, statement: Talks",
            "stage: 1, statement: Talks",
            at: (54, 9),
            "competencies[1].stages[1]",
            .outOfOrder(found: 1, expected: 2)
        ),
        Breakage("range that falls", "middle: 120", "middle: 99", at: (24, 9), "levels[0].ranges[0]", .unorderedRange),
        Breakage(
            "alias to nowhere",
            "summary: Makes.",
            "summary: *stage",
            at: (17, 18),
            "levels[0].roles.ic.summary",
            .alias("stage")
        ),
        Breakage(
            "alias to itself",
            "summary: Makes.",
            "summary: &a *a",
            at: (17, 18),
            "levels[0].roles.ic.summary",
            .alias("a")
        ),
        Breakage(
            "merge key",
            "        title: Maker",
            "        <<: Maker\n        title: Maker",
            at: (16, 9),
            "levels[0].roles.ic.<<",
            .mergeKey
        ),
        Breakage(
            "character of private use",
            "title: Small",
            "title: Sm\u{E010}ll",
            at: (4, 10),
            "",
            .character(code: 0xE010)
        ),
        Breakage(
            "no YAML",
            "title: Small",
            "title: [Small",
            at: (5, 7),
            "",
            .syntax("did not find expected ',' or ']'")
        ),
    ]
}
